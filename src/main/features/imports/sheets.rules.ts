/** Recognises what a sheet holds by its headers, whatever their order, case or accents, under any title rows. */
import { fold } from '../../../shared/kernel/text'
import { textOf, type Cell } from './cells.rules'

export const KINDS = [
  'people',
  'programs',
  'calendar',
  'children',
  'adults',
  'waiting',
  'outings',
  'attendance',
] as const
/** In the order in which they must be imported: each needs only what stands before it. */
export type Kind = (typeof KINDS)[number]

export interface RawSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** One row under the headers, with its number in the sheet. */
export interface RawRow {
  readonly row: number
  readonly cells: readonly Cell[]
  /** The cell under a field's header; null if the sheet has no such column. */
  get(field: string): Cell
}

export interface KnownSheet {
  readonly name: string
  readonly kind: Kind
  /** Rows above the headers. */
  readonly titles: readonly { readonly row: number; readonly cells: readonly Cell[] }[]
  readonly headers: readonly string[]
  readonly rows: readonly RawRow[]
  /** Attendance only: column of each day of the month. */
  readonly dayColumns: ReadonlyMap<number, number>
  /** Headers that mean nothing to us: told, never silently dropped. */
  readonly unknownHeaders: readonly string[]
}

interface Shape {
  readonly needs: readonly string[]
  readonly fields: Readonly<Record<string, readonly string[]>>
}

const NAMES = {
  surname1: ['primer apellido', 'apellido paterno', 'paterno', 'apellido 1', '1er apellido', 'ap paterno', 'apellido'],
  surname2: [
    'segundo apellido',
    'apellido materno',
    'materno',
    'apellido 2',
    '2o apellido',
    '2do apellido',
    'ap materno',
  ],
  givenNames: ['nombre s', 'nombre', 'nombres', 'nombre de pila'],
}
const FILE_NUMBER = [
  'expediente',
  'no de expediente',
  'num expediente',
  'numero de expediente',
  'exp',
  'n expediente',
  'no expediente',
]
const BIRTH = ['fecha de nacimiento', 'nacimiento', 'fecha nacimiento', 'f nacimiento', 'fec nac', 'nacio']
const POSITION = ['no', 'num', 'numero', 'n', '#', 'no lista', 'consecutivo']
const CHILD_CODE = [
  'clave',
  'clave de la nina',
  'clave del nino',
  'clave nina o nino',
  'clave nina nino',
  'codigo',
  'id',
]

const SHAPES: Readonly<Record<Kind, Shape>> = {
  attendance: {
    needs: ['surname1', 'givenNames'],
    fields: {
      position: POSITION,
      fileNumber: FILE_NUMBER,
      ...NAMES,
      attended: ['a', 'asistencias', 'total a', 'total asistencias', 'asistio'],
      absent: ['f', 'faltas', 'total f', 'total faltas'],
      evaluation: ['evaluacion', 'resultado', 'calificacion', 'eval'],
    },
  },
  people: {
    needs: ['fileNumber', 'surname1', 'givenNames'],
    fields: {
      position: POSITION,
      fileNumber: FILE_NUMBER,
      ...NAMES,
      chosenName: ['nombre elegido', 'nombre con el que se identifica', 'nombre social', 'le dicen'],
      curp: ['curp', 'clave unica'],
      birthDate: BIRTH,
      dormitory: ['dormitorio', 'estancia', 'celda', 'ubicacion', 'dorm'],
      legalStatus: ['situacion', 'situacion juridica', 'situacion legal', 'estatus juridico', 'estatus'],
      admittedOn: ['fecha de ingreso', 'ingreso', 'fecha ingreso', 'f ingreso'],
      schooling: ['escolaridad', 'grado de estudios', 'estudios', 'nivel de estudios'],
      language: ['lengua', 'lengua materna', 'idioma', 'lengua indigena'],
      consents: ['consentimiento', 'consentimiento firmado', 'consiente', 'autoriza'],
      leftOn: ['fecha de egreso', 'egreso', 'fecha egreso', 'fecha de salida', 'baja', 'fecha de baja', 'libertad'],
    },
  },
  programs: {
    needs: ['code', 'workshop', 'weekdays', 'startsAt', 'startsOn'],
    fields: {
      code: ['clave', 'clave de la edicion', 'clave del grupo', 'codigo', 'grupo', 'edicion'],
      axis: ['eje', 'programa', 'area', 'eje tematico'],
      workshop: ['taller', 'curso', 'actividad', 'nombre del taller', 'taller o curso'],
      instructor: ['tallerista', 'instructor', 'instructora', 'maestra', 'docente', 'facilitadora', 'imparte'],
      room: ['aula', 'salon', 'espacio', 'lugar', 'sala'],
      weekdays: ['dias', 'dia', 'dias de la semana'],
      startsAt: ['hora inicio', 'hora de inicio', 'inicia', 'hora inicial', 'de'],
      endsAt: ['hora fin', 'hora de fin', 'hora de termino', 'hora termino', 'termina', 'hora final', 'a'],
      hours: ['horas', 'total de horas', 'duracion', 'horas totales', 'duracion horas'],
      capacity: ['cupo', 'capacidad', 'cupo maximo', 'lugares'],
      startsOn: ['fecha inicio', 'fecha de inicio', 'inicio', 'f inicio'],
      endsOn: ['fecha fin', 'fecha de fin', 'fecha de termino', 'fecha termino', 'termino', 'f fin'],
      minRate: ['asistencia minima', 'minimo de asistencia', 'asistencia min', 'minimo', 'porcentaje minimo'],
    },
  },
  calendar: {
    needs: ['day', 'title'],
    fields: {
      day: ['fecha', 'dia'],
      title: ['que', 'motivo', 'descripcion', 'evento', 'concepto', 'que hay'],
      affects: ['afecta', 'afecta a', 'a quien afecta', 'alcance', 'dormitorios'],
    },
  },
  children: {
    needs: ['code', 'givenNames', 'motherFile'],
    fields: {
      code: CHILD_CODE,
      ...NAMES,
      sex: ['sexo', 'genero'],
      birthDate: BIRTH,
      motherFile: ['expediente de la madre', 'expediente madre', 'madre', 'exp madre', 'exp de la madre'],
      livesHereFrom: [
        'vive en el centro desde',
        'en el centro desde',
        'desde',
        'ingreso al centro',
        'fecha de ingreso',
      ],
      livesHereUntil: ['vive en el centro hasta', 'hasta', 'fecha de egreso', 'salio del centro'],
      curp: ['curp'],
    },
  },
  adults: {
    needs: ['code', 'fullName', 'relation'],
    fields: {
      code: CHILD_CODE,
      fullName: ['nombre completo', 'nombre', 'nombre de la persona', 'persona autorizada', 'persona'],
      relation: ['parentesco', 'relacion', 'vinculo'],
      document: ['identificacion', 'documento', 'ine', 'identificacion oficial'],
      phone: ['telefono', 'tel', 'celular', 'telefono de contacto'],
      mayCollect: ['puede recoger', 'recoge', 'autorizada', 'autorizado', 'puede recogerla'],
      validUntil: ['vigente hasta', 'vigencia', 'vence', 'valida hasta'],
      note: ['observaciones', 'notas', 'nota', 'comentarios'],
    },
  },
  waiting: {
    needs: ['fileNumber', 'workshop', 'requestedOn'],
    fields: {
      position: POSITION,
      fileNumber: FILE_NUMBER,
      ...NAMES,
      workshop: ['taller', 'curso', 'taller solicitado', 'actividad'],
      requestedOn: ['fecha de solicitud', 'fecha solicitud', 'solicitud', 'fecha', 'pedido el'],
    },
  },
  outings: {
    needs: ['folio', 'code', 'leavesOn', 'returnsOn'],
    fields: {
      folio: ['folio', 'no de permiso', 'permiso'],
      code: CHILD_CODE,
      reason: ['motivo', 'razon', 'tipo de salida', 'tipo'],
      leavesOn: ['fecha salida', 'fecha de salida', 'sale el'],
      leavesAt: ['hora salida', 'hora de salida'],
      returnsOn: ['fecha regreso', 'fecha de regreso', 'regresa el'],
      returnsAt: ['hora regreso', 'hora de regreso'],
      adultName: ['quien recoge', 'recoge', 'adulto', 'persona que recoge', 'responsable'],
      signatures: ['autorizaciones', 'autorizo', 'autorizan', 'firmas'],
      left: ['salio', 'salida real', 'hora real de salida'],
      back: ['regreso', 'regreso real', 'hora real de regreso'],
      note: ['observaciones', 'notas', 'nota'],
    },
  },
}

/** Headers stand in the first rows of a sheet; below is data, whatever it looks like. */
const SEARCHED_ROWS = 40

const plainHeader = (cell: Cell): string => fold(textOf(cell))

/** A header row shows at least this many of the days of a month. */
const DAYS_NEEDED = 7

function daysIn(cells: readonly Cell[]): Map<number, number> {
  const days = new Map<number, number>()
  cells.forEach((cell, column) => {
    const found = /^(?:[lmxjvsd]\p{L}{0,2}\s)?(\d{1,2})$/u.exec(plainHeader(cell))
    const day = Number(found?.[1] ?? 0)
    if (day >= 1 && day <= 31 && !days.has(day)) days.set(day, column)
  })
  return days.size >= DAYS_NEEDED ? days : new Map<number, number>()
}

function columnsOf(kind: Kind, headers: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>()
  for (const [field, words] of Object.entries(SHAPES[kind].fields)) {
    const column = headers.findIndex(
      (header, index) => words.includes(header) && ![...columns.values()].includes(index),
    )
    if (column >= 0) columns.set(field, column)
  }
  return columns
}

interface Guess {
  readonly kind: Kind
  readonly at: number
  readonly columns: ReadonlyMap<string, number>
  readonly days: ReadonlyMap<number, number>
}

function guessAt(cells: readonly Cell[], at: number): Guess | null {
  const days = daysIn(cells)
  const headers = cells.map(plainHeader)
  let best: Guess | null = null
  for (const kind of KINDS) {
    if ((kind === 'attendance') !== days.size > 0) continue
    const columns = columnsOf(kind, headers)
    if (!SHAPES[kind].needs.every((field) => columns.has(field))) continue
    if (!best || columns.size > best.columns.size) best = { kind, at, columns, days }
  }
  return best
}

/** What the sheet is, or null if its headers are none of ours. */
export function recognise(sheet: RawSheet): KnownSheet | null {
  let best: Guess | null = null
  for (let at = 0; at < Math.min(SEARCHED_ROWS, sheet.rows.length); at++) {
    const guess = guessAt(sheet.rows[at] ?? [], at)
    if (guess && (!best || guess.columns.size > best.columns.size)) best = guess
  }
  if (!best) return null
  const { kind, at, columns, days } = best
  const headers = (sheet.rows[at] ?? []).map(textOf)
  const known = new Set([...columns.values(), ...days.values()])
  return {
    name: sheet.name,
    kind,
    titles: sheet.rows.slice(0, at).map((cells, index) => ({ row: index + 1, cells })),
    headers,
    dayColumns: days,
    unknownHeaders: headers.filter((header, column) => header !== '' && !known.has(column)),
    rows: sheet.rows
      .slice(at + 1)
      .map((cells, index) => ({
        row: at + 2 + index,
        cells,
        get: (field: string): Cell => {
          const column = columns.get(field)
          return column === undefined ? null : (cells[column] ?? null)
        },
      }))
      .filter(({ cells }) => cells.some((cell, column) => column !== columns.get('position') && textOf(cell) !== '')),
  }
}

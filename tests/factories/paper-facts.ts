/** Facts of one careful example of every paper: long names, a saltillo, ñ, ʉ; what the approved pictures are made of. */
import { OUTING_PICTURES } from './outing-paper-facts'
import { consentForm, history } from './person-papers'
import { folioOf } from '../../src/main/platform/documents/paper-steps'

export const LONG = 'María de los Ángeles Guadalupe de los Santos Fernández de Córdova del Ángel'
export const LONG_LISTED = 'Fernández de Córdova del Ángel, María de los Ángeles Guadalupe'
export const WITH_SALTILLO = 'Ñáñez Saꞌvi, Xóchitl Nʉmʉ'

const sheetOf = (prefix: string) => ({
  folio: folioOf(prefix, 2026, 12),
  printedOn: '2026-10-16',
  printedAt: '17:30',
  printedBy: 'Coordinación Demo',
  center: 'Centro de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
})

const DAYS = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16'] as const
const ROOMS = [
  'Auditorio',
  'Aula 1',
  'Aula 2',
  'Biblioteca',
  'Cocina',
  'Ludoteca',
  'Patio',
  'Taller 1',
  'Taller 2',
  'Taller 3',
]
const held = (day: string, startsAt: string, title: string, change: object = {}) => ({
  kind: 'session',
  day,
  startsAt,
  endsAt: `${String(Number(startsAt.slice(0, 2)) + 2).padStart(2, '0')}:00`,
  title,
  code: 'CL-20-26B',
  beside: 'Mtra. Elisa Baeza',
  cancelled: null,
  clashes: false,
  changed: false,
  ...change,
})

export const week = () => ({
  sheet: sheetOf('HS'),
  view: 'rooms',
  of: null as string | null,
  letter: 'B',
  days: DAYS.map((day) => ({ day, notes: day === '2026-10-13' ? ['Revisión general: sin salida a talleres'] : [] })),
  otherDays: [{ day: '2026-10-17', note: 'Visita familiar · 10:00–17:00 · dormitorios A, B, C' }],
  rows: ROOMS.map((room, at) => ({
    name: room,
    entries: DAYS.filter((_, index) => (index + at) % 2 === 0).map((day) =>
      held(
        day,
        at % 2 === 0 ? '09:00' : '12:00',
        at === 3 ? 'Primaria y secundaria para adultas' : 'Corte y confección',
        {
          clashes: at === 1 && day === '2026-10-15',
          changed: at === 2 && day === '2026-10-16',
          cancelled:
            day === '2026-10-13'
              ? { why: null }
              : at === 5 && day === '2026-10-15'
                ? { why: 'faltó la tallerista' }
                : null,
        },
      ),
    ),
  })),
  clashes: [
    {
      day: '2026-10-15',
      from: '12:00',
      until: '13:00',
      resource: 'Aula 1',
      a: 'Alfabetización',
      b: 'Manejo de ansiedad',
    },
  ],
})

/** A week as full as rooms and days allow: each room taken from eight to six, six days long, and much that collides. */
export const fullestWeek = (rooms: readonly string[] = ROOMS) => ({
  ...week(),
  days: [...DAYS, '2026-10-17'].map((day) => ({ day, notes: [] as string[] })),
  otherDays: [],
  rows: rooms.map((name) => ({
    name: name,
    entries: [...DAYS, '2026-10-17'].flatMap((day) =>
      ['08:00', '10:00', '12:00', '14:00', '16:00'].map((at) => held(day, at, 'Primaria y secundaria para adultas')),
    ),
  })),
  clashes: Array.from({ length: 40 }, () => week().clashes).flat(),
})
/** More rooms than any center has. */
export const crowdedWeek = () => fullestWeek([...ROOMS, ...ROOMS.map((room) => `${room} anexo`)])

/** A dormitory's fullest week: eight things a day, each with its place and how many come. */
export const weekOfDormitory = () => ({
  ...week(),
  view: 'dormitory',
  of: 'Dormitorio A',
  rows: [
    {
      name: null,
      entries: DAYS.flatMap((day) =>
        ['08:00', '09:00', '10:00', '11:00', '12:00', '14:00', '15:00', '16:00'].map((at) =>
          held(day, at, 'Primaria y secundaria para adultas', { beside: 'Salón de usos múltiples · 12 de aquí' }),
        ),
      ),
    },
  ],
})

/** A woman's own week: sessions, a hearing, her child's outing, meals. */
export const weekOfWoman = () => ({
  ...week(),
  view: 'woman',
  of: WITH_SALTILLO,
  rows: [
    {
      name: null,
      entries: [
        held('2026-10-12', '09:00', 'Corte y confección', { beside: 'Taller 1' }),
        held('2026-10-14', '09:00', 'Actividad programada', { beside: 'Aula 2', changed: true }),
        held('2026-10-15', '12:00', 'Alfabetización', { beside: 'Aula 1', cancelled: { why: 'faltó la tallerista' } }),
        held('2026-10-16', '08:00', 'Fuera', { kind: 'appointment', endsAt: null, beside: '' }),
        held('2026-10-16', '07:30', 'Santiago, fuera', { kind: 'outing', beside: '' }),
        ...DAYS.map((day) => held(day, '14:00', 'Comida', { kind: 'routine', endsAt: '14:45', beside: '' })),
      ],
    },
  ],
  clashes: [],
})

const mover = (bed: number, name: string, moves: readonly (readonly [string, string, string])[]) => ({
  bed,
  name,
  fileNumber: `DEM-26-0${100 + bed}`,
  movedBed: false,
  moves: moves.map(([startsAt, endsAt, place]) => ({
    startsAt,
    endsAt,
    place,
    goes: true,
    changed: false,
    apart: false,
  })),
  children: [] as { name: string; stays: string }[],
})
/** A morning on which much changed: she leaves by herself, comes back from court, and one errand fell away. */
const busy = () => ({
  ...mover(6, 'Canul Poot, Rosa', []),
  movedBed: true,
  moves: [
    { startsAt: '08:15', endsAt: null, place: 'Fuera', goes: true, changed: false, apart: true },
    { startsAt: '12:00', endsAt: '14:00', place: 'Aula 1', goes: false, changed: true, apart: false },
    { startsAt: '16:00', endsAt: '17:00', place: 'Locutorio', goes: true, changed: true, apart: true },
  ],
  children: [
    { name: 'Santiago', stays: '08:15–09:00 en la guardería · 16:00–17:00 con su madre' },
    { name: 'María José', stays: '07:30–19:00 fuera' },
  ],
})
const many = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    mover(at + 1, `Núñez Ramírez, Ángela ${at + 1}`, [['09:00', '11:00', 'Taller 1']]),
  )

export const movements = () => ({
  sheet: sheetOf('LM'),
  day: '2026-10-14',
  dormitoryWord: 'dormitorio',
  oneDormitory: false,
  blocks: [
    {
      dormitory: 'A',
      notes: ['Visita familiar · 10:00–17:00 · dormitorios A, B'],
      women: [
        mover(4, LONG_LISTED, [
          ['09:00', '11:00', 'Taller 1'],
          ['12:00', '14:00', 'Aula 1'],
          ['15:00', '17:00', 'Salón de usos múltiples'],
        ]),
        mover(5, WITH_SALTILLO, [['08:30', '09:30', 'Patio']]),
        busy(),
        ...many(6),
      ],
    },
    { dormitory: 'B', notes: [], women: many(14) },
    {
      dormitory: null,
      notes: [],
      women: [{ ...mover(1, 'de la Cruz Kuꞌ, Inés', [['16:00', '17:00', 'Biblioteca']]), bed: null }],
    },
  ],
})

const octoberDays = Array.from({ length: 31 }, (_, at) => {
  const weekday = ((at + 3) % 7) + 1
  return { weekday, open: [1, 3, 5].includes(weekday), suspended: at + 1 === 30 }
})
const NAMES = [
  ['Fernández de Córdova del Ángel', 'María de los Ángeles Guadalupe'],
  ['Ñáñez Saꞌvi', 'Xóchitl Nʉmʉ'],
  ['de la Cruz Jiménez', 'Sandra'],
  ['Gómez Moreno', 'Itzel'],
] as const

export const monthRoster = () => ({
  sheet: sheetOf('LA'),
  month: '2026-10',
  code: 'CL-02-26B',
  title: 'Bordado a mano',
  instructor: 'Mtra. Elisa Baeza',
  room: 'Taller 1',
  hours: [1, 3, 5].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '11:00' })),
  days: octoberDays,
  women: Array.from({ length: 16 }, (_, at) => {
    const [surnames = '', names = ''] = NAMES[at % NAMES.length] ?? []
    const open = at % 4 === 3
    const cells = octoberDays.map((day, on) =>
      !day.open ? [] : [day.suspended ? 'S' : open && on > 24 ? 'unmarked' : on === at ? 'F' : 'A'],
    )
    const marks = cells.flat()
    const totals = {
      attended: marks.filter((mark) => mark === 'A').length,
      absent: marks.filter((mark) => mark === 'F').length,
    }
    const told = octoberDays.map((day, on) => (open && day.open && on > 26 && at === 7 ? 'JA' : null))
    return { fileNumber: `DEM-26-0${100 + at}`, surnames, names, cells, told, totals: open ? null : totals }
  }),
})

export const permission = (change: object = {}) => ({
  sheet: sheetOf('PS'),
  outing: 'SAL-006',
  child: 'Santiago Ñáñez Saꞌvi',
  mother: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi',
  kind: 'family',
  reason: 'fin de semana con familia',
  leavesOn: '2026-10-24',
  leavesAt: '09:00',
  returnsOn: '2026-10-25',
  returnsAt: '17:00',
  adult: 'Teresa Sánchez Pérez',
  adultDocument: 'INE 9162',
  relation: 'abuela materna',
  destination: null,
  transport: null,
  returner: null,
  phone: null,
  belongings: null,
  photo: null,
  missing: [],
  reasons: [],
  signatures: ['madre', 'trabajo social', 'dirección'].map((authorisation) => ({
    authorisation,
    signed: true,
    signedOn: '2026-10-20',
  })),
  ...change,
})
const details = {
  destination: 'Casa de su abuela, Iztapalapa',
  transport: 'taxi',
  returner: 'Óscar Tirado Peña',
  phone: '55 1234 5678',
  belongings: 'pañalera, suéter',
  photo: false,
}
const unsigned = (...authorisations: string[]) =>
  authorisations.map((authorisation) => ({ authorisation, signed: false, signedOn: null }))

export const pendingPermission = () =>
  permission({
    missing: ['trabajo social', 'dirección'],
    signatures: [
      { authorisation: 'madre', signed: true, signedOn: '2026-10-20' },
      ...unsigned('trabajo social', 'dirección'),
    ],
  })

export const forbiddenPermission = () =>
  permission({
    adult: 'Ramiro Salas Tovar',
    relation: 'tío',
    reasons: [{ code: 'outing-adult-forbidden', facts: { adult: 'Ramiro Salas Tovar', order: 'Oficio 1184/2026' } }],
  })

/** As bad as it may come: long names, six authorisations all missing, every reason that can meet another. */
export const crowdedPermission = () =>
  permission({
    child: LONG,
    mother: LONG,
    adult: LONG,
    adultDocument: null,
    reason: 'cita de especialidad con la pediatra y después convivencia con su familia hasta el domingo',
    missing: ['madre', 'trabajo social', 'dirección', 'área jurídica', 'servicio médico', 'coordinación'],
    signatures: unsigned('madre', 'trabajo social', 'dirección', 'área jurídica', 'servicio médico', 'coordinación'),
    reasons: [
      {
        code: 'outing-adult-forbidden',
        facts: { adult: LONG, order: 'Oficio 1184/2026 del Juzgado Segundo de lo Familiar' },
      },
      { code: 'outing-adult-ended', facts: { adult: LONG, ended: '2026-09-30' } },
      { code: 'outing-child-out', facts: { child: LONG, folio: 'SAL-005' } },
      { code: 'outing-overlap', facts: { folio: 'SAL-004' } },
      { code: 'outing-too-early', facts: { day: '2026-10-24' } },
    ],
  })

/** Not forbidden, but nothing signed, every name long. */
export const crowdedPending = () => ({ ...crowdedPermission(), reasons: [] })

export const PUBLIC_KEY = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3'
export const cover = () => ({
  sheet: sheetOf('CE'),
  code: 'DEM',
  publicKey: PUBLIC_KEY,
  keyId: 'E7620F1842B4E81F',
  auditSize: 1234,
  auditHead: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  recipients: [
    {
      recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
      fingerprint: '3f2a9c1d7b604e58',
    },
  ],
})

export const recovery = () => ({
  center: 'Centro de Demostración',
  identity: 'AGE-SECRET-KEY-1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQS5LDZ6Q',
  recipient: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  madeOn: '2026-10-01',
})

/** Every picture: its name, its paper, its facts. */
export const PICTURES: readonly (readonly [name: string, type: string, facts: () => unknown])[] = [
  ['week', 'timetable.week', week],
  ['week-full', 'timetable.week', () => fullestWeek()],
  ['week-crowded', 'timetable.week', crowdedWeek],
  ['week-woman', 'timetable.week', weekOfWoman],
  ['week-dormitory', 'timetable.week', weekOfDormitory],
  ['movements', 'timetable.movements', movements],
  ['month-roster', 'attendance.month', monthRoster],
  ['permission', 'outings.permission', () => permission(details)],
  ['permission-pending', 'outings.permission', pendingPermission],
  ['permission-forbidden', 'outings.permission', forbiddenPermission],
  ['permission-crowded', 'outings.permission', crowdedPermission],
  ['permission-long-names', 'outings.permission', crowdedPending],
  ...OUTING_PICTURES,
  ['cover', 'bundles.cover', cover],
  ['consent-form', 'people.consentForm', consentForm],
  ['history', 'people.history', history],
  ['recovery', 'office.recovery', recovery],
]

/** Facts of the papers of a child's file: emergency sheet, plan of separation, hand-over record. */
import { LONG } from './paper-facts'

const sheet = (prefix: string) => ({
  folio: `${prefix}-2026-00003-K`,
  printedOn: '2026-10-31',
  printedAt: '11:05',
  printedBy: 'Marta Maternidad',
  center: 'Centro Penitenciario Femenil',
  version: 1,
  replaces: null,
  checkCode: 'K7QM-2R9T',
})

const child = (change: object = {}) => ({
  code: 'DEM-H-006',
  name: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi',
  birthDate: '2024-03-29',
  birthPrecision: 'exact',
  months: 31,
  ...change,
})

const of = (prefix: string) => ({ sheet: sheet(prefix), issuer: 'Programa Umbral, A.C.', child: child(), mother: LONG })

export const emergencySheet = () => ({
  ...of('HE'),
  carers: [
    {
      fullName: 'Ofelia Castro Ruiz',
      relation: 'abuela materna',
      phone: '55 5926 9768',
      distance: '40 minutos en camión',
    },
    { fullName: LONG, relation: 'madrina', phone: '722 114 0091', distance: '2 horas, Toluca' },
  ],
  allergies: 'penicilina',
  medicines: 'salbutamol en aerosol, solo si silba el pecho',
  doctor: 'Dra. Inés Ku, centro de salud',
  doctorPhone: '55 5000 0000',
  comfort: 'su cobija azul; le gusta que le canten',
  feeding: 'come de todo; duerme a las ocho con luz prendida',
  forbidden: [{ name: 'Ramiro Salas Tovar', relation: 'padre', order: '1184/2026' }],
  gaps: [],
  reviewedOn: '2026-10-12',
  reviewedBy: 'Marta Maternidad',
  reviewBy: '2027-01-10',
})

export const emptyEmergencySheet = () => ({
  ...of('HE'),
  child: child({ birthDate: null, birthPrecision: 'unknown', months: null }),
  carers: [],
  allergies: null,
  medicines: null,
  doctor: null,
  doctorPhone: null,
  comfort: null,
  feeding: null,
  forbidden: [],
  gaps: ['birth', 'first-carer', 'allergies', 'doctor', 'comfort'],
  reviewedOn: null,
  reviewedBy: null,
  reviewBy: null,
})

const step = (name: string, dueOn: string, change: object = {}) => ({
  name,
  concerns: 'both',
  dueOn,
  state: 'to-do',
  doneOn: null,
  note: null,
  ...change,
})

export const separationPlan = () => ({
  ...of('SG'),
  child: child({ birthPrecision: 'approximate' }),
  cause: 'age-limit',
  targetDay: '2027-09-29',
  separatedOn: null,
  extension: { until: '2027-09-29', by: 'Juez de ejecución', document: 'Exp. 31/2026' },
  note: 'La abuela pide que sea después de su cumpleaños.',
  before: [
    step('Encontrar quién le cuidará', '2026-09-29', {
      state: 'done',
      doneOn: '2026-09-12',
      note: 'Su abuela, en Toluca',
    }),
    step('Visitar la casa donde vivirá', '2026-12-29', {
      state: 'not-possible',
      doneOn: '2026-10-20',
      note: 'Vive en otro estado; se hará por videollamada',
    }),
    step('Empezar la preparación con psicología', '2027-03-29'),
    step('Primera salida de un día con quien le cuidará', '2027-03-29', { concerns: 'child' }),
    step('Papeles completos: acta, CURP, cartilla', '2027-06-29', { concerns: 'child' }),
    step('Acordar el acompañamiento de la madre', '2027-08-29', { concerns: 'mother' }),
    step('Preparar la despedida: carta, foto, objeto que se lleva', '2027-09-14'),
    step('Entrega con acta firmada', '2027-09-29'),
  ],
  after: [
    step('Primera visita a su madre', '2027-10-14'),
    step('Seguimiento a los 30 días, de la niña o niño y de la madre', '2027-10-29'),
    step('Seguimiento a los 180 días', '2028-03-27'),
  ],
  outings: [
    { folio: 'SAL-011', leavesOn: '2026-10-22', returnsOn: '2026-10-22', adult: 'Ofelia Castro Ruiz', state: 'made' },
    { folio: 'SAL-019', leavesOn: '2026-11-14', returnsOn: '2026-11-15', adult: 'Ofelia Castro Ruiz', state: 'ahead' },
  ],
})

export const handover = () => ({
  ...of('AE'),
  curp: 'NASX240329MMCXVCA1',
  day: '2026-10-31',
  cause: 'age-limit',
  handedTo: 'Ofelia Castro Ruiz',
  relation: 'abuela materna',
  document: 'INE 9436',
  phone: '55 5926 9768',
  place: 'Calle Ejemplo 10, Toluca',
  measures: [{ authority: 'Procuraduría de Protección', number: 'PPNNA-7/2026' }],
  forbidden: ['Ramiro Salas Tovar'],
})

export const blankHandover = () => ({
  ...handover(),
  curp: null,
  handedTo: null,
  relation: null,
  document: null,
  phone: null,
  place: null,
  measures: [],
  forbidden: [],
})

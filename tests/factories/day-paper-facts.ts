/** Facts of one careful example of the pack and of each day paper: long names, a saltillo, what stands and what is owed. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

const LONG = 'Fernández de Córdova del Ángel, María de los Ángeles Guadalupe'
const WITH_SALTILLO = 'Ñáñez Saꞌvi, Xóchitl Nʉmʉ'

const sheetOf = (prefix: string) => ({
  folio: folioOf(prefix, 2026, 12),
  printedOn: '2026-10-31',
  printedAt: '10:45',
  printedBy: 'Clara Coordinadora',
  center: 'Centro de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
})

const workshop = (code: string, title: string, change: object = {}) => ({
  code,
  title,
  hours: '18:30',
  plannedHours: 40,
  attended: 16,
  counted: 18,
  evaluation: 'A',
  folio: null,
  deliveredOn: null,
  state: 'none',
  ...change,
})

export const pack = () => ({
  sheet: sheetOf('EG'),
  dormitoryWord: 'dormitorio',
  person: {
    name: 'María de los Ángeles Guadalupe Fernández de Córdova del Ángel',
    chosenName: 'Lupe',
    fileNumber: 'DEM-23-0149',
    dormitory: 'B-04',
    admittedOn: '2023-05-12',
    leftOn: '2026-10-31',
    cause: 'transfer',
  },
  workshops: [
    workshop('CL-03-26B', 'Corte y confección', { folio: '2026-7K3M-Q9TX-BF2W-C', state: 'to-deliver' }),
    workshop('SM-08-26B', 'Regulación emocional con perros de terapia', {
      folio: '2026-5P1R-W8AZ-K3QD-7',
      deliveredOn: '2026-10-15',
      state: 'delivered',
    }),
    workshop('EAC-12-26B', 'Yoga', { state: 'to-issue' }),
    workshop('EAC-13-26B', 'Teatro', { evaluation: null, state: 'to-evaluate' }),
    workshop('CL-05-26B', 'Serigrafía textil', { hours: '4', attended: 2, counted: 5, evaluation: 'NP' }),
    workshop('EAC-15-26B', 'Introducción a la computación', {
      hours: '0',
      attended: 0,
      counted: 0,
      evaluation: null,
    }),
  ],
  waits: [
    { title: 'Panadería básica', requestedOn: '2026-08-03' },
    { title: 'Macramé', requestedOn: '2026-09-21' },
  ],
  childrenCount: 2,
  children: [
    {
      code: 'DEM-H-003',
      name: 'Camila Fernández de Córdova del Ángel',
      months: 27,
      limitDay: '2027-07-09',
      approximate: false,
      collectors: [
        { name: 'Petra del Ángel Ruiz', relation: 'abuela' },
        { name: 'Tomás Fernández de Córdova', relation: 'tío' },
      ],
    },
    {
      code: 'DEM-H-011',
      name: 'Ángel Fernández',
      months: 35,
      limitDay: '2026-11-14',
      approximate: true,
      collectors: [],
    },
  ],
  outings: [
    {
      folio: 'SAL-2026-041',
      child: 'DEM-H-003',
      leavesOn: '2026-10-31',
      returnsOn: '2026-11-01',
      returnsAt: '18:00',
      adult: 'Petra del Ángel Ruiz',
      isOut: true,
    },
  ],
  isPartial: false,
})

const names = [
  LONG,
  WITH_SALTILLO,
  'Aguilar Cruz, Citlali',
  'Bautista, Inés',
  'de la Cruz Kuꞌ, Rosa',
  'Núñez Nuño, Ana',
]
const women = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => names[at] ?? `Ramírez Ortega, Ángela ${String(at)}`)

export const dayRoster = () => ({
  sheet: sheetOf('LD'),
  code: 'CL-01-26B',
  title: 'Tejido a gancho',
  instructor: 'Mtra. Elisa Baeza',
  room: 'Taller 1',
  day: '2026-10-14',
  startsAt: '09:00',
  endsAt: '11:00',
  changedToday: true,
  kit: [
    { tool: 'Tijeras de costura', quantity: 12 },
    { tool: 'Agujas capoteras', quantity: 24 },
    { tool: 'Ganchos del 4', quantity: 18 },
  ],
  women: women(18).map((name, at) => ({
    name,
    fileNumber: `DEM-26-0${String(100 + at)}`,
    mark: at === 2 ? 'JM' : at === 5 ? 'A' : null,
    told: at === 7 ? 'JA' : at === 9 ? 'C' : null,
    isNew: at === 11,
  })),
})

export const daySummary = () => ({
  sheet: sheetOf('RD'),
  day: '2026-10-14',
  sessions: [
    ['CL-01-26B', 'Tejido a gancho', null],
    ['CL-02-26B', 'Corte y confección industrial con acabados a mano', 'provider'],
    ['EAC-12-26B', 'Yoga', null],
  ].map(([code, title, cancelledCause], at) => ({
    code,
    title,
    instructor: 'Mtra. Elisa Baeza',
    startsAt: '09:00',
    endsAt: '11:00',
    cancelledCause,
    onRoll: 18,
    attended: 14 - at,
    late: 2,
    absent: at,
    excused: 3,
    notBrought: 1,
    unmarked: 0,
    toolsOpen: at === 0,
  })),
  reasons: [
    { mark: 'C', reason: 'not-called', count: 2 },
    { mark: 'F', reason: null, count: 2 },
    { mark: 'JM', reason: 'medical-appointment', count: 4 },
  ],
})

export const arrivals = () => ({
  sheet: { ...sheetOf('LG'), version: 2, replaces: folioOf('LG', 2026, 11) },
  day: '2026-10-14',
  rooms: [
    {
      room: 'Aula 1',
      hours: [hour('09:00', '11:00', 14), hour('12:00', '13:30', 1)],
    },
    { room: 'Salón de usos múltiples', hours: [hour('09:00', '11:00', 25)] },
    { room: 'Taller 1', hours: [hour('16:00', '18:00', 18)] },
    { room: 'Fuera', hours: [hour('08:15', null, 2)] },
  ],
  peaks: {
    hours: ['08:15', '09:00', '12:00', '16:00'],
    places: [
      { place: 'Aula 1', counts: [0, 14, 1, 0], total: 15 },
      { place: 'Salón de usos múltiples', counts: [0, 25, 0, 0], total: 25 },
      { place: 'Taller 1', counts: [0, 0, 0, 18], total: 18 },
      { place: 'Fuera', counts: [2, 0, 0, 0], total: 2 },
    ],
    totals: [2, 39, 1, 18],
    peak: '09:00',
  },
})
const hour = (startsAt: string, endsAt: string | null, count: number) => ({
  startsAt,
  endsAt,
  from: [
    { dormitory: 'B', count: count - 1 },
    { dormitory: '—', count: 1 },
  ],
  women: women(count).map((name, at) => ({
    name,
    dormitory: at === 3 ? null : `B-${String(at + 1).padStart(2, '0')}`,
    changed: at === 4,
    apart: at === 2 || at === 4,
  })),
})

const pass = (name: string, place: string, change: object = {}) => ({
  name,
  dormitory: 'B-04',
  to: 'room',
  place,
  startsAt: '09:00',
  endsAt: '11:00',
  validFrom: '08:55',
  validUntil: '11:05',
  changed: false,
  ...change,
})
export const passes = (count = 3) => ({
  sheet: sheetOf('PA'),
  day: '2026-10-14',
  dormitoryWord: 'dormitorio',
  passes: [
    pass(LONG, 'Salón de usos múltiples'),
    pass(WITH_SALTILLO, 'Taller 1', { changed: true }),
    pass('Bautista, Inés', 'Fuera', { dormitory: null, to: 'outside', endsAt: null, validUntil: null }),
  ].slice(0, count),
})

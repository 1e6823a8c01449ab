/** Facts of careful examples of the statements, the data sheet, the portfolio and the receipt: long names, a full page. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

const LONG = 'María de los Ángeles Guadalupe Fernández de Córdova del Ángel'
const sheetOf = (prefix: string, change: object = {}) => ({
  folio: folioOf(prefix, 2026, 12),
  printedOn: '2026-11-21',
  printedAt: '10:45',
  printedBy: 'Clara Coordinadora',
  center: 'Centro de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
  ...change,
})
const SIGNATORIES = [
  { name: 'Lic. Paula Arriaga Nʉmʉ', post: 'Coordinación de programas' },
  { name: 'Mtra. Elisa Baeza', post: 'Capacitación laboral' },
]
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const outward = (prefix: string, change: object = {}) => ({
  sheet: sheetOf(prefix, change),
  issuer: 'La Jacaranda, A.C.',
  contact: 'Av. de los Insurgentes 1234, Ciudad de México, tel. 55 0000 0000',
  place: 'Tlalmanalco, Estado de México',
  name: LONG,
  signatories: SIGNATORIES,
  hash: HASH,
})

const hoursRow = (change: object = {}) => ({
  title: 'Corte y confección',
  from: '2026-02-02',
  until: '2026-06-30',
  hours: '76',
  plannedHours: 80,
  result: 'A',
  ...change,
})

export const hoursStatement = () => ({
  ...outward('HC'),
  until: '2026-11-21',
  rows: [
    hoursRow({
      title: 'Telar de cintura y teñido con tintes naturales de la región',
      from: '2025-09-01',
      until: '2026-01-16',
    }),
    hoursRow(),
    hoursRow({ title: 'Panadería', from: '2026-09-07', until: null, hours: '31:30', plannedHours: 60, result: null }),
  ],
  hours: '183:30',
  corrections: null,
})

export const correctedHours = () => ({
  ...outward('HC', { version: 2, replaces: folioOf('HC', 2026, 9) }),
  until: '2026-11-21',
  rows: [
    hoursRow({ title: 'Panadería', from: '2026-09-07', until: null, hours: '33:30', plannedHours: 60, result: null }),
  ],
  hours: '33:30',
  corrections: {
    folio: folioOf('HC', 2026, 9),
    issuedOn: '2026-11-03',
    rows: [{ title: 'Panadería', was: '31:30 h, 15/17', is: '33:30 h, 16/17' }],
  },
})

const activity = (change: object = {}) => ({
  ...hoursRow(),
  attended: 38,
  counted: 40,
  folio: '2026-7K3M-Q9TX-BF2W-C',
  ...change,
})

export const activityStatement = () => ({
  sheet: sheetOf('CA'),
  contact: 'Av. de los Insurgentes 1234, Ciudad de México, tel. 55 0000 0000',
  name: LONG,
  fileNumber: 'DEM-24-0210',
  from: '2025-01-01',
  until: '2026-11-20',
  rows: [
    activity({
      title: 'Primaria y secundaria para adultas (INEA)',
      from: '2025-02-03',
      until: '2025-12-12',
      result: 'NP',
      folio: null,
      hours: '112',
    }),
    activity({
      title: 'Telar de cintura y teñido con tintes naturales de la región',
      from: '2025-09-01',
      until: '2026-01-16',
    }),
    activity(),
    activity({
      title: 'Panadería',
      from: '2026-09-07',
      until: null,
      hours: '31:30',
      plannedHours: 60,
      result: null,
      attended: 0,
      counted: 0,
      folio: null,
    }),
  ],
  hours: '295:30',
  signatories: SIGNATORIES,
  corrections: {
    folio: folioOf('CA', 2026, 9),
    issuedOn: '2026-11-03',
    rows: [{ title: 'Corte y confección', was: '74 h, 37/40', is: '76 h, 38/40' }],
  },
  hash: HASH,
})

export const dc3Data = () => ({
  ...outward('DD'),
  surname1: 'Fernández de Córdova',
  surname2: 'del Ángel',
  givenNames: 'María de los Ángeles Guadalupe',
  curp: 'FEAA900101MDFRNN08',
  course: 'Telar de cintura y teñido con tintes naturales de la región',
  hours: 80,
  creditedHours: '76',
  from: '2025-09-01',
  until: '2026-01-16',
  passed: true,
  modules: ['Urdido', 'Tejido llano y labrado', 'Teñido con añil y grana', 'Acabados y costos'],
  instructor: 'Mtra. Xóchitl Saꞌvi',
})

/** A small gradient. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAASEAIAAACeHlWKAAAAZElEQVRIx+3VsRHAIAhA0eQQh3IVV5LEWhfVzpYuJb8IE7z7B8ddaymtXZhJajL2G81woGxpLBho7h7NcCA1wRVi7dBf6AukNFB+ZK4ezXAgXiHaUgML4V4H7LmqJdaVEQuhQAdVeTDCJY6NowAAAABJRU5ErkJggg=='

export const portfolio = () => {
  const { signatories: _signed, hash: _hash, ...shared } = outward('CF')
  return {
    ...shared,
    certificates: [
      {
        title: 'Corte y confección',
        hours: 80,
        folio: '2026-7K3M-Q9TX-BF2W-C',
        issuedOn: '2026-07-03',
        validUntil: null,
      },
      {
        title: 'Primeros auxilios',
        hours: 24,
        folio: '2026-2XQ8-KK3P-09AB-7',
        issuedOn: '2026-08-14',
        validUntil: '2028-08-14',
      },
    ],
    statements: [{ title: 'Constancia de horas', folio: folioOf('HC', 2026, 12), issuedOn: '2026-11-21' }],
    contacts: [
      {
        name: 'Cooperativa Hilos de la Sierra',
        offers: 'Compra de piezas tejidas y bordadas',
        reachedAt: 'Tel. 55 0000 0000, lunes a viernes de 9 a 14',
      },
    ],
    photos: [
      {
        caption: 'Faja de telar de cintura con grecas',
        workshop: 'Telar de cintura',
        takenOn: '2026-10-20',
        picture: PICTURE,
      },
      { caption: 'Servilletas bordadas a mano', workshop: 'Bordado a mano', takenOn: '2026-06-02', picture: PICTURE },
    ],
  }
}

export const handover = () => ({
  sheet: sheetOf('RE'),
  person: { name: LONG, fileNumber: 'DEM-24-0210' },
  items: [
    { kind: 'folder', what: 'Su portafolio completo' },
    { kind: 'certificate', what: 'Corte y confección · 2026-7K3M-Q9TX-BF2W-C' },
    { kind: 'statement', what: `Constancia de horas · ${folioOf('HC', 2026, 12)}` },
    { kind: 'other', what: 'Dos agujas, su libreta y tres piezas terminadas' },
  ],
})

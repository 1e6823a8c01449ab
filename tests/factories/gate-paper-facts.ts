/** Facts of careful examples of the gate's papers: long names, somebody stopped, somebody out since yesterday, a full group. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'
import { LONG, LONG_LISTED, WITH_SALTILLO } from './paper-facts'

const sheetOf = (prefix: string) => ({
  folio: folioOf(prefix, 2026, 12),
  printedOn: '2026-10-17',
  printedAt: '07:10',
  printedBy: 'Coordinación Demo',
  center: 'Centro de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
})

const phones = [
  { name: 'Guardia de Dirección', phone: '55 3300 1122' },
  { name: 'Procuraduría de Protección', phone: '55 2200 9988' },
]

const line = (n: number, child: string, more: object = {}) => ({
  folio: `SA-2026-0000${n}-K`,
  child,
  adult: 'Daniela Torres Domínguez',
  adultDocument: 'INE 1651',
  leavesAt: '09:00',
  returnsOn: '2026-10-18',
  returnsAt: '17:00',
  stopped: '',
  out: null,
  ...more,
})

export const gateDay = () => ({
  sheet: sheetOf('AD'),
  day: '2026-10-17',
  lines: [
    line(1, 'Ibarra Soto, Camila'),
    line(2, WITH_SALTILLO, { adultDocument: null, returnsOn: '2026-10-17' }),
    line(3, LONG_LISTED, { adult: LONG, stopped: 'Falta una autorización: dirección.' }),
    line(4, 'Soto Ek, Mateo', { out: 'vie 16 oct 2026', leavesAt: '10:00' }),
  ],
  contacts: phones,
})

const NAMES = 'Arce Bello Cano Cruz Ek Gil Haro Islas Lara Luna Mora Nava Olmos Paz'

export const groupList = () => ({
  sheet: sheetOf('PG'),
  folio: 'SA-2026-00004-8',
  reason: 'Museo del Niño',
  destination: 'Papalote Museo del Niño',
  transport: 'camión del municipio',
  leavesOn: '2026-10-17',
  leavesAt: '09:30',
  returnsOn: '2026-10-17',
  returnsAt: '16:00',
  adults: [
    { name: 'Marta Materno', duty: 'lead' },
    ...Array.from({ length: 12 }, (_none, n) => ({ name: `Acompañante ${String(n + 1)}`, duty: 'helper' })),
    { name: 'Dra. Inés Bautista', duty: 'doctor' },
  ],
  children: [
    ...NAMES.split(' ').map((surname, n) => ({
      folio: `SA-2026-00004-8-${n}`,
      child: `${surname} Soto, Luz`,
      may: true,
    })),
    { folio: 'SA-2026-00004-8-15', child: LONG_LISTED, may: true },
    { folio: 'SA-2026-00004-8-16', child: WITH_SALTILLO, may: true },
    { folio: 'SA-2026-00004-8-17', child: 'Vega Soto, Elisa', may: false },
  ],
  contacts: phones,
})

export const protocol = () => ({
  sheet: sheetOf('NR'),
  folio: 'SA-2026-00001-K',
  child: LONG,
  born: '2024-07-09',
  mother: 'Elena Soto Ñáñez',
  adult: 'Daniela Torres Domínguez',
  relation: 'tía',
  adultDocument: 'INE 1651',
  phone: '55 1216 4126',
  destination: 'Casa de su tía, Tlalmanalco',
  left: { day: '2026-10-17', time: '09:05' },
  due: { day: '2026-10-18', time: '17:00' },
  now: { day: '2026-10-18', time: '19:05' },
  lateMinutes: 125,
  belongings: 'mochila azul, jarabe',
  calls: [
    { step: 'call-taker', note: 'no contesta', time: '17:35' },
    { step: 'call-lead', note: 'avisada la guardia', time: '18:02' },
  ],
  contacts: phones.map((each, n) => ({ ...each, kind: n === 0 ? 'duty' : 'authority' })),
})

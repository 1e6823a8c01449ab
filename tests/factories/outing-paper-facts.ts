/** Facts of the papers of a permission and of a month of outings, for their pictures. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

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
const CHILDREN = ['Santiago Ñáñez Saꞌvi', 'Camila Ibarra Soto', 'José Luis Hernández Gómez', 'Renata Muñoz Romero']
const lineOf = (child: string, n: number, authorised: boolean) => ({
  folio: `SA-2026-00012-K-${String(n + 1)}`,
  child,
  leavesOn: '2026-10-22',
  leavesAt: '08:00',
  returnsOn: '2026-10-22',
  returnsAt: '17:00',
  allergies: n === 0 ? 'alergia a la penicilina; salbutamol, dos disparos si tose' : null,
  belongings: n === 1 ? 'pañalera, suéter rojo' : null,
  photo: n === 2 ? null : n === 0,
  authorised,
})

const plan = (change: object = {}) => ({
  sheet: sheetOf('PP'),
  issuer: 'Programa de Demostración',
  permission: 'SA-2026-00012-K',
  kind: 'group',
  reason: 'museo',
  destination: 'Papalote Museo del Niño',
  transport: 'camioneta del programa',
  phone: '55 1234 5678',
  adult: 'Lic. Abril Zamora',
  document: null,
  returner: null,
  helpers: ['Elisa Fuentes', 'Dra. Itzel Saꞌvi'],
  note: null,
  obstacles: [],
  lines: CHILDREN.map((child, n) => lineOf(child, n, true)),
  signatures: [
    ...CHILDREN.map((of) => ({ authorisation: 'madre', of, signed: true, signedOn: '2026-10-20', evidence: null })),
    { authorisation: 'trabajo social', of: null, signed: true, signedOn: '2026-10-20', evidence: null },
    { authorisation: 'dirección', of: null, signed: true, signedOn: null, evidence: 'Oficio 12/2026' },
  ],
  ...change,
})

const planPending = () =>
  plan({
    obstacles: ['Renata Muñoz Romero: Falta una autorización: madre.'],
    lines: CHILDREN.map((child, n) => lineOf(child, n, n < 3)),
    signatures: [
      { authorisation: 'madre', of: 'Renata Muñoz Romero', signed: false, signedOn: null, evidence: null },
      { authorisation: 'dirección', of: null, signed: true, signedOn: '2026-10-20', evidence: null },
    ],
  })

const consent = () => ({
  sheet: sheetOf('CM'),
  issuer: 'Programa de Demostración',
  permission: 'SA-2026-00013-2',
  reason: 'fin de semana con su abuela',
  destination: 'Casa de su abuela, Iztapalapa',
  transport: 'taxi',
  adult: 'Teresa Sánchez Pérez',
  returner: 'Óscar Tirado Peña',
  pages: [
    {
      child: CHILDREN[0],
      mother: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi',
      times: [
        { leavesOn: '2026-10-24', leavesAt: '09:00', returnsOn: '2026-10-25', returnsAt: '17:00' },
        { leavesOn: '2026-10-31', leavesAt: '09:00', returnsOn: '2026-10-31', returnsAt: '17:00' },
      ],
      allergies: 'alergia a la penicilina',
      belongings: 'pañalera, suéter',
    },
  ],
})

const month = () => ({
  sheet: sheetOf('RM'),
  month: '2026-10',
  children: 3,
  attempts: 1,
  kinds: [
    { kind: 'family', asked: 3, made: 2, late: 1, notMade: 1, cancelled: 0, notReturned: 0, nights: 2 },
    { kind: 'group', asked: 1, made: 1, late: 0, notMade: 0, cancelled: 0, notReturned: 0, nights: 0 },
  ],
  outings: (['back', 'back-late', 'not-made', 'cancelled'] as const).map((state, n) => ({
    folio: `SAL-00${String(n + 1)}`,
    code: `DEM-H-00${String(n + 1)}`,
    initials: 'S.Ñ.S.',
    kind: n === 3 ? 'group' : 'family',
    relation: n === 3 ? null : 'abuela materna',
    leavesOn: '2026-10-10',
    returnsOn: '2026-10-11',
    out: n < 2 ? '09:12' : null,
    back: n < 2 ? '18:35' : null,
    state,
    lateMinutes: n === 1 ? 95 : 0,
  })),
})

export const OUTING_PICTURES: readonly (readonly [name: string, type: string, facts: () => unknown])[] = [
  ['outing-plan', 'outings.plan', () => plan()],
  ['outing-plan-pending', 'outings.plan', planPending],
  ['outing-consent', 'outings.consent', consent],
  ['outing-month', 'outings.month', month],
]

/** Facts of careful examples of the slips that women read: a long name, many hours, a group that is not named. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

const LONG = 'María de los Ángeles Guadalupe Fernández de Córdova del Ángel'

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

const slip = (change: object = {}) => ({
  name: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi',
  fileNumber: 'DEM-24-0210',
  dormitory: 'B-04',
  activity: { title: 'Corte y confección', code: 'CL-03-26B' },
  room: 'Taller de costura',
  slots: [
    { weekday: 1, startsAt: '10:00', endsAt: '12:00', week: null },
    { weekday: 3, startsAt: '10:00', endsAt: '12:00', week: null },
  ],
  startsOn: '2026-11-03',
  untilOn: '2026-11-03',
  ...change,
})

export const offerSlips = () => ({
  sheet: sheetOf('OF'),
  dormitoryWord: 'dormitorio',
  slips: [
    slip(),
    slip({
      name: LONG,
      activity: { title: 'Alfabetización y educación básica para personas adultas (INEA)', code: 'EAC-01-26B' },
      room: 'Aula 2 del edificio de escuela, planta alta',
      slots: [1, 2, 3, 4, 5].map((weekday) => ({
        weekday,
        startsAt: '08:30',
        endsAt: '10:30',
        week: weekday > 3 ? 'A' : null,
      })),
    }),
    slip({ activity: null, room: 'Consultorio 1' }),
  ],
})

export const turnSlip = (change: object = {}) => ({
  sheet: sheetOf('TU'),
  name: LONG,
  fileNumber: 'DEM-23-0149',
  dormitory: 'B-04',
  dormitoryWord: 'dormitorio',
  workshop: 'Corte y confección',
  requestedOn: '2026-08-20',
  state: 'approved',
  turn: 4,
  of: 17,
  points: 37,
  lines: [
    { kind: 'waitingWeek', count: 10, points: 10 },
    { kind: 'neverServed', count: 1, points: 10 },
    { kind: 'releaseMonth', count: 6, points: 6 },
    { kind: 'childInside', count: 1, points: 5 },
    { kind: 'refusal', count: 1, points: 3 },
    { kind: 'wantsTrade', count: 1, points: 3 },
  ],
  ahead: true,
  offeredUntil: null,
  declinedBecause: null,
  ...change,
})

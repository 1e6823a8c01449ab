/** Facts of careful examples of the papers of a woman's file: long names, letters with diacritics, a full page. */
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

export const consentForm = () => ({ sheet: sheetOf('CO'), person: { name: LONG, fileNumber: 'DEM-24-0210' } })

const activity = (change: object = {}) => ({
  code: 'CL-03-26B',
  title: 'Corte y confección',
  openedOn: '2026-02-02',
  endedOn: '2026-06-30',
  result: 'completed',
  attended: 38,
  counted: 40,
  hours: '76',
  folio: 'UMB-2026-00041-7',
  ...change,
})

export const history = () => ({
  sheet: sheetOf('HI'),
  person: { name: 'Xóchitl Nʉmʉ Ñáñez Saꞌvi', fileNumber: 'DEM-24-0210' },
  from: '2024-01-01',
  until: '2026-10-31',
  stays: [
    { admittedOn: '2024-03-04', leftOn: '2025-01-20' },
    { admittedOn: '2025-11-02', leftOn: null },
  ],
  activities: [
    activity({ code: 'EAC-11-24A', title: 'Primaria y secundaria para adultas', result: 'partial', folio: null }),
    activity({
      code: 'EAC-01-26B',
      title: 'Alfabetización y educación básica para personas adultas (INEA)',
      endedOn: null,
      result: null,
      folio: null,
      attended: 0,
      counted: 0,
      hours: '0',
    }),
    activity(),
    activity({ code: 'CL-01-26B', title: 'Tejido a gancho', result: 'not-completed', folio: null, hours: '11:30' }),
  ],
  hours: '163:30',
})

/** Facts of careful examples of the children's papers of health and childcare: a long name, no birth date, many doses. */
import { folioOf } from '../../src/main/platform/documents/paper-steps'

const LONG = 'María de los Ángeles Guadalupe Fernández de Córdova del Ángel'

const sheetOf = (prefix: string) => ({
  folio: folioOf(prefix, 2026, 12),
  printedOn: '2026-10-31',
  printedAt: '10:45',
  printedBy: 'Clara Coordinadora',
  center: 'Centro de Reinserción Social de Demostración',
  version: 1,
  replaces: null,
  checkCode: 'K7',
})

const dose = (vaccine: string, name: string, overdue = false) => ({ vaccine, dose: name, overdue })

export const vaccinesDue = () => ({
  sheet: sheetOf('VA'),
  issuer: 'Programa Umbral, A.C.',
  contact: 'Calle Ejemplo 10, Ciudad de México',
  day: '2026-10-31',
  schemeDay: '2026-02-13',
  children: [
    {
      ...{ name: LONG, birthDate: '2025-10-20', months: 12, approximate: false },
      doses: [dose('Hexavalente', '3ª', true), dose('Neumocócica', 'Refuerzo'), dose('SRP', '1ª')],
    },
    {
      ...{ name: 'Leo Nʉmʉ Saꞌvi', birthDate: '2024-07-01', months: 27, approximate: true },
      doses: [dose('Hexavalente', 'Refuerzo', true), dose('SRP', '2ª', true)],
    },
    { name: 'Luz Ñáñez', birthDate: null, months: null, approximate: false, doses: [dose('BCG', 'Única')] },
  ],
})

export const roomSheet = () => ({
  sheet: sheetOf('SI'),
  issuer: 'Programa Umbral, A.C.',
  day: '2026-10-20',
  rule: { under12: 3, under36: 6, older: 10 },
  children: [
    {
      name: `Fernández, ${LONG}`,
      mother: `Fernández, ${LONG}`,
      months: 8,
      approximate: false,
      from: '09:00',
      until: '11:00',
    },
    {
      name: 'Nʉmʉ Saꞌvi, Leo',
      mother: 'Nʉmʉ Saꞌvi, Xóchitl',
      months: 27,
      approximate: true,
      from: '09:00',
      until: '13:00',
    },
    { name: 'Ñáñez, Luz', mother: 'Ñáñez, Ana', months: null, approximate: false, from: '10:30', until: '12:00' },
  ],
})

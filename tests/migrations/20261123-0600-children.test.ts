import { describe } from 'vitest'
import { runSpecs } from './spec'

const AT = `'2026-10-05T18:00:00.000Z'`
const growth = (id: string, measures: string): string =>
  `INSERT INTO child_growth (id, child_id, day, weight_g, height_mm, lying, head_mm, measured_by, recorded_at)
   VALUES ('${id}', 'c1', '2026-10-05', ${measures}, 'Enfermería', ${AT})`
const dose = (id: string, outcome: string, seen = 0, reason = 'NULL', scheme = 's1'): string =>
  `INSERT INTO vaccine_dose (id, child_id, vaccine, dose, outcome, day, seen_on_card, reason, scheme_id, recorded_at)
   VALUES ('${id}', 'c1', 'SRP', '1ª', '${outcome}', '2026-10-05', ${seen}, ${reason}, '${scheme}', ${AT})`
const check = (id: string, milestone: string, outcome = 'done', note = 'NULL'): string =>
  `INSERT INTO child_check (id, child_id, milestone, outcome, day, note, recorded_at)
   VALUES ('${id}', 'c1', ${milestone}, '${outcome}', '2026-10-05', ${note}, ${AT})`
const screening = (id: string, instrument: string, overall: string, referral = 'NULL, NULL, NULL'): string =>
  `INSERT INTO screening (id, child_id, instrument, instrument_version, day, age_group, corrected, evaluator, overall,
     referred_to, referred_on, answered_on, recorded_at)
   VALUES ('${id}', 'c1', '${instrument}', '2ª ed.', '2026-10-05', 11, 0, 'Dra. Sol', '${overall}', ${referral}, ${AT})`
const area = (name: string, light: string, total: string): string =>
  `INSERT INTO screening_area (screening_id, area, light, total) VALUES ('e1', '${name}', '${light}', ${total})`
const stay = (id: string, child: string, rest: string): string =>
  `INSERT INTO childcare_stay (id, child_id, day, in_at, brought_by, brought_name, out_at, fetched_by, fetched_name,
     recorded_at)
   VALUES ('${id}', '${child}', '2026-10-05', '09:00', ${rest}, ${AT})`
const child = (id: string): string =>
  `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text)
   VALUES ('${id}', 'DEM-H-${id}', 'Ruiz', 'Luz', 'unknown', 'p1', '')`
const schemeRow = (position: number, from: number, until: number): string =>
  `INSERT INTO vaccine_scheme_dose (scheme_id, position, vaccine, dose, from_months, until_months)
   VALUES ('s1', ${String(position)}, 'SRP', '1ª', ${String(from)}, ${String(until)})`

describe('health and childcare of the children', () => {
  runSpecs([
    {
      name: '20261123_0600_children',
      before: [
        `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
         VALUES ('p1', 'F-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
        child('c1'),
        child('c2'),
      ],
      keeps: [
        ['SELECT count(*) FROM vaccine_scheme', 1],
        ['SELECT count(*) FROM vaccine_scheme_dose', 19],
        ['SELECT count(*) FROM vaccine_scheme_check', 13],
      ],
      takes: [
        `INSERT INTO vaccine_scheme (id, name, source, source_day, from_day, added_at)
         VALUES ('s1', 'Nuevo', 'DOF', '2026-01-01', '2026-10-01', ${AT})`,
        schemeRow(0, 12, 14),
        `INSERT INTO child_gestation (child_id, weeks, noted_at) VALUES ('c1', 33, ${AT})`,
        growth('g1', '3200, NULL, 1, NULL'),
        dose('d1', 'done', 1),
        dose('d2', 'not-wanted', 0, `'Alergia'`),
        check('k1', `'2m'`),
        check('k2', 'NULL'),
        check('k3', 'NULL'),
        screening('e1', 'EDI', 'red', `'CRREAD', '2026-10-05', NULL`),
        area('language', 'red', 'NULL'),
        area('social', 'yellow', '60'),
        stay('r1', 'c1', `'mother', NULL, NULL, NULL, NULL`),
        stay('r2', 'c2', `'staff', 'Custodia Ríos', '11:00', 'mother', NULL`),
        `UPDATE vaccine_dose SET withdrawn_at = ${AT}, withdrawn_reason = 'Otra niña' WHERE id = 'd1'`,
        dose('d3', 'done'),
        `INSERT INTO childcare_duty (id, day, name, from_at, recorded_at) VALUES ('t1', '2026-10-05', 'Sol', '08:00', ${AT})`,
      ],
      refuses: [
        ['weeks that no child is born at', `INSERT INTO child_gestation VALUES ('c2', 12, ${AT}, NULL, 1)`],
        ['a measurement of nothing', growth('g2', 'NULL, NULL, 0, NULL')],
        ['a weight of nothing', growth('g2', '0, NULL, 0, NULL')],
        ['a window that ends before it begins', schemeRow(1, 14, 14)],
        ['the same dose done twice', dose('d4', 'done')],
        ['not wanted without a reason', dose('d4', 'not-wanted')],
        ['a card seen of what was not done', dose('d4', 'referred', 1)],
        ['a dose of no scheme', dose('d4', 'referred', 0, 'NULL', 's9')],
        ['the same check-up done twice', check('k4', `'2m'`)],
        ['a check-up not wanted without a word', check('k4', `'4m'`, 'not-wanted')],
        ['an instrument nobody knows', screening('e2', 'X', 'green')],
        ['a referral without its day', screening('e2', 'EDI', 'red', `'CRREAD', NULL, NULL`)],
        ['an answer before the referral', screening('e2', 'EDI', 'red', `'CRREAD', '2026-10-05', '2026-10-04'`)],
        ['an area nobody knows', area('reading', 'green', 'NULL')],
        ['more than sixty', area('alarm', 'green', '61')],
        ['a child in the room twice', stay('r3', 'c1', `'mother', NULL, NULL, NULL, NULL`)],
        ['somebody of staff without a name', stay('r3', 'c2', `'staff', NULL, NULL, NULL, NULL`)],
        ['gone before she came', stay('r3', 'c2', `'mother', NULL, '08:00', 'mother', NULL`)],
        ['gone with nobody', stay('r3', 'c2', `'mother', NULL, '10:00', NULL, NULL`)],
        ['withdrawn without a reason', `UPDATE child_growth SET withdrawn_at = ${AT} WHERE id = 'g1'`],
        ['a shift that ends before it begins', `UPDATE childcare_duty SET until_at = '07:00' WHERE id = 't1'`],
      ],
    },
  ])
})

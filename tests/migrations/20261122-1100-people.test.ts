import { describe } from 'vitest'
import { runSpecs } from './spec'

const pair = (id: string, women: string, more = `'session', 'threat', 'block', '2026-10-01', '2027-01-01'`): string =>
  `INSERT INTO keep_apart (id, person_a, person_b, scope, reason_group, level, starts_on, review_on)
   VALUES ('${id}', ${women}, ${more})`
const alert = (id: string, kind: string, circle = 'office', until = 'NULL'): string =>
  `INSERT INTO alert (id, person_id, kind, circle, owner_role, starts_on, review_on, ends_on)
   VALUES ('${id}', 'p1', '${kind}', '${circle}', 'coordinator', '2026-10-01', '2026-11-01', ${until})`
const intake = (id: string, more = ''): string =>
  `INSERT INTO intake (id, person_id, stay_id, taken_on, taken_at${more ? ', superseded_at' : ''})
   VALUES ('${id}', 'p1', 'st1', '2026-10-05', '2026-10-05T18:00:00.000Z'${more})`
const consent = (id: string, answer: string, more = 'NULL, NULL'): string =>
  `INSERT INTO consent (id, person_id, purpose, answer, answered_on, how, read_aloud, folio, withdrawn_on, superseded_at)
   VALUES ('${id}', 'p1', 'photo', '${answer}', '2026-10-05', 'thumbprint', 1, 'CO-1', ${more})`
const person = (id: string): string =>
  `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
   VALUES ('${id}', 'F-${id}', 'Ruiz', 'Ana', 'unknown', '', '')`

describe("the person's file", () => {
  runSpecs([
    {
      name: '20261122_1100_people',
      before: [
        person('p1'),
        person('p2'),
        `INSERT INTO stay (id, person_id, admitted_on) VALUES ('st1', 'p1', '2026-01-01')`,
      ],
      takes: [
        pair('k1', `'p1', 'p2'`),
        pair('k2', `'p1', 'p2'`, `'room', 'gang', 'warn', '2026-10-01', '2026-10-01'`),
        `UPDATE keep_apart SET closed_on = '2026-10-01', close_reason = 'x' WHERE id = 'k1'`,
        pair('k3', `'p1', 'p2'`),
      ],
      refuses: [
        ['a pair written the other way round', pair('k4', `'p2', 'p1'`)],
        ['a woman kept apart from herself', pair('k4', `'p1', 'p1'`)],
        ['a second open pair of one scope', pair('k4', `'p1', 'p2'`)],
        ['a scope nobody knows', pair('k4', `'p1', 'p2'`, `'yard', 'gang', 'warn', '2026-10-01', '2026-10-01'`)],
        ['a reason nobody knows', pair('k4', `'p1', 'p2'`, `'corridor', 'x', 'warn', '2026-10-01', '2026-10-01'`)],
        [
          'a review before the start',
          pair('k4', `'p1', 'p2'`, `'corridor', 'gang', 'warn', '2026-10-02', '2026-10-01'`),
        ],
        ['a closing without a reason', `UPDATE keep_apart SET closed_on = '2026-12-01' WHERE id = 'k2'`],
        ['a woman nobody knows', pair('k4', `'p1', 'p9'`)],
      ],
    },
    {
      name: '20261122_1101_people',
      keeps: [[`SELECT group_concat(id, ' ') FROM (SELECT id FROM keep_apart ORDER BY id)`, 'k1 k2 k3']],
      takes: [
        alert('a1', 'risk', 'health'),
        alert('a2', 'pregnancy', 'care', `'2026-12-01'`),
        intake('i0', `, '2026-10-06T18:00:00.000Z'`),
        intake('i1'),
        consent('c0', 'yes', `'2026-10-06', '2026-10-07T18:00:00.000Z'`),
        consent('c1', 'no'),
      ],
      refuses: [
        ['an alert of a kind of its own', alert('a3', 'otro')],
        ['a circle nobody knows', alert('a3', 'risk', 'everyone')],
        ['an alert that ends before it starts', alert('a3', 'risk', 'health', `'2026-09-01'`)],
        ['an alert closed without a reason', `UPDATE alert SET closed_on = '2026-12-01' WHERE id = 'a1'`],
        ['two intakes that hold', intake('i2')],
        ['an intake outside a stay', intake('i2').replace(`'st1'`, `'st9'`)],
        ['two answers that hold for one purpose', consent('c2', 'yes')],
        ['a no that is taken back', `UPDATE consent SET withdrawn_on = '2026-10-08' WHERE id = 'c1'`],
        ['a consent by word of mouth', consent('c2', 'yes', `NULL, 'x'`).replace(`'thumbprint'`, `'word'`)],
      ],
    },
  ])
})

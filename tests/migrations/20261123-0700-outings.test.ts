import { describe } from 'vitest'
import { runSpecs } from './spec'

const outing = (id: string, cancelled = 'NULL, NULL'): string =>
  `INSERT INTO outing (id, folio, child_id, kind, reason, leaves_on, leaves_at, returns_on, returns_at, adult_name, adult_id,
     note, requested_by, cancelled_on, cancelled_reason, version)
   VALUES ('${id}', 'SAL-${id}', 'c1', 'family', 'fin de semana', '2026-10-17', '09:00', '2026-10-18', '17:00', 'Daniela',
     'a1', 'con su tía', 's1', ${cancelled}, 3)`

const permission = (id: string, state: string, more = 'NULL, NULL'): string =>
  `INSERT INTO permission (id, folio, kind, reason, state, state_on, state_reason, adult_name, round_on)
   VALUES ('${id}', 'P-${id}', 'group', 'museo', '${state}', ${more}, 'Abril', '2026-10-01')`
const one = (id: string, of: string): string =>
  `INSERT INTO outing (id, permission_id, folio, child_id, leaves_on, leaves_at, returns_on, returns_at)
   VALUES ('${id}', '${of}', 'P-${id}', 'c1', '2026-10-22', '08:00', '2026-10-22', '17:00')`
const signature = (id: string, outingId: string, more = `1, 'paper', NULL`, withdrawn = 'NULL, NULL'): string =>
  `INSERT INTO outing_signature (id, permission_id, outing_id, authorisation, round, how, evidence, withdrawn_on, withdrawn_reason)
   VALUES ('${id}', 'p1', ${outingId}, 'madre', ${more}, ${withdrawn})`
const rules = (name: string): string =>
  `SELECT recorded_by || ' ' || scope || ' ' || required_when_json || ' ' || emergency FROM outing_authorisation WHERE name = '${name}'`

describe('signatures as rules, permissions of several outings', () => {
  runSpecs([
    {
      name: '20261123_0700_office',
      before: [
        `INSERT INTO outing_authorisation (id, position, name) VALUES ('1', 0, 'madre'), ('2', 1, 'trabajo social'), ('3', 2, 'dirección')`,
      ],
      keeps: [
        [rules('madre'), 'office outing [] after'],
        [rules('trabajo social'), 'office permission [] after'],
        [rules('dirección'), 'director permission [] phone'],
      ],
      takes: [],
      refuses: [
        [
          'somebody nobody knows who records it',
          `UPDATE outing_authorisation SET recorded_by = 'gate' WHERE name = 'madre'`,
        ],
        ['a scope that is none', `UPDATE outing_authorisation SET scope = 'child' WHERE name = 'madre'`],
      ],
    },
    {
      name: '20261123_0710_outings',
      grows: ['import_write'],
      before: [
        `INSERT INTO staff (id, name, role) VALUES ('s1', 'Rosa', 'coordinator')`,
        `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
         VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
        `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text)
         VALUES ('c1', 'H-1', 'Ruiz', 'Eva', 'unknown', 'p1', '')`,
        `INSERT INTO adult (id, full_name, search_text) VALUES ('a1', 'Daniela', '')`,
        outing('o1'),
        outing('o2', `'2026-10-16', 'no pudo'`),
        `INSERT INTO outing_signature (outing_id, authorisation, signed_on, recorded_by) VALUES ('o1', 'madre', '2026-10-15', 's1')`,
        `INSERT INTO outing_movement (id, outing_id, direction, day, at, recorded_at) VALUES ('m1', 'o1', 'out', '2026-10-17', '09:05', '2026')`,
        `INSERT INTO import_batch (id, kind, file_name, file_sha256, imported_at, counts_json)
         VALUES ('b1', 'outings', 'salidas.xlsx', 'x', '2026', '{}')`,
        `INSERT INTO import_write VALUES ('b1', 1, 'outing', '{"id":"o1"}', NULL, '{"id":"o1","folio":"SAL-o1","kind":"family"}')`,
        `INSERT INTO import_write VALUES ('b1', 2, 'outing_signature', '{"outing_id":"o1","authorisation":"madre"}', NULL, '{}')`,
      ],
      keeps: [
        [
          `SELECT folio || ' ' || state || ' ' || round || ' ' || requested_by FROM permission WHERE id = 'o1'`,
          'SAL-o1 asked 1 s1',
        ],
        [
          `SELECT state || ' ' || state_on || ' ' || state_reason FROM permission WHERE id = 'o2'`,
          'cancelled 2026-10-16 no pudo',
        ],
        [`SELECT permission_id || ' ' || child_id || ' ' || version FROM outing WHERE id = 'o1'`, 'o1 c1 3'],
        [
          `SELECT permission_id || ' ' || outing_id || ' ' || signed_on || ' ' || how FROM outing_signature`,
          'o1 o1 2026-10-15 paper',
        ],
        [
          `SELECT adult_name || ' ' || leaves_on || ' ' || reason FROM outing_plan WHERE id = 'o1'`,
          'Daniela 2026-10-17 fin de semana',
        ],
        [
          `SELECT group_concat(table_name, ' ') FROM (SELECT table_name FROM import_write ORDER BY position)`,
          'permission outing outing_signature',
        ],
        [`SELECT after_json FROM import_write WHERE table_name = 'outing'`, '{"id":"o1","folio":"SAL-o1"}'],
        [
          `SELECT count(*) FROM import_write AS w JOIN outing_signature AS s ON w.key_json = json_object('id', s.id)`,
          1,
        ],
      ],
      takes: [
        permission('p1', 'draft'),
        permission('p2', 'paused', `'2026-10-02', 'enfermó'`),
        one('n1', 'p1'),
        one('n2', 'p2'),
        signature('t1', 'NULL'),
        signature('t2', `'n1'`),
        signature('t3', `'n1'`, `2, 'phone', 'habló la directora'`),
        signature('t4', `'n1'`, `1, 'paper', NULL`, `'2026-10-03', 'no quiere'`),
        `UPDATE outing_signature SET withdrawn_on = '2026-10-04', withdrawn_reason = 'ya no' WHERE id = 't3'`,
        `INSERT INTO permission_adult (id, permission_id, duty, name) VALUES ('d1', 'p1', 'doctor', 'Dra. Vera')`,
      ],
      refuses: [
        ['a state nobody knows', permission('p3', 'expired')],
        ['a pause without its reason', permission('p3', 'paused')],
        ['an outing of no permission', one('n3', 'p9')],
        ['two standing signatures of one round', signature('t5', 'NULL')],
        ['a word by phone of nobody', signature('t5', 'NULL', `3, 'phone', NULL`)],
        ['a signature rewritten', `UPDATE outing_signature SET signed_on = '2026-10-01' WHERE id = 't1'`],
        [
          'a withdrawal taken back',
          `UPDATE outing_signature SET withdrawn_on = NULL, withdrawn_reason = NULL WHERE id = 't4'`,
        ],
        ['a deputy of two houses', `UPDATE permission SET adult_id = 'a1', staff_id = 's1' WHERE id = 'p1'`],
      ],
    },
  ])
})

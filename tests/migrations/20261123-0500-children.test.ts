import { describe } from 'vitest'
import { runSpecs } from './spec'

const tie = (id: string, adult: string, more: string, values: string): string =>
  `INSERT INTO child_adult (id, child_id, adult_id, relation, may_collect${more}) VALUES ('${id}', 'c1', '${adult}', 'tía', ${values})`
const adult = (id: string, document: string): string =>
  `INSERT INTO adult (id, full_name, document, search_text) VALUES ('${id}', 'Rosa', ${document}, 'rosa')`
const right = (id: string, act: string, more = '', values = ''): string =>
  `INSERT INTO authority (id, child_id, adult_id, act${more}) VALUES ('${id}', 'c1', 'a9', '${act}'${values})`
const order = (id: string, more = '', values = ''): string =>
  `INSERT INTO prohibition (id, child_id, adult_id, order_number${more}) VALUES ('${id}', 'c1', 'a9', 'Oficio 9'${values})`
const write = (position: number, table: string, id: string, after: string): string =>
  `INSERT INTO import_write (batch_id, position, table_name, key_json, before_json, after_json)
   VALUES ('b1', ${String(position)}, '${table}', json_object('id', '${id}'), NULL, ${after})`
const countOf = (table: string, where: string): string => `SELECT count(*) FROM ${table} WHERE ${where}`

describe('rights by act, orders above them, and what a child needs', () => {
  runSpecs([
    {
      name: '20261123_0500_children',
      before: [
        `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key) VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
        `INSERT INTO child (id, code, surname1, given_names, birth_precision, mother_id, search_text) VALUES ('c1', 'DEM-H-1', 'Ruiz', 'Iker', 'unknown', 'p1', '')`,
        ...[1, 2, 3].map((n) => adult(`a${String(n)}`, `'INE 165${String(n)}'`)),
        adult('a9', 'NULL'),
        tie('t1', 'a1', ', valid_until', `1, '2026-09-30'`),
        tie('t2', 'a2', ', forbidden_by', `0, 'Oficio 1184/2026'`),
        tie('t3', 'a3', '', '0'),
        `INSERT INTO import_batch (id, kind, file_name, file_sha256, imported_at, counts_json) VALUES ('b1', 'adults', 'x.xlsx', 'h', '2026-10-01T00:00:00.000Z', '{}')`,
        write(1, 'adult', 'a1', `json_object('id', 'a1')`),
        write(
          2,
          'child_adult',
          't1',
          `json_object('id', 't1', 'may_collect', 1, 'valid_until', '2026-09-30', 'version', 1)`,
        ),
        write(3, 'child_adult', 't2', `json_object('id', 't2', 'may_collect', 0, 'forbidden_by', 'Oficio 1184/2026')`),
      ],
      grows: ['import_write'],
      keeps: [
        [countOf('child_adult', `relation = 'tía'`), 3],
        [
          `SELECT group_concat(act || ' ' || until_day) FROM (SELECT act, until_day FROM authority WHERE adult_id = 'a1' ORDER BY act)`,
          'bring-back 2026-09-30,take-out 2026-09-30',
        ],
        [countOf('authority', `adult_id <> 'a1'`), 0],
        [`SELECT adult_id || ' ' || order_number FROM prohibition`, 'a2 Oficio 1184/2026'],
        [
          `SELECT document_kind || ' ' || document_last4 || ' ' || document FROM adult WHERE id = 'a3'`,
          'ine 1653 INE 1653',
        ],
        [countOf('authority', `id GLOB '????????-????-4???-a???-????????????'`), 2],
        // What an import wrote goes on being taken back: the rows derived from its rows are among its writes.
        [
          countOf(
            'import_write',
            `table_name = 'authority' AND json_extract(after_json, '$.act') IN ('take-out', 'bring-back')`,
          ),
          2,
        ],
        [
          countOf(
            'import_write',
            `table_name = 'prohibition' AND json_extract(after_json, '$.order_number') = 'Oficio 1184/2026'`,
          ),
          1,
        ],
        [countOf('import_write', `json_extract(after_json, '$.may_collect') IS NOT NULL`), 0],
        [`SELECT max(position) FROM import_write`, 6],
      ],
      takes: [
        right('r1', 'told'),
        right('r2', 'take-out', ', from_day, until_day', `, '2026-01-01', '2026-12-31'`),
        `UPDATE authority SET ended_at = 'x', ended_on = '2026-10-01', end_reason = 'r' WHERE id = 'r2'`,
        right('r3', 'take-out'),
        `UPDATE authority SET replaced_by = 'r3' WHERE id = 'r2'`,
        order('o1'),
        `UPDATE prohibition SET lifted_at = 'x', lifted_on = '2026-10-02', lift_reason = 'r', lift_document = 'd' WHERE id = 'o1'`,
        order('o2'),
        `INSERT INTO protection_concern (id, child_id, seen_on, what, seen_by, entered_at) VALUES ('k1', 'c1', '2026-10-01', 'w', 's', 'x')`,
        `INSERT INTO protection_step (id, concern_id, kind, day, authority, what, at) VALUES ('s1', 'k1', 'notified', '2026-10-01', 'DIF', 'w', 'x')`,
        `INSERT INTO child_paper (id, child_id, kind, state, names_place, copy_seen_on, copy_seen_by) VALUES ('y1', 'c1', 'birth-record', 'has', 'yes', '2026-10-01', 'Ana')`,
        `INSERT INTO child_need (id, child_id, kind, quantity, asked_on) VALUES ('n1', 'c1', 'cot', 1, '2026-10-01')`,
        `INSERT INTO child_need_step (id, need_id, kind, day, quantity, who, at) VALUES ('m1', 'n1', 'promised', '2026-10-01', 1, 'DIF', 'x')`,
        `INSERT INTO first_experience (id, child_id, day, what) VALUES ('f1', 'c1', '2026-10-01', 'Vio el mar')`,
      ],
      refuses: [
        ['two open rights of one adult for one act', right('x1', 'told')],
        ['an act nobody knows', right('x2', 'adopt')],
        ['days the wrong way round', right('x3', 'visit', ', from_day, until_day', `, '2026-02-01', '2026-01-01'`)],
        ['a document seen by nobody', right('x4', 'visit', ', document_seen_on', `, '2026-02-01'`)],
        ['an end without its reason', `UPDATE authority SET ended_at = 'x', ended_on = '2026-10-01' WHERE id = 'r3'`],
        ['a right rewritten', `UPDATE authority SET until_day = '2030-01-01' WHERE id = 'r3'`],
        ['a right handed to another', `UPDATE authority SET adult_id = 'a1' WHERE id = 'r3'`],
        [
          'an order lifted without its paper',
          `UPDATE prohibition SET lifted_at = 'x', lifted_on = 'y', lift_reason = 'r' WHERE id = 'o2'`,
        ],
        ['an order rewritten', `UPDATE prohibition SET until_day = '2026-01-01' WHERE id = 'o2'`],
        [
          'a notice to no authority',
          `INSERT INTO protection_step (id, concern_id, kind, day, what, at) VALUES ('s2', 'k1', 'notified', '2026-10-01', 'w', 'x')`,
        ],
        ['a step rewritten', `UPDATE protection_step SET what = 'otra cosa' WHERE id = 's1'`],
        [
          'a paper twice',
          `INSERT INTO child_paper (id, child_id, kind, state, names_place) VALUES ('y2', 'c1', 'birth-record', 'missing', 'unchecked')`,
        ],
        [
          'a missing paper that names the place',
          `INSERT INTO child_paper (id, child_id, kind, state, names_place) VALUES ('y3', 'c1', 'curp', 'missing', 'yes')`,
        ],
        [
          'another thing that nobody names',
          `INSERT INTO child_need (id, child_id, kind, quantity, asked_on) VALUES ('n2', 'c1', 'other', 1, '2026-10-01')`,
        ],
        [
          'a photo without consent',
          `INSERT INTO picture (id, kind, width, height, sha256, bytes, added_at) VALUES ('pic', 'png', 1, 1, 'h', x'00', 'x');
          UPDATE first_experience SET photo_id = 'pic' WHERE id = 'f1'`,
        ],
        ['the old columns', `SELECT may_collect FROM child_adult`],
      ],
    },
  ])
})

import { describe } from 'vitest'
import { runSpecs } from './spec'

const person = (id: string): string =>
  `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
   VALUES ('${id}', 'DEM-${id}', 'Ruiz', 'Ana', 'unknown', '', '')`
const absence = (id: string, stay: string, more: string, values: string): string =>
  `INSERT INTO stay_absence (id, stay_id, reason, left_on${more}) VALUES ('${id}', '${stay}', 'court', '2026-10-05'${values})`
const arrival = (id: string, of: string): string =>
  `INSERT INTO arrival (id, person_id, expected_on) VALUES ('${id}', '${of}', '2026-11-01')`
const merge = (loser: string, kept: string): string =>
  `INSERT INTO person_merge VALUES ('${loser}', '${kept}', '2026-11-01', '2026-11-01T00:00:00.000Z', NULL, 'la misma')`
const certificate = (id: string, of: string, edition: string, number: number): string =>
  `INSERT INTO certificate (id, folio, year, number, person_id, edition_id, paper_id, facts_json, prev_hash, hash, issued_on)
   VALUES ('${id}', 'F-${id}', 2026, ${number}, '${of}', '${edition}', 'pp', '{}', '0', 'h-${id}', '2026-10-31')`
const edition = (id: string): string =>
  `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
   VALUES ('${id}', 'CL-${id}', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`

describe('stays with absences, arrivals and merges', () => {
  runSpecs([
    {
      name: '20261122_1000_people',
      before: [
        person('p1'),
        person('p2'),
        person('p3'),
        `INSERT INTO stay (id, person_id, admitted_on, dormitory, left_on, left_cause, version)
         VALUES ('s0', 'p1', '2020-01-01', 'A-1', '2021-01-01', 'transfer', 3)`,
        `INSERT INTO stay (id, person_id, admitted_on) VALUES ('s1', 'p1', '2024-01-01')`,
        `INSERT INTO stay (id, person_id, admitted_on) VALUES ('s2', 'p2', '2024-01-01')`,
      ],
      keeps: [
        [`SELECT dormitory || left_cause || version FROM stay WHERE id = 's0'`, 'A-1transfer3'],
        [`SELECT count(*) FROM stay WHERE left_on IS NULL AND version = 1`, 2],
        [`SELECT count(*) FROM person WHERE merged_into IS NULL`, 3],
      ],
      takes: [
        `UPDATE stay SET left_on = '2026-10-01', left_cause = 'house-arrest' WHERE id = 's2'`,
        absence('a0', 's1', ', ended_on, end_kind', `, '2026-10-06', 'returned'`),
        absence('a1', 's1', ', expected_on', `, '2026-10-20'`),
        arrival('r1', 'p3'),
        `UPDATE person SET merged_into = 'p1' WHERE id = 'p3'`,
        merge('p3', 'p1'),
      ],
      refuses: [
        ['a cause nobody knows', `UPDATE stay SET left_cause = 'fuga' WHERE id = 's0'`],
        [
          'two open stays of one woman',
          `INSERT INTO stay (id, person_id, admitted_on) VALUES ('s3', 'p1', '2025-01-01')`,
        ],
        ['leaving before arriving', `UPDATE stay SET left_on = '2023-12-31' WHERE id = 's1'`],
        ['two open absences of one stay', absence('a2', 's1', '', '')],
        ['a return before she went', absence('a2', 's2', ', ended_on, end_kind', `, '2026-10-04', 'returned'`)],
        ['an end of an absence that says not how', absence('a2', 's2', ', ended_on', `, '2026-10-06'`)],
        ['an absence of no stay', absence('a2', 's9', '', '')],
        ['two open arrivals of one woman', arrival('r2', 'p3')],
        ['an arrival settled without an outcome', `UPDATE arrival SET settled_on = '2026-11-01' WHERE id = 'r1'`],
        ['a tombstone of nobody', `UPDATE person SET merged_into = 'p9' WHERE id = 'p3'`],
        ['a record merged into itself', merge('p1', 'p1')],
        ['a record merged twice', merge('p3', 'p2')],
      ],
    },
    {
      name: '20261122_1009_certificates',
      before: [
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        edition('e1'),
        edition('e2'),
        `INSERT INTO paper VALUES ('pp', 'x', 'LA-1', 2026, 1, 't', NULL, 1, x'00', 'h', '2026', NULL)`,
        certificate('c1', 'p1', 'e1', 1),
        certificate('c2', 'p2', 'e1', 2),
      ],
      keeps: [[`SELECT count(*) FROM certificate WHERE holder_id = person_id`, 2]],
      takes: [certificate('c3', 'p2', 'e2', 3), `UPDATE certificate SET holder_id = 'p1' WHERE id = 'c3'`],
      refuses: [
        ['a certificate issued to another afterwards', `UPDATE certificate SET person_id = 'p1' WHERE id = 'c3'`],
        ['two certificates of one edition in one hand', `UPDATE certificate SET holder_id = 'p1' WHERE id = 'c2'`],
        ['a certificate held by nobody known', `UPDATE certificate SET holder_id = 'p9' WHERE id = 'c2'`],
      ],
    },
  ])
})

import { describe } from 'vitest'
import { runSpecs } from './spec'

const AT = `'2026-10-06T18:00:00.000Z', '2026-10-06', 's1'`
const mark = (session: string, person: string, code: string, more = ''): string =>
  `INSERT INTO mark (session_id, person_id, code${more.split('=')[0] ?? ''}) VALUES ('${session}', '${person}', '${code}'${more.split('=')[1] ?? ''})`
const change = (id: string, kind: string, was: string, why = 'NULL'): string =>
  `INSERT INTO mark_change VALUES ('${id}', 'se1', 'p1', '${kind}', ${was}, 'F', ${why}, ${AT})`
const WAS = `'{"mark":"A"}', 'A'`
const excuse = (id: string, reason: string, days: string, hours = 'NULL, NULL'): string =>
  `INSERT INTO excuse (id, person_id, reason, from_day, until_day, starts_at, ends_at, told_at) VALUES ('${id}', 'p1', '${reason}', ${days}, ${hours}, 't')`
const scan = (id: string, kind: string, size: number, bytes: string): string =>
  `INSERT INTO scan (id, session_id, name, kind, size, sha256, bytes, added_at) VALUES ('${id}', 'se1', 'hoja', '${kind}', ${size}, 'h', ${bytes}, 't')`
const sample = (id: string, session: string): string =>
  `INSERT INTO sheet_sample VALUES ('${id}', '${session}', 'LD-1', 's1', 's2', 't', '2026-10-07', 2)`
const difference = (person: string, first: string, second: string): string =>
  `INSERT INTO sample_difference (sample_id, person_id, first_code, second_code) VALUES ('x1', '${person}', ${first}, ${second})`

describe('marks with reasons, minutes and history; excuses, scans, second readings; tools', () => {
  runSpecs([
    {
      name: '20261122_1700_attendance',
      before: [
        `INSERT INTO staff (id, name, role) VALUES ('s1', 'Rosa', 'director'), ('s2', 'Carmen', 'coordinator')`,
        ...['p1', 'p2', 'p3'].map(
          (id) =>
            `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key) VALUES ('${id}', '${id}', 'Ruiz', 'Ana', 'unknown', '', '')`,
        ),
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
         VALUES ('e1', 'CL-01', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`,
        `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES
         ('se1', 'e1', '2026-10-05', '09:00', '11:00'), ('se2', 'e1', '2026-10-12', '09:00', '11:00')`,
        `INSERT INTO mark (session_id, person_id, code, version) VALUES ('se1', 'p1', 'JM', 3), ('se1', 'p2', 'R', 1), ('se1', 'p3', 'F', 1)`,
      ],
      keeps: [
        [`SELECT group_concat(code || version, ' ') FROM mark ORDER BY person_id`, 'JM3 R1 F1'],
        [`SELECT count(*) FROM mark WHERE reason IS NULL AND credited_minutes IS NULL AND marked_on IS NULL`, 3],
      ],
      takes: [
        `UPDATE mark SET reason = 'illness' WHERE person_id = 'p1'`,
        `UPDATE mark SET minutes_late = 15, minutes_early = 30, credited_minutes = 80, reason = 'hearing' WHERE person_id = 'p2'`,
        `UPDATE mark SET reason = 'left-session', minutes_early = 60, credited_minutes = 60 WHERE person_id = 'p3'`,
        mark('se2', 'p1', 'F', `, reason, note=, 'other', 'boda'`),
        change('c1', 'corrected', WAS),
        change('c2', 'rectified', 'NULL, NULL', `'faltaba'`),
      ],
      refuses: [
        ['a reason of another letter', mark('se2', 'p2', 'JM', `, reason=, 'hearing'`)],
        ['a reason that is none', mark('se2', 'p2', 'F', `, reason=, 'because'`)],
        ['another reason without words', mark('se2', 'p2', 'F', `, reason=, 'other'`)],
        ['lateness of who was not late', mark('se2', 'p2', 'A', `, minutes_late=, 5`)],
        ['minutes early of who was absent', mark('se2', 'p2', 'F', `, minutes_early=, 5`)],
        ['no minutes at all, written down', mark('se2', 'p2', 'R', `, minutes_late=, 0`)],
        ['credit under nothing', mark('se2', 'p2', 'A', `, credited_minutes=, -1`)],
        ['a letter that is none', mark('se2', 'p2', 'X')],
        ['a history rewritten', `UPDATE mark_change SET was_code = 'R' WHERE id = 'c1'`],
        ['a correction of nothing', change('c3', 'corrected', 'NULL, NULL')],
        ['a rectification without a reason', change('c3', 'rectified', WAS)],
        ['a change of a kind that is none', change('c3', 'guessed', WAS)],
      ],
    },
    {
      name: '20261122_1710_attendance',
      takes: [
        excuse('x1', 'illness', `'2026-10-05', '2026-10-05'`),
        excuse('x2', 'visit', `'2026-10-05', '2026-10-09'`, `'09:00', '10:00'`),
        `UPDATE excuse SET withdrawn_at = 't', withdrawn_reason = 'no fue' WHERE id = 'x1'`,
        scan('c1', 'pdf', 4, `x'25504446'`),
        scan('c2', 'png', 4, `x'25504446'`),
        `UPDATE scan SET bytes = NULL, removed_at = 't', removed_reason = 'otra hoja' WHERE id = 'c2'`,
        sample('x1', 'se1'),
        difference('p1', `'A'`, `'F'`),
        difference('p2', 'NULL', `'F'`),
      ],
      refuses: [
        ['an excuse for what nobody knows ahead', excuse('x3', 'other', `'2026-10-05', '2026-10-05'`)],
        ['days that are reversed', excuse('x3', 'visit', `'2026-10-05', '2026-10-04'`)],
        ['hours without an end', excuse('x3', 'visit', `'2026-10-05', '2026-10-05'`, `'09:00', NULL`)],
        ['an excuse withdrawn without a reason', `UPDATE excuse SET withdrawn_at = 't' WHERE id = 'x2'`],
        ['a scan of another kind', scan('c3', 'tiff', 4, `x'25504446'`)],
        ['an empty scan', scan('c3', 'pdf', 0, `x''`)],
        ['a scan without bytes that nobody removed', scan('c3', 'pdf', 4, 'NULL')],
        [
          'a scan removed that keeps its bytes',
          `UPDATE scan SET removed_at = 't', removed_reason = 'x' WHERE id = 'c1'`,
        ],
        ['a second sample of one sheet', sample('x2', 'se1')],
        ['a difference that is none', difference('p3', `'A'`, `'A'`)],
        ['a difference settled by nobody when', `UPDATE sample_difference SET settled = 'first'`],
      ],
    },
    {
      name: '20261122_1720_attendance',
      before: [
        `INSERT INTO workshop_kit (id, workshop_id, position, tool, quantity) VALUES ('k1', 'w1', 1, 'Tijeras', 6)`,
      ],
      takes: [
        `INSERT INTO tool_count VALUES ('se1', 'k1', 'Tijeras', 6, NULL)`,
        `UPDATE tool_count SET in_count = 5`,
        `INSERT INTO tool_check (session_id, version, counted_at, told) VALUES ('se1', 1, 't', 'Jefa de turno')`,
      ],
      refuses: [
        ['the same tool twice', `INSERT INTO tool_count VALUES ('se1', 'k1', 'Tijeras', 6, 6)`],
        ['fewer than none', `INSERT INTO tool_count VALUES ('se2', 'k1', 'Tijeras', -1, NULL)`],
        ['a tool of no kit', `INSERT INTO tool_count VALUES ('se2', 'k9', 'Tijeras', 1, NULL)`],
        ['nobody told', `INSERT INTO tool_check (session_id, version, counted_at, told) VALUES ('se2', 1, 't', '')`],
        ['settled without saying how', `UPDATE tool_check SET settled_at = 't'`],
      ],
    },
  ])
})

import { describe } from 'vitest'
import { runSpecs } from './spec'

const slot = (id: string, week: string, startsAt: string, endsAt = '12:00'): string =>
  `INSERT INTO edition_slot (id, edition_id, week, weekday, starts_at, ends_at)
   VALUES ('${id}', 'e1', '${week}', 1, '${startsAt}', '${endsAt}')`
const exception = (id: string, kind: string, day: string, to: string): string =>
  `INSERT INTO edition_exception (id, edition_id, kind, day, starts_at, to_starts_at, to_ends_at)
   VALUES ('${id}', 'e1', '${kind}', '${day}', '09:00', ${to})`
const module = (id: string, title: string, retired = 'NULL'): string =>
  `INSERT INTO workshop_module VALUES ('${id}', 'w1', 1, '${title}', 120, ${retired})`
const tool = (id: string, quantity: number): string =>
  `INSERT INTO workshop_kit VALUES ('${id}', 'w1', 1, 'Tijeras', ${quantity}, NULL, '2026-09-01')`
const session = (id: string, of: string): string =>
  `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES ('${id}', '${of}', '2026-09-07', '09:00', '11:00')`
const place = (id: string, person: string, of: string): string =>
  `INSERT INTO place (id, person_id, edition_id, opened_on) VALUES ('${id}', '${person}', '${of}', '2026-09-01')`
const edition = (id: string, code: string): string =>
  `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
   VALUES ('${id}', '${code}', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`
const woman = (id: string): string =>
  `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
   VALUES ('${id}', '${id}', 'Ruiz', 'Ana', 'unknown', '', '')`

describe('catalog with modules, requirements, kit and rules; two-week patterns; closed editions', () => {
  runSpecs([
    {
      name: '20261122_1200_programs',
      before: [
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        edition('e1', 'CL-01'),
        edition('e2', 'CL-02'),
        `INSERT INTO edition_slot VALUES ('old1', 'e1', 1, '09:00', '11:00')`,
        `INSERT INTO edition_slot VALUES ('old2', 'e1', 3, '09:00', '11:00')`,
        session('s1', 'e1'),
        session('s2', 'e2'),
        woman('p1'),
        woman('p2'),
        `INSERT INTO mark (session_id, person_id, code) VALUES ('s1', 'p1', 'A'), ('s2', 'p1', 'A')`,
      ],
      keeps: [
        [
          `SELECT group_concat(id || ' ' || week || ' ' || starts_at, ', ') FROM edition_slot`,
          'old1 every 09:00, old2 every 09:00',
        ],
        [`SELECT version FROM workshop`, 1],
        [`SELECT active FROM room`, 1],
        [`SELECT count(*) FROM edition WHERE closed_on IS NULL AND takes_waiting = 1 AND rule_from IS NULL`, 2],
      ],
      takes: [
        slot('n1', 'A', '10:00'),
        slot('n2', 'B', '10:00', '11:30'),
        module('m1', 'Urdido'),
        module('m0', 'Urdido', `'2026-01-01'`),
        tool('k1', 12),
        `INSERT INTO workshop_requirement VALUES ('w1', 'schooling', 'primary'), ('w1', 'care', '')`,
        `INSERT INTO certificate_rule VALUES ('w1', '2026-01-01', 80, NULL), ('w1', '2026-07-01', 85, 40)`,
        `INSERT INTO edition_module VALUES ('e1', 'm1', 1, 120)`,
        exception('x1', 'skip', '2026-09-14', 'NULL, NULL'),
        exception('x2', 'extra', '2026-09-16', `'09:00', '11:00'`),
        exception('x3', 'time', '2026-09-21', `'10:00', '12:00'`),
        `UPDATE edition SET care = 'childcare', min_hours = 30, rule_from = '2026-07-01' WHERE id = 'e1'`,
      ],
      refuses: [
        ['a week that is neither A nor B', slot('n3', 'C', '16:00', '17:00')],
        ['the same hour of the same week twice', slot('n4', 'A', '10:00')],
        ['a module of no time', `INSERT INTO workshop_module VALUES ('m9', 'w1', 2, 'x', 0, NULL)`],
        ['two modules of one name in force', module('m2', 'Urdido')],
        ['a tool twice', tool('k2', 3)],
        ['no tool of a tool', tool('k3', 0).replace('Tijeras', 'Agujas')],
        ['a requirement nobody knows', `INSERT INTO workshop_requirement VALUES ('w1', 'height', '170')`],
        ['a rule of the same day twice', `INSERT INTO certificate_rule VALUES ('w1', '2026-07-01', 90, NULL)`],
        ['a minimum above all', `INSERT INTO certificate_rule VALUES ('w1', '2027-01-01', 101, NULL)`],
        ['a skipped date with hours', exception('x4', 'skip', '2026-09-28', `'10:00', '12:00'`)],
        ['an extra date without hours', exception('x5', 'extra', '2026-09-28', 'NULL, NULL')],
        ['two exceptions of one meeting', exception('x6', 'skip', '2026-09-14', 'NULL, NULL')],
        ['hours the wrong way round', exception('x7', 'time', '2026-09-28', `'12:00', '10:00'`)],
        ['care of a kind nobody knows', `UPDATE edition SET care = 'grandmother'`],
      ],
    },
    {
      name: '20261122_2300_programs',
      before: [
        place('pl1', 'p1', 'e1'),
        place('pl2', 'p1', 'e2'),
        `UPDATE edition SET closed_on = '2026-11-05' WHERE id = 'e1'`,
      ],
      keeps: [[`SELECT closed_on FROM edition WHERE id = 'e1'`, '2026-11-05']],
      takes: [
        // Open editions take everything, as before.
        session('s3', 'e2').replace('2026-09-07', '2026-09-14'),
        `UPDATE session SET day = '2026-09-15' WHERE id = 's3'`,
        `UPDATE mark SET code = 'F' WHERE session_id = 's2'`,
        `UPDATE place SET ended_on = '2026-10-31', end_result = 'completed', end_cause = 'finished' WHERE id = 'pl2'`,
        // Whose record it is may still be put right, and the edition itself reopened and closed again.
        `UPDATE place SET person_id = 'p2' WHERE id = 'pl1'`,
        `UPDATE edition SET closed_on = NULL WHERE id = 'e1'`,
        `UPDATE edition SET closed_on = '2026-11-06' WHERE id = 'e1'`,
      ],
      refuses: [
        ['another capacity', `UPDATE edition SET capacity = 9 WHERE id = 'e1'`],
        ['no edition any more', `DELETE FROM edition WHERE id = 'e1'`],
        ['another hour of the pattern', slot('n9', 'every', '18:00', '19:00')],
        ['one hour less', `DELETE FROM edition_slot WHERE id = 'old1'`],
        ['another exception', exception('x9', 'skip', '2026-10-05', 'NULL, NULL')],
        ['another plan of modules', `UPDATE edition_module SET minutes = 60 WHERE edition_id = 'e1'`],
        ['a session more', session('s9', 'e1').replace('2026-09-07', '2026-09-28')],
        ['a session called off', `UPDATE session SET cancelled_cause = 'office' WHERE id = 's1'`],
        ['a session less', `DELETE FROM session WHERE id = 's1'`],
        ['a place given', place('pl9', 'p1', 'e1')],
        ['a place ended', `UPDATE place SET ended_on = '2026-10-01' WHERE id = 'pl1'`],
        ['a mark changed', `UPDATE mark SET code = 'F' WHERE session_id = 's1'`],
        ['a mark added', `INSERT INTO mark (session_id, person_id, code) VALUES ('s1', 'p2', 'A')`],
        ['a mark taken away', `DELETE FROM mark WHERE session_id = 's1'`],
      ],
    },
  ])
})

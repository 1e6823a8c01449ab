import { describe } from 'vitest'
import { runSpecs } from './spec'

const place = (id: string, more: string, values: string): string =>
  `INSERT INTO place (id, person_id, edition_id, opened_on${more}) VALUES ('${id}', 'p1', 'e1', ${values})`
const oldEnd = (id: string, result: string, cause: string): string =>
  place(id, ', ended_on, end_result, end_cause', `'2026-09-01', '2026-09-05', '${result}', ${cause}`)
const suspension = (id: string, of: string, cause: string, more = ''): string =>
  `INSERT INTO place_suspension (id, place_id, cause, from_day, absence_id)
   VALUES ('${id}', '${of}', '${cause}', '2026-10-05', ${more || 'NULL'})`
const exclusion = (id: string, weekday: number, reason: string): string =>
  `INSERT INTO place_exclusion (id, place_id, weekday, reason, from_day) VALUES ('${id}', 'o7', ${weekday}, '${reason}', '2026-10-01')`
const endOf = (id: string): string =>
  `SELECT end_result || ' ' || end_cause || ' ' || coalesce(end_note, '-') FROM place WHERE id = '${id}'`

describe('places with result and cause, exclusions and suspensions', () => {
  runSpecs([
    {
      name: '20261122_1600_places',
      before: [
        `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key) VALUES ('p1', 'DEM-1', 'Ruiz', 'Ana', 'unknown', '', '')`,
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
         VALUES ('e1', 'CL-01', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`,
        `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES
         ('s-mon', 'e1', '2026-10-05', '09:00', '11:00'), ('s-sun', 'e1', '2026-10-11', '09:00', '11:00')`,
        oldEnd('o1', 'completed', 'NULL'),
        oldEnd('o2', 'left', `'release'`),
        oldEnd('o3', 'removed', 'NULL'),
        oldEnd('o4', 'left', `'se cambió de turno'`),
        oldEnd('o5', 'completed', `'finished'`),
        oldEnd('o6', 'left', 'NULL'),
        place('o7', ', version', `'2026-09-06', 4`),
      ],
      keeps: [
        [endOf('o1'), 'completed finished -'],
        [endOf('o2'), 'not-completed release -'],
        [endOf('o3'), 'not-completed staff -'],
        [endOf('o4'), 'not-completed other se cambió de turno'],
        [endOf('o5'), 'completed finished -'],
        [endOf('o6'), 'not-completed other -'],
        [`SELECT version FROM place WHERE id = 'o7' AND ended_on IS NULL AND end_cause IS NULL`, 4],
        [`SELECT count(*) FROM place WHERE ended_on = '2026-09-05'`, 6],
      ],
      takes: [
        exclusion('x1', 7, 'breastfeeding'),
        suspension('u1', 'o7', 'sanction'),
        suspension('u2', 'o7', 'away', `'ab1'`),
        `INSERT INTO edition_seating (edition_id, suspended_frees) VALUES ('e1', 1)`,
        // Never began: it ended before its first day.
        place('n1', ', ended_on, end_result, end_cause', `'2026-11-01', '2026-10-20', 'not-completed', 'release'`),
      ],
      refuses: [
        ['two open places of one woman in one edition', place('n2', '', `'2026-10-01'`)],
        ['an end without a cause', `UPDATE place SET ended_on = '2026-10-31', end_result = 'partial' WHERE id = 'o7'`],
        ['an end without a result', `UPDATE place SET ended_on = '2026-10-31', end_cause = 'staff' WHERE id = 'o7'`],
        ['the results of old', `UPDATE place SET end_result = 'left' WHERE id = 'o1'`],
        ['a cause nobody knows', `UPDATE place SET end_cause = 'lluvia' WHERE id = 'o1'`],
        [
          'what was overridden without its reason',
          `UPDATE place SET given_despite = '["place-clash"]' WHERE id = 'o7'`,
        ],
        ['a place of nobody', place('n3', '', `'2026-10-01'`).replace(`'p1'`, `'p9'`)],
        ['a day that is no weekday', exclusion('x2', 8, 'school')],
        ['a reason nobody knows', exclusion('x2', 1, 'pereza')],
        ['two open suspensions by hand', suspension('u3', 'o7', 'health')],
        ['two open suspensions by absence', suspension('u3', 'o7', 'away', `'ab2'`)],
        ['an absence that hides as health', suspension('u3', 'o7', 'health', `'ab2'`)],
        ['a sanction that becomes health', `UPDATE place_suspension SET cause = 'health' WHERE id = 'u1'`],
        ['being back before it began', `UPDATE place_suspension SET back_on = '2026-10-04' WHERE id = 'u1'`],
      ],
    },
  ])
})

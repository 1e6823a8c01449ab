import { describe } from 'vitest'
import { runSpecs } from './spec'

const person = (id: string): string =>
  `INSERT INTO person (id, file_number, surname1, given_names, birth_precision, search_text, sort_key)
   VALUES ('${id}', 'DEM-${id}', 'Ruiz', 'Ana', 'unknown', '', '')`
const oldWait = (id: string, of: string, closed: string): string =>
  `INSERT INTO wait (id, person_id, workshop_id, requested_on, closed_on, close_cause, version)
   VALUES ('${id}', '${of}', 'w1', '2026-08-01', ${closed}, 3)`
const wait = (id: string, state: string, closedOn = 'NULL', requestedBy = `'herself'`): string =>
  `INSERT INTO wait (id, person_id, workshop_id, requested_on, requested_by, state, state_on, closed_on)
   VALUES ('${id}', 'p5', 'w1', '2026-10-01', ${requestedBy}, '${state}', '2026-10-02', ${closedOn})`
const offer = (id: string, until: string, more = ''): string =>
  `INSERT INTO offer (id, wait_id, edition_id, made_on, until_on, turn, turn_of, points${more && ', answer, answered_on'})
   VALUES ('${id}', 'n1', 'e1', '2026-10-05', '${until}', 1, 4, 9${more})`
const jump = (id: string, kind: string, reason: string, note = 'NULL', ended = 'NULL'): string =>
  `INSERT INTO wait_jump (id, person_id, workshop_id, wait_id, edition_id, kind, day, reason, note, turn, passed_json, ended_on)
   VALUES ('${id}', 'p5', 'w1', 'n1', ${kind === 'ahead' ? 'NULL' : `'e1'`}, '${kind}', '2026-10-05', '${reason}', ${note}, 3, '[]', ${ended})`
const stateOf = (id: string): string =>
  `SELECT state || ' ' || state_on || ' ' || coalesce(closed_on, '-') || ' ' || version FROM wait WHERE id = '${id}'`

describe('waits with states, their steps, offers and jumps', () => {
  runSpecs([
    {
      name: '20261122_1500_places',
      before: [
        ...['p1', 'p2', 'p3', 'p4', 'p5'].map(person),
        `INSERT INTO stay (id, person_id, admitted_on, left_on, left_cause)
         VALUES ('s3', 'p3', '2020-01-01', '2026-09-09', 'release')`,
        `INSERT INTO axis VALUES ('a1', 'CL', 'Capacitación', 0)`,
        `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Tejido')`,
        `INSERT INTO room (id, name) VALUES ('r1', 'Taller 1')`,
        `INSERT INTO instructor (id, name) VALUES ('i1', 'Elisa')`,
        `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
         VALUES ('e1', 'CL-01', 'w1', 'r1', 'i1', 10, 5, '2026-09-01', '2026-10-31', 80)`,
        oldWait('o1', 'p1', 'NULL, NULL'),
        oldWait('o2', 'p2', `'2026-09-09', 'placed'`),
        oldWait('o3', 'p3', `'2026-09-09', 'left'`),
        oldWait('o4', 'p4', `'2026-09-09', 'left'`),
        oldWait('o5', 'p4', `'2026-09-10', 'declined'`),
      ],
      keeps: [
        [stateOf('o1'), 'approved 2026-08-01 - 3'],
        [stateOf('o2'), 'accepted 2026-09-09 2026-09-09 3'],
        [stateOf('o3'), 'removed 2026-09-09 2026-09-09 3'],
        [stateOf('o4'), 'withdrawn 2026-09-09 2026-09-09 3'],
        [stateOf('o5'), 'withdrawn 2026-09-10 2026-09-10 3'],
      ],
      takes: [
        wait('n0', 'declined', `'2026-10-02'`),
        wait('n1', 'offered', 'NULL', 'NULL'),
        `INSERT INTO wait_step (id, wait_id, at, day, act, to_state) VALUES ('t1', 'n1', '2026', '2026-10-02', 'offer', 'offered')`,
        offer('f1', '2026-10-08', `, 'lapsed', '2026-10-09'`),
        offer('f2', '2026-10-12'),
        jump('j1', 'ahead', 'release'),
        jump('j2', 'offer', 'other', `'lo pidió la directora'`),
        jump('j4', 'place', 'order').replace(`'n1'`, 'NULL'),
      ],
      refuses: [
        ['two open waits for one workshop', wait('n2', 'pending')],
        ['a state nobody knows', wait('n2', 'lost', `'2026-10-02'`)],
        ['a closed wait without its day', wait('n2', 'declined')],
        ['an open wait with a day of closing', wait('n2', 'approved', `'2026-10-02'`)],
        ['a request by nobody known', wait('n2', 'declined', `'2026-10-02'`, `'boss'`)],
        ['two open offers of one wait', offer('f3', '2026-10-12')],
        ['an offer that lapses before it is made', offer('f3', '2026-10-04', `, 'void', '2026-10-05'`)],
        ['an answer without its day', `UPDATE offer SET answer = 'accepted' WHERE id = 'f2'`],
        ['somebody told on no day', `UPDATE offer SET told_by = 'Rosa' WHERE id = 'f2'`],
        ['an offer out of turn to who does not wait', jump('j3', 'offer', 'order').replace(`'n1'`, 'NULL')],
        ['a place out of turn in no edition', jump('j3', 'place', 'order').replace(`'e1'`, 'NULL')],
        ['two standing reasons to be ahead', jump('j3', 'ahead', 'order')],
        ['another reason that is not said', jump('j3', 'offer', 'other')],
        ['an end of an offer out of turn', jump('j3', 'offer', 'clash', 'NULL', `'2026-10-06'`)],
      ],
    },
  ])
})

import { runSpecs } from './spec'

runSpecs([
  {
    name: '20261122_0900_platform',
    takes: [
      `INSERT INTO batch VALUES ('b1', 'places', 'Telar', NULL, '2026', '2026-11-22', NULL, NULL)`,
      `INSERT INTO batch_write VALUES ('b1', 1, 'place', '{}', NULL, '{}')`,
      `INSERT INTO setting VALUES ('awayDays', '2026-11-22', '21', NULL)`,
    ],
    refuses: [
      ['a row of no batch', `INSERT INTO batch_write VALUES ('b9', 1, 'place', '{}', NULL, '{}')`],
      ['two values from one day', `INSERT INTO setting VALUES ('awayDays', '2026-11-22', '5', NULL)`],
    ],
  },
  {
    name: '20261122_0904_timetable',
    before: [
      `INSERT INTO axis VALUES ('a1', 'OF', 'Oficios', 0)`,
      `INSERT INTO workshop VALUES ('w1', 'a1', 'Telar')`,
      `INSERT INTO room VALUES ('r1', 'Salón 1')`,
      `INSERT INTO instructor VALUES ('i1', 'Julia')`,
      `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
       VALUES ('e1', 'OF-1', 'w1', 'r1', 'i1', 10, 5, '2026-11-01', '2026-11-30', 80)`,
      `INSERT INTO session (id, edition_id, day, starts_at, ends_at) VALUES ('s1', 'e1', '2026-11-02', '09:00', '11:00')`,
    ],
    keeps: [[`SELECT coalesce(room_id, 'as the edition') FROM session WHERE id = 's1'`, 'as the edition']],
    takes: [
      `UPDATE session SET care = 'childcare', actual_instructor_id = 'i1' WHERE id = 's1'`,
      `INSERT INTO session (id, edition_id, day, starts_at, ends_at, catch_up_of) VALUES ('s2', 'e1', '2026-11-09', '09:00', '11:00', 's1')`,
    ],
    refuses: [
      ['a care arrangement that nobody knows', `UPDATE session SET care = 'x' WHERE id = 's1'`],
      ['making up for a session that is not there', `UPDATE session SET catch_up_of = 's9' WHERE id = 's2'`],
    ],
  },
  {
    name: '20261122_0920_tasks',
    takes: [`INSERT INTO task_outcome VALUES ('t1', 'k', 'absences', 'done', NULL, 'hablamos', '2026', NULL)`],
    refuses: [
      ['later without a day', `INSERT INTO task_outcome VALUES ('t2', 'k', 'a', 'later', NULL, 'x', '2026', NULL)`],
      ['done with a day', `INSERT INTO task_outcome VALUES ('t3', 'k', 'a', 'done', '2026-12-01', 'x', '2026', NULL)`],
    ],
  },
])

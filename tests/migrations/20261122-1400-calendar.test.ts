import { runSpecs } from './spec'

const special = (
  id: string,
  more: Partial<Record<'kind' | 'title' | 'starts' | 'ends' | 'effect', string>> = {},
): string =>
  `INSERT INTO special_day (id, day, title, kind, starts_at, ends_at, effect)
   VALUES ('${id}', '2026-12-01', '${more.title ?? id}', '${more.kind ?? 'event'}', ${more.starts ?? 'NULL'}, ${more.ends ?? 'NULL'}, ${more.effect ?? 'NULL'})`
const routine = (id: string, weekday: number, ends = '14:30', until = 'NULL'): string =>
  `INSERT INTO routine VALUES ('${id}', 's1', 'meal', 'Comida', NULL, ${weekday}, '14:00', '${ends}', '2026-01-01', ${until})`
const sheet = (id: string, number: number, more: string): string =>
  `INSERT INTO paper VALUES ('${id}', 'x', 'LA-${number}', 2026, ${number}, 't', NULL, 1, x'00', 'h', '2026', NULL, ${more})`

runSpecs([
  {
    name: '20261122_1400_office',
    before: [
      `INSERT INTO special_day VALUES ('old', '2026-11-16', 'Día de la Revolución', 'holiday', NULL, NULL, NULL)`,
      `INSERT INTO special_day VALUES ('odd', '2026-11-17', 'Al revés', 'closure', 'A', '12:00', '10:00')`,
      `INSERT INTO axis (id, code, name, sensitive) VALUES ('a1', 'CL', 'Capacitación', 0)`,
      `INSERT INTO workshop (id, axis_id, title) VALUES ('w1', 'a1', 'Telar')`,
      `INSERT INTO room (id, name) VALUES ('r1', 'Aula 1')`,
      `INSERT INTO instructor (id, name) VALUES ('i1', 'Olga')`,
      `INSERT INTO edition (id, code, workshop_id, room_id, instructor_id, hours, capacity, starts_on, ends_on, min_rate_percent)
       VALUES ('e1', 'CL-1', 'w1', 'r1', 'i1', 10, 5, '2026-11-01', '2026-12-31', 80)`,
      `INSERT INTO session (id, edition_id, day, starts_at, ends_at, cancelled_cause, cancelled_note)
       VALUES ('x1', 'e1', '2026-11-16', '10:00', '12:00', 'office', 'Día de la Revolución')`,
      `INSERT INTO session (id, edition_id, day, starts_at, ends_at, cancelled_cause, cancelled_note)
       VALUES ('x2', 'e1', '2026-11-16', '13:00', '14:00', 'provider', 'No llegó')`,
    ],
    keeps: [
      [`SELECT kind || ' ' || version FROM special_day WHERE id = 'old'`, 'holiday 1'],
      [`SELECT starts_at || coalesce(ends_at, '-') FROM special_day WHERE id = 'odd'`, '12:00-'],
    ],
    takes: [
      special('s1', { kind: 'lock-down' }),
      special('s2', { kind: 'short-day', starts: `'13:00'`, effect: `'cancels'` }),
      routine('r1', 1),
      routine('r2', 2, '15:00', `'2026-01-01'`),
    ],
    refuses: [
      ['a kind that does not exist', special('s9', { kind: 'party' })],
      ['an effect that does not exist', special('s9', { effect: `'delays'` })],
      ['hours the wrong way round', special('s9', { starts: `'12:00'`, ends: `'11:00'` })],
      ['the same name twice on a day', special('s9', { title: 's1' })],
      ['one weekday twice in a series', routine('r9', 1)],
      ['an eighth weekday', routine('r9', 8)],
      ['a meal that ends before it begins', routine('r9', 3, '13:00')],
      ['a routine that ends before it holds', routine('r9', 3, '15:00', `'2025-12-31'`)],
    ],
  },
  {
    name: '20261122_1410_timetable',
    keeps: [
      [`SELECT special_day_id FROM session WHERE id = 'x1'`, 'old'],
      [`SELECT special_day_id FROM session WHERE id = 'x2'`, null],
    ],
    takes: [
      `UPDATE session SET planned_starts_at = '13:00', planned_ends_at = '15:00', shortened_cause = 'office' WHERE id = 'x2'`,
      `DELETE FROM special_day WHERE id = 'old'`,
    ],
    refuses: [
      ['a day that does not exist', `UPDATE session SET special_day_id = 'nobody' WHERE id = 'x1'`],
      ['hours lost to nobody', `UPDATE session SET shortened_cause = NULL WHERE id = 'x2'`],
      ['a cause without hours', `UPDATE session SET shortened_cause = 'custody' WHERE id = 'x1'`],
      ['half of the hours it had', `UPDATE session SET planned_starts_at = NULL WHERE id = 'x2'`],
    ],
  },
  {
    name: '20261122_1420_platform',
    before: [`INSERT INTO paper VALUES ('p1', 'x', 'LA-1', 2026, 1, 't', NULL, 1, x'00', 'h', '2026', NULL)`],
    keeps: [[`SELECT version || coalesce(about, '-') FROM paper WHERE id = 'p1'`, '1-']],
    takes: [sheet('p2', 2, `'a', 1, 'K7'`), sheet('p3', 3, `'a', 2, 'K8'`), sheet('p4', 4, `NULL, 1, NULL`)],
    refuses: [
      ['one version of a sheet twice', sheet('p9', 9, `'a', 2, 'K9'`)],
      ['a version before the first', sheet('p9', 9, `'b', 0, 'K9'`)],
      ['an altered version', `UPDATE paper SET version = 7 WHERE id = 'p1'`],
    ],
  },
])

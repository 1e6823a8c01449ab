import { sql, type Kysely } from 'kysely'

/**
 * A closed edition is read-only whoever asks: the walls stand here, once, and not in each of the slices that write
 * about it. The seam turns the message into a refusal of that code. Who a row belongs to may still change (two records
 * of one woman are merged), and closing and reopening are the edition's own acts.
 */
const CLOSED = `(SELECT closed_on FROM edition WHERE id = `
const REFUSE = `BEGIN SELECT RAISE(ABORT, 'refused: edition-closed'); END`

const ofEdition = (table: string, columns: string): string[] => [
  `CREATE TRIGGER ${table}_closed_insert BEFORE INSERT ON ${table}
   WHEN ${CLOSED}NEW.edition_id) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER ${table}_closed_update BEFORE UPDATE OF ${columns} ON ${table}
   WHEN ${CLOSED}OLD.edition_id) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER ${table}_closed_delete BEFORE DELETE ON ${table}
   WHEN ${CLOSED}OLD.edition_id) IS NOT NULL ${REFUSE}`,
]

const statements = [
  `CREATE TRIGGER edition_closed_update BEFORE UPDATE OF code, workshop_id, room_id, instructor_id, hours, capacity,
     starts_on, ends_on, min_rate_percent, min_hours, care, takes_waiting ON edition
   WHEN OLD.closed_on IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER edition_closed_delete BEFORE DELETE ON edition WHEN OLD.closed_on IS NOT NULL ${REFUSE}`,
  ...ofEdition('edition_slot', 'week, weekday, starts_at, ends_at'),
  ...ofEdition('edition_exception', 'kind, day, starts_at, to_starts_at, to_ends_at'),
  ...ofEdition('edition_module', 'position, minutes'),
  ...ofEdition(
    'session',
    'day, starts_at, ends_at, cancelled_cause, planned_instructor_id, actual_instructor_id, room_id, care, module_id',
  ),
  ...ofEdition('place', 'opened_on, ended_on, end_result, end_cause'),
  `CREATE TRIGGER mark_closed_insert BEFORE INSERT ON mark
   WHEN ${CLOSED}(SELECT edition_id FROM session WHERE id = NEW.session_id)) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER mark_closed_update BEFORE UPDATE OF code, reason, minutes_late, minutes_early, credited_minutes ON mark
   WHEN ${CLOSED}(SELECT edition_id FROM session WHERE id = OLD.session_id)) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER mark_closed_delete BEFORE DELETE ON mark
   WHEN ${CLOSED}(SELECT edition_id FROM session WHERE id = OLD.session_id)) IS NOT NULL ${REFUSE}`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

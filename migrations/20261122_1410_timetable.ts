import { sql, type Kysely } from 'kysely'

const statements = [
  // The special day that cancelled or shortened it, as long as that day stands.
  `ALTER TABLE session ADD COLUMN special_day_id TEXT REFERENCES special_day (id) ON DELETE SET NULL`,
  // The hours it had before a short day took a part of them, and who answers for that part.
  `ALTER TABLE session ADD COLUMN planned_starts_at TEXT`,
  `ALTER TABLE session ADD COLUMN planned_ends_at TEXT`,
  `ALTER TABLE session ADD COLUMN shortened_cause TEXT CHECK (
    (shortened_cause IS NULL) = (planned_ends_at IS NULL)
    AND (planned_starts_at IS NULL) = (planned_ends_at IS NULL)
    AND shortened_cause IN ('custody', 'provider', 'office', 'justice', 'health', 'care', 'choice'))`,
  // So far a session pointed at the day that cancelled it by bearing its title as a note.
  `UPDATE session SET special_day_id = (
     SELECT special_day.id FROM special_day WHERE special_day.day = session.day AND special_day.title = session.cancelled_note)
   WHERE cancelled_cause IS NOT NULL`,
  `CREATE INDEX session_special_day ON session (special_day_id) WHERE special_day_id IS NOT NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

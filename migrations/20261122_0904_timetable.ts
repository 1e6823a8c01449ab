import { sql, type Kysely } from 'kysely'

const statements = [
  // Null while they are those of the edition.
  `ALTER TABLE session ADD COLUMN planned_instructor_id TEXT REFERENCES instructor (id)`,
  `ALTER TABLE session ADD COLUMN actual_instructor_id TEXT REFERENCES instructor (id)`,
  `ALTER TABLE session ADD COLUMN room_id TEXT REFERENCES room (id)`,
  `ALTER TABLE session ADD COLUMN care TEXT CHECK (care IN ('children-welcome', 'childcare', 'mother-arranges'))`,
  `ALTER TABLE session ADD COLUMN catch_up_of TEXT REFERENCES session (id)`,
  `ALTER TABLE session ADD COLUMN module_id TEXT`,
  // Instant of the last change to when, where or whether it is held: papers mark what changed on their day.
  `ALTER TABLE session ADD COLUMN changed_at TEXT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

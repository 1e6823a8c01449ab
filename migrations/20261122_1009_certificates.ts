import { sql, type Kysely } from 'kysely'

const statements = [
  // Whose it is today. What was issued, and to which record, is frozen and hashed; when two records turn out to be one
  // woman's, only this pointer moves.
  `ALTER TABLE certificate ADD COLUMN holder_id TEXT REFERENCES person (id)`,
  `UPDATE certificate SET holder_id = person_id`,
  `CREATE UNIQUE INDEX certificate_holder ON certificate (holder_id, edition_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // Terms of office: who holds a post on the day signs that day's certificates. Null: since always, until further notice.
  `ALTER TABLE signatory ADD COLUMN from_day TEXT`,
  `ALTER TABLE signatory ADD COLUMN until_day TEXT CHECK (from_day IS NULL OR until_day IS NULL OR until_day >= from_day)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

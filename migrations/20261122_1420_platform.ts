import { sql, type Kysely } from 'kysely'

const statements = [
  // Sheets of one type about one thing are editions of each other: a second one is a reprint and says so.
  `ALTER TABLE paper ADD COLUMN about TEXT`,
  `ALTER TABLE paper ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0)`,
  // Printed on it beside its folio: who types both has typed the right sheet.
  `ALTER TABLE paper ADD COLUMN check_code TEXT`,
  `CREATE UNIQUE INDEX paper_version ON paper (type, about, version) WHERE about IS NOT NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

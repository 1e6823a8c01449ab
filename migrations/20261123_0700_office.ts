import { sql, type Kysely } from 'kysely'

const statements = [
  // Who records it: the direction signs for itself; everything else is recorded from paper by those who keep the files.
  `ALTER TABLE outing_authorisation ADD COLUMN recorded_by TEXT NOT NULL DEFAULT 'office'
     CHECK (recorded_by IN ('director', 'office'))`,
  // Once for the whole permission, or for every outing of every child.
  `ALTER TABLE outing_authorisation ADD COLUMN scope TEXT NOT NULL DEFAULT 'permission'
     CHECK (scope IN ('permission', 'outing'))`,
  // A list of conditions as data; any of them asks for it, and an empty list means always.
  `ALTER TABLE outing_authorisation ADD COLUMN required_when_json TEXT NOT NULL DEFAULT '[]'`,
  // In an emergency: needed before leaving, at least by phone, or afterwards.
  `ALTER TABLE outing_authorisation ADD COLUMN emergency TEXT NOT NULL DEFAULT 'after'
     CHECK (emergency IN ('before', 'phone', 'after'))`,
  `UPDATE outing_authorisation SET recorded_by = 'director', emergency = 'phone' WHERE lower(name) LIKE 'direc%'`,
  `UPDATE outing_authorisation SET scope = 'outing' WHERE lower(name) LIKE '%madre%' OR lower(name) LIKE '%mamá%'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

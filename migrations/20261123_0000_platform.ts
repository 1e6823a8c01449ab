import { sql, type Kysely } from 'kysely'

const statements = [
  // Photos of people who agreed to them, logos and seals; small, without what a camera writes about place and time.
  // Only the slices that refer to a picture know whose it is.
  `CREATE TABLE picture (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('jpeg', 'png')),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE TRIGGER picture_frozen BEFORE UPDATE ON picture
   BEGIN SELECT RAISE(ABORT, 'a picture is taken away or kept, never altered'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE bundle_export (
    id TEXT PRIMARY KEY,
    period TEXT NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    file_name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    contents_sha256 TEXT NOT NULL,
    supplement_of INTEGER,
    audit_size INTEGER NOT NULL,
    audit_head TEXT NOT NULL,
    exported_at TEXT NOT NULL,
    exported_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE TABLE bundle_key (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL UNIQUE,
    key_number BLOB NOT NULL,
    public_key BLOB NOT NULL,
    secret_key BLOB NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

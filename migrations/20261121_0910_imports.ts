import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE import_batch (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT REFERENCES staff (id),
    counts_json TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE TABLE import_write (
    batch_id TEXT NOT NULL REFERENCES import_batch (id),
    position INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    key_json TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    PRIMARY KEY (batch_id, position)
  ) STRICT`,
  // Every record asks which files wrote it.
  `CREATE INDEX import_write_row ON import_write (table_name, key_json)`,
  `CREATE TABLE import_issue (
    id TEXT PRIMARY KEY,
    batch_id TEXT NOT NULL REFERENCES import_batch (id),
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('doubtful', 'rejected')),
    code TEXT NOT NULL,
    facts_json TEXT NOT NULL
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

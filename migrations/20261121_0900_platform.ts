import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE audit_event (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor_id TEXT,
    actor_name TEXT NOT NULL,
    event TEXT NOT NULL,
    subject_type TEXT NOT NULL,
    subject_id TEXT,
    before_json TEXT,
    after_json TEXT,
    reason TEXT,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE INDEX audit_event_subject ON audit_event (subject_type, subject_id)`,
  `CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
   BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
   BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END`,
  `CREATE TABLE paper (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    folio TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    subject_id TEXT,
    pages INTEGER NOT NULL CHECK (pages > 0),
    pdf BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    issued_by TEXT,
    UNIQUE (type, year, number)
  ) STRICT`,
  `CREATE INDEX paper_subject ON paper (subject_id, type)`,
  `CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper
   BEGIN SELECT RAISE(ABORT, 'an issued paper is frozen'); END`,
  // Numbers that are out in the world on paper although a restored backup does not know them.
  `CREATE TABLE number_floor (series TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT`,
  `CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper
   BEGIN SELECT RAISE(ABORT, 'an issued paper is frozen'); END`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

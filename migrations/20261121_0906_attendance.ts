import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE mark (
    session_id TEXT NOT NULL REFERENCES session (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    code TEXT NOT NULL CHECK (code IN ('A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S')),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (session_id, person_id)
  ) STRICT`,
  `CREATE INDEX mark_person ON mark (person_id)`,
  `CREATE TABLE roll (
    session_id TEXT PRIMARY KEY REFERENCES session (id),
    version INTEGER NOT NULL,
    keyed_at TEXT NOT NULL,
    keyed_by TEXT REFERENCES staff (id),
    paper_attended INTEGER NOT NULL CHECK (paper_attended >= 0),
    paper_absent INTEGER NOT NULL CHECK (paper_absent >= 0)
  ) STRICT`,
  `CREATE TABLE doubtful_mark (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    written TEXT NOT NULL,
    settled_at TEXT,
    UNIQUE (session_id, person_id)
  ) STRICT`,
  `CREATE TABLE unlisted_attendee (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    settled_at TEXT,
    UNIQUE (session_id, name)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

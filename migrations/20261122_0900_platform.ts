import { sql, type Kysely } from 'kysely'

const statements = [
  // A named piece of work that can be taken back: who did it, to what, and each row it wrote.
  `CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    subject_id TEXT,
    done_at TEXT NOT NULL,
    done_on TEXT NOT NULL,
    done_by TEXT REFERENCES staff (id),
    undone_at TEXT
  ) STRICT`,
  `CREATE INDEX batch_subject ON batch (subject_id)`,
  `CREATE TABLE batch_write (
    batch_id TEXT NOT NULL REFERENCES batch (id),
    position INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    key_json TEXT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    PRIMARY KEY (batch_id, position)
  ) STRICT`,
  // What the center decides about its rules, each with the day from which it holds; the last before a day is in force.
  `CREATE TABLE setting (
    key TEXT NOT NULL,
    from_day TEXT NOT NULL,
    value_json TEXT NOT NULL,
    set_by TEXT REFERENCES staff (id),
    PRIMARY KEY (key, from_day)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

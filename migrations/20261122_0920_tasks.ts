import { sql, type Kysely } from 'kysely'

const statements = [
  // A task itself is never stored: it follows from the facts. What was decided about it is.
  `CREATE TABLE task_outcome (
    id TEXT PRIMARY KEY,
    task_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'not-needed', 'later')),
    until TEXT,
    note TEXT NOT NULL,
    settled_at TEXT NOT NULL,
    settled_by TEXT REFERENCES staff (id),
    CHECK ((until IS NOT NULL) = (outcome = 'later'))
  ) STRICT`,
  `CREATE INDEX task_outcome_key ON task_outcome (task_key, settled_at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

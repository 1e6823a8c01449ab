import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE session (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    day TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    cancelled_cause TEXT CHECK (cancelled_cause IN ('custody', 'provider', 'office', 'justice', 'health', 'care', 'choice')),
    cancelled_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (edition_id, day, starts_at),
    CHECK (ends_at > starts_at),
    CHECK (cancelled_note IS NULL OR cancelled_cause IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX session_day ON session (day)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

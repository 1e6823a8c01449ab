import { sql, type Kysely } from 'kysely'

const statements = [
  // Two women who may not meet. A wider scope holds for the narrower ones too: corridor > room > session.
  // The smaller id comes first, so that one pair cannot stand there twice.
  `CREATE TABLE keep_apart (
    id TEXT PRIMARY KEY,
    person_a TEXT NOT NULL REFERENCES person (id),
    person_b TEXT NOT NULL REFERENCES person (id),
    scope TEXT NOT NULL CHECK (scope IN ('session', 'room', 'corridor')),
    reason_group TEXT NOT NULL CHECK (reason_group IN
      ('bullying', 'threat', 'violence', 'gang', 'organised-crime', 'legal-request', 'other')),
    level TEXT NOT NULL CHECK (level IN ('block', 'warn')),
    starts_on TEXT NOT NULL,
    review_on TEXT NOT NULL,
    closed_on TEXT,
    close_reason TEXT,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (person_a < person_b),
    CHECK (review_on >= starts_on),
    CHECK (closed_on IS NULL OR closed_on >= starts_on),
    CHECK ((closed_on IS NULL) = (close_reason IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX keep_apart_one_open ON keep_apart (person_a, person_b, scope) WHERE closed_on IS NULL`,
  `CREATE INDEX keep_apart_b ON keep_apart (person_b)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

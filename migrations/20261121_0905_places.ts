import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE place (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    opened_on TEXT NOT NULL,
    ended_on TEXT,
    end_result TEXT CHECK (end_result IN ('completed', 'left', 'removed')),
    end_cause TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((ended_on IS NULL) = (end_result IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX place_one_open ON place (person_id, edition_id) WHERE ended_on IS NULL`,
  `CREATE INDEX place_edition ON place (edition_id)`,
  `CREATE TABLE wait (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    requested_on TEXT NOT NULL,
    closed_on TEXT,
    close_cause TEXT CHECK (close_cause IN ('placed', 'declined', 'left')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((closed_on IS NULL) = (close_cause IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX wait_one_open ON wait (person_id, workshop_id) WHERE closed_on IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE evaluation (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    result TEXT NOT NULL CHECK (result IN ('A', 'NA', 'NP')),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (edition_id, person_id)
  ) STRICT`,
  `CREATE TABLE certificate (
    id TEXT PRIMARY KEY,
    folio TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    paper_id TEXT NOT NULL REFERENCES paper (id),
    facts_json TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    issued_on TEXT NOT NULL,
    delivered_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (year, number),
    UNIQUE (person_id, edition_id)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

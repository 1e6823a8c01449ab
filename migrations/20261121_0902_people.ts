import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE person (
    id TEXT PRIMARY KEY,
    file_number TEXT NOT NULL UNIQUE,
    surname1 TEXT NOT NULL,
    surname2 TEXT,
    given_names TEXT NOT NULL,
    chosen_name TEXT,
    curp TEXT,
    birth_date TEXT,
    birth_precision TEXT NOT NULL CHECK (birth_precision IN ('exact', 'approximate', 'unknown')),
    legal_status TEXT CHECK (legal_status IN ('tried', 'sentenced')),
    schooling TEXT,
    language TEXT,
    consents INTEGER CHECK (consents IN (0, 1)),
    search_text TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((birth_date IS NULL) = (birth_precision = 'unknown'))
  ) STRICT`,
  `CREATE INDEX person_sort ON person (sort_key)`,
  `CREATE TABLE stay (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    admitted_on TEXT NOT NULL,
    dormitory TEXT,
    left_on TEXT,
    left_cause TEXT CHECK (left_cause IN ('release', 'transfer', 'death', 'other')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (left_on IS NULL OR left_on >= admitted_on)
  ) STRICT`,
  `CREATE UNIQUE INDEX stay_one_open ON stay (person_id) WHERE left_on IS NULL`,
  `CREATE INDEX stay_person ON stay (person_id, admitted_on)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

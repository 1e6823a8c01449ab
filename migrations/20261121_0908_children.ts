import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE child (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    surname1 TEXT NOT NULL,
    surname2 TEXT,
    given_names TEXT NOT NULL,
    sex TEXT CHECK (sex IN ('M', 'H', 'X')),
    birth_date TEXT,
    birth_precision TEXT NOT NULL CHECK (birth_precision IN ('exact', 'approximate', 'unknown')),
    mother_id TEXT NOT NULL REFERENCES person (id),
    lives_here_from TEXT,
    lives_here_until TEXT,
    curp TEXT,
    search_text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((birth_date IS NULL) = (birth_precision = 'unknown'))
  ) STRICT`,
  `CREATE INDEX child_mother ON child (mother_id)`,
  `CREATE TABLE adult (
    id TEXT PRIMARY KEY,
    full_name TEXT NOT NULL,
    document TEXT,
    phone TEXT,
    search_text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE TABLE child_adult (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    adult_id TEXT NOT NULL REFERENCES adult (id),
    relation TEXT NOT NULL,
    may_collect INTEGER NOT NULL CHECK (may_collect IN (0, 1)),
    valid_until TEXT,
    forbidden_by TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (child_id, adult_id),
    CHECK (forbidden_by IS NULL OR may_collect = 0)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

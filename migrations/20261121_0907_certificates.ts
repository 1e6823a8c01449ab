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
  `CREATE INDEX certificate_edition ON certificate (edition_id)`,
  // A folio is never taken back and what it says never changes; only the delivery is written later.
  `CREATE TRIGGER certificate_frozen BEFORE UPDATE ON certificate
   WHEN NEW.id <> OLD.id OR NEW.folio <> OLD.folio OR NEW.year <> OLD.year OR NEW.number <> OLD.number
     OR NEW.person_id <> OLD.person_id OR NEW.edition_id <> OLD.edition_id OR NEW.paper_id <> OLD.paper_id
     OR NEW.facts_json <> OLD.facts_json OR NEW.prev_hash <> OLD.prev_hash OR NEW.hash <> OLD.hash
     OR NEW.issued_on <> OLD.issued_on
   BEGIN SELECT RAISE(ABORT, 'an issued certificate is frozen'); END`,
  `CREATE TRIGGER certificate_no_delete BEFORE DELETE ON certificate
   BEGIN SELECT RAISE(ABORT, 'an issued certificate is frozen'); END`,
  // Certificates stay verifiable under the key of their year, so keys are only ever added.
  `CREATE TABLE certificate_key (
    id TEXT PRIMARY KEY,
    year INTEGER NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    secret_key BLOB NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE certificate_ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    folio_secret BLOB NOT NULL
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const CLOSED = `(SELECT closed_on FROM edition WHERE id = `
const REFUSE = `BEGIN SELECT RAISE(ABORT, 'refused: edition-closed'); END`

/** Results of a closed edition stay as they were; whose they are may still change when two records are one woman's. */
const ofEdition = (table: string, columns: string): string[] => [
  `CREATE TRIGGER ${table}_closed_insert BEFORE INSERT ON ${table}
   WHEN ${CLOSED}NEW.edition_id) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER ${table}_closed_update BEFORE UPDATE OF ${columns} ON ${table}
   WHEN ${CLOSED}OLD.edition_id) IS NOT NULL ${REFUSE}`,
  `CREATE TRIGGER ${table}_closed_delete BEFORE DELETE ON ${table}
   WHEN ${CLOSED}OLD.edition_id) IS NOT NULL ${REFUSE}`,
]

const statements = [
  `CREATE TABLE module_result (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    module_id TEXT NOT NULL REFERENCES workshop_module (id),
    result TEXT NOT NULL CHECK (result IN ('A', 'NA')),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (edition_id, person_id, module_id)
  ) STRICT`,
  `CREATE INDEX module_result_person ON module_result (person_id)`,
  `CREATE TABLE practical_result (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    result TEXT NOT NULL CHECK (result IN ('A', 'NA')),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (edition_id, person_id)
  ) STRICT`,
  `CREATE INDEX practical_result_person ON practical_result (person_id)`,
  ...ofEdition('module_result', 'result'),
  ...ofEdition('practical_result', 'result'),
  // What the director let pass for one woman, with her reason. It names what was missing: nothing else is let pass by it.
  `CREATE TABLE certificate_exception (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    waives_json TEXT NOT NULL,
    reason TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_on TEXT NOT NULL,
    given_by TEXT REFERENCES staff (id),
    withdrawn_on TEXT,
    withdrawn_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((withdrawn_on IS NULL) = (withdrawn_note IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX certificate_exception_open ON certificate_exception (edition_id, person_id)
   WHERE withdrawn_on IS NULL`,
  `CREATE INDEX certificate_exception_person ON certificate_exception (person_id)`,
  // What a statement said when it was printed: so that it can be told when a mark changes after it.
  `CREATE TABLE statement_paper (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    paper_id TEXT NOT NULL UNIQUE REFERENCES paper (id),
    kind TEXT NOT NULL CHECK (kind IN ('hours', 'activities', 'dc3')),
    edition_id TEXT REFERENCES edition (id),
    from_day TEXT,
    until_day TEXT NOT NULL,
    figures_json TEXT NOT NULL,
    figures_sha256 TEXT NOT NULL,
    issued_on TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX statement_paper_person ON statement_paper (person_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

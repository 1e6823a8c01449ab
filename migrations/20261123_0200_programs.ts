import { sql, type Kysely } from 'kysely'

/** What a rule may ask for besides attendance and evaluation, and how long its certificates hold. None: for good. */
const asked = (table: string): string[] => [
  `ALTER TABLE ${table} ADD COLUMN asks_modules INTEGER NOT NULL DEFAULT 0 CHECK (asks_modules IN (0, 1))`,
  `ALTER TABLE ${table} ADD COLUMN asks_practical INTEGER NOT NULL DEFAULT 0 CHECK (asks_practical IN (0, 1))`,
  `ALTER TABLE ${table} ADD COLUMN asks_tools INTEGER NOT NULL DEFAULT 0 CHECK (asks_tools IN (0, 1))`,
  `ALTER TABLE ${table} ADD COLUMN valid_months INTEGER CHECK (valid_months BETWEEN 1 AND 120)`,
]

const statements = [
  ...asked('certificate_rule'),
  ...asked('edition'),
  // A closed edition keeps its rule whole.
  `DROP TRIGGER edition_closed_update`,
  `CREATE TRIGGER edition_closed_update BEFORE UPDATE OF code, workshop_id, room_id, instructor_id, hours, capacity,
     starts_on, ends_on, min_rate_percent, min_hours, care, takes_waiting, asks_modules, asks_practical, asks_tools,
     valid_months ON edition
   WHEN OLD.closed_on IS NOT NULL BEGIN SELECT RAISE(ABORT, 'refused: edition-closed'); END`,
  // Who outside recognises a workshop, under which number: without such a row no certificate speaks of official validity.
  `CREATE TABLE workshop_registration (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    body TEXT NOT NULL,
    number TEXT NOT NULL,
    -- CONOCER's code of a standard; there is no list of them to check against (docs/domain.md §2.3).
    standard TEXT CHECK (standard GLOB 'EC[0-9][0-9][0-9][0-9]' OR standard GLOB 'EC[0-9][0-9][0-9][0-9].[0-9][0-9]'),
    registered_on TEXT NOT NULL,
    ends_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (ends_on >= registered_on)
  ) STRICT`,
  `CREATE UNIQUE INDEX workshop_registration_open ON workshop_registration (workshop_id) WHERE ends_on IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

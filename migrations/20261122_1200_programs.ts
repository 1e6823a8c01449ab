import { sql, type Kysely } from 'kysely'

const REQUIREMENTS = `'schooling', 'prior-workshop', 'prior-module', 'max-places', 'max-hours', 'legal-status', 'language', 'care', 'to-check'`
const CARE = `'children-welcome', 'childcare', 'mother-arranges'`

const statements = [
  `ALTER TABLE workshop ADD COLUMN version INTEGER NOT NULL DEFAULT 1`,
  // What was once taught or counted keeps its row: what the catalog drops is retired, so that old editions still name it.
  `CREATE TABLE workshop_module (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    position INTEGER NOT NULL CHECK (position > 0),
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    retired_on TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX workshop_module_title ON workshop_module (workshop_id, title) WHERE retired_on IS NULL`,
  // Soft rules of entry: allocating says which are not met and may go on with a reason. What a value means is told by its kind.
  `CREATE TABLE workshop_requirement (
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    kind TEXT NOT NULL CHECK (kind IN (${REQUIREMENTS})),
    value TEXT NOT NULL,
    PRIMARY KEY (workshop_id, kind, value)
  ) STRICT`,
  `CREATE TABLE workshop_kit (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    position INTEGER NOT NULL CHECK (position > 0),
    tool TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    retired_on TEXT,
    -- Sessions before it are not asked for a count.
    added_on TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX workshop_kit_tool ON workshop_kit (workshop_id, tool) WHERE retired_on IS NULL`,
  // An edition takes the version in force on its first day and keeps it.
  `CREATE TABLE certificate_rule (
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    from_day TEXT NOT NULL,
    min_rate_percent INTEGER NOT NULL CHECK (min_rate_percent BETWEEN 0 AND 100),
    min_hours INTEGER CHECK (min_hours > 0),
    PRIMARY KEY (workshop_id, from_day)
  ) STRICT`,
  `ALTER TABLE room ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))`,
  `ALTER TABLE instructor ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))`,
  // Who sends her: an institution, a collective, the center itself.
  `ALTER TABLE instructor ADD COLUMN provider TEXT`,
  // Last day of the permit to come in.
  `ALTER TABLE instructor ADD COLUMN clearance_until TEXT`,
  `ALTER TABLE edition ADD COLUMN care TEXT CHECK (care IN (${CARE}))`,
  `ALTER TABLE edition ADD COLUMN min_hours INTEGER CHECK (min_hours > 0)`,
  // Day from which the certificate rule holds that it took; null: the rule was written for this edition alone.
  `ALTER TABLE edition ADD COLUMN rule_from TEXT`,
  `ALTER TABLE edition ADD COLUMN copied_from TEXT REFERENCES edition (id)`,
  // Whether the workshop's waiting list is proposed for its places.
  `ALTER TABLE edition ADD COLUMN takes_waiting INTEGER NOT NULL DEFAULT 1 CHECK (takes_waiting IN (0, 1))`,
  `ALTER TABLE edition ADD COLUMN closed_on TEXT`,
  // The plan as the edition has it; the catalog may change meanwhile.
  `CREATE TABLE edition_module (
    edition_id TEXT NOT NULL REFERENCES edition (id),
    module_id TEXT NOT NULL REFERENCES workshop_module (id),
    position INTEGER NOT NULL CHECK (position > 0),
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    PRIMARY KEY (edition_id, module_id)
  ) STRICT`,
  // Dates on which the pattern does not hold. 'skip' and 'time' speak of one meeting of the pattern, 'extra' adds one.
  `CREATE TABLE edition_exception (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    kind TEXT NOT NULL CHECK (kind IN ('skip', 'extra', 'time')),
    day TEXT NOT NULL,
    -- The meeting's own beginning; of an extra one the beginning it has.
    starts_at TEXT NOT NULL,
    to_starts_at TEXT,
    to_ends_at TEXT,
    note TEXT,
    UNIQUE (edition_id, day, starts_at),
    CHECK ((kind = 'skip') = (to_starts_at IS NULL)),
    CHECK ((to_starts_at IS NULL) = (to_ends_at IS NULL)),
    CHECK (to_ends_at > to_starts_at),
    CHECK (kind <> 'extra' OR to_starts_at = starts_at)
  ) STRICT`,
  // Two-week patterns: the same hour may be held in both weeks with another end, so the week is part of the key.
  // SQLite cannot alter a UNIQUE: the table is made anew (sqlite.org/lang_altertable.html §7). Nothing refers to it.
  `CREATE TABLE edition_slot_new (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    week TEXT NOT NULL DEFAULT 'every' CHECK (week IN ('every', 'A', 'B')),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    UNIQUE (edition_id, week, weekday, starts_at),
    CHECK (ends_at > starts_at)
  ) STRICT`,
  `INSERT INTO edition_slot_new (id, edition_id, week, weekday, starts_at, ends_at)
   SELECT id, edition_id, 'every', weekday, starts_at, ends_at FROM edition_slot ORDER BY rowid`,
  `DROP TABLE edition_slot`,
  `ALTER TABLE edition_slot_new RENAME TO edition_slot`,
  `CREATE INDEX edition_workshop ON edition (workshop_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

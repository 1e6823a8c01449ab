import { sql, type Kysely } from 'kysely'

const EXCUSES = [
  'illness',
  'medical-appointment',
  'hearing',
  'defence',
  'visit',
  'locutory',
  'child-illness',
  'child-appointment',
  'nobody-to-care',
  'internal-transfer',
  'restriction',
  'sanction',
]

const statements = [
  // Why she will not come, told before: whole days unless hours are given. Taken back, it stays with its reason.
  `CREATE TABLE excuse (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    reason TEXT NOT NULL CHECK (reason IN (${EXCUSES.map((each) => `'${each}'`).join(', ')})),
    from_day TEXT NOT NULL,
    until_day TEXT NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    note TEXT,
    told_at TEXT NOT NULL,
    told_by TEXT REFERENCES staff (id),
    withdrawn_at TEXT,
    withdrawn_by TEXT REFERENCES staff (id),
    withdrawn_reason TEXT,
    CHECK (until_day >= from_day),
    CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CHECK (ends_at IS NULL OR ends_at > starts_at),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX excuse_person ON excuse (person_id, until_day)`,
  `CREATE INDEX excuse_days ON excuse (until_day, from_day) WHERE withdrawn_at IS NULL`,
  // The sheet itself, photographed or scanned. Taken away, its bytes go and its reason stays.
  `CREATE TABLE scan (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 TEXT NOT NULL,
    bytes BLOB,
    added_at TEXT NOT NULL,
    added_by TEXT REFERENCES staff (id),
    removed_at TEXT,
    removed_by TEXT REFERENCES staff (id),
    removed_reason TEXT,
    CHECK ((removed_at IS NULL) = (bytes IS NOT NULL)),
    CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX scan_session ON scan (session_id)`,
  // A second reading of a keyed sheet by somebody else, and where the two disagreed.
  `CREATE TABLE sheet_sample (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL UNIQUE REFERENCES session (id),
    folio TEXT,
    first_by TEXT REFERENCES staff (id),
    second_by TEXT REFERENCES staff (id),
    keyed_at TEXT NOT NULL,
    keyed_on TEXT NOT NULL,
    marks INTEGER NOT NULL CHECK (marks >= 0)
  ) STRICT`,
  `CREATE TABLE sample_difference (
    sample_id TEXT NOT NULL REFERENCES sheet_sample (id),
    person_id TEXT NOT NULL REFERENCES person (id),
    first_code TEXT,
    second_code TEXT,
    settled TEXT CHECK (settled IN ('first', 'second')),
    settled_at TEXT,
    settled_by TEXT REFERENCES staff (id),
    PRIMARY KEY (sample_id, person_id),
    CHECK (first_code IS NOT second_code),
    CHECK ((settled IS NULL) = (settled_at IS NULL))
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

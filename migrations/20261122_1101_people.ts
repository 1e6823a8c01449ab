import { sql, type Kysely } from 'kysely'

const statements = [
  // Few kinds, each with an end of its own or none; who may read it can only be narrowed from what its kind allows.
  `CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN
      ('health-care', 'pregnancy', 'accompaniment', 'legal-appointment', 'risk')),
    note TEXT,
    circle TEXT NOT NULL CHECK (circle IN ('office', 'care', 'health', 'direction')),
    owner_role TEXT NOT NULL CHECK (owner_role IN
      ('director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health')),
    starts_on TEXT NOT NULL,
    review_on TEXT NOT NULL,
    ends_on TEXT,
    closed_on TEXT,
    close_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (review_on >= starts_on),
    CHECK (ends_on IS NULL OR ends_on >= starts_on),
    CHECK ((closed_on IS NULL) = (close_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX alert_person ON alert (person_id)`,
  // Each conversation is a row; the one that has not been superseded holds. Null is a question that was skipped.
  `CREATE TABLE intake (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    stay_id TEXT NOT NULL REFERENCES stay (id),
    taken_on TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT REFERENCES staff (id),
    superseded_at TEXT,
    declined INTEGER NOT NULL DEFAULT 0 CHECK (declined IN (0, 1)),
    schooling TEXT CHECK (schooling IN
      ('none', 'primary-some', 'primary', 'secondary-some', 'secondary', 'upper-some', 'upper', 'higher')),
    wants_school INTEGER CHECK (wants_school IN (0, 1)),
    trades_known_json TEXT NOT NULL DEFAULT '[]',
    trades_wanted_json TEXT NOT NULL DEFAULT '[]',
    trades_note TEXT,
    children_outside INTEGER CHECK (children_outside >= 0),
    children_outside_with TEXT,
    dependants TEXT,
    languages TEXT,
    spanish TEXT CHECK (spanish IN ('none', 'little', 'well')),
    reads TEXT CHECK (reads IN ('none', 'little', 'well')),
    read_aloud INTEGER CHECK (read_aloud IN (0, 1)),
    barriers_json TEXT NOT NULL DEFAULT '[]',
    barriers_note TEXT,
    leaves_about TEXT
  ) STRICT`,
  `CREATE UNIQUE INDEX intake_one_current ON intake (person_id) WHERE superseded_at IS NULL`,
  `CREATE INDEX intake_person ON intake (person_id, taken_at)`,
  // What she agreed to on paper, purpose by purpose; a row ends by her withdrawal or by a newer answer.
  `CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('participation', 'headquarters', 'photo', 'named', 'follow-up')),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
    answered_on TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('signature', 'thumbprint')),
    read_aloud INTEGER NOT NULL CHECK (read_aloud IN (0, 1)),
    folio TEXT NOT NULL,
    withdrawn_on TEXT,
    withdrawn_note TEXT,
    superseded_at TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (withdrawn_on IS NULL OR (answer = 'yes' AND withdrawn_on >= answered_on))
  ) STRICT`,
  `CREATE UNIQUE INDEX consent_one_current ON consent (person_id, purpose) WHERE superseded_at IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

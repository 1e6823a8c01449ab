import { sql, type Kysely } from 'kysely'

/** As before, with house arrest among the causes. SQLite cannot alter a CHECK: the table is built anew. */
const stays = [
  `CREATE TABLE stay_new (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    admitted_on TEXT NOT NULL,
    dormitory TEXT,
    left_on TEXT,
    left_cause TEXT CHECK (left_cause IN ('release', 'transfer', 'house-arrest', 'death', 'other')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (left_on IS NULL OR left_on >= admitted_on)
  ) STRICT`,
  `INSERT INTO stay_new (id, person_id, admitted_on, dormitory, left_on, left_cause, version)
   SELECT id, person_id, admitted_on, dormitory, left_on, left_cause, version FROM stay`,
  `DROP TABLE stay`,
  `ALTER TABLE stay_new RENAME TO stay`,
  `CREATE UNIQUE INDEX stay_one_open ON stay (person_id) WHERE left_on IS NULL`,
  `CREATE INDEX stay_person ON stay (person_id, admitted_on)`,
]

const statements = [
  ...stays,
  // She is registered and expected, but nobody has confirmed that she is here: no stay yet, so that no list counts her.
  `CREATE TABLE arrival (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    expected_on TEXT NOT NULL,
    dormitory TEXT,
    note TEXT,
    settled_on TEXT,
    outcome TEXT CHECK (outcome IN ('arrived', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((settled_on IS NULL) = (outcome IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX arrival_one_open ON arrival (person_id) WHERE settled_on IS NULL`,
  // Away for a time: court, hospital, licence. She is away on a day if left_on <= day and it has not ended by that day.
  `CREATE TABLE stay_absence (
    id TEXT PRIMARY KEY,
    stay_id TEXT NOT NULL REFERENCES stay (id),
    reason TEXT NOT NULL CHECK (reason IN ('court', 'hospital', 'licence', 'transfer', 'other')),
    left_on TEXT NOT NULL,
    expected_on TEXT,
    note TEXT,
    ended_on TEXT,
    end_kind TEXT CHECK (end_kind IN ('returned', 'left')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (expected_on IS NULL OR expected_on >= left_on),
    CHECK (ended_on IS NULL OR ended_on >= left_on),
    CHECK ((ended_on IS NULL) = (end_kind IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX stay_absence_one_open ON stay_absence (stay_id) WHERE ended_on IS NULL`,
  // The record that lost a merge stays as a tombstone: its old address and number lead to the record that was kept.
  `ALTER TABLE person ADD COLUMN merged_into TEXT REFERENCES person (id)`,
  `CREATE INDEX person_merged ON person (merged_into) WHERE merged_into IS NOT NULL`,
  `CREATE TABLE person_merge (
    loser_id TEXT PRIMARY KEY REFERENCES person (id),
    kept_id TEXT NOT NULL REFERENCES person (id),
    merged_on TEXT NOT NULL,
    merged_at TEXT NOT NULL,
    merged_by TEXT REFERENCES staff (id),
    reason TEXT NOT NULL,
    CHECK (kept_id <> loser_id)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

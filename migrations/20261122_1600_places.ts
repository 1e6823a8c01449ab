import { sql, type Kysely } from 'kysely'

const RESULTS = `'completed', 'partial', 'not-completed'`
const CAUSES = `'finished', 'release', 'transfer', 'death', 'choice', 'health', 'child', 'staff', 'security', 'cancelled', 'moved', 'other'`

const statements = [
  // What came of a place and why it ended are two questions; SQLite cannot alter a CHECK, so the table is built anew.
  // A place that ended before its first day never began: it keeps its row, and `ended_on < opened_on` is on no roll.
  `CREATE TABLE place_new (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    opened_on TEXT NOT NULL,
    given_despite TEXT,
    given_reason TEXT,
    ended_on TEXT,
    end_result TEXT CHECK (end_result IN (${RESULTS})),
    end_cause TEXT CHECK (end_cause IN (${CAUSES})),
    end_note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((ended_on IS NULL) = (end_result IS NULL)),
    CHECK ((ended_on IS NULL) = (end_cause IS NULL)),
    CHECK (end_note IS NULL OR ended_on IS NOT NULL),
    CHECK ((given_despite IS NULL) = (given_reason IS NULL))
  ) STRICT`,
  `INSERT INTO place_new (id, person_id, edition_id, opened_on, ended_on, end_result, end_cause, end_note, version)
   SELECT id, person_id, edition_id, opened_on, ended_on,
     CASE end_result WHEN 'completed' THEN 'completed' WHEN 'left' THEN 'not-completed' WHEN 'removed' THEN 'not-completed' END,
     CASE
       WHEN ended_on IS NULL THEN NULL
       WHEN end_cause IN (${CAUSES}) THEN end_cause
       WHEN end_cause IS NOT NULL THEN 'other'
       WHEN end_result = 'completed' THEN 'finished'
       WHEN end_result = 'removed' THEN 'staff'
       ELSE 'other'
     END,
     CASE WHEN ended_on IS NOT NULL AND end_cause NOT IN (${CAUSES}) THEN end_cause END,
     version
   FROM place`,
  `DROP TABLE place`,
  `ALTER TABLE place_new RENAME TO place`,
  `CREATE UNIQUE INDEX place_one_open ON place (person_id, edition_id) WHERE ended_on IS NULL`,
  `CREATE INDEX place_edition ON place (edition_id)`,
  `CREATE INDEX place_person ON place (person_id)`,
  // Days on which she does not attend. Without a time it is the whole weekday; without a last day it goes on.
  `CREATE TABLE place_exclusion (
    id TEXT PRIMARY KEY,
    place_id TEXT NOT NULL REFERENCES place (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_at TEXT,
    reason TEXT NOT NULL CHECK (reason IN ('medical', 'breastfeeding', 'school', 'court', 'other')),
    note TEXT,
    from_day TEXT NOT NULL,
    until_day TEXT,
    review_on TEXT,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `CREATE INDEX place_exclusion_place ON place_exclusion (place_id)`,
  // The place is kept and she is not expected: from a day until the day she is back (not included; null: still open).
  // Those that an absence from the center opens bear its id, and only her return closes them.
  `CREATE TABLE place_suspension (
    id TEXT PRIMARY KEY,
    place_id TEXT NOT NULL REFERENCES place (id),
    cause TEXT NOT NULL CHECK (cause IN ('health', 'sanction', 'court', 'maternity', 'request', 'capacity', 'away')),
    absence_id TEXT,
    from_day TEXT NOT NULL,
    back_on TEXT,
    review_on TEXT,
    note TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((cause = 'away') = (absence_id IS NOT NULL)),
    CHECK (back_on IS NULL OR back_on >= from_day)
  ) STRICT`,
  `CREATE UNIQUE INDEX place_suspension_one_open ON place_suspension (place_id, cause = 'away') WHERE back_on IS NULL`,
  `CREATE INDEX place_suspension_place ON place_suspension (place_id)`,
  // A sanction must not hide as health: a cause once written stands, and another cause is another suspension.
  `CREATE TRIGGER place_suspension_cause BEFORE UPDATE ON place_suspension
   WHEN NEW.cause <> OLD.cause OR NEW.absence_id IS NOT OLD.absence_id OR NEW.place_id <> OLD.place_id
   BEGIN SELECT RAISE(ABORT, 'the cause of a suspension stands'); END`,
  // Whether a suspended place of this edition may be given to another meanwhile.
  `CREATE TABLE edition_seating (
    edition_id TEXT PRIMARY KEY REFERENCES edition (id),
    suspended_frees INTEGER NOT NULL CHECK (suspended_frees IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  // The one place that says at which sessions a woman with a place is not expected: rolls, papers and hours join it.
  // A later migration that builds `place` or `session` anew must drop this view first and create it again.
  `CREATE VIEW place_off AS
   SELECT place.id AS place_id, place.person_id, place.edition_id, session.id AS session_id,
     CAST('exclusion' AS TEXT) AS kind, place_exclusion.reason AS why
   FROM place_exclusion
   JOIN place ON place.id = place_exclusion.place_id
   JOIN session ON session.edition_id = place.edition_id
     AND session.day >= place.opened_on AND (place.ended_on IS NULL OR session.day <= place.ended_on)
     AND session.day >= place_exclusion.from_day
     AND (place_exclusion.until_day IS NULL OR session.day <= place_exclusion.until_day)
     AND (CAST(strftime('%w', session.day) AS INTEGER) + 6) % 7 + 1 = place_exclusion.weekday
     AND (place_exclusion.starts_at IS NULL OR place_exclusion.starts_at = session.starts_at)
   UNION ALL
   SELECT place.id, place.person_id, place.edition_id, session.id, 'suspension', place_suspension.cause
   FROM place_suspension
   JOIN place ON place.id = place_suspension.place_id
   JOIN session ON session.edition_id = place.edition_id
     AND session.day >= place.opened_on AND (place.ended_on IS NULL OR session.day <= place.ended_on)
     AND session.day >= place_suspension.from_day
     AND (place_suspension.back_on IS NULL OR session.day < place_suspension.back_on)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // Since a wait can be held, turned down, offered and taken up again, its state is a column and each step is a row.
  // SQLite cannot alter a CHECK: the table is built anew.
  `CREATE TABLE wait_new (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    requested_on TEXT NOT NULL,
    requested_by TEXT CHECK (requested_by IN
      ('herself', 'family', 'staff', 'activity-plan', 'judge', 'mental-health', 'mother-child', 'instructor', 'other')),
    request_note TEXT,
    entered_on TEXT,
    state TEXT NOT NULL CHECK (state IN
      ('pending', 'approved', 'offered', 'accepted', 'declined', 'withdrawn', 'removed')),
    state_on TEXT NOT NULL,
    closed_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((closed_on IS NULL) = (state IN ('pending', 'approved', 'offered')))
  ) STRICT`,
  // Whoever stood on the list could be given a place: she was approved. "left" said two things, that she no longer asked
  // or that she left the center; a stay that ended on that day tells them apart.
  `INSERT INTO wait_new (id, person_id, workshop_id, requested_on, state, state_on, closed_on, version)
   SELECT id, person_id, workshop_id, requested_on,
     CASE
       WHEN closed_on IS NULL THEN 'approved'
       WHEN close_cause = 'placed' THEN 'accepted'
       WHEN close_cause = 'left' AND EXISTS (
         SELECT 1 FROM stay WHERE stay.person_id = wait.person_id AND stay.left_on = wait.closed_on
       ) THEN 'removed'
       ELSE 'withdrawn'
     END,
     coalesce(closed_on, requested_on), closed_on, version
   FROM wait`,
  `DROP TABLE wait`,
  `ALTER TABLE wait_new RENAME TO wait`,
  `CREATE UNIQUE INDEX wait_one_open ON wait (person_id, workshop_id) WHERE closed_on IS NULL`,
  `CREATE INDEX wait_workshop ON wait (workshop_id) WHERE closed_on IS NULL`,
  `CREATE TABLE wait_step (
    id TEXT PRIMARY KEY,
    wait_id TEXT NOT NULL REFERENCES wait (id),
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    act TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT,
    told_on TEXT,
    told_by TEXT,
    by TEXT REFERENCES staff (id),
    CHECK ((told_on IS NULL) = (told_by IS NULL))
  ) STRICT`,
  `CREATE INDEX wait_step_wait ON wait_step (wait_id, at)`,
  // A place held for her until a day. That it has lapsed follows from the day; only an answer or a decision ends it.
  `CREATE TABLE offer (
    id TEXT PRIMARY KEY,
    wait_id TEXT NOT NULL REFERENCES wait (id),
    edition_id TEXT NOT NULL REFERENCES edition (id),
    made_on TEXT NOT NULL,
    made_by TEXT REFERENCES staff (id),
    until_on TEXT NOT NULL,
    turn INTEGER NOT NULL CHECK (turn > 0),
    turn_of INTEGER NOT NULL CHECK (turn_of >= turn),
    points INTEGER NOT NULL,
    told_on TEXT,
    told_by TEXT,
    answer TEXT CHECK (answer IN ('accepted', 'declined', 'lapsed', 'void')),
    answered_on TEXT,
    answer_note TEXT,
    place_id TEXT REFERENCES place (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (until_on >= made_on),
    CHECK ((told_on IS NULL) = (told_by IS NULL)),
    CHECK ((answer IS NULL) = (answered_on IS NULL)),
    CHECK (place_id IS NULL OR answer = 'accepted')
  ) STRICT`,
  `CREATE UNIQUE INDEX offer_one_open ON offer (wait_id) WHERE answer IS NULL`,
  `CREATE INDEX offer_edition ON offer (edition_id) WHERE answer IS NULL`,
  // An order that is not the proposed one, with its reason: a woman put ahead, or offered or given a place out of turn,
  // also when she was not on the list at all while others waited.
  `CREATE TABLE wait_jump (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    wait_id TEXT REFERENCES wait (id),
    edition_id TEXT REFERENCES edition (id),
    kind TEXT NOT NULL CHECK (kind IN ('ahead', 'offer', 'place')),
    day TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('clash', 'requirement', 'release', 'order', 'other')),
    note TEXT,
    turn INTEGER CHECK (turn > 0),
    passed_json TEXT NOT NULL,
    by TEXT REFERENCES staff (id),
    ended_on TEXT,
    CHECK (note IS NOT NULL OR reason <> 'other'),
    CHECK (wait_id IS NOT NULL OR kind = 'place'),
    CHECK ((edition_id IS NULL) = (kind = 'ahead')),
    CHECK (ended_on IS NULL OR kind = 'ahead')
  ) STRICT`,
  `CREATE INDEX wait_jump_person ON wait_jump (person_id)`,
  `CREATE UNIQUE INDEX wait_jump_one_ahead ON wait_jump (wait_id) WHERE kind = 'ahead' AND ended_on IS NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // What was seen at the gate beside day and hour. Rows of before keep nulls: nobody wrote it down then.
  `ALTER TABLE outing_movement ADD COLUMN adult_id TEXT REFERENCES adult (id)`,
  `ALTER TABLE outing_movement ADD COLUMN document_seen TEXT`,
  `ALTER TABLE outing_movement ADD COLUMN belongings TEXT`,
  `ALTER TABLE outing_movement ADD COLUMN condition TEXT CHECK (condition IN ('well', 'not-well'))`,
  // Written down later than it happened, and why.
  `ALTER TABLE outing_movement ADD COLUMN backdated_reason TEXT`,
  // The computer's clock stood behind the last fact: the hour is that fact's.
  `ALTER TABLE outing_movement ADD COLUMN clock_doubt INTEGER NOT NULL DEFAULT 0 CHECK (clock_doubt IN (0, 1))`,
  `ALTER TABLE outing_movement ADD COLUMN alarm TEXT CHECK (alarm IN ('forbidden', 'unlisted'))`,
  // The member of the office who allowed another adult to bring the child back, with her own password.
  `ALTER TABLE outing_movement ADD COLUMN allowed_by TEXT REFERENCES staff (id)`,
  // A mistake taken back is no movement any more, but stays known.
  `CREATE TABLE movement_undone (
    id TEXT PRIMARY KEY,
    outing_id TEXT NOT NULL REFERENCES outing (id),
    direction TEXT NOT NULL CHECK (direction IN ('out', 'back')),
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    facts_json TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id),
    undone_at TEXT NOT NULL,
    undone_by TEXT REFERENCES staff (id),
    reason TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX movement_undone_outing ON movement_undone (outing_id, undone_at)`,
  // What became of an outing without a movement: nobody came, the protocol began, or she stays with her family for good.
  `CREATE TABLE outing_end (
    id TEXT PRIMARY KEY,
    outing_id TEXT NOT NULL REFERENCES outing (id),
    kind TEXT NOT NULL CHECK (kind IN ('not-made', 'not-returned', 'stays')),
    cause TEXT CHECK (cause IN ('adult', 'ill', 'custody', 'mother', 'center', 'weather', 'other')),
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    decided_by TEXT,
    document TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id),
    undone_at TEXT,
    undone_by TEXT REFERENCES staff (id),
    undone_reason TEXT,
    CHECK ((kind = 'not-made') = (cause IS NOT NULL)),
    CHECK (note IS NOT NULL OR (kind = 'not-made' AND cause <> 'other')),
    CHECK (kind <> 'stays' OR (decided_by IS NOT NULL AND document IS NOT NULL)),
    CHECK ((undone_at IS NULL) = (undone_reason IS NULL))
  ) STRICT`,
  `CREATE UNIQUE INDEX outing_end_one ON outing_end (outing_id, kind) WHERE undone_at IS NULL`,
  `CREATE TRIGGER outing_end_fits BEFORE INSERT ON outing_end
   WHEN (NEW.kind = 'not-made') = EXISTS (
     SELECT 1 FROM outing_movement WHERE outing_id = NEW.outing_id AND direction = 'out')
   BEGIN SELECT RAISE(ABORT, 'only who left can fail to return, and only who did not leave has not made it'); END`,
  `CREATE TRIGGER outing_movement_not_of_not_made BEFORE INSERT ON outing_movement
   WHEN EXISTS (SELECT 1 FROM outing_end WHERE outing_id = NEW.outing_id AND kind = 'not-made' AND undone_at IS NULL)
   BEGIN SELECT RAISE(ABORT, 'an outing that was not made is taken up again first'); END`,
  `CREATE TABLE outing_attempt_new (
    id TEXT PRIMARY KEY,
    outing_id TEXT REFERENCES outing (id),
    -- What was scanned or typed, where it belongs to no outing.
    folio TEXT,
    at TEXT NOT NULL,
    reasons_json TEXT NOT NULL,
    adult_name TEXT,
    note TEXT,
    recorded_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `INSERT INTO outing_attempt_new (id, outing_id, at, reasons_json, recorded_by)
   SELECT id, outing_id, at, reasons_json, recorded_by FROM outing_attempt`,
  `DROP TABLE outing_attempt`,
  `ALTER TABLE outing_attempt_new RENAME TO outing_attempt`,
  `CREATE INDEX outing_attempt_outing ON outing_attempt (outing_id, at)`,
  // The return clock: whom the gate called about a child who is late, and what came of it.
  `CREATE TABLE return_call (
    id TEXT PRIMARY KEY,
    outing_id TEXT NOT NULL REFERENCES outing (id),
    step TEXT NOT NULL CHECK (step IN ('call-taker', 'call-lead', 'protocol')),
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX return_call_outing ON return_call (outing_id, at)`,
  // Headcounts of a group, by name: who should have been there, and who was.
  `CREATE TABLE headcount (
    id TEXT PRIMARY KEY,
    permission_id TEXT NOT NULL REFERENCES permission (id),
    step TEXT NOT NULL CHECK (step IN ('leaving', 'boarding', 'arrival', 'move', 'return', 'handover')),
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    place TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX headcount_permission ON headcount (permission_id, day, at)`,
  `CREATE TABLE headcount_child (
    headcount_id TEXT NOT NULL REFERENCES headcount (id),
    outing_id TEXT NOT NULL REFERENCES outing (id),
    seen INTEGER NOT NULL CHECK (seen IN (0, 1)),
    PRIMARY KEY (headcount_id, outing_id)
  ) STRICT`,
  `CREATE TABLE gate_contact (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('duty', 'authority')),
    name TEXT NOT NULL,
    phone TEXT NOT NULL
  ) STRICT`,
  // The face of a child as the gate compares it; the newest counts. Kept with her mother's consent.
  `CREATE TABLE child_face (
    id TEXT PRIMARY KEY,
    child_id TEXT NOT NULL REFERENCES child (id),
    photo_id TEXT NOT NULL REFERENCES picture (id),
    taken_on TEXT NOT NULL,
    consent TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX child_face_child ON child_face (child_id, taken_on)`,
  // Children who are outside at this moment: out, not back, and not staying with their family for good.
  `CREATE VIEW child_out AS
   SELECT outing.id AS outing_id, outing.child_id AS child_id, went.day AS left_on, went.at AS left_at,
     went.adult_name AS took_name
   FROM outing_movement AS went
   JOIN outing ON outing.id = went.outing_id
   WHERE went.direction = 'out'
     AND NOT EXISTS (SELECT 1 FROM outing_movement AS came WHERE came.outing_id = outing.id AND came.direction = 'back')
     AND NOT EXISTS (SELECT 1 FROM outing_end AS ended
       WHERE ended.outing_id = outing.id AND ended.kind = 'stays' AND ended.undone_at IS NULL)`,
  // Returns with delay, by the adult who took the child: two of them flag her.
  `CREATE VIEW late_return AS
   SELECT permission.adult_id, outing.id AS outing_id, outing.returns_on, outing.returns_at, came.day, came.at
   FROM outing
   JOIN permission ON permission.id = outing.permission_id
   JOIN outing_movement AS came ON came.outing_id = outing.id AND came.direction = 'back'
   JOIN center
   WHERE permission.adult_id IS NOT NULL
     AND round((julianday(came.day || ' ' || came.at) - julianday(outing.returns_on || ' ' || outing.returns_at)) * 1440)
       > center.late_grace_minutes`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

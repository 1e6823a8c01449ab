import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE outing (
    id TEXT PRIMARY KEY,
    folio TEXT NOT NULL UNIQUE,
    child_id TEXT NOT NULL REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('family', 'group', 'medical', 'school', 'papers', 'separation', 'emergency')),
    reason TEXT NOT NULL,
    leaves_on TEXT NOT NULL,
    leaves_at TEXT NOT NULL,
    returns_on TEXT NOT NULL,
    returns_at TEXT NOT NULL,
    adult_name TEXT NOT NULL,
    adult_id TEXT REFERENCES adult (id),
    instructor_id TEXT REFERENCES instructor (id),
    staff_id TEXT REFERENCES staff (id),
    note TEXT,
    cancelled_on TEXT,
    cancelled_reason TEXT,
    requested_by TEXT REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (returns_on > leaves_on OR (returns_on = leaves_on AND returns_at > leaves_at)),
    CHECK ((cancelled_on IS NULL) = (cancelled_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX outing_child ON outing (child_id, leaves_on)`,
  `CREATE INDEX outing_day ON outing (leaves_on)`,
  `CREATE TABLE outing_signature (
    outing_id TEXT NOT NULL REFERENCES outing (id),
    authorisation TEXT NOT NULL,
    signed_on TEXT,
    recorded_by TEXT REFERENCES staff (id),
    PRIMARY KEY (outing_id, authorisation)
  ) STRICT`,
  `CREATE TABLE outing_movement (
    id TEXT PRIMARY KEY,
    outing_id TEXT NOT NULL REFERENCES outing (id),
    direction TEXT NOT NULL CHECK (direction IN ('out', 'back')),
    day TEXT NOT NULL,
    at TEXT NOT NULL,
    adult_name TEXT,
    note TEXT,
    recorded_at TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id),
    UNIQUE (outing_id, direction)
  ) STRICT`,
  `CREATE TRIGGER outing_movement_back_after_out BEFORE INSERT ON outing_movement
   WHEN NEW.direction = 'back' AND NOT EXISTS (
     SELECT 1 FROM outing_movement WHERE outing_id = NEW.outing_id AND direction = 'out')
   BEGIN SELECT RAISE(ABORT, 'a child comes back only from an outing it left on'); END`,
  `CREATE TABLE outing_attempt (
    id TEXT PRIMARY KEY,
    outing_id TEXT NOT NULL REFERENCES outing (id),
    at TEXT NOT NULL,
    reasons_json TEXT NOT NULL,
    recorded_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX outing_attempt_outing ON outing_attempt (outing_id, at)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

/** A version-4 UUID made by SQLite: ids of this database have that shape. */
const UUID = `lower(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
  substr(hex(randomblob(2)), 2), hex(randomblob(6))))`

const PLAN = ['kind', 'reason', 'adult_name', 'adult_id', 'instructor_id', 'staff_id', 'note', 'requested_by'] as const

const tables = [
  // The plan: what for, with whom, who signs. Its state is what people decided; that it stands authorised follows from
  // the signatures, and that it has expired from the days of its outings.
  `CREATE TABLE permission (
    id TEXT PRIMARY KEY,
    folio TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('family', 'group', 'medical', 'school', 'papers', 'separation', 'emergency')),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'paused', 'denied', 'cancelled')),
    state_on TEXT,
    state_by TEXT REFERENCES staff (id),
    state_reason TEXT,
    destination TEXT,
    transport TEXT,
    -- Beyond the municipality: what some consents are asked for.
    travels INTEGER NOT NULL DEFAULT 0 CHECK (travels IN (0, 1)),
    phone TEXT,
    adult_name TEXT NOT NULL,
    adult_id TEXT REFERENCES adult (id),
    instructor_id TEXT REFERENCES instructor (id),
    staff_id TEXT REFERENCES staff (id),
    -- Null: who takes the child brings it back.
    back_adult_name TEXT,
    back_adult_id TEXT REFERENCES adult (id),
    note TEXT,
    -- The step of a plan of separation that it serves; children never learn of outings, so it is only named.
    separation_step_id TEXT,
    requested_by TEXT REFERENCES staff (id),
    -- A change of adult, place or times begins a new round, and what was signed before counts no more.
    round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
    round_on TEXT NOT NULL,
    round_by TEXT REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (state NOT IN ('paused', 'denied', 'cancelled') OR (state_on IS NOT NULL AND state_reason IS NOT NULL)),
    CHECK ((adult_id IS NOT NULL) + (instructor_id IS NOT NULL) + (staff_id IS NOT NULL) <= 1),
    CHECK (back_adult_id IS NULL OR back_adult_name IS NOT NULL)
  ) STRICT`,
  // Who else goes along with a group, the doctor among them.
  `CREATE TABLE permission_adult (
    id TEXT PRIMARY KEY,
    permission_id TEXT NOT NULL REFERENCES permission (id),
    duty TEXT NOT NULL CHECK (duty IN ('helper', 'doctor')),
    name TEXT NOT NULL,
    document TEXT,
    staff_id TEXT REFERENCES staff (id),
    instructor_id TEXT REFERENCES instructor (id),
    CHECK (staff_id IS NULL OR instructor_id IS NULL)
  ) STRICT`,
  `CREATE INDEX permission_adult_permission ON permission_adult (permission_id)`,
  // One child on one occurrence.
  `CREATE TABLE outing_new (
    id TEXT PRIMARY KEY,
    permission_id TEXT NOT NULL REFERENCES permission (id),
    folio TEXT NOT NULL UNIQUE,
    child_id TEXT NOT NULL REFERENCES child (id),
    leaves_on TEXT NOT NULL,
    leaves_at TEXT NOT NULL,
    returns_on TEXT NOT NULL,
    returns_at TEXT NOT NULL,
    -- For whoever takes the child, never for the gate.
    allergies TEXT,
    belongings TEXT,
    -- What the mother says to photographs; null: nobody asked her.
    photo INTEGER CHECK (photo IN (0, 1)),
    cancelled_on TEXT,
    cancelled_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (returns_on > leaves_on OR (returns_on = leaves_on AND returns_at > leaves_at)),
    CHECK ((cancelled_on IS NULL) = (cancelled_reason IS NULL))
  ) STRICT`,
  `CREATE TABLE outing_signature_new (
    id TEXT PRIMARY KEY,
    permission_id TEXT NOT NULL REFERENCES permission (id),
    -- Null: for all its outings.
    outing_id TEXT REFERENCES outing (id),
    authorisation TEXT NOT NULL,
    round INTEGER NOT NULL CHECK (round > 0),
    how TEXT NOT NULL CHECK (how IN ('paper', 'phone')),
    signed_on TEXT,
    -- The number of an official letter, or who spoke on the phone.
    evidence TEXT,
    recorded_at TEXT,
    recorded_by TEXT REFERENCES staff (id),
    withdrawn_on TEXT,
    withdrawn_by TEXT REFERENCES staff (id),
    withdrawn_reason TEXT,
    CHECK (how <> 'phone' OR evidence IS NOT NULL),
    CHECK ((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))
  ) STRICT`,
]

const rows = [
  // A permission of one outing that stood before takes over its id: papers and the trail go on pointing at one record.
  `INSERT INTO permission (id, folio, kind, reason, state, state_on, state_reason, adult_name, adult_id, instructor_id,
     staff_id, note, requested_by, round_on, round_by)
   SELECT id, folio, kind, reason, CASE WHEN cancelled_on IS NULL THEN 'asked' ELSE 'cancelled' END, cancelled_on,
     cancelled_reason, adult_name, adult_id, instructor_id, staff_id, note, requested_by,
     coalesce((SELECT min(substr(at, 1, 10)) FROM audit_event WHERE event = 'outing.requested' AND subject_id = outing.id),
       leaves_on), requested_by
   FROM outing`,
  `INSERT INTO outing_new (id, permission_id, folio, child_id, leaves_on, leaves_at, returns_on, returns_at, cancelled_on,
     cancelled_reason, version)
   SELECT id, id, folio, child_id, leaves_on, leaves_at, returns_on, returns_at, cancelled_on, cancelled_reason, version
   FROM outing`,
  `INSERT INTO outing_signature_new (id, permission_id, outing_id, authorisation, round, how, signed_on, recorded_by)
   SELECT ${UUID}, outing_id, outing_id, authorisation, 1, 'paper', signed_on, recorded_by FROM outing_signature`,
]

/** What an import wrote must go on being taken back: permissions after their outings, so before them in its order. */
const imports = [
  `INSERT INTO import_write (batch_id, position, table_name, key_json, before_json, after_json)
   SELECT batch_id, (SELECT min(position) FROM import_write AS a WHERE a.batch_id = w.batch_id)
       - row_number() OVER (PARTITION BY batch_id ORDER BY position),
     'permission', key_json, NULL,
     (SELECT json_object('id', id, 'folio', folio, 'kind', kind, 'reason', reason, 'state', state, 'state_on', state_on,
        'state_reason', state_reason, 'adult_name', adult_name, 'adult_id', adult_id, 'instructor_id', instructor_id,
        'staff_id', staff_id, 'note', note, 'requested_by', requested_by, 'round_on', round_on, 'round_by', round_by)
      FROM permission WHERE permission.id = w.key_json ->> '$.id')
   FROM import_write AS w WHERE table_name = 'outing' AND before_json IS NULL
     AND EXISTS (SELECT 1 FROM permission WHERE permission.id = w.key_json ->> '$.id')`,
  ...['before_json', 'after_json'].map(
    (
      column,
    ) => `UPDATE import_write SET ${column} = json_remove(${column}, ${PLAN.map((name) => `'$.${name}'`).join(', ')})
     WHERE table_name = 'outing' AND ${column} IS NOT NULL`,
  ),
  `UPDATE import_write SET
     after_json = CASE WHEN after_json IS NOT NULL THEN
       (SELECT json_object('id', s.id, 'outing_id', s.outing_id, 'authorisation', s.authorisation, 'signed_on', s.signed_on,
          'recorded_by', s.recorded_by) FROM outing_signature AS s
        WHERE s.outing_id = key_json ->> '$.outing_id' AND s.authorisation = key_json ->> '$.authorisation') END,
     key_json = coalesce((SELECT json_object('id', s.id) FROM outing_signature AS s
       WHERE s.outing_id = key_json ->> '$.outing_id' AND s.authorisation = key_json ->> '$.authorisation'), key_json)
   WHERE table_name = 'outing_signature'`,
]

const renamed = [
  `DROP TABLE outing_signature`,
  `DROP TABLE outing`,
  `ALTER TABLE outing_new RENAME TO outing`,
  `ALTER TABLE outing_signature_new RENAME TO outing_signature`,
  `CREATE INDEX outing_child ON outing (child_id, leaves_on)`,
  `CREATE INDEX outing_day ON outing (leaves_on)`,
  `CREATE INDEX outing_permission ON outing (permission_id)`,
  `CREATE UNIQUE INDEX outing_signature_standing ON outing_signature
     (permission_id, coalesce(outing_id, ''), authorisation, round, how) WHERE withdrawn_on IS NULL`,
  `CREATE INDEX outing_signature_outing ON outing_signature (outing_id)`,
  `CREATE INDEX permission_state ON permission (state)`,
  // What was signed is struck out, never rewritten.
  `CREATE TRIGGER outing_signature_kept BEFORE UPDATE ON outing_signature
   WHEN OLD.authorisation IS NOT NEW.authorisation OR OLD.round IS NOT NEW.round OR OLD.signed_on IS NOT NEW.signed_on
     OR OLD.how IS NOT NEW.how OR (OLD.withdrawn_on IS NOT NULL AND OLD.withdrawn_on IS NOT NEW.withdrawn_on)
   BEGIN SELECT RAISE(ABORT, 'a signature is withdrawn, never rewritten'); END`,
  // One line for each outing that is more than a draft, as other slices read it.
  `CREATE VIEW outing_plan AS
   SELECT outing.id, outing.permission_id, outing.folio, outing.child_id, permission.kind, permission.reason,
     outing.leaves_on, outing.leaves_at, outing.returns_on, outing.returns_at, permission.adult_name, permission.adult_id,
     permission.instructor_id, permission.staff_id, permission.note, outing.cancelled_on, outing.cancelled_reason,
     permission.requested_by, permission.state AS permission_state, outing.version
   FROM outing JOIN permission ON permission.id = outing.permission_id
   WHERE permission.state <> 'draft'`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...rows, ...renamed, ...imports]) await sql.raw(statement).execute(db)
}

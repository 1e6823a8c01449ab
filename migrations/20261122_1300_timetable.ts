import { sql, type Kysely } from 'kysely'

const statements = [
  // One thing, once, of one woman or of one child: a hearing, a lawyer, a visit, the doctor. The gravest kind prevails.
  `CREATE TABLE appointment (
    id TEXT PRIMARY KEY,
    person_id TEXT REFERENCES person (id),
    child_id TEXT REFERENCES child (id),
    kind TEXT NOT NULL CHECK (kind IN ('court', 'transfer', 'medical', 'lawyer', 'visit', 'locutory', 'school', 'other')),
    day TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    -- Null: nobody knows yet; the timetable counts with the usual length and says so.
    ends_at TEXT,
    room_id TEXT REFERENCES room (id),
    -- In words, where it is no room of the timetable: the visiting yard, a court, a hospital.
    place TEXT,
    -- She or the child leaves the center for it.
    outside INTEGER NOT NULL DEFAULT 0 CHECK (outside IN (0, 1)),
    note TEXT,
    cancelled_on TEXT,
    cancelled_reason TEXT,
    recorded_by TEXT REFERENCES staff (id),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((person_id IS NULL) <> (child_id IS NULL)),
    CHECK (ends_at IS NULL OR ends_at > starts_at),
    CHECK (room_id IS NULL OR (place IS NULL AND outside = 0)),
    CHECK ((cancelled_on IS NULL) = (cancelled_reason IS NULL))
  ) STRICT`,
  `CREATE INDEX appointment_day ON appointment (day)`,
  `CREATE INDEX appointment_person ON appointment (person_id, day) WHERE person_id IS NOT NULL`,
  `CREATE INDEX appointment_child ON appointment (child_id, day) WHERE child_id IS NOT NULL`,
  // Minutes on foot between two rooms, both ways; a pair that is not here takes the center's usual minutes.
  `CREATE TABLE walk (
    room_a TEXT NOT NULL REFERENCES room (id),
    room_b TEXT NOT NULL REFERENCES room (id),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 60),
    PRIMARY KEY (room_a, room_b),
    CHECK (room_a < room_b)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

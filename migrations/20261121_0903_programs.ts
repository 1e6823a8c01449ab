import { sql, type Kysely } from 'kysely'

const statements = [
  `CREATE TABLE axis (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1))
  ) STRICT`,
  `CREATE TABLE workshop (
    id TEXT PRIMARY KEY,
    axis_id TEXT NOT NULL REFERENCES axis (id),
    title TEXT NOT NULL UNIQUE
  ) STRICT`,
  `CREATE TABLE room (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE instructor (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE edition (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    workshop_id TEXT NOT NULL REFERENCES workshop (id),
    room_id TEXT NOT NULL REFERENCES room (id),
    instructor_id TEXT NOT NULL REFERENCES instructor (id),
    hours INTEGER NOT NULL CHECK (hours > 0),
    capacity INTEGER NOT NULL CHECK (capacity > 0),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    min_rate_percent INTEGER NOT NULL CHECK (min_rate_percent BETWEEN 0 AND 100),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (ends_on >= starts_on)
  ) STRICT`,
  `CREATE TABLE edition_slot (
    id TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES edition (id),
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    UNIQUE (edition_id, weekday, starts_at),
    CHECK (ends_at > starts_at)
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // SQLite cannot widen a CHECK: the table is made anew (sqlite.org/lang_altertable.html §7). Nothing refers to it yet.
  `CREATE TABLE special_day_new (
    id TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'visit', 'closure', 'count', 'meal', 'lock-down', 'search', 'event', 'short-day', 'pastoral')),
    dormitories TEXT,
    starts_at TEXT,
    ends_at TEXT,
    -- What it does to the sessions it meets; null: what its kind does by itself.
    effect TEXT CHECK (effect IN ('cancels', 'shortens', 'warns')),
    version INTEGER NOT NULL DEFAULT 1,
    CHECK (ends_at IS NULL OR starts_at IS NULL OR ends_at > starts_at),
    UNIQUE (day, title)
  ) STRICT`,
  // Hours that are the wrong way round never kept a session from being held; without an end they close from then on.
  `INSERT INTO special_day_new (id, day, title, kind, dormitories, starts_at, ends_at)
   SELECT id, day, title, kind, dormitories, starts_at, CASE WHEN ends_at > starts_at OR starts_at IS NULL THEN ends_at END
   FROM special_day`,
  `DROP TABLE special_day`,
  `ALTER TABLE special_day_new RENAME TO special_day`,
  // What every week brings: counts, meals, lock-up. One row for each weekday; rows written together share a series.
  `CREATE TABLE routine (
    id TEXT PRIMARY KEY,
    series_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('count', 'meal', 'lock-up')),
    title TEXT NOT NULL,
    -- As in special_day: a list of dormitories; null means all.
    dormitories TEXT,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CHECK (ends_at > starts_at),
    CHECK (valid_until IS NULL OR valid_until >= valid_from),
    UNIQUE (series_id, weekday)
  ) STRICT`,
  `CREATE INDEX routine_weekday ON routine (weekday, valid_from)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

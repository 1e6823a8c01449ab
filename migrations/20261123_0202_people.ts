import { sql, type Kysely } from 'kysely'

const statements = [
  // Her work in pictures. No consent, no picture; what is taken out is gone.
  `CREATE TABLE portfolio_photo (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    picture_id TEXT NOT NULL REFERENCES picture (id),
    edition_id TEXT REFERENCES edition (id),
    caption TEXT NOT NULL,
    taken_on TEXT,
    added_on TEXT NOT NULL,
    added_by TEXT REFERENCES staff (id)
  ) STRICT`,
  `CREATE INDEX portfolio_photo_person ON portfolio_photo (person_id)`,
  // Whom she may turn to outside.
  `CREATE TABLE release_contact (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    offers TEXT NOT NULL,
    reached_at TEXT NOT NULL,
    added_on TEXT NOT NULL,
    removed_on TEXT
  ) STRICT`,
  `CREATE INDEX release_contact_person ON release_contact (person_id)`,
  `CREATE TABLE release_folder (
    stay_id TEXT PRIMARY KEY REFERENCES stay (id),
    releases_on TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  // Checked for a day of release: another day asks again.
  `CREATE TABLE release_check (
    id TEXT PRIMARY KEY,
    stay_id TEXT NOT NULL REFERENCES stay (id),
    days_before INTEGER NOT NULL CHECK (days_before IN (30, 7)),
    releases_on TEXT NOT NULL,
    note TEXT,
    checked_on TEXT NOT NULL,
    checked_by TEXT REFERENCES staff (id),
    UNIQUE (stay_id, days_before, releases_on)
  ) STRICT`,
  `CREATE TABLE handover (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    paper_id TEXT NOT NULL UNIQUE REFERENCES paper (id),
    items_json TEXT NOT NULL,
    printed_on TEXT NOT NULL,
    signed_on TEXT,
    signed_how TEXT CHECK (signed_how IN ('signature', 'thumbprint')),
    received_by TEXT,
    recorded_by TEXT REFERENCES staff (id),
    cancelled_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    CHECK ((signed_on IS NULL) = (signed_how IS NULL)),
    CHECK (signed_on IS NULL OR cancelled_on IS NULL)
  ) STRICT`,
  `CREATE INDEX handover_person ON handover (person_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // Tools of a session's kit as they left the cabinet and as they came back. The kit may change; what was counted stands.
  `CREATE TABLE tool_count (
    session_id TEXT NOT NULL REFERENCES session (id),
    kit_id TEXT NOT NULL REFERENCES workshop_kit (id),
    tool TEXT NOT NULL,
    out_count INTEGER NOT NULL CHECK (out_count >= 0),
    -- Null: still out.
    in_count INTEGER CHECK (in_count >= 0),
    PRIMARY KEY (session_id, kit_id)
  ) STRICT`,
  // A difference names who was told, and is open until somebody settles it.
  `CREATE TABLE tool_check (
    session_id TEXT PRIMARY KEY REFERENCES session (id),
    version INTEGER NOT NULL,
    counted_at TEXT NOT NULL,
    counted_by TEXT REFERENCES staff (id),
    told TEXT CHECK (told <> ''),
    settled_at TEXT,
    settled_by TEXT REFERENCES staff (id),
    settled_how TEXT,
    CHECK ((settled_at IS NULL) = (settled_how IS NULL))
  ) STRICT`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // How certificates look from now on. What was issued keeps its own: template, version and the hash of each picture
  // stand in its frozen facts, the pictures themselves in its frozen bytes.
  `CREATE TABLE certificate_face (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    template TEXT NOT NULL CHECK (template IN ('sober', 'festive')),
    logo_id TEXT REFERENCES picture (id),
    seal_id TEXT REFERENCES picture (id),
    version INTEGER NOT NULL DEFAULT 1
  ) STRICT`,
  `INSERT INTO certificate_face (id, template) VALUES (1, 'festive')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

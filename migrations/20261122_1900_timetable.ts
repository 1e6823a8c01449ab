import { sql, type Kysely } from 'kysely'

const statements = [
  // Few sessions make up for another, and every session asks which one does.
  `CREATE INDEX session_catch_up ON session (catch_up_of) WHERE catch_up_of IS NOT NULL`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

import { sql, type Kysely } from 'kysely'

const statements = [
  // The age limit is a rule of the center like the others: each value holds from a day on. The one that stood held always;
  // the one that Umbral came with needs no row.
  `INSERT INTO setting (key, from_day, value_json, set_by)
   SELECT 'ageLimitMonths', '2000-01-01', CAST(age_limit_months AS TEXT), NULL FROM center
   WHERE age_limit_months <> 36`,
  `ALTER TABLE center DROP COLUMN age_limit_months`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

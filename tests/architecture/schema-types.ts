/** Writes the TypeScript types of a freshly migrated database: what `schema.generated.ts` must hold. */
import type Database from 'better-sqlite3'

const TYPES: Readonly<Record<string, string>> = { TEXT: 'string', INTEGER: 'number', REAL: 'number', BLOB: 'Buffer' }

interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: 0 | 1
  readonly dflt_value: string | null
  readonly pk: number
}

const pascal = (name: string): string =>
  name.replace(/(^|_)(\w)/g, (_all, _gap, letter: string) => letter.toUpperCase())

export function schemaTypes(raw: Database.Database): string {
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name <> 'schema_migration' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const views = new Set(raw.prepare("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all())
  const interfaces = tables.map((table) => {
    const columns = raw.prepare('SELECT * FROM pragma_table_info(?)').all(table) as Column[]
    const lines = columns.map(({ name, type, notnull, dflt_value, pk }) => {
      const base = TYPES[type] ?? 'unknown'
      // SQLite does not say of a view's columns whether they may be null: ours may not.
      const nullable = notnull || pk || views.has(table) ? base : `${base} | null`
      return `  ${name}: ${dflt_value === null ? nullable : `Generated<${nullable}>`}`
    })
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`
  })
  const all = `export interface DB {\n${tables.map((table) => `  ${table}: ${pascal(table)}`).join('\n')}\n}\n`
  return `// Generated from the migrations by \`npm run db:types\`; a test compares. Do not edit.\nimport type { Generated } from 'kysely'\n\n${interfaces.join('\n')}\n${all}`
}

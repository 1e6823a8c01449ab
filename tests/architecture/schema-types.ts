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
  const columnsOf = (table: string) => raw.prepare('SELECT * FROM pragma_table_info(?)').all(table) as Column[]
  // SQLite does not say of a view's columns whether they may be null: those taken from a table are as they are there,
  // and those that a view works out may not.
  const mayBeNull = (view: string): ReadonlySet<string> =>
    new Set(
      raw
        .prepare(`SELECT * FROM ${view}`)
        .columns()
        .filter(({ table, column }) => {
          const source = table === null ? undefined : columnsOf(table).find((each) => each.name === column)
          return source !== undefined && !source.notnull && !source.pk
        })
        .map((each) => each.name),
    )
  const interfaces = tables.map((table) => {
    const optional = views.has(table) ? mayBeNull(table) : undefined
    const lines = columnsOf(table).map(({ name, type, notnull, dflt_value, pk }) => {
      const base = TYPES[type] ?? 'unknown'
      const nullable = (optional ? !optional.has(name) : notnull || pk) ? base : `${base} | null`
      return `  ${name}: ${dflt_value === null ? nullable : `Generated<${nullable}>`}`
    })
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`
  })
  const all = `export interface DB {\n${tables.map((table) => `  ${table}: ${pascal(table)}`).join('\n')}\n}\n`
  return `// Generated from the migrations by \`npm run db:types\`; a test compares. Do not edit.\nimport type { Generated } from 'kysely'\n\n${interfaces.join('\n')}\n${all}`
}

/** The last look before sealing: do the filled tables keep to what `bundle-tables.rules.ts` lets leave? Pure. */
import type { Cell, Column, FilledTable } from './bundle-tables.rules'

/** Where filled tables break their own declaration: the last look before sealing. A place, never a value. */
export function findBreaches(tables: readonly FilledTable[]): string[] {
  const ids = new Map(tables.map(({ table, rows }) => [table.name, new Set(rows.map((row) => row.id))]))
  return tables.flatMap(({ table, rows }) => {
    const declared = new Set(table.columns.map((column) => column.name))
    const stray = rows.some((row) => Object.keys(row).some((name) => !declared.has(name)))
    const keys = new Set(rows.map((row) => table.key.map((name) => String(row[name])).join(' ')))
    const columns = table.columns
      .filter((column) =>
        rows.some((row) => {
          const cell = row[column.name] ?? null
          return !fits(column, cell) || (column.refers && cell !== null && !ids.get(column.refers)?.has(cell))
        }),
      )
      .map((column) => `${table.name}.${column.name}`)
    return [
      ...(stray ? [`${table.name}: stray column`] : []),
      ...(keys.size < rows.length ? [`${table.name}: key`] : []),
      ...columns,
    ]
  })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function fits({ type, optional }: Column, cell: Cell): boolean {
  if (cell === null) return optional === true
  switch (type.kind) {
    case 'count':
      return typeof cell === 'number' && Number.isInteger(cell) && cell >= 0
    case 'flag':
      return typeof cell === 'boolean'
    case 'list':
      return typeof cell === 'string' && type.values.includes(cell)
    case 'text':
      return typeof cell === 'string' && cell.length <= type.max
    case 'id':
      return typeof cell === 'string' && UUID.test(cell)
    case 'month':
      return typeof cell === 'string' && /^\d{4}-\d{2}$/.test(cell)
    case 'day':
      return typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell)
    case 'time':
      return typeof cell === 'string' && /^\d{2}:\d{2}$/.test(cell)
  }
}

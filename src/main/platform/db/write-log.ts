/** Records every row that a piece of work writes, before and after, so that the work can be taken back to the byte. */
import { sql } from 'kysely'
import type { Instant } from '../../../shared/kernel/civil-date'
import { countCertified } from './certified'
import type { Trx } from './types'

export interface WriteLog {
  readonly batchId: string
  /** Table that receives the rows: `batch_id, position, table_name, key_json, before_json, after_json`. */
  readonly into: string
}

interface Column {
  readonly name: string
  readonly pk: number
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function columnsOf(trx: Trx, table: string): Promise<readonly Column[]> {
  const found = await sql<Column>`SELECT name, pk FROM pragma_table_info(${table}) ORDER BY cid`.execute(trx)
  return found.rows
}

const asJson = (row: 'NEW' | 'OLD', columns: readonly Column[]): string =>
  `json_object(${columns.map((column) => `${literal(column.name)}, ${row}.${quoted(column.name)}`).join(', ')})`

/**
 * Runs `work` while temporary triggers copy each row of `tables` that it inserts, updates or deletes. The triggers are
 * part of the transaction: a rollback takes them along.
 */
export async function recordingWrites<T>(
  trx: Trx,
  log: WriteLog,
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  for (const table of tables) await watch(trx, log, table)
  const result = await work()
  for (const table of tables)
    for (const act of ACTS) await sql.raw(`DROP TRIGGER temp.${quoted(triggerName(table, act))}`).execute(trx)
  return result
}

const ACTS = ['INSERT', 'UPDATE', 'DELETE'] as const
const triggerName = (table: string, act: string): string => `write_log_${table}_${act}`

async function watch(trx: Trx, log: WriteLog, table: string): Promise<void> {
  const columns = await columnsOf(trx, table)
  const key = columns.filter((column) => column.pk > 0)
  const before = asJson('OLD', columns)
  const after = asJson('NEW', columns)
  const batch = literal(log.batchId)
  const position = `(SELECT coalesce(max(position), 0) + 1 FROM ${quoted(log.into)} WHERE batch_id = ${batch})`
  const rows = { INSERT: ['NULL', after], UPDATE: [before, after], DELETE: [before, 'NULL'] } as const
  for (const act of ACTS)
    await sql
      .raw(
        `CREATE TEMP TRIGGER ${quoted(triggerName(table, act))} AFTER ${act} ON main.${quoted(table)} BEGIN
           INSERT INTO ${quoted(log.into)} (batch_id, position, table_name, key_json, before_json, after_json)
           VALUES (${batch}, ${position}, ${literal(table)}, ${asJson(act === 'DELETE' ? 'OLD' : 'NEW', key)},
                   ${rows[act].join(', ')});
         END`,
      )
      .execute(trx)
}

export interface LoggedWrite {
  readonly table_name: string
  readonly key_json: string
  readonly before_json: string | null
  readonly after_json: string | null
}

/**
 * Takes the writes back, last first. Answers how many rows stand in the way: rows changed since by somebody else, or
 * rows written since that need one of these. Unless that is 0, the caller must roll back.
 */
export async function revertWrites(trx: Trx, writes: readonly LoggedWrite[], since: Instant): Promise<number> {
  const changed = (await countChanged(trx, writes)) + (await countCertified(trx, writes, since))
  if (changed > 0) return changed
  const brokenBefore = await brokenReferences(trx)
  // Foreign keys are then checked only at the end, so that the order of the tables does not matter.
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx)
  try {
    for (const write of [...writes].reverse()) await revert(trx, write)
  } catch (error) {
    // A row written since holds what this one would take back, such as the one open stay.
    if (isConstraint(error)) return 1
    throw error
  }
  return (await brokenReferences(trx)) - brokenBefore
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')

async function brokenReferences(trx: Trx): Promise<number> {
  const found = await sql<{ n: number }>`SELECT count(*) AS n FROM pragma_foreign_key_check`.execute(trx)
  return found.rows[0]?.n ?? 0
}

async function countChanged(trx: Trx, writes: readonly LoggedWrite[]): Promise<number> {
  const last = new Map(writes.map((write) => [`${write.table_name} ${write.key_json}`, write]))
  let changed = 0
  for (const write of last.values()) if (!(await stands(trx, write))) changed += 1
  return changed
}

type Row = Readonly<Record<string, string | number | null>>
const parse = (json: string): Row => JSON.parse(json) as Row

const matching = (row: Row) =>
  sql.join(
    Object.entries(row).map(([name, value]) => sql`${sql.ref(name)} IS ${value}`),
    sql` AND `,
  )

/** True if the row is exactly as this write left it. */
async function stands(trx: Trx, write: LoggedWrite): Promise<boolean> {
  const row = parse(write.after_json ?? write.key_json)
  const found = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(write.table_name)}
    WHERE ${matching(row)}`.execute(trx)
  return (found.rows[0]?.n === 1) === (write.after_json !== null)
}

async function revert(trx: Trx, write: LoggedWrite): Promise<void> {
  const table = sql.table(write.table_name)
  const key = parse(write.key_json)
  if (write.before_json === null) {
    await sql`DELETE FROM ${table} WHERE ${matching(key)}`.execute(trx)
    return
  }
  const before = Object.entries(parse(write.before_json))
  if (write.after_json === null) {
    const names = sql.join(before.map(([name]) => sql.ref(name)))
    const values = sql.join(before.map(([, value]) => value))
    await sql`INSERT INTO ${table} (${names}) VALUES (${values})`.execute(trx)
    return
  }
  const set = sql.join(before.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
  await sql`UPDATE ${table} SET ${set} WHERE ${matching(key)}`.execute(trx)
}

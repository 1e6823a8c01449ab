/**
 * Every foreign key to a table, found in the schema itself: so that a row can hand all that points at it to another row,
 * whatever tables there are by then. Knows no slice.
 */
import { sql, type RawBuilder } from 'kysely'
import type { DB, ReadDb, Trx } from './types'

/** A column that holds the id of a row of another table. */
export interface Reference {
  readonly table: string
  readonly column: string
}

/** A query written out, in the one form that a reading handle lets through. */
const ask = <Row>(db: ReadDb, query: RawBuilder<unknown>): Promise<Row[]> =>
  db
    .selectFrom(sql<Row>`(${query})`.as('found'))
    .selectAll()
    .execute() as unknown as Promise<Row[]>

interface ForeignKey extends Reference {
  readonly to: string
}

const foreignKeys = (db: ReadDb): Promise<readonly ForeignKey[]> =>
  ask(
    db,
    sql`SELECT t.name AS "table", f."from" AS "column", f."table" AS "to"
      FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
      WHERE t.schema = 'main' AND t.type = 'table'
      ORDER BY t.name, f."from"`,
  )

/** All columns that point at the table, in the order of their names. */
export const listReferences = async (db: ReadDb, to: string): Promise<readonly Reference[]> =>
  (await foreignKeys(db)).filter((key) => key.to === to).map(({ table, column }) => ({ table, column }))

/** The table and every table from which it can be reached by foreign keys: what moving its references may touch. */
export async function listDependents(db: ReadDb, of: keyof DB): Promise<readonly (keyof DB)[]> {
  const keys = await foreignKeys(db)
  const reached = new Set<string>([of])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const key of keys) if (reached.has(key.to)) reached.add(key.table)
  }
  return [...reached].sort() as (keyof DB)[]
}

/** How many rows point at the id, by table. */
export async function countReferences(
  db: ReadDb,
  references: readonly Reference[],
  id: string,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const { table, column } of references) {
    const query = sql`SELECT count(*) AS n FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`
    const n = (await ask<{ n: number }>(db, query))[0]?.n ?? 0
    if (n > 0) counts[table] = (counts[table] ?? 0) + n
  }
  return counts
}

/** Two rows that a table would not hold side by side once both point at the same id; each by its primary key. */
export interface Collision extends Reference {
  readonly from: RowKey
  readonly into: RowKey
}
export type RowKey = Readonly<Record<string, string | number>>

interface UniqueIndex {
  readonly name: string
  readonly where: string
  readonly columns: readonly string[]
}

async function uniqueIndexes(db: ReadDb, { table, column }: Reference): Promise<readonly UniqueIndex[]> {
  const found = await ask<{ name: string; sql: string | null; column: string | null }>(
    db,
    sql`SELECT i.name, s.sql, c.name AS "column"
    FROM pragma_index_list(${table}) AS i
    JOIN pragma_index_info(i.name) AS c
    LEFT JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name
    WHERE i."unique" = 1 ORDER BY i.name, c.seqno`,
  )
  const names = [...new Set(found.map((row) => row.name))]
  return names
    .map((name) => {
      const rows = found.filter((row) => row.name === name)
      const where = /\bWHERE\b([\s\S]*)$/i.exec(rows[0]?.sql ?? '')?.[1] ?? '1'
      return { name, where, columns: rows.flatMap((row) => (row.column === null ? [] : [row.column])) }
    })
    .filter((index) => index.columns.includes(column))
}

async function keyColumns(db: ReadDb, table: string): Promise<readonly string[]> {
  const query = sql`SELECT name FROM pragma_table_info(${table}) WHERE pk > 0 ORDER BY pk`
  return (await ask<{ name: string }>(db, query)).map((row) => row.name)
}

/** What stands in the way of moving everything from one id to another: pairs that a unique index forbids. */
export async function listCollisions(
  db: ReadDb,
  references: readonly Reference[],
  move: { readonly from: string; readonly into: string },
): Promise<readonly Collision[]> {
  const collisions: Collision[] = []
  for (const reference of references)
    for (const index of await uniqueIndexes(db, reference))
      collisions.push(...(await collisionsIn(db, reference, index, move)))
  return collisions
}

async function collisionsIn(
  db: ReadDb,
  reference: Reference,
  index: UniqueIndex,
  move: { readonly from: string; readonly into: string },
): Promise<readonly Collision[]> {
  const { table, column } = reference
  const key = await keyColumns(db, table)
  const keyOf = (side: string) =>
    sql`json_object(${sql.join(key.flatMap((name) => [sql.lit(name), sql.ref(`${side}.${name}`)]))})`
  const rowsOf = (id: string) =>
    sql`(SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id} AND (${sql.raw(index.where)}))`
  const rest = index.columns.filter((name) => name !== column)
  const equal = rest.map((name) => sql`${sql.ref(`f.${name}`)} = ${sql.ref(`i.${name}`)}`)
  const query = sql`SELECT ${keyOf('f')} AS f, ${keyOf('i')} AS i
    FROM ${rowsOf(move.from)} AS f JOIN ${rowsOf(move.into)} AS i
    ON ${equal.length > 0 ? sql.join(equal, sql` AND `) : sql`1`}
    ORDER BY 1`
  return (await ask<{ f: string; i: string }>(db, query)).map((row) => ({
    ...reference,
    from: JSON.parse(row.f) as RowKey,
    into: JSON.parse(row.i) as RowKey,
  }))
}

const isKey = (key: RowKey) =>
  sql.join(
    Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` AND `,
  )

type Row = Readonly<Record<string, unknown>>

/** One row as it stands, for whoever must say what it was. */
export async function findRow(db: ReadDb, table: string, key: RowKey): Promise<Row | undefined> {
  return (await ask<Row>(db, sql`SELECT * FROM ${sql.table(table)} WHERE ${isKey(key)}`))[0]
}

/** Takes one row away: of two that collide, the one that does not stand. */
export async function dropRow(trx: Trx, table: string, key: RowKey): Promise<void> {
  await sql`DELETE FROM ${sql.table(table)} WHERE ${isKey(key)}`.execute(trx)
}

/** Points everything at another id. Collisions must have been settled before. */
export async function moveReferences(
  trx: Trx,
  references: readonly Reference[],
  move: { readonly from: string; readonly into: string },
): Promise<void> {
  for (const { table, column } of references) {
    const where = sql`${sql.ref(column)} = ${move.from}`
    try {
      await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${move.into} WHERE ${where}`.execute(trx)
    } catch (error) {
      if (!isTrigger(error)) throw error
      await reinsert(trx, { table, column }, move)
    }
  }
}

const isTrigger = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_TRIGGER'

/** A history that lets no row be altered: what each row says stays, only whose it is moves, by writing it anew. */
async function reinsert(
  trx: Trx,
  { table, column }: Reference,
  move: { readonly from: string; readonly into: string },
): Promise<void> {
  const found = await sql<Row>`SELECT * FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${move.from}`.execute(trx)
  await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${move.from}`.execute(trx)
  for (const row of found.rows) {
    const entries = Object.entries({ ...row, [column]: move.into })
    const names = sql.join(entries.map(([name]) => sql.ref(name)))
    await sql`INSERT INTO ${sql.table(table)} (${names}) VALUES (${sql.join(entries.map(([, value]) => value))})`.execute(
      trx,
    )
  }
}

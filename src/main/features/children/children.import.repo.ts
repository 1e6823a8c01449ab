/** Children and the adults around them out of a spreadsheet, many at a time. */
import { randomUUID } from 'node:crypto'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedChild {
  readonly id: string
  readonly code: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly sex: 'M' | 'H' | 'X' | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly motherId: string
  readonly livesHereFrom: CivilDate | null
  readonly livesHereUntil: CivilDate | null
  readonly curp: string | null
  readonly searchText: string
}

export interface ImportedAdult {
  readonly id: string
  readonly fullName: string
  readonly document: string | null
  readonly phone: string | null
  readonly searchText: string
}

export interface ImportedChildAdult {
  readonly id: string
  readonly childId: string
  readonly adultId: string
  readonly relation: string
  readonly mayCollect: boolean
  readonly validUntil: CivilDate | null
  readonly forbiddenBy: string | null
}

const childColumns = (child: ImportedChild) => ({
  code: child.code,
  surname1: child.surname1,
  surname2: child.surname2,
  given_names: child.givenNames,
  sex: child.sex,
  birth_date: child.birthDate,
  birth_precision: child.birthPrecision,
  mother_id: child.motherId,
  lives_here_from: child.livesHereFrom,
  lives_here_until: child.livesHereUntil,
  curp: child.curp,
  search_text: child.searchText,
})

/** Adds children. */
export const insertImportedChildren = (trx: Trx, rows: readonly ImportedChild[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('child')
      .values(some.map((row) => ({ id: row.id, ...childColumns(row) })))
      .execute(),
  )

/** Gives children the values of their rows. */
export async function updateImportedChildren(trx: Trx, rows: readonly ImportedChild[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('child')
      .set((eb) => ({ ...childColumns(row), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

/** Adds adults. */
export const insertImportedAdults = (trx: Trx, rows: readonly ImportedAdult[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('adult')
      .values(
        some.map((row) => ({
          id: row.id,
          full_name: row.fullName,
          document: row.document,
          phone: row.phone,
          search_text: row.searchText,
        })),
      )
      .execute(),
  )

/** Who imported, and the words with which a right ends that a newer list no longer gives. */
export interface ImportingGrid {
  readonly at: Instant
  readonly on: CivilDate
  readonly by: string | null
  readonly why: string
}

/** To collect was both: to take out and to bring back. */
const COLLECTING = ['take-out', 'bring-back'] as const

const insertRights = (trx: Trx, rows: readonly ImportedChildAdult[], importing: ImportingGrid): Promise<void> =>
  inChunks(
    rows.flatMap((row) => COLLECTING.map((act) => ({ row, act }))),
    (some) =>
      trx
        .insertInto('authority')
        .values(
          some.map(({ row, act }) => ({
            id: randomUUID(),
            child_id: row.childId,
            adult_id: row.adultId,
            act,
            until_day: row.validUntil,
            given_at: importing.at,
            given_by: importing.by,
          })),
        )
        .execute(),
  )

const insertOrders = (trx: Trx, rows: readonly ImportedChildAdult[], importing: ImportingGrid): Promise<void> =>
  inChunks(
    rows.flatMap((row) => (row.forbiddenBy === null ? [] : [{ ...row, order: row.forbiddenBy }])),
    (some) =>
      trx
        .insertInto('prohibition')
        .values(
          some.map((row) => ({
            id: randomUUID(),
            child_id: row.childId,
            adult_id: row.adultId,
            order_number: row.order,
            entered_at: importing.at,
            entered_by: importing.by,
          })),
        )
        .execute(),
  )

/** Adds who is what to whom, who may collect, and whom an order keeps away. */
export async function insertImportedChildAdults(
  trx: Trx,
  rows: readonly ImportedChildAdult[],
  importing: ImportingGrid,
): Promise<void> {
  await inChunks(rows, (some) =>
    trx
      .insertInto('child_adult')
      .values(some.map((row) => ({ id: row.id, child_id: row.childId, adult_id: row.adultId, relation: row.relation })))
      .execute(),
  )
  await insertRights(
    trx,
    rows.filter((row) => row.mayCollect),
    importing,
  )
  await insertOrders(trx, rows, importing)
}

/**
 * Follows a newer list: a right with another last day ends and begins anew, a right no longer given ends, an order is
 * added. An order that stands is never lifted by a list, and rights beneath it are left as they are: it beats them.
 */
export async function updateImportedChildAdults(
  trx: Trx,
  rows: readonly ImportedChildAdult[],
  importing: ImportingGrid,
): Promise<void> {
  for (const row of rows) {
    await trx
      .updateTable('child_adult')
      .set((eb) => ({ relation: row.relation, version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
    if (row.forbiddenBy === null) await replaceRights(trx, row, importing)
    else if (!(await hasOrder(trx, row, row.forbiddenBy))) await insertOrders(trx, [row], importing)
  }
}

async function replaceRights(trx: Trx, row: ImportedChildAdult, importing: ImportingGrid): Promise<void> {
  const open = await trx
    .selectFrom('authority')
    .select(['id', 'act', 'until_day'])
    .where('child_id', '=', row.childId)
    .where('adult_id', '=', row.adultId)
    .where('act', 'in', COLLECTING)
    .where('ended_at', 'is', null)
    .execute()
  const isKept = row.mayCollect && open.length === COLLECTING.length
  if (isKept && open.every((right) => right.until_day === row.validUntil)) return
  const ids = open.map((right) => right.id)
  if (ids.length > 0)
    await trx
      .updateTable('authority')
      .set({ ended_at: importing.at, ended_on: importing.on, ended_by: importing.by, end_reason: importing.why })
      .where('id', 'in', ids)
      .execute()
  if (row.mayCollect) await insertRights(trx, [row], importing)
}

async function hasOrder(trx: Trx, row: ImportedChildAdult, order: string): Promise<boolean> {
  const found = await trx
    .selectFrom('prohibition')
    .select('id')
    .where('child_id', '=', row.childId)
    .where('adult_id', '=', row.adultId)
    .where('order_number', '=', order)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Rights and orders as rows: granted, ended, entered, lifted; never rewritten. */
import { randomUUID } from 'node:crypto'
import type { AuthorityAct, GridRow } from '../../../shared/contract/child-adults.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredRight = NonNullable<GridRow['cells'][number]['right']> & {
  readonly childId: string
  readonly adultId: string
  readonly act: AuthorityAct
}

/** Rights that nobody ended: of a child, of an adult, of both, or all. */
export async function listRights(db: ReadDb, of: { childId?: string; adultId?: string }): Promise<StoredRight[]> {
  let query = db.selectFrom('authority').selectAll().where('ended_at', 'is', null)
  if (of.childId) query = query.where('child_id', '=', of.childId)
  if (of.adultId) query = query.where('adult_id', '=', of.adultId)
  return (await query.orderBy('act').execute()).map((row) => ({
    id: row.id,
    childId: row.child_id,
    adultId: row.adult_id,
    act: row.act as AuthorityAct,
    from: row.from_day,
    until: row.until_day,
    evidenceKind: row.evidence_kind as StoredRight['evidenceKind'],
    evidenceNumber: row.evidence_number,
    seenOn: row.document_seen_on,
    seenBy: row.document_seen_by,
  }))
}

/** Rights by id, also ended ones. */
export async function findRights(db: ReadDb, ids: readonly string[]) {
  const rows = await db
    .selectFrom('authority')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    childId: row.child_id,
    adultId: row.adult_id,
    act: row.act as AuthorityAct,
    isEnded: row.ended_at !== null,
  }))
}

export interface Granted {
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  readonly evidenceKind: StoredRight['evidenceKind']
  readonly evidenceNumber: string | null
  readonly seenOn: CivilDate | null
  readonly seenBy: string | null
}

interface By {
  readonly at: Instant
  readonly on: CivilDate
  readonly by: string | null
}

export async function insertRight(
  trx: Trx,
  of: { childId: string; adultId: string; act: AuthorityAct },
  granted: Granted,
  by: By,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('authority')
    .values({
      id,
      child_id: of.childId,
      adult_id: of.adultId,
      act: of.act,
      from_day: granted.from,
      until_day: granted.until,
      evidence_kind: granted.evidenceKind,
      evidence_number: granted.evidenceNumber,
      document_seen_on: granted.seenOn,
      document_seen_by: granted.seenBy,
      given_at: by.at,
      given_by: by.by,
    })
    .execute()
  return id
}

/** Ends rights from this second on. */
export async function endRights(trx: Trx, ids: readonly string[], reason: string, by: By): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('authority')
    .set({ ended_at: by.at, ended_on: by.on, ended_by: by.by, end_reason: reason })
    .where('id', 'in', [...ids])
    .where('ended_at', 'is', null)
    .execute()
}

export async function markReplaced(trx: Trx, id: string, replacedBy: string): Promise<void> {
  await trx.updateTable('authority').set({ replaced_by: replacedBy }).where('id', '=', id).execute()
}

export type StoredOrder = Omit<GridRow['orders'][number], 'inForce'> & {
  readonly childId: string
  readonly adultId: string
  readonly isLifted: boolean
}

const orderQuery = (db: ReadDb) => db.selectFrom('prohibition').selectAll()

const toOrder = (row: Awaited<ReturnType<ReturnType<typeof orderQuery>['executeTakeFirstOrThrow']>>): StoredOrder => ({
  id: row.id,
  childId: row.child_id,
  adultId: row.adult_id,
  orderedBy: row.ordered_by,
  orderNumber: row.order_number,
  orderedOn: row.ordered_on,
  from: row.from_day,
  until: row.until_day,
  note: row.note,
  isLifted: row.lifted_at !== null,
})

/** Orders that nobody lifted: of a child, of an adult, or of both. */
export async function listOrders(db: ReadDb, of: { childId?: string; adultId?: string }): Promise<StoredOrder[]> {
  let query = orderQuery(db).where('lifted_at', 'is', null)
  if (of.childId) query = query.where('child_id', '=', of.childId)
  if (of.adultId) query = query.where('adult_id', '=', of.adultId)
  return (await query.orderBy('order_number').execute()).map(toOrder)
}

export async function findOrder(db: ReadDb, id: string): Promise<StoredOrder | undefined> {
  const row = await orderQuery(db).where('id', '=', id).executeTakeFirst()
  return row && toOrder(row)
}

export interface NewOrder {
  readonly orderedBy: string
  readonly orderNumber: string
  readonly orderedOn: CivilDate | null
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  readonly note: string | null
}

export async function insertOrder(
  trx: Trx,
  of: { childId: string; adultId: string },
  order: NewOrder,
  by: By,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('prohibition')
    .values({
      id,
      child_id: of.childId,
      adult_id: of.adultId,
      ordered_by: order.orderedBy,
      order_number: order.orderNumber,
      ordered_on: order.orderedOn,
      from_day: order.from,
      until_day: order.until,
      note: order.note,
      entered_at: by.at,
      entered_by: by.by,
    })
    .execute()
  return id
}

export async function liftOrder(
  trx: Trx,
  id: string,
  lifted: By & { reason: string; document: string },
): Promise<void> {
  await trx
    .updateTable('prohibition')
    .set({
      lifted_at: lifted.at,
      lifted_on: lifted.on,
      lifted_by: lifted.by,
      lift_reason: lifted.reason,
      lift_document: lifted.document,
    })
    .where('id', '=', id)
    .execute()
}

/** The grid as it stands: every adult tied to some children, the rights nobody ended, the orders nobody lifted. */
import type { AuthorityAct, GridLine, OrderSpan, RightSpan } from '../../../shared/contract/child-adults.contract'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReadDb } from '../../platform/db/types'

const two = (childId: string, adultId: string): string => `${childId} ${adultId}`

/** The lines of the grids of these children, or of all; by the adult's name. */
export async function listLines(db: ReadDb, childIds?: readonly string[]): Promise<GridLine[]> {
  if (childIds?.length === 0) return []
  let query = db
    .selectFrom('child_adult')
    .innerJoin('adult', 'adult.id', 'child_adult.adult_id')
    .select(['child_id', 'adult_id', 'relation', 'full_name', 'document', 'phone', 'photo_id'])
  if (childIds) query = query.where('child_id', 'in', [...childIds])
  const ties = await query.orderBy('full_name').orderBy('adult_id').execute()
  const rights = await rightsOf(db, childIds)
  const orders = await ordersOf(db, childIds)
  return ties.map((tie) => {
    const key = two(tie.child_id, tie.adult_id)
    const right = (act: AuthorityAct): RightSpan | null =>
      rights.get(key)?.find((each) => each.act === act)?.right ?? null
    return {
      childId: tie.child_id,
      adultId: tie.adult_id,
      name: tie.full_name,
      document: tie.document,
      relation: tie.relation,
      phone: tie.phone,
      photoId: tie.photo_id,
      told: right('told'),
      visit: right('visit'),
      takeOut: right('take-out'),
      bringBack: right('bring-back'),
      prohibitions: orders.get(key) ?? [],
    }
  })
}

async function rightsOf(db: ReadDb, childIds: readonly string[] | undefined) {
  let query = db
    .selectFrom('authority')
    .select(['child_id', 'adult_id', 'act', 'from_day', 'until_day', 'evidence_number'])
    .where('ended_at', 'is', null)
  if (childIds) query = query.where('child_id', 'in', [...childIds])
  const rows = (await query.execute()).map((row) => ({
    key: two(row.child_id, row.adult_id),
    act: row.act as AuthorityAct,
    right: { from: row.from_day, until: row.until_day, evidence: row.evidence_number },
  }))
  return groupBy(rows, (row) => row.key)
}

async function ordersOf(
  db: ReadDb,
  childIds: readonly string[] | undefined,
): Promise<Map<string, readonly OrderSpan[]>> {
  let query = db
    .selectFrom('prohibition')
    .select(['child_id', 'adult_id', 'order_number', 'from_day', 'until_day'])
    .where('lifted_at', 'is', null)
  if (childIds) query = query.where('child_id', 'in', [...childIds])
  const rows = await query.orderBy('order_number').execute()
  const found = groupBy(rows, (row) => two(row.child_id, row.adult_id))
  return new Map(
    [...found].map(([key, some]) => [
      key,
      some.map((row) => ({ order: row.order_number, from: row.from_day, until: row.until_day })),
    ]),
  )
}

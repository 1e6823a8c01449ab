/** What the children need, and who promised and brought it. */
import { randomUUID } from 'node:crypto'
import type { Need, NeedAct } from '../../../shared/contract/child-care.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredNeed = Omit<Need, 'state' | 'given' | 'pledged'>

/** Needs with their steps, the oldest first: of a child, one, or all. */
export async function listNeeds(db: ReadDb, of: { childId?: string; id?: string } = {}): Promise<StoredNeed[]> {
  let query = db
    .selectFrom('child_need')
    .innerJoin('child', 'child.id', 'child_need.child_id')
    .selectAll('child_need')
    .select(['child.code', 'child.surname1', 'child.surname2', 'child.given_names'])
  if (of.childId) query = query.where('child_id', '=', of.childId)
  if (of.id) query = query.where('child_need.id', '=', of.id)
  const rows = await query.orderBy('asked_on').orderBy('child.code').orderBy('child_need.id').execute()
  const steps = groupBy(
    await db.selectFrom('child_need_step').selectAll().orderBy('at').orderBy('day').execute(),
    (step) => step.need_id,
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    child: {
      id: row.child_id,
      code: row.code,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
    },
    kind: row.kind as Need['kind'],
    what: row.what,
    size: row.size,
    quantity: row.quantity,
    askedOn: row.asked_on,
    droppedOn: row.dropped_on,
    dropReason: row.drop_reason,
    steps: (steps.get(row.id) ?? []).map((step) => ({
      id: step.id,
      kind: step.kind as NeedAct,
      day: step.day,
      quantity: step.quantity,
      who: step.who,
      note: step.note,
    })),
  }))
}

export async function insertNeed(
  trx: Trx,
  need: {
    readonly childId: string
    readonly kind: Need['kind']
    readonly what: string | null
    readonly size: string | null
    readonly quantity: number
    readonly askedOn: CivilDate
  },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('child_need')
    .values({
      id,
      child_id: need.childId,
      kind: need.kind,
      what: need.what,
      size: need.size,
      quantity: need.quantity,
      asked_on: need.askedOn,
    })
    .execute()
  return id
}

/** False if the row has changed since `version`. */
export async function markNeed(
  trx: Trx,
  id: string,
  version: number,
  set: { dropped_on?: CivilDate; drop_reason?: string } = {},
): Promise<boolean> {
  const done = await trx
    .updateTable('child_need')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertNeedStep(
  trx: Trx,
  step: {
    readonly needId: string
    readonly kind: NeedAct
    readonly day: CivilDate
    readonly quantity: number
    readonly who: string
    readonly note: string | null
    readonly at: Instant
    readonly by: string | null
  },
): Promise<void> {
  const { needId, ...rest } = step
  await trx
    .insertInto('child_need_step')
    .values({ id: randomUUID(), need_id: needId, ...rest })
    .execute()
}

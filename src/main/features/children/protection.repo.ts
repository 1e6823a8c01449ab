/** Protection concerns and their steps. No other repo may join these two tables. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Concern, ConcernStep } from '../../../shared/contract/child-protection.contract'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import { groupBy } from '../../../shared/kernel/group-by'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredConcern = Omit<Concern, 'state' | 'notifyBy' | 'isLate'> & { readonly childId: string }

/** Concerns with their steps in the order in which they were written: of a child, one, or all. */
export async function listConcerns(db: ReadDb, of: { childId?: string; id?: string } = {}): Promise<StoredConcern[]> {
  let query = db
    .selectFrom('protection_concern')
    .leftJoin('staff', 'staff.id', 'protection_concern.entered_by')
    .selectAll('protection_concern')
    .select('staff.name as by_name')
  if (of.childId) query = query.where('child_id', '=', of.childId)
  if (of.id) query = query.where('protection_concern.id', '=', of.id)
  const rows = await query.orderBy('seen_on', 'desc').orderBy('entered_at', 'desc').execute()
  const steps = await stepsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    childId: row.child_id,
    seenOn: row.seen_on,
    seenAt: row.seen_at,
    what: row.what,
    seenBy: row.seen_by,
    enteredAt: row.entered_at,
    enteredBy: row.by_name,
    steps: steps.get(row.id) ?? [],
  }))
}

async function stepsOf(db: ReadDb, concernIds: readonly string[]): Promise<Map<string, Concern['steps']>> {
  if (concernIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('protection_step')
    .leftJoin('staff', 'staff.id', 'protection_step.by')
    .selectAll('protection_step')
    .select('staff.name as by_name')
    .where('concern_id', 'in', [...concernIds])
    .orderBy('at')
    .orderBy(sql`protection_step.rowid`)
    .execute()
  const grouped = groupBy(rows, (row) => row.concern_id)
  return new Map(
    [...grouped].map(([concernId, some]) => [
      concernId,
      some.map((row) => ({
        id: row.id,
        kind: row.kind as ConcernStep,
        day: row.day,
        time: row.time,
        authority: row.authority,
        folio: row.folio,
        what: row.what,
        by: row.by_name,
      })),
    ]),
  )
}

export async function insertConcern(
  trx: Trx,
  concern: {
    readonly childId: string
    readonly seenOn: CivilDate
    readonly seenAt: ClockTime | null
    readonly what: string
    readonly seenBy: string
    readonly enteredAt: Instant
    readonly enteredBy: string | null
  },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('protection_concern')
    .values({
      id,
      child_id: concern.childId,
      seen_on: concern.seenOn,
      seen_at: concern.seenAt,
      what: concern.what,
      seen_by: concern.seenBy,
      entered_at: concern.enteredAt,
      entered_by: concern.enteredBy,
    })
    .execute()
  return id
}

/** False if the row has changed since `version`. */
export async function markConcern(trx: Trx, id: string, version: number, closedOn: CivilDate | null): Promise<boolean> {
  const done = await trx
    .updateTable('protection_concern')
    .set({ closed_on: closedOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface NewStep {
  readonly concernId: string
  readonly kind: ConcernStep
  readonly day: CivilDate
  readonly time: ClockTime | null
  readonly authority: string | null
  readonly folio: string | null
  readonly what: string
  readonly at: Instant
  readonly by: string | null
}

export async function insertStep(trx: Trx, { concernId, ...step }: NewStep): Promise<void> {
  await trx
    .insertInto('protection_step')
    .values({ id: randomUUID(), concern_id: concernId, ...step })
    .execute()
}

export async function findTimezone(db: ReadDb): Promise<string> {
  return (await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()).timezone
}

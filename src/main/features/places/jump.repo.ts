/** The table of jumps: each order that was not the proposed one, with its reason. */
import type { JUMP_REASONS } from '../../../shared/contract/waits.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

type Reason = (typeof JUMP_REASONS)[number]

export interface JumpRow {
  readonly id: string
  readonly personId: string
  readonly workshopId: string
  readonly waitId: string | null
  readonly editionId: string | null
  readonly kind: 'ahead' | 'offer' | 'place'
  readonly day: CivilDate
  readonly reason: Reason
  readonly note: string | null
  readonly turn: number | null
  /** Requests that were passed over. */
  readonly passed: readonly string[]
  readonly by: string | null
}

export async function insertJump(trx: Trx, jump: JumpRow): Promise<void> {
  await trx
    .insertInto('wait_jump')
    .values({
      id: jump.id,
      person_id: jump.personId,
      workshop_id: jump.workshopId,
      wait_id: jump.waitId,
      edition_id: jump.editionId,
      kind: jump.kind,
      day: jump.day,
      reason: jump.reason,
      note: jump.note,
      turn: jump.turn,
      passed_json: JSON.stringify(jump.passed),
      by: jump.by,
    })
    .execute()
}

/** Why she stands ahead of the proposed order, while she does. */
export async function findAhead(db: ReadDb, waitId: string) {
  const row = await db
    .selectFrom('wait_jump')
    .leftJoin('staff', 'staff.id', 'wait_jump.by')
    .select(['wait_jump.day', 'wait_jump.reason', 'wait_jump.note', 'staff.name as by'])
    .where('wait_id', '=', waitId)
    .where('kind', '=', 'ahead')
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return row && { ...row, reason: row.reason as Reason }
}

export const endAhead = (trx: Trx, waitId: string, day: CivilDate) =>
  trx
    .updateTable('wait_jump')
    .set({ ended_on: day })
    .where('wait_id', '=', waitId)
    .where('kind', '=', 'ahead')
    .where('ended_on', 'is', null)
    .execute()

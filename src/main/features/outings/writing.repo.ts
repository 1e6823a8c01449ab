/** Every write to the outings' tables but those of imports. */
import { randomUUID } from 'node:crypto'
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { Trx } from '../../platform/db/types'

export interface NewOuting {
  readonly id: string
  readonly folio: string
  readonly childId: string
  readonly kind: OutingKind
  readonly reason: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly adultName: string
  readonly adultId: string | null
  readonly instructorId: string | null
  readonly staffId: string | null
  readonly note: string | null
  readonly requestedBy: string | null
}

export async function insertOuting(trx: Trx, outing: NewOuting): Promise<void> {
  await trx
    .insertInto('outing')
    .values({
      id: outing.id,
      folio: outing.folio,
      child_id: outing.childId,
      kind: outing.kind,
      reason: outing.reason,
      leaves_on: outing.leavesOn,
      leaves_at: outing.leavesAt,
      returns_on: outing.returnsOn,
      returns_at: outing.returnsAt,
      adult_name: outing.adultName,
      adult_id: outing.adultId,
      instructor_id: outing.instructorId,
      staff_id: outing.staffId,
      note: outing.note,
      requested_by: outing.requestedBy,
    })
    .execute()
}

/** Moves the version on; false if the outing has changed since `version`. */
export async function markOuting(
  trx: Trx,
  id: string,
  version: number,
  set: { cancelled_on?: CivilDate; cancelled_reason?: string } = {},
): Promise<boolean> {
  const done = await trx
    .updateTable('outing')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertSignature(
  trx: Trx,
  signature: { outingId: string; authorisation: string; signedOn: CivilDate | null; recordedBy: string | null },
): Promise<void> {
  await trx
    .insertInto('outing_signature')
    .values({
      outing_id: signature.outingId,
      authorisation: signature.authorisation,
      signed_on: signature.signedOn,
      recorded_by: signature.recordedBy,
    })
    .execute()
}

/** The audit keeps what was withdrawn and why. */
export async function deleteSignature(trx: Trx, outingId: string, authorisation: string): Promise<void> {
  await trx
    .deleteFrom('outing_signature')
    .where('outing_id', '=', outingId)
    .where('authorisation', '=', authorisation)
    .execute()
}

export async function insertMovement(
  trx: Trx,
  movement: {
    outingId: string
    direction: 'out' | 'back'
    day: CivilDate
    at: ClockTime
    adultName: string | null
    note: string | null
    recordedAt: Instant
    recordedBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('outing_movement')
    .values({
      id: randomUUID(),
      outing_id: movement.outingId,
      direction: movement.direction,
      day: movement.day,
      at: movement.at,
      adult_name: movement.adultName,
      note: movement.note,
      recorded_at: movement.recordedAt,
      recorded_by: movement.recordedBy,
    })
    .execute()
}

export async function insertAttempt(
  trx: Trx,
  attempt: { outingId: string; at: Instant; reasonsJson: string; recordedBy: string | null },
): Promise<void> {
  await trx
    .insertInto('outing_attempt')
    .values({
      id: randomUUID(),
      outing_id: attempt.outingId,
      at: attempt.at,
      reasons_json: attempt.reasonsJson,
      recorded_by: attempt.recordedBy,
    })
    .execute()
}

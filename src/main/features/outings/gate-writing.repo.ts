/** Every write of the gate: movements and what was taken back, ends, attempts, calls, headcounts, contacts. */
import { randomUUID } from 'node:crypto'
import type {
  GateContact,
  GateReason,
  HeadcountStep,
  NotMadeReason,
  ReturnStep,
} from '../../../shared/contract/gate-line'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { Trx } from '../../platform/db/types'
import type { MovementRow } from './gate.repo'

/** Who wrote it down, and when. */
interface Recorded {
  readonly recordedAt: Instant
  readonly recordedBy: string | null
}

/** Moves the version of an outing on; false if it has changed since. */
export async function touchOuting(trx: Trx, id: string, version: number): Promise<boolean> {
  const done = await trx
    .updateTable('outing')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertMovement(
  trx: Trx,
  movement: Omit<MovementRow, 'id' | 'clockDoubt'> & { readonly clockDoubt: boolean },
): Promise<void> {
  await trx
    .insertInto('outing_movement')
    .values({
      id: randomUUID(),
      outing_id: movement.outingId,
      direction: movement.direction,
      day: movement.day,
      at: movement.time,
      adult_name: movement.adultName,
      adult_id: movement.adultId,
      document_seen: movement.documentSeen,
      belongings: movement.belongings,
      condition: movement.condition,
      note: movement.note,
      backdated_reason: movement.backdatedReason,
      clock_doubt: movement.clockDoubt ? 1 : 0,
      alarm: movement.alarm,
      allowed_by: movement.allowedBy,
      recorded_at: movement.recordedAt,
      recorded_by: movement.recordedBy,
    })
    .execute()
}

/** Takes a movement out of what counts and keeps it, whole, among what was undone. */
export async function undoMovement(
  trx: Trx,
  movement: MovementRow,
  undone: { readonly at: Instant; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await trx.deleteFrom('outing_movement').where('id', '=', movement.id).execute()
  await trx
    .insertInto('movement_undone')
    .values({
      id: movement.id,
      outing_id: movement.outingId,
      direction: movement.direction,
      day: movement.day,
      at: movement.time,
      facts_json: JSON.stringify(movement),
      recorded_at: movement.recordedAt,
      recorded_by: movement.recordedBy,
      undone_at: undone.at,
      undone_by: undone.by,
      reason: undone.reason,
    })
    .execute()
}

export interface NewEnd extends Recorded {
  readonly outingId: string
  readonly kind: 'not-made' | 'not-returned' | 'stays'
  /** Of one that was not made. */
  readonly cause: NotMadeReason | null
  readonly day: CivilDate
  readonly time: ClockTime
  readonly note: string | null
  readonly decidedBy: string | null
  readonly document: string | null
}

export async function insertEnd(trx: Trx, end: NewEnd): Promise<void> {
  await trx
    .insertInto('outing_end')
    .values({
      id: randomUUID(),
      outing_id: end.outingId,
      kind: end.kind,
      cause: end.cause,
      day: end.day,
      at: end.time,
      note: end.note,
      decided_by: end.decidedBy,
      document: end.document,
      recorded_at: end.recordedAt,
      recorded_by: end.recordedBy,
    })
    .execute()
}

export async function undoEnd(
  trx: Trx,
  id: string,
  undone: { readonly at: Instant; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('outing_end')
    .set({ undone_at: undone.at, undone_by: undone.by, undone_reason: undone.reason })
    .where('id', '=', id)
    .execute()
}

export interface NewAttempt extends Recorded {
  readonly outingId: string | null
  readonly folio: string | null
  readonly reasons: readonly GateReason[]
  readonly adultName: string | null
  readonly note: string | null
}

export async function insertAttempt(trx: Trx, attempt: NewAttempt): Promise<void> {
  await trx
    .insertInto('outing_attempt')
    .values({
      id: randomUUID(),
      outing_id: attempt.outingId,
      folio: attempt.folio,
      at: attempt.recordedAt,
      reasons_json: JSON.stringify(attempt.reasons),
      adult_name: attempt.adultName,
      note: attempt.note,
      recorded_by: attempt.recordedBy,
    })
    .execute()
}

export async function insertCall(
  trx: Trx,
  call: Recorded & { readonly outingId: string; readonly step: ReturnStep; readonly note: string },
): Promise<void> {
  const { outingId, step, note, recordedAt, recordedBy } = call
  await trx
    .insertInto('return_call')
    .values({ id: randomUUID(), outing_id: outingId, step, note, at: recordedAt, by: recordedBy })
    .execute()
}

export interface NewHeadcount extends Recorded {
  readonly permissionId: string
  readonly step: HeadcountStep
  readonly day: CivilDate
  readonly time: ClockTime
  readonly place: string | null
  readonly note: string | null
  readonly heads: readonly { readonly outingId: string; readonly seen: boolean }[]
}

export async function insertHeadcount(trx: Trx, count: NewHeadcount): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('headcount')
    .values({
      id,
      permission_id: count.permissionId,
      step: count.step,
      day: count.day,
      at: count.time,
      place: count.place,
      note: count.note,
      recorded_at: count.recordedAt,
      recorded_by: count.recordedBy,
    })
    .execute()
  const heads = count.heads.map((head) => ({ headcount_id: id, outing_id: head.outingId, seen: head.seen ? 1 : 0 }))
  await trx.insertInto('headcount_child').values(heads).execute()
  return id
}

/** A newer face of a child; the earlier ones stay in her file. */
export async function insertFace(
  trx: Trx,
  face: Recorded & { childId: string; photoId: string; takenOn: CivilDate; consent: string },
): Promise<void> {
  await trx
    .insertInto('child_face')
    .values({
      id: randomUUID(),
      child_id: face.childId,
      photo_id: face.photoId,
      taken_on: face.takenOn,
      consent: face.consent,
      added_at: face.recordedAt,
      added_by: face.recordedBy,
    })
    .execute()
}

/** The whole list anew: it is short, and its order matters. */
export async function replaceContacts(trx: Trx, contacts: readonly GateContact[]): Promise<void> {
  await trx.deleteFrom('gate_contact').execute()
  for (const [position, contact] of contacts.entries())
    await trx
      .insertInto('gate_contact')
      .values({ id: randomUUID(), position, ...contact })
      .execute()
}

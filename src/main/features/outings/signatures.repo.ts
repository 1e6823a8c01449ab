/** What was signed, in which round, and what was struck out. */
import { randomUUID } from 'node:crypto'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** Every signature of these permissions, those of earlier rounds and withdrawn ones too. */
export async function listSignatures(db: ReadDb, permissionIds: readonly string[]) {
  if (permissionIds.length === 0) return []
  const rows = await db
    .selectFrom('outing_signature as signed')
    .leftJoin('staff', 'staff.id', 'signed.recorded_by')
    .select(['signed.id', 'signed.permission_id', 'signed.outing_id', 'authorisation', 'round', 'how', 'signed_on'])
    .select(['evidence', 'staff.name as recorder', 'withdrawn_on', 'withdrawn_reason'])
    .where('signed.permission_id', 'in', [...permissionIds])
    .orderBy('signed.round')
    .orderBy('signed.recorded_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    permissionId: row.permission_id,
    outingId: row.outing_id,
    authorisation: row.authorisation,
    round: row.round,
    how: row.how as 'paper' | 'phone',
    signedOn: row.signed_on,
    evidence: row.evidence,
    recorder: row.recorder,
    withdrawnOn: row.withdrawn_on,
    withdrawnReason: row.withdrawn_reason,
  }))
}
export type SignatureRecord = Awaited<ReturnType<typeof listSignatures>>[number]

export async function insertSignature(
  trx: Trx,
  signature: {
    readonly permissionId: string
    readonly outingId: string | null
    readonly authorisation: string
    readonly round: number
    readonly how: 'paper' | 'phone'
    readonly signedOn: CivilDate | null
    readonly evidence: string | null
    readonly recordedAt: Instant
    readonly recordedBy: string | null
  },
): Promise<void> {
  await trx
    .insertInto('outing_signature')
    .values({
      id: randomUUID(),
      permission_id: signature.permissionId,
      outing_id: signature.outingId,
      authorisation: signature.authorisation,
      round: signature.round,
      how: signature.how,
      signed_on: signature.signedOn,
      evidence: signature.evidence,
      recorded_at: signature.recordedAt,
      recorded_by: signature.recordedBy,
    })
    .execute()
}

/** Strikes a signature out: it stays to be read, with the reason. */
export async function strikeOut(
  trx: Trx,
  id: string,
  withdrawn: { readonly on: CivilDate; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('outing_signature')
    .set({ withdrawn_on: withdrawn.on, withdrawn_by: withdrawn.by, withdrawn_reason: withdrawn.reason })
    .where('id', '=', id)
    .execute()
}

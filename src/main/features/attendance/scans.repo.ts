/** Scans of sheets, in the encrypted database like everything else. */
import type { Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import type { ScanKind } from '../../../shared/contract/attendance-sheets.contract'

export interface NewScan {
  readonly id: string
  readonly sessionId: string
  readonly name: string
  readonly kind: ScanKind
  readonly sha256: string
  readonly bytes: Buffer
  readonly at: Instant
  readonly by: string | null
}

export async function insertScan(trx: Trx, scan: NewScan): Promise<void> {
  await trx
    .insertInto('scan')
    .values({
      id: scan.id,
      session_id: scan.sessionId,
      name: scan.name,
      kind: scan.kind,
      size: scan.bytes.byteLength,
      sha256: scan.sha256,
      bytes: scan.bytes,
      added_at: scan.at,
      added_by: scan.by,
    })
    .execute()
}

/** True if the same file hangs on the session already. */
export async function hasScan(db: ReadDb, sessionId: string, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('scan')
    .select('id')
    .where('session_id', '=', sessionId)
    .where('sha256', '=', sha256)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** A scan that hangs, with its bytes and the group whose women it names. */
export async function findScan(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('scan')
    .innerJoin('session', 'session.id', 'scan.session_id')
    .select(['scan.session_id as sessionId', 'session.edition_id as editionId', 'name', 'kind', 'bytes'])
    .where('scan.id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.bytes ? { ...row, kind: row.kind as ScanKind, bytes: Buffer.from(row.bytes) } : undefined
}

/** Takes the bytes away; that it hung there, and why it went, stays. */
export async function markRemoved(
  trx: Trx,
  id: string,
  removed: { readonly at: Instant; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('scan')
    .set({ bytes: null, removed_at: removed.at, removed_by: removed.by, removed_reason: removed.reason })
    .where('id', '=', id)
    .execute()
}

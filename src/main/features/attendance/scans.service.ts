/** Acts on scans: hung on a session, looked at, taken away with a reason. */
import { createHash, randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { MOST_SCAN_BYTES } from '../../../shared/contract/attendance-sheets.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { hiddenEditions } from './attendance.service'
import { scanKind } from './scans.rules'
import * as repo from './attendance.repo'
import * as scanRepo from './scans.repo'

const MEGABYTE = 1_000_000

export async function addScan(act: Act, input: Input<'attendance.addScan'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(act)).has(session.editionId)) return refuse('sensitive-group')
  const bytes = Buffer.from(input.bytes, 'base64')
  if (bytes.byteLength > MOST_SCAN_BYTES)
    return refuse('scan-too-large', {
      megabytes: Math.ceil(bytes.byteLength / MEGABYTE),
      limit: MOST_SCAN_BYTES / MEGABYTE,
    })
  const kind = scanKind(bytes)
  if (!kind) return refuse('scan-kind')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (await scanRepo.hasScan(act.db, session.id, sha256)) return refuse('scan-already')
  const id = randomUUID()
  const hung = { id, sessionId: session.id, name: input.name, kind, sha256, bytes, at: act.now, by: act.actor.id }
  await scanRepo.insertScan(act.trx, hung)
  await act.audit({
    event: 'scan.added',
    subjectType: 'session',
    subjectId: session.id,
    after: { name: input.name, kind, size: bytes.byteLength, sha256 },
  })
  return done({ id })
}

export async function scan(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'attendance.scan'>, 'unknown-scan' | 'sensitive-group'>> {
  const found = await scanRepo.findScan(look.db, input.id)
  if (!found) return refuse('unknown-scan')
  if ((await hiddenEditions(look)).has(found.editionId)) return refuse('sensitive-group')
  return done({ name: found.name, kind: found.kind, bytes: found.bytes.toString('base64') })
}

export async function removeScan(act: Act, input: Input<'attendance.removeScan'>) {
  const found = await scanRepo.findScan(act.db, input.id)
  if (!found) return refuse('unknown-scan')
  if ((await hiddenEditions(act)).has(found.editionId)) return refuse('sensitive-group')
  await scanRepo.markRemoved(act.trx, input.id, { at: act.now, by: act.actor.id, reason: input.reason })
  await act.audit({
    event: 'scan.removed',
    subjectType: 'session',
    subjectId: found.sessionId,
    before: { name: found.name },
    reason: input.reason,
  })
  return done(null)
}

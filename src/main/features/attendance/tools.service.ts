/** Acts on the tools of a session: counted out and in, a difference told to somebody and settled. */
import type { Input } from '../../../shared/contract'
import type { ToolCheck } from '../../../shared/contract/attendance-roll'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act } from '../../platform/seam/act'
import { differsIn, toolState } from './tools.rules'
import * as repo from './attendance.repo'
import * as toolRepo from './tools.repo'

/** How the tools of a session stand. */
export async function toolsOf(db: ReadDb, sessionId: string): Promise<ToolCheck> {
  const lines = await toolRepo.listKit(db, sessionId)
  const check = await toolRepo.findCheck(db, sessionId)
  return {
    version: check?.version ?? 0,
    lines: [...lines],
    told: check?.told ?? null,
    countedBy: check?.countedBy ?? null,
    settledHow: check?.settledHow ?? null,
    state: toolState(lines, Boolean(check?.settledHow)),
  }
}

export async function countTools(act: Act, input: Input<'attendance.countTools'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  if (session.cancelledCause !== null) return refuse('session-cancelled')
  const before = await toolsOf(act.db, input.id)
  if (before.state === 'no-kit') return refuse('no-kit')
  if (before.state === 'settled') return refuse('tools-settled')
  const kit = new Map(before.lines.map((line) => [line.kitId, line]))
  if (input.lines.length !== kit.size || input.lines.some((line) => !kit.has(line.kitId))) return refuse('not-the-kit')
  const told = input.told || null
  if (differsIn(input.lines) && !told) return refuse('told-missing', undefined, 'told')
  const check = { sessionId: input.id, version: input.version, at: act.now, by: act.actor.id, told }
  if (!(await toolRepo.putCheck(act.trx, check))) return refuse('stale')
  for (const line of input.lines)
    await toolRepo.putCount(act.trx, input.id, { ...line, tool: kit.get(line.kitId)?.tool ?? '' })
  await act.audit({
    event: 'tools.counted',
    subjectType: 'session',
    subjectId: input.id,
    before: before.version > 0 ? countsOf(before.lines) : undefined,
    after: { ...countsOf(input.lines.map((line) => ({ ...line, tool: kit.get(line.kitId)?.tool ?? '' }))), told },
  })
  return done(null)
}

const countsOf = (lines: readonly { tool: string; out: number | null; in: number | null }[]) =>
  Object.fromEntries(lines.map((line) => [line.tool, `${String(line.out ?? '—')}/${String(line.in ?? '—')}`]))

/** Says where the missing tools are, or what was done about them. */
export async function settleTools(act: Act, input: Input<'attendance.settleTools'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  const tools = await toolsOf(act.db, input.id)
  if (tools.state !== 'differs') return refuse('no-difference')
  const settled = { at: act.now, by: act.actor.id, how: input.how }
  if (!(await toolRepo.markSettled(act.trx, { sessionId: input.id, version: input.version }, settled)))
    return refuse('stale')
  await act.audit({ event: 'tools.settled', subjectType: 'session', subjectId: input.id, reason: input.how })
  return done(null)
}

/** Sessions of an edition whose tools did not all come back, not settled: asked before certificates and closing. */
export const openToolDifferences = (db: ReadDb, editionId: string): Promise<readonly toolRepo.OpenDifference[]> =>
  toolRepo.listOpenDifferences(db, editionId)

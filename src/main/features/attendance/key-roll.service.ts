/** Acts on a roll: keying it in from paper, settling what the paper left in doubt. */
import { randomUUID } from 'node:crypto'
import type { Input } from '../../../shared/contract'
import { MARKS, type Mark } from '../../../shared/contract/attendance.contract'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { decideRoll, totalsOf, type Cells } from './attendance.rules'
import type { HeldSession } from '../../../shared/contract/attendance.contract'
import { hiddenEditions, rollFacts } from './attendance.service'
import * as repo from './attendance.repo'
import * as doubtRepo from './doubts.repo'

/** Saves a whole roll at once. What changed stands in the audit, mark by mark, with what it was before. */
export async function saveRoll(act: Act, input: Input<'attendance.saveRoll'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(act)).has(session.editionId)) return refuse('sensitive-group')
  const { cells } = await rollFacts(act, session)
  const onRoll = new Set(cells.roll(session))
  const below = await doubtRepo.listUnlisted(act.db, { sessionId: session.id })
  const known = {
    names: await doubtRepo.listNamesBelow(act.db, session.id),
    marks: below.map((each) => each.mark),
  }
  const reasons = decideRoll(session, onRoll, known, input, act.today, fold)
  if (reasons.length > 0) return refused(...reasons)
  const roll = { sessionId: session.id, version: input.version, keyedAt: act.now, keyedBy: act.actor.id }
  if (!(await repo.putRoll(act.trx, roll, input.paper))) return refuse('stale')
  const changed = await writeMarks(act, session, cells, input.marks)
  for (const each of input.unlisted)
    await doubtRepo.insertUnlisted(act.trx, { id: randomUUID(), sessionId: session.id, ...each })
  await act.audit({
    event: 'roll.keyed',
    subjectType: 'session',
    subjectId: session.id,
    before: changed.before,
    after: { ...changed.after, paper: input.paper, ...(input.unlisted.length > 0 ? { below: input.unlisted } : {}) },
  })
  return done({ ...(await totalsNow(act, session)), version: input.version + 1 })
}

/** Writes only what differs; a mark for a woman whose sign nobody could read settles that doubt. */
async function writeMarks(
  act: Act,
  session: HeldSession,
  cells: Cells,
  marks: readonly { readonly personId: string; readonly mark: Mark | null }[],
) {
  const doubts = (await doubtRepo.listDoubts(act.db)).filter((each) => each.sessionId === session.id)
  const before: Record<string, string> = {}
  const after: Record<string, string | null> = {}
  for (const { personId, mark } of marks) {
    const was = cells.of(session, personId)
    const hadMark = was !== '?' && was !== 'unmarked'
    const doubt = doubts.find((each) => each.personId === personId)
    if (mark === was || (mark === null && !hadMark)) continue
    const at = { sessionId: session.id, personId }
    if (mark === null) await repo.deleteMark(act.trx, at)
    else await repo.putMark(act.trx, at, mark)
    if (doubt && mark !== null) await doubtRepo.markDoubtSettled(act.trx, doubt.id, act.now)
    if (hadMark || doubt) before[personId] = doubt?.written ?? was
    after[personId] = mark
  }
  return { before, after }
}

async function totalsNow(act: Act, session: HeldSession) {
  const { cells } = await rollFacts(act, session)
  return totalsOf(cells.roll(session).map((woman) => cells.of(session, woman)))
}

/** True if the session is of a group that this role may not know. */
async function isHidden(act: Act, sessionId: string): Promise<boolean> {
  const session = await repo.findSession(act.db, sessionId)
  return session !== undefined && (await hiddenEditions(act)).has(session.editionId)
}

/** Says what a mark that nobody could read was. */
export async function settleDoubt(act: Act, input: Input<'attendance.settleDoubt'>) {
  const doubt = await doubtRepo.findDoubt(act.db, input.id)
  if (!doubt) return refuse('unknown-doubt')
  if (await isHidden(act, doubt.sessionId)) return refuse('sensitive-group')
  if (doubt.settledAt !== null) return refuse('settled-already')
  await repo.putMark(act.trx, doubt, input.mark)
  await doubtRepo.markDoubtSettled(act.trx, input.id, act.now)
  await act.audit({
    event: 'mark.settled',
    subjectType: 'session',
    subjectId: doubt.sessionId,
    before: { [doubt.personId]: doubt.written },
    after: { [doubt.personId]: input.mark },
  })
  return done(null)
}

const isMark = (text: string): text is Mark => (MARKS as readonly string[]).includes(text)

/** Gives the mark of a woman written below the list to the woman she is; or, with a reason, to nobody. */
export async function settleUnlisted(act: Act, input: Input<'attendance.settleUnlisted'>) {
  const row = await doubtRepo.findUnlisted(act.db, input.id)
  if (!row) return refuse('unknown-doubt')
  if (await isHidden(act, row.sessionId)) return refuse('sensitive-group')
  if (row.settledAt !== null) return refuse('settled-already')
  if (input.personId === null && !input.reason) return refuse('reason-missing', undefined, 'reason')
  if (input.personId !== null) {
    const at = { sessionId: row.sessionId, personId: input.personId }
    if (!(await repo.personExists(act.db, input.personId))) return refuse('unknown-person')
    if (!isMark(row.mark)) return refuse('unknown-mark', { mark: row.mark })
    if (await repo.hasMark(act.db, at)) return refuse('mark-already')
    await repo.putMark(act.trx, at, row.mark)
  }
  await doubtRepo.markUnlistedSettled(act.trx, input.id, act.now)
  await act.audit({
    event: 'unlisted.settled',
    subjectType: 'session',
    subjectId: row.sessionId,
    before: { name: row.name, mark: row.mark },
    after: { personId: input.personId },
    reason: input.reason || undefined,
  })
  return done(null)
}

/** Acts on a roll: keying it in from paper, settling what the paper left in doubt. */
import { randomUUID } from 'node:crypto'
import type { Input } from '../../../shared/contract'
import { RECTIFIERS, type HeldSession } from '../../../shared/contract/attendance-roll'
import { detailProblem, sameMark } from '../../../shared/contract/mark-minutes'
import { MARKS, type Mark, type MarkDetail } from '../../../shared/contract/marks'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { decideRoll, totalsOf } from './attendance.rules'
import { hiddenEditions } from './attendance.service'
import { rollFacts, stateOf } from './roll.service'
import { planStroke, standingOf, takePen, writeLetter, writeMark, type Pen, type Stroke } from './write-marks.service'
import * as repo from './attendance.repo'
import * as markRepo from './marks.repo'
import * as doubtRepo from './doubts.repo'

/** Saves a whole roll at once. What changed stands in the audit and in each mark's history, with what it was before. */
export async function saveRoll(act: Act, input: Input<'attendance.saveRoll'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(act)).has(session.editionId)) return refuse('sensitive-group')
  const { cells } = await rollFacts(act, session)
  const below = await doubtRepo.listUnlisted(act.db, { sessionId: session.id })
  const known = {
    names: await doubtRepo.listNamesBelow(act.db, session.id),
    marks: below.map((each) => each.mark),
  }
  const state = stateOf(session, cells, { madeUp: false, toolsUncounted: false }, act)
  const reasons = decideRoll(session, state, new Set(cells.roll(session)), known, input, fold)
  if (reasons.length > 0) return refused(...reasons)
  const pen = await takePen(act, session)
  const strokes = strokesOf(pen, input)
  const problem = problemWith(act, pen, strokes, input.why)
  if (problem) return problem
  const roll = { sessionId: session.id, version: input.version, keyedAt: act.now, keyedBy: act.actor.id }
  if (!(await repo.putRoll(act.trx, roll, input.paper))) return refuse('stale')
  const changed = await writeStrokes(act, pen, strokes)
  for (const each of input.unlisted)
    await doubtRepo.insertUnlisted(act.trx, { id: randomUUID(), sessionId: session.id, ...each })
  await act.audit({
    event: pen.monthClosed && strokes.length > 0 ? 'roll.rectified' : 'roll.keyed',
    subjectType: 'session',
    subjectId: session.id,
    before: changed.before,
    after: { ...changed.after, paper: input.paper, ...(input.unlisted.length > 0 ? { below: input.unlisted } : {}) },
    reason: input.why || undefined,
  })
  return done({ ...(await totalsNow(act, session)), version: input.version + 1 })
}

/** Only what differs from what stands. */
function strokesOf(pen: Pen, input: Input<'attendance.saveRoll'>): readonly Stroke[] {
  return input.marks
    .map(({ personId, mark, reason = null, minutesLate = null, minutesEarly = null, note = null }) => ({
      personId,
      to: mark && { mark, reason, minutesLate, minutesEarly, note },
      why: input.why ?? '',
    }))
    .filter((stroke) => !sameMark(standingOf(pen, stroke.personId), stroke.to))
}

/** A mark of an earlier day asks for a reason; once the month has closed, few may rectify it. */
function problemWith(act: Act, pen: Pen, strokes: readonly Stroke[], why: string | undefined) {
  for (const { personId, to } of strokes) {
    const problem = to && detailProblem(to, pen.minutes)
    if (problem) return refuse(problem)
    const plan = planStroke(pen, { personId, to }, act.today)
    if (plan?.window === 'rectify' && !RECTIFIERS.includes(act.actor.role)) return refuse('not-a-rectifier')
    if (plan?.window === 'rectify' && !why) return refuse('rectification-reason-missing', undefined, 'why')
    if (plan?.window === 'reason' && !why) return refuse('correction-reason-missing', undefined, 'why')
  }
  return undefined
}

/** A mark for a woman whose sign nobody could read settles that doubt. */
async function writeStrokes(act: Act, pen: Pen, strokes: readonly Stroke[]) {
  const doubts = (await doubtRepo.listDoubts(act.db)).filter((each) => each.sessionId === pen.session.id)
  const before: Record<string, string> = {}
  const after: Record<string, string | null> = {}
  for (const stroke of strokes) {
    const was = standingOf(pen, stroke.personId)
    const doubt = doubts.find((each) => each.personId === stroke.personId)
    await writeMark(act, pen, stroke)
    if (doubt && stroke.to !== null) await doubtRepo.markDoubtSettled(act.trx, doubt.id, act.now)
    if (was || doubt) before[stroke.personId] = doubt?.written ?? spelled(was)
    after[stroke.personId] = stroke.to && spelled(stroke.to)
  }
  return { before, after }
}

/** `R 15`, `A -30`, `JM illness`: a mark in one short text, for the audit. */
const spelled = (of: MarkDetail | null): string =>
  [of?.mark, of?.minutesLate, of?.minutesEarly && -of.minutesEarly, of?.reason].filter(Boolean).join(' ')

async function totalsNow(act: Act, session: HeldSession) {
  const { cells } = await rollFacts(act, session)
  return totalsOf(cells.roll(session).map((woman) => cells.of(session, woman)))
}

/** Why the marks of a session may not be touched outside its roll; else the pen to write them with. */
async function penFor(act: Act, sessionId: string) {
  const session = await repo.findSession(act.db, sessionId)
  if (!session) return { problem: refuse('unknown-doubt') }
  if ((await hiddenEditions(act)).has(session.editionId)) return { problem: refuse('sensitive-group') }
  const pen = await takePen(act, session)
  // After the close a mark is rectified on its roll, with its reason.
  return pen.monthClosed ? { problem: refuse('month-closed', { month: session.day.slice(0, 7) }) } : { pen }
}

/** Says what a mark that nobody could read was. */
export async function settleDoubt(act: Act, input: Input<'attendance.settleDoubt'>) {
  const doubt = await doubtRepo.findDoubt(act.db, input.id)
  if (!doubt) return refuse('unknown-doubt')
  if (doubt.settledAt !== null) return refuse('settled-already')
  const { pen, problem } = await penFor(act, doubt.sessionId)
  if (!pen) return problem
  await writeLetter(act, pen, { personId: doubt.personId, mark: input.mark, why: '' })
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
  if (row.settledAt !== null) return refuse('settled-already')
  const { pen, problem } = await penFor(act, row.sessionId)
  if (!pen) return problem
  if (input.personId === null && !input.reason) return refuse('reason-missing', undefined, 'reason')
  if (input.personId !== null) {
    const at = { sessionId: row.sessionId, personId: input.personId }
    if (!(await repo.personExists(act.db, input.personId))) return refuse('unknown-person')
    if (!isMark(row.mark)) return refuse('unknown-mark', { mark: row.mark })
    if (await markRepo.findDetail(act.db, at)) return refuse('mark-already')
    await writeLetter(act, pen, { personId: input.personId, mark: row.mark, why: '' })
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

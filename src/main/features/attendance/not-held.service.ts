/** A session that was planned, perhaps even keyed in, and was not held: it leaves the denominator with its cause. */
import type { Input } from '../../../shared/contract'
import { LETTER_RULES } from '../../../shared/contract/marks'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { cancelSession } from '../timetable'
import { hiddenEditions } from './attendance.service'
import { rollFacts, stateOf } from './roll.service'
import { SESSION_STEPS } from './session-state.rules'
import { standingOf, takePen, writeMark } from './write-marks.service'
import * as repo from './attendance.repo'
import * as rollRepo from './roll.repo'

/**
 * Cancels after the fact. Marks of women who came say that it was held: they are corrected one by one before; all other
 * marks go to their history, because nobody can have missed what did not take place.
 */
export async function notHeld(act: Act, input: Input<'attendance.notHeld'>) {
  const session = await repo.findSession(act.db, input.id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(act)).has(session.editionId)) return refuse('sensitive-group')
  const { cells } = await rollFacts(act, session)
  const { madeUp } = await rollRepo.findTrack(act.db, session.id)
  const state = stateOf(session, cells, { madeUp, toolsUncounted: false }, act)
  const step = SESSION_STEPS[state].cancel
  if ('refused' in step) return refuse('session-cancelled')
  if (state === 'planned') return refuse('session-ahead', { day: session.day })
  const pen = await takePen(act, session)
  if (pen.monthClosed) return refuse('month-closed', { month: session.day.slice(0, 7) })
  const marks = [...pen.standing.values()]
  const came = marks.filter((each) => LETTER_RULES[each.mark].cause === 'held').length
  if (came > 0) return refuse('women-came', { count: came })
  for (const { personId } of marks)
    await writeMark(act, pen, { personId, to: null, why: input.reason, kind: 'cancelled' })
  const cancelled = await cancelSession(act, {
    id: input.id,
    version: input.version,
    cause: input.cause,
    note: input.reason,
  })
  if (!cancelled.ok) return refuse('stale')
  await act.audit({
    event: 'session.not-held',
    subjectType: 'session',
    subjectId: session.id,
    before: Object.fromEntries(marks.map(({ personId }) => [personId, standingOf(pen, personId)?.mark ?? null])),
    after: { cause: input.cause },
    reason: input.reason,
  })
  return done({ marks: marks.length })
}

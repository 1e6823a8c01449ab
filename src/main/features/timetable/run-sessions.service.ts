/** Acts on sessions: cancel, restore. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { sentMonth } from './sent-month.service'
import * as ownRepo from './one-session.repo'
import * as sessionsRepo from './sessions.repo'

const spanOf = ({ day, startsAt, endsAt }: { day: string; startsAt: string; endsAt: string }) => ({
  day,
  startsAt,
  endsAt,
})

export async function cancel(act: Act, input: Input<'timetable.cancel'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  if (before.cancelledCause) return refuse('already-cancelled')
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  const sent = await sentMonth(act, before.day)
  if (sent) return sent
  const set = { cancelled_cause: input.cause, cancelled_note: input.note, changed_at: act.now }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.cancelled',
    subjectType: 'session',
    subjectId: input.id,
    before: spanOf(before),
    after: { cause: input.cause },
    reason: input.note ?? undefined,
  })
  return done(null)
}

export async function restore(act: Act, input: Input<'timetable.restore'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  if (!before.cancelledCause) return refuse('not-cancelled')
  // A roll of S marks says that the session was not held; it is corrected on the roll, not here.
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  const madeUpOn = (await ownRepo.findOwn(act.db, input.id))?.madeUpOn
  if (madeUpOn) return refuse('made-up-already', { day: madeUpOn })
  const sent = await sentMonth(act, before.day)
  if (sent) return sent
  const set = { cancelled_cause: null, cancelled_note: null, special_day_id: null, changed_at: act.now }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.restored',
    subjectType: 'session',
    subjectId: input.id,
    before: { cause: before.cancelledCause, note: before.cancelledNote },
    after: spanOf(before),
    reason: input.reason,
  })
  return done(null)
}

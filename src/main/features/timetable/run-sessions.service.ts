/** Acts on sessions: cancel, restore, move. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { hidesFrom } from './clash-world.service'
import { clashesOf } from './clashes.service'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'
import { closureOf } from './special-days.rules'

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

/** What a session would collide with, and whether the center is closed then. */
export async function previewMove(look: Look, input: Input<'timetable.previewMove'>) {
  const found = await sessionsRepo.findSession(look.db, input.id)
  if (!found) return refuse('unknown-session')
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  const specialDays = await repo.listSpecialDays(look.db, input.day, input.day)
  return done({
    clashes: await clashesOf(look.db, { ...found, ...spanOf(input) }, hidesFrom(look)),
    specialDays,
    closed: closureOf(input, specialDays) !== undefined,
  })
}

export async function move(act: Act, input: Input<'timetable.move'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  const problem = await problemWithMove(act, before, input)
  if (problem) return problem
  const set = {
    day: input.day,
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    // Its new hours are those that were wished: no special day took any of them.
    special_day_id: null,
    planned_starts_at: null,
    planned_ends_at: null,
    shortened_cause: null,
    changed_at: act.now,
  }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.moved',
    subjectType: 'session',
    subjectId: input.id,
    before: spanOf(before),
    after: spanOf(input),
    reason: input.reason,
  })
  return done(null)
}

/** Clashes do not forbid a move: they were shown, and the person who knows the women decides. */
async function problemWithMove(act: Act, before: sessionsRepo.SessionRow, input: Input<'timetable.move'>) {
  if (before.cancelledCause) return refuse('already-cancelled')
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  if (input.day < before.editionStartsOn || input.day > before.editionEndsOn)
    return refuse('outside-edition', { from: before.editionStartsOn, until: before.editionEndsOn }, 'day')
  const closure = closureOf(input, await repo.listSpecialDays(act.db, input.day, input.day))
  if (closure) return refuse('closed-day', { title: closure.title }, 'day')
  if (await sessionsRepo.findTwin(act.db, { ...spanOf(input), id: input.id, editionId: before.editionId }))
    return refuse('session-there', undefined, 'startsAt')
  return undefined
}

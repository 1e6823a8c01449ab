/** Moving a session to another hour, room or instructor: what it would collide with, and doing it. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { hidesFrom } from './clash-world.service'
import { clashesOf } from './clashes.service'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'
import { closureOf } from './special-days.rules'
import { sentMonth } from './sent-month.service'
import { weighSession } from './weigh-session.service'

type To = Pick<Input<'timetable.previewMove'>, 'day' | 'startsAt' | 'endsAt' | 'roomId' | 'instructorId'>

const spanOf = ({ day, startsAt, endsAt }: { day: string; startsAt: string; endsAt: string }) => ({
  day,
  startsAt,
  endsAt,
})

/** The session as it would be held. */
const asMoved = (session: sessionsRepo.SessionRow, to: To): sessionsRepo.SessionRow => ({
  ...session,
  ...spanOf(to),
  roomId: to.roomId ?? session.roomId,
  instructorId: to.instructorId ?? session.instructorId,
})

/** What a session would collide with, and whether the center is closed then. */
export async function previewMove(look: Look, input: Input<'timetable.previewMove'>) {
  const found = await sessionsRepo.findSession(look.db, input.id)
  if (!found) return refuse('unknown-session')
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  const specialDays = await repo.listSpecialDays(look.db, input.day, input.day)
  return done({
    clashes: await clashesOf(look.db, asMoved(found, input), hidesFrom(look)),
    specialDays,
    closed: closureOf(input, specialDays) !== undefined,
  })
}

/** Moves a session that nobody has a roll of yet. */
export async function move(act: Act, input: Input<'timetable.move'> & { readonly seen: readonly string[] }) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  const problem = await problemWithMove(act, before, input)
  if (problem) return problem
  const after = asMoved(before, input)
  const weighed = await weighSession(act, after, input.seen)
  if (!weighed.ok) return weighed
  const set = {
    ...columnsOf(input),
    // Its new hours are those that were wished: no special day took any of them.
    special_day_id: null,
    planned_starts_at: null,
    planned_ends_at: null,
    shortened_cause: null,
    changed_at: act.now,
  }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  const where = ({ roomId, instructorId }: sessionsRepo.SessionRow) =>
    input.roomId || input.instructorId ? { roomId, instructorId } : {}
  await act.audit({
    event: 'session.moved',
    subjectType: 'session',
    subjectId: input.id,
    before: { ...spanOf(before), ...where(before) },
    after: { ...spanOf(input), ...where(after), ...(weighed.value.length > 0 && { despite: weighed.value }) },
    reason: input.reason,
  })
  return done(null)
}

const columnsOf = (to: To) => ({
  day: to.day,
  starts_at: to.startsAt,
  ends_at: to.endsAt,
  ...(to.roomId && { room_id: to.roomId }),
  ...(to.instructorId && { planned_instructor_id: to.instructorId }),
})

async function problemWithMove(act: Act, before: sessionsRepo.SessionRow, input: Input<'timetable.move'>) {
  if (before.cancelledCause) return refuse('already-cancelled')
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  if (input.day < before.editionStartsOn || input.day > before.editionEndsOn)
    return refuse('outside-edition', { from: before.editionStartsOn, until: before.editionEndsOn }, 'day')
  const sent = (await sentMonth(act, before.day)) ?? (await sentMonth(act, input.day, 'day'))
  if (sent) return sent
  if (input.roomId && !(await repo.listRooms(act.db)).some((room) => room.id === input.roomId))
    return refuse('unknown-room', undefined, 'roomId')
  const closure = closureOf(input, await repo.listSpecialDays(act.db, input.day, input.day))
  if (closure) return refuse('closed-day', { title: closure.title }, 'day')
  if (await sessionsRepo.findTwin(act.db, { ...spanOf(input), id: input.id, editionId: before.editionId }))
    return refuse('session-there', undefined, 'startsAt')
  return undefined
}

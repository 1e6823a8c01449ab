/** Who gives one session, where, and how it is arranged for children. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import * as ownRepo from './one-session.repo'
import * as sessionsRepo from './sessions.repo'
import { inUse } from './weigh-session.service'

/** How a session stands, and what may be chosen for it. */
export async function arrangement(look: Look, input: Input<'timetable.arrangement'>) {
  const found = await sessionsRepo.findSession(look.db, input.id)
  const own = await ownRepo.findOwn(look.db, input.id)
  if (!found || !own) return refuse('unknown-session')
  const { plannedId, actualId, roomId, care, editionCare, madeUpOn } = own
  const { id, version, day, startsAt, endsAt, cancelledCause } = found
  return done({
    ...{ id, version, day, startsAt, endsAt, plannedId, actualId, roomId, care, editionCare, madeUpOn },
    cancelled: cancelledCause !== null,
    instructors: await ownRepo.listActiveInstructors(look.db),
    rooms: await ownRepo.listActiveRooms(look.db),
  })
}

/**
 * Somebody else gives a session. Ahead of its day the plan changes; from its day on the plan stays as it was, so that
 * the report can tell who was to come and did not.
 */
export async function substitute(act: Act, input: Input<'timetable.substitute'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  const own = await ownRepo.findOwn(act.db, input.id)
  if (!before || !own) return refuse('unknown-session')
  if (before.cancelledCause) return refuse('already-cancelled')
  if (input.instructorId !== null) {
    const chosen = (await ownRepo.listActiveInstructors(act.db)).find((each) => each.id === input.instructorId)
    if (!chosen) return refuse('unknown-instructor', undefined, 'instructorId')
    if (chosen.clearanceUntil && chosen.clearanceUntil < before.day)
      return refuse('clearance-lapsed', { day: chosen.clearanceUntil }, 'instructorId')
    // Of a day that has come it is a fact who gave it; ahead of it nobody is planned for two groups at once.
    const taken =
      before.day > act.today ? await inUse(act, { ...before, instructorId: input.instructorId }, 'instructor') : null
    if (taken) return refuse('clash-blocks', { with: taken }, 'instructorId')
  }
  const set =
    before.day > act.today
      ? { planned_instructor_id: input.instructorId, actual_instructor_id: null }
      : { actual_instructor_id: input.instructorId === own.plannedId ? null : input.instructorId }
  if (!(await ownRepo.markOwn(act.trx, input.id, input.version, { ...set, changed_at: act.now })))
    return refuse('stale')
  await act.audit({
    event: 'session.substituted',
    subjectType: 'session',
    subjectId: input.id,
    before: { plannedId: own.plannedId, actualId: own.actualId },
    after: { instructorId: input.instructorId },
    reason: input.reason,
  })
  return done(null)
}

export async function arrange(act: Act, input: Input<'timetable.arrange'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  const own = await ownRepo.findOwn(act.db, input.id)
  if (!before || !own) return refuse('unknown-session')
  if (before.cancelledCause) return refuse('already-cancelled')
  const rooms = await ownRepo.listActiveRooms(act.db)
  if (input.roomId !== null && !rooms.some((room) => room.id === input.roomId))
    return refuse('unknown-room', undefined, 'roomId')
  const taken =
    input.roomId !== null && input.roomId !== own.roomId && before.day >= act.today
      ? await inUse(act, { ...before, roomId: input.roomId }, 'room')
      : null
  if (taken) return refuse('clash-blocks', { with: taken }, 'roomId')
  const set = { room_id: input.roomId, care: input.care, changed_at: act.now }
  if (!(await ownRepo.markOwn(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.arranged',
    subjectType: 'session',
    subjectId: input.id,
    before: { roomId: own.roomId, care: own.care },
    after: { roomId: input.roomId, care: input.care },
    reason: input.reason,
  })
  return done(null)
}

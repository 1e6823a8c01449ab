/** One more session of a group at a slot that was found. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { AHEAD, findGroup } from './free-slot.repo'
import { layPlan } from './plan-sessions.service'
import * as sessionsRepo from './sessions.repo'
import { closureOf } from './special-days.rules'
import * as repo from './timetable.repo'
import { weighSession } from './weigh-session.service'

/** Adds it. It is no part of the group's pattern: a change of plan leaves it where it is. */
export async function addSession(act: Act, input: Input<'timetable.addSession'>) {
  const group = await findGroup(act.db, input.editionId)
  if (!group) return refuse('unknown-edition')
  const room = named(await repo.listRooms(act.db), input.roomId ?? group.roomId)
  if (!room) return refuse('unknown-room', undefined, 'roomId')
  const instructor = named(await repo.listInstructors(act.db), input.instructorId ?? group.instructorId)
  if (!instructor) return refuse('unknown-instructor', undefined, 'instructorId')
  const problem = await problemWithAdding(act, input, group)
  if (problem) return problem
  const { day, startsAt, endsAt } = input
  const held = {
    ...{ id: AHEAD, editionId: group.id, code: group.code, title: group.title, sensitive: group.sensitive },
    ...{ roomId: room.id, room: room.name, instructorId: instructor.id, instructor: instructor.name },
    ...{ day, startsAt, endsAt },
  }
  const weighed = await weighSession(act, held, input.seen)
  if (!weighed.ok) return weighed
  const planned = {
    day,
    startsAt,
    endsAt,
    cancelledCause: null,
    cancelledNote: null,
    specialDayId: null,
    shortened: null,
  }
  const [id] = await sessionsRepo.insertSessions(act.trx, group.id, [planned], act.now)
  if (!id) throw new Error('A session was not written')
  const own = {
    ...(room.id !== group.roomId && { room_id: room.id }),
    ...(instructor.id !== group.instructorId && { planned_instructor_id: instructor.id }),
  }
  if (Object.keys(own).length > 0) await sessionsRepo.markSession(act.trx, id, 1, { ...own, changed_at: act.now })
  await layPlan(act, group.id)
  await act.audit({
    event: 'session.added',
    subjectType: 'session',
    subjectId: id,
    after: {
      editionId: group.id,
      ...{ day, startsAt, endsAt, roomId: room.id, instructorId: instructor.id },
      ...(weighed.value.length > 0 && { despite: weighed.value }),
    },
    reason: input.reason,
  })
  return done({ id })
}

const named = (all: readonly { readonly id: string; readonly name: string }[], id: string) =>
  all.find((each) => each.id === id)

async function problemWithAdding(
  act: Act,
  input: Input<'timetable.addSession'>,
  group: { readonly id: string; readonly startsOn: string; readonly endsOn: string },
) {
  const { day, startsAt, endsAt } = input
  if (endsAt <= startsAt) return refuse('times-reversed', undefined, 'endsAt')
  if (day < group.startsOn || day > group.endsOn)
    return refuse('outside-edition', { from: group.startsOn, until: group.endsOn }, 'day')
  const closure = closureOf({ day, startsAt, endsAt }, await repo.listSpecialDays(act.db, day, day))
  if (closure) return refuse('closed-day', { title: closure.title }, 'day')
  if (await sessionsRepo.findTwin(act.db, { day, startsAt, id: AHEAD, editionId: group.id }))
    return refuse('session-there', undefined, 'startsAt')
  return undefined
}

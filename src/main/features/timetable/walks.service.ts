/** Minutes on foot between two rooms: shown, and said for a pair that differs from the usual. */
import type { Input, Output } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { listOpenRooms } from './appointments.repo'
import { dropWalk, listNamedWalks, putWalk } from './walks.repo'

export async function walks(look: Look): Promise<Outcome<Output<'timetable.walks'>, never>> {
  return done({
    usual: (await settingsOn(look.db, look.today)).walkingMinutes,
    rooms: await listOpenRooms(look.db),
    walks: await listNamedWalks(look.db),
  })
}

/** Says how long the walk between two rooms takes, both ways; null goes back to the usual. */
export async function setWalk(act: Act, input: Input<'timetable.setWalk'>) {
  if (input.a === input.b) return refuse('same-room')
  const rooms = new Map((await listOpenRooms(act.db)).map((room) => [room.id, room.name]))
  if (!rooms.has(input.a) || !rooms.has(input.b)) return refuse('unknown-room')
  const [a = '', b = ''] = [input.a, input.b].sort()
  const before = (await listNamedWalks(act.db)).find((walk) => walk.a === a && walk.b === b)
  if (input.minutes === null) await dropWalk(act.trx, { a, b })
  else await putWalk(act.trx, { a, b, minutes: input.minutes })
  await act.audit({
    event: 'walk.set',
    subjectType: 'room',
    subjectId: input.a,
    before: { with: b, minutes: before?.minutes ?? null },
    after: { with: b, minutes: input.minutes },
  })
  return done(null)
}

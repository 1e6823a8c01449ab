/** Where one woman should be now, from the same facts as the emergency list. */
import type { Output } from '../../../shared/contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { Look } from '../../platform/seam/act'
import { listExpected, listRunning } from './emergency.repo'
import { countChildrenInRoom } from './childcare.repo'
import * as repo from './whereabouts.repo'
import { whereIs } from './whereabouts.rules'

/** Her place at this minute. It says where, never in which activity. */
export async function whereabouts(
  look: Look,
  input: { personId: string },
): Promise<Outcome<Output<'today.whereabouts'>, never>> {
  const now = { day: look.today, time: look.time }
  const expected = new Set(
    (await listExpected(look.db, now)).flatMap((each) => (each.personId === input.personId ? each.sessionId : [])),
  )
  const running = expected.size > 0 ? await listRunning(look.db, now) : []
  const place = whereIs({
    stay: await repo.findOpenStay(look.db, input.personId, look.today),
    appointment: await repo.findAppointment(look.db, input.personId, now),
    rooms: running
      .filter((session) => expected.has(session.id))
      .map((session) => ({ room: session.room, until: session.endsAt })),
  })
  if (!CHILDREN.includes(look.actor.role)) return done({ ...place, childrenOut: null, childrenInRoom: null })
  return done({
    ...place,
    childrenOut: await repo.countChildrenOut(look.db, input.personId),
    childrenInRoom: await countChildrenInRoom(look.db, input.personId, look.today),
  })
}

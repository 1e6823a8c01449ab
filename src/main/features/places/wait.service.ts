/** Acts on the waiting list. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { listRunningEditions, listWorkshops } from './editions.repo'
import { listPlacesOfPerson } from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import * as repo from './wait.repo'
import { inTurn } from './wait.rules'
import { findPresence } from './women.repo'

/** Her turn counts those before her, so the whole list is put in order first. */
export async function turnsOf(look: Look, personId: string) {
  return inTurn(await repo.listOpenWaits(look.db), look.today).filter((row) => row.personId === personId)
}

/** The whole waiting list in turn, with the editions that could take somebody. */
export async function waiting(look: Look): Promise<Outcome<Output<'places.waiting'>, never>> {
  const editions = await listRunningEditions(look.db, look.today)
  const workshops = (await listWorkshops(look.db)).map((workshop) => ({
    ...workshop,
    editions: editions.filter((edition) => edition.workshopId === workshop.id),
  }))
  workshops.sort((a, b) => inOrder(a.title, b.title))
  const hidden = await hiddenWorkshops(look)
  const waits = inTurn(await repo.listOpenWaits(look.db), look.today)
  return done({
    waits: waits.filter((wait) => !hidden.has(wait.workshopId)),
    workshops: workshops.filter((workshop) => !hidden.has(workshop.id)),
  })
}

/** Puts a woman on the list of a workshop, from the day she asked. */
export async function putOnList(act: Act, input: Input<'places.wait'>) {
  if (input.requestedOn > act.today) return refuse('day-in-the-future', undefined, 'requestedOn')
  const presence = await findPresence(act.db, input.personId)
  if (!presence) return refuse('unknown-person')
  if (!presence.isHere) return refuse('person-not-here')
  if (!(await listWorkshops(act.db)).some((each) => each.id === input.workshopId)) return refuse('unknown-workshop')
  if ((await repo.listOpenWaits(act.db, input)).length > 0) return refuse('waiting-already')
  const running = new Set(
    (await listRunningEditions(act.db, act.today))
      .filter((edition) => edition.workshopId === input.workshopId)
      .map((edition) => edition.id),
  )
  const hers = await listPlacesOfPerson(act.db, input.personId)
  if (hers.some((place) => place.endedOn === null && running.has(place.editionId))) return refuse('place-taken-already')
  const id = randomUUID()
  await repo.insertWait(act.trx, { id, ...input })
  await act.audit({ event: 'wait.opened', subjectType: 'wait', subjectId: id, after: input })
  return done({ id })
}

/** Takes a woman off a list, because she declined or no longer wants it. */
export async function closeWait(act: Act, input: Input<'places.closeWait'>) {
  const wait = await repo.findWait(act.db, input.id)
  if (!wait) return refuse('unknown-wait')
  if (wait.closedOn !== null) return refuse('wait-closed-already')
  const closed = await closeOneWait(act, { ...wait, ...input }, act.today, input.cause, input.note)
  return closed ? done(null) : refuse('stale')
}

async function closeOneWait(
  act: Act,
  wait: { id: string; version: number; personId: string; workshopId: string },
  closedOn: CivilDate,
  cause: 'placed' | 'declined' | 'left',
  reason?: string,
): Promise<boolean> {
  if (!(await repo.markWaitClosed(act.trx, wait.id, wait.version, { closedOn, cause }))) return false
  await act.audit({
    event: 'wait.closed',
    subjectType: 'wait',
    subjectId: wait.id,
    before: { personId: wait.personId, workshopId: wait.workshopId },
    after: { closedOn, cause },
    reason: reason || undefined,
  })
  return true
}

/** Takes a woman off all lists, or off one: she has left, or has been placed. Returns of how many. */
export async function closeWaitsOf(
  act: Act,
  of: { readonly personId: string; readonly workshopId?: string },
  day: CivilDate,
  cause: 'placed' | 'left',
): Promise<number> {
  const waits = await repo.listOpenWaits(act.db, of)
  for (const wait of waits) await closeOneWait(act, wait, day, cause)
  return waits.length
}

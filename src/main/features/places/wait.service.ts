/** The waiting list as pages read it, and what brings a request onto it or takes it off from outside. */
import { randomUUID } from 'node:crypto'
import type { Contract, Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Wait, WaitRecord, WaitState } from '../../../shared/contract/waits.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { PLANNERS } from '../../../shared/kernel/roles'
import { inOrder } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { listRunningEditions, listWorkshops } from './editions.repo'
import { findAhead } from './jump.repo'
import { voidOffers } from './offer.repo'
import { listPlacesOfPerson } from './places.repo'
import { whyBefore } from './points.rules'
import { hiddenWorkshops, knownWait } from './sensitive.service'
import { toWait, turns, turnsOf, type Turn } from './turn.service'
import * as repo from './wait.repo'
import { decideRequest } from './wait.rules'
import { takeStep } from './wait-step.service'
import { findPresence, findWoman } from './women.repo'

/** The whole list in turn, with the editions that could take somebody. */
export async function waiting(look: Look): Promise<Outcome<Output<'places.waiting'>, never>> {
  const editions = await listRunningEditions(look.db, look.today)
  const workshops = (await listWorkshops(look.db)).map((workshop) => ({
    ...workshop,
    editions: editions.filter((edition) => edition.workshopId === workshop.id),
  }))
  workshops.sort((a, b) => inOrder(a.title, b.title))
  const hidden = await hiddenWorkshops(look)
  return done({
    waits: (await turns(look)).filter((wait) => !hidden.has(wait.workshopId)).map(toWait),
    workshops: workshops.filter((workshop) => !hidden.has(workshop.id)),
  })
}

/** One request with its points line by line, why it stands where it stands, and what happened to it. */
export async function waitRecord(look: Look, input: { id: string }): Promise<Outcome<WaitRecord, 'unknown-wait'>> {
  const wait = await knownWait(look, input.id)
  if (!wait) return refuse('unknown-wait')
  const list = await turns(look, { workshopId: wait.workshopId })
  const hers = list.find((row) => row.id === wait.id)
  const inTurn = list.filter((row) => row.position !== null)
  const at = inTurn.findIndex((row) => row.id === wait.id)
  const why = (first: Turn | undefined, second: Turn | undefined) => (first && second ? whyBefore(first, second) : null)
  const row = hers ? undefined : await repo.findNamedWait(look.db, wait.id)
  const named = hers ? toWait(hers) : row && offTheList(row)
  if (!named) return refuse('unknown-wait')
  return done({
    wait: named,
    requestNote: wait.requestNote,
    enteredOn: wait.enteredOn,
    lines: [...(hers?.points.lines ?? [])],
    of: inTurn.length,
    before: at > 0 ? why(inTurn[at - 1], hers) : null,
    after: at >= 0 ? why(hers, inTurn[at + 1]) : null,
    aheadBecause: (await findAhead(look.db, wait.id)) ?? null,
    steps: [...(await repo.listSteps(look.db, wait.id))],
  })
}

/** All requests of one woman, also those that are closed, the newest first. */
export async function requestsOf(
  look: Look,
  input: { personId: string },
): Promise<Outcome<Output<'places.requestsOf'>, 'unknown-person'>> {
  const woman = await findWoman(look.db, input.personId)
  if (!woman) return refuse('unknown-person')
  const hidden = await hiddenWorkshops(look)
  const open = new Map((await turnsOf(look, input.personId)).map((wait) => [wait.id, wait]))
  const rows = (await repo.listNamedWaitsOf(look.db, input.personId)).filter((row) => !hidden.has(row.workshopId))
  return done({ woman, requests: rows.map((row) => open.get(row.id) ?? offTheList(row)) })
}

/** A request that is off the list has neither points nor a turn. */
const offTheList = (row: repo.WaitRow): Wait => ({
  ...row,
  points: 0,
  neverServed: false,
  daysWaiting: 0,
  position: null,
})

/** Writes down a request. Whoever plans approves it by writing it; what others bring is to be approved. */
export async function putOnList(act: Act, input: ParsedInputOf<Contract['places.wait']>) {
  const presence = await findPresence(act.db, input.personId)
  if (!presence) return refuse('unknown-person')
  const workshops = await listWorkshops(act.db)
  if (!workshops.some((each) => each.id === input.workshopId) || (await hiddenWorkshops(act)).has(input.workshopId))
    return refuse('unknown-workshop')
  const reasons = decideRequest({
    today: act.today,
    requestedOn: input.requestedOn,
    note: input.note,
    isHere: presence.isHere,
    waits: (await repo.listOpenWaits(act.db, input)).length > 0,
    hasPlace: await hasPlaceIn(act, input),
  })
  if (reasons.length > 0) return refused(...reasons)
  const id = randomUUID()
  const state: WaitState = PLANNERS.includes(act.actor.role) ? 'approved' : 'pending'
  const { note, ...asked } = input
  const wait = { ...asked, id, state, requestNote: note || null, enteredOn: act.today } as const
  await repo.insertWait(act.trx, wait)
  await act.audit({
    event: 'wait.opened',
    subjectType: 'wait',
    subjectId: id,
    after: { ...asked, state },
    reason: note || undefined,
  })
  return done({ id, state })
}

async function hasPlaceIn(act: Act, of: { personId: string; workshopId: string }): Promise<boolean> {
  const running = new Set(
    (await listRunningEditions(act.db, act.today))
      .filter((edition) => edition.workshopId === of.workshopId)
      .map((edition) => edition.id),
  )
  const hers = await listPlacesOfPerson(act.db, of.personId)
  return hers.some((place) => place.endedOn === null && running.has(place.editionId))
}

/** Whether a request of hers for the workshop is still to be approved: until then no place is given. */
export const isPending = async (look: Look, of: { personId: string; workshopId: string }): Promise<boolean> =>
  (await repo.listOpenWaits(look.db, of)).some((wait) => wait.state === 'pending')

/** She has been given a place without an offer: her request for the workshop is met, an offer that stood is void. */
export async function meetWaits(act: Act, of: { personId: string; workshopId: string }): Promise<void> {
  for (const wait of await repo.listOpenWaits(act.db, of)) {
    await voidOffers(act.trx, wait.id, act.today)
    await takeStep(act, wait, 'place')
  }
}

/**
 * She is gone (or away past the limit): all her requests are removed, also those that could have been taken up again,
 * because who comes back asks anew. Returns how many of them were open. For leaving and long absence.
 */
export async function removeWaitsOf(act: Act, personId: string, day: CivilDate, reason: string): Promise<number> {
  const waits = (await repo.listWaitsOf(act.db, { personId })).filter(
    (wait) => wait.state !== 'accepted' && wait.state !== 'removed',
  )
  for (const wait of waits) {
    await voidOffers(act.trx, wait.id, act.today)
    await takeStep(act, wait, 'remove', { day, reason })
  }
  return waits.filter((wait) => wait.closedOn === null).length
}

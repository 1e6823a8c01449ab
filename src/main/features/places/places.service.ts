/** Acts on places and on the waiting list. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { fold, inOrder } from '../../../shared/kernel/text'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Act, Look } from '../../platform/seam/act'
import { clashesWith, decideGive, inTurn, resultOfLeaving, type WeeklyHour } from './places.rules'
import * as repo from './places.repo'

const MOST_CANDIDATES = 60
const MOST_WOMEN = 20

/** The workshops whose women she who looks may not know: those of sensitive axes, unless her role cares for them. */
async function hiddenWorkshops(look: Look): Promise<ReadonlySet<string>> {
  return SENSITIVE_READERS.includes(look.actor.role) ? new Set() : repo.listSensitiveWorkshops(look.db)
}

/** Places and waiting list of one edition, unless it is of a sensitive axis: that is asked for apart. */
export async function ofEdition(look: Look, input: { id: string }) {
  const edition = await repo.findEdition(look.db, input.id)
  if (edition && (await repo.listSensitiveWorkshops(look.db)).has(edition.workshopId)) return refuse('sensitive-group')
  return ofSensitiveEdition(look, input)
}

/** Places and waiting list of one edition. */
export async function ofSensitiveEdition(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'places.ofEdition'>, 'unknown-edition'>> {
  const edition = await repo.findEdition(look.db, input.id)
  if (!edition) return refuse('unknown-edition')
  const rows = (await repo.listPlacesOfEdition(look.db, input.id)).map(({ editionId: _editionId, ...place }) => place)
  const waits = await repo.listOpenWaits(look.db, { workshopId: edition.workshopId })
  return done({
    edition,
    open: rows.filter((row) => row.endedOn === null),
    ended: rows.filter((row) => row.endedOn !== null),
    waiting: [...inTurn(waits, look.today)],
  })
}

/** All places and open waits of one woman. */
export async function ofPerson(look: Look, input: { id: string }): Promise<Outcome<Output<'places.ofPerson'>, never>> {
  const hidden = await hiddenWorkshops(look)
  const places = (await repo.listPlacesOfPerson(look.db, input.id))
    .filter((place) => !hidden.has(place.workshopId))
    .map(({ workshopId: _workshopId, ...place }) => place)
  return done({ places, waits: (await turnsOf(look, input.id)).filter((wait) => !hidden.has(wait.workshopId)) })
}

/** Her turn counts those before her, so the whole list is put in order first. */
async function turnsOf(look: Look, personId: string) {
  return inTurn(await repo.listOpenWaits(look.db), look.today).filter((row) => row.personId === personId)
}

/** Who could take a place of an edition: those who wait for it first, in turn, then the others by surname. */
export async function candidates(
  look: Look,
  input: { editionId: string; search: string },
): Promise<Outcome<Output<'places.candidates'>, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await repo.findEdition(look.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  const hidden = await hiddenWorkshops(look)
  if (hidden.has(edition.workshopId)) return refuse('sensitive-group')
  const words = fold(input.search).split(' ').filter(Boolean)
  const placed = new Set(
    (await repo.listPlacesOfEdition(look.db, edition.id)).filter((row) => !row.endedOn).map((row) => row.personId),
  )
  const waits = new Map(
    inTurn(await repo.listOpenWaits(look.db, { workshopId: edition.workshopId }), look.today).map((row) => [
      row.personId,
      row,
    ]),
  )
  const found = await repo.searchWomenHere(look.db, words, words.length > 0 ? MOST_CANDIDATES : 10_000)
  const free = found.filter((woman) => !placed.has(woman.personId))
  const shown = words.length > 0 ? free : free.filter((woman) => waits.has(woman.personId))
  const hours = await repo.listHoursOfEdition(look.db, edition.id)
  const taken = await repo.listHoursTaken(
    look.db,
    shown.map((woman) => woman.personId),
  )
  const rows = shown.map((woman) => {
    const hers = taken.filter((hour) => hour.personId === woman.personId)
    const waiting = waits.get(woman.personId)
    return {
      ...woman,
      waitId: waiting?.id ?? null,
      daysWaiting: waiting?.daysWaiting ?? null,
      position: waiting?.position ?? Number.MAX_SAFE_INTEGER,
      otherPlaces: new Set(hers.map((hour) => hour.editionId)).size,
      clashes: [...clashesWith(hours, unnamed(hers, hidden))],
    }
  })
  rows.sort((a, b) => a.position - b.position || inOrder(a.surname1, b.surname1))
  return done(rows.map(({ position: _position, ...row }) => row))
}

/** She may hear that an hour is taken, not by which group of a sensitive axis. */
const unnamed = <Hour extends WeeklyHour & { readonly workshopId: string }>(
  hours: readonly Hour[],
  hidden: ReadonlySet<string>,
): readonly Hour[] => hours.map((hour) => (hidden.has(hour.workshopId) ? { ...hour, code: '—', title: '—' } : hour))

/** Gives a place. A clash does not forbid it: the office must have seen it (`acceptedClashes`). Closes her wait. */
export async function give(act: Act, input: Required<Input<'places.give'>>) {
  const edition = await repo.findEdition(act.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  const presence = await repo.findPresence(act.db, input.personId)
  if (!presence) return refuse('unknown-person')
  const places = await repo.listPlacesOfEdition(act.db, edition.id)
  const reasons = decideGive(
    {
      ...edition,
      isHere: presence.isHere,
      hasPlace: places.some((row) => row.personId === input.personId && row.endedOn === null),
      clashes: clashesWith(
        await repo.listHoursOfEdition(act.db, edition.id),
        unnamed(await repo.listHoursTaken(act.db, [input.personId]), await hiddenWorkshops(act)),
      ),
    },
    input.openedOn,
    new Set(input.acceptedClashes),
  )
  if (reasons.length > 0) return refused(...reasons)
  const id = randomUUID()
  const after = { personId: input.personId, editionId: edition.id, openedOn: input.openedOn }
  await repo.insertPlace(act.trx, { id, ...after })
  await act.audit({ event: 'place.given', subjectType: 'place', subjectId: id, after })
  const waits = await repo.listOpenWaits(act.db, { workshopId: edition.workshopId, personId: input.personId })
  for (const wait of waits) await closeOneWait(act, wait, act.today, 'placed')
  return done({ id })
}

/** Ends a place with result and cause; what it was stays in the list of the ended. */
export async function end(act: Act, input: Input<'places.end'>) {
  const place = await repo.findPlace(act.db, input.id)
  if (!place) return refuse('unknown-place')
  if (place.endedOn !== null) return refuse('place-ended-already')
  if (input.endedOn < place.openedOn) return refuse('ends-before-it-opened', { day: place.openedOn }, 'endedOn')
  if (input.endedOn > act.today) return refuse('day-in-the-future', undefined, 'endedOn')
  if (!(await repo.markPlaceEnded(act.trx, input.id, input.version, input))) return refuse('stale')
  await act.audit({
    event: 'place.ended',
    subjectType: 'place',
    subjectId: input.id,
    before: { personId: place.personId, editionId: place.editionId, openedOn: place.openedOn },
    after: { endedOn: input.endedOn, result: input.result, cause: input.cause },
    reason: input.note || undefined,
  })
  return done(null)
}

/**
 * A woman leaves the center: ends all her open places and takes her off all lists. For the people slice, inside its
 * own act. A place that would open later than she leaves ends on the day it opens, so that the row stays true.
 */
export async function endPlacesOf(
  act: Act,
  personId: string,
  day: CivilDate,
  cause: string,
): Promise<{ readonly places: number; readonly waits: number }> {
  const open = (await repo.listPlacesOfPerson(act.db, personId)).filter((place) => place.endedOn === null)
  for (const place of open) {
    const after = { endedOn: day < place.openedOn ? place.openedOn : day, result: resultOfLeaving, cause }
    await repo.markPlaceEnded(act.trx, place.id, place.version, after)
    const before = { personId, editionId: place.editionId, openedOn: place.openedOn }
    await act.audit({ event: 'place.ended', subjectType: 'place', subjectId: place.id, before, after })
  }
  const waits = await repo.listOpenWaits(act.db, { personId })
  for (const wait of waits) await closeOneWait(act, wait, day, 'left')
  return { places: open.length, waits: waits.length }
}

/** The whole waiting list in turn, with the editions that could take somebody. */
export async function waiting(look: Look): Promise<Outcome<Output<'places.waiting'>, never>> {
  const editions = await repo.listRunningEditions(look.db, look.today)
  const workshops = (await repo.listWorkshops(look.db)).map((workshop) => ({
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

/** Women here, for the field that names one. */
export async function womenHere(
  look: Look,
  input: { search: string },
): Promise<Outcome<Output<'places.women'>, never>> {
  const words = fold(input.search).split(' ').filter(Boolean)
  return done(words.length === 0 ? [] : [...(await repo.searchWomenHere(look.db, words, MOST_WOMEN))])
}

/** Puts a woman on the list of a workshop, from the day she asked. */
export async function putOnList(act: Act, input: Input<'places.wait'>) {
  if (input.requestedOn > act.today) return refuse('day-in-the-future', undefined, 'requestedOn')
  const presence = await repo.findPresence(act.db, input.personId)
  if (!presence) return refuse('unknown-person')
  if (!presence.isHere) return refuse('person-not-here')
  if (!(await repo.listWorkshops(act.db)).some((each) => each.id === input.workshopId))
    return refuse('unknown-workshop')
  if ((await repo.listOpenWaits(act.db, input)).length > 0) return refuse('waiting-already')
  const running = new Set(
    (await repo.listRunningEditions(act.db, act.today))
      .filter((edition) => edition.workshopId === input.workshopId)
      .map((edition) => edition.id),
  )
  const hers = await repo.listPlacesOfPerson(act.db, input.personId)
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

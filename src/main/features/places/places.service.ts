/** Acts on places. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { fold, inOrder } from '../../../shared/kernel/text'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Act, Look } from '../../platform/seam/act'
import { clashesWith, decideGive, resultOfLeaving, type WeeklyHour } from './places.rules'
import { findEdition, listSensitiveWorkshops } from './editions.repo'
import * as repo from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import { toWait, turns, turnsOf } from './turn.service'
import { isPending, meetWaits, removeWaitsOf } from './wait.service'
import { findPresence, searchWomenHere } from './women.repo'

const MOST_CANDIDATES = 60
const MOST_WOMEN = 20

/** Places and waiting list of one edition, unless it is of a sensitive axis: that is asked for apart. */
export async function ofEdition(look: Look, input: { id: string }) {
  const edition = await findEdition(look.db, input.id)
  if (edition && (await listSensitiveWorkshops(look.db)).has(edition.workshopId)) return refuse('sensitive-group')
  return ofSensitiveEdition(look, input)
}

/** Places and waiting list of one edition. */
export async function ofSensitiveEdition(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'places.ofEdition'>, 'unknown-edition'>> {
  const edition = await findEdition(look.db, input.id)
  if (!edition) return refuse('unknown-edition')
  const rows = (await repo.listPlacesOfEdition(look.db, input.id)).map(({ editionId: _editionId, ...place }) => place)
  const waits = await turns(look, { workshopId: edition.workshopId })
  return done({
    edition,
    open: rows.filter((row) => row.endedOn === null),
    ended: rows.filter((row) => row.endedOn !== null),
    waiting: waits.map(toWait),
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

/** Who could take a place of an edition: those who wait for it first, in turn, then the others by surname. */
export async function candidates(
  look: Look,
  input: { editionId: string; search: string },
): Promise<Outcome<Output<'places.candidates'>, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await findEdition(look.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  const hidden = await hiddenWorkshops(look)
  if (hidden.has(edition.workshopId)) return refuse('sensitive-group')
  const words = fold(input.search).split(' ').filter(Boolean)
  const placed = new Set(
    (await repo.listPlacesOfEdition(look.db, edition.id)).filter((row) => !row.endedOn).map((row) => row.personId),
  )
  const waits = new Map((await turns(look, { workshopId: edition.workshopId })).map((row) => [row.personId, row]))
  const found = await searchWomenHere(look.db, words, words.length > 0 ? MOST_CANDIDATES : 10_000)
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
  const edition = await findEdition(act.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  const presence = await findPresence(act.db, input.personId)
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
  if (await isPending(act, { workshopId: edition.workshopId, personId: input.personId }))
    return refuse('wait-is-pending')
  const id = randomUUID()
  const after = { personId: input.personId, editionId: edition.id, openedOn: input.openedOn }
  await repo.insertPlace(act.trx, { id, ...after })
  await act.audit({ event: 'place.given', subjectType: 'place', subjectId: id, after })
  await meetWaits(act, { workshopId: edition.workshopId, personId: input.personId })
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
  return { places: open.length, waits: await removeWaitsOf(act, personId, day, cause) }
}

/** Women here, for the field that names one. */
export async function womenHere(
  look: Look,
  input: { search: string },
): Promise<Outcome<Output<'places.women'>, never>> {
  const words = fold(input.search).split(' ').filter(Boolean)
  return done(words.length === 0 ? [] : [...(await searchWomenHere(look.db, words, MOST_WOMEN))])
}

/** Places as pages read them: who has one, in which state, and since when she is not expected. */
import type { Output } from '../../../shared/contract'
import type { PlaceState } from '../../../shared/contract/place-states'
import type { Place } from '../../../shared/contract/places.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { stateOf } from './allocation.rules'
import { findEditionInFull, listSensitiveWorkshops, listSlots, type SlotRow } from './editions.repo'
import { neverWas, speaksTo } from './pauses.rules'
import { listPauses, type ExclusionRow, type SuspensionRow } from './pauses.repo'
import * as repo from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import { toWait, turns, turnsOf } from './turn.service'
import { searchWomenHere } from './women.repo'

const MOST_WOMEN = 20

/** Places and waiting list of one edition, unless it is of a sensitive axis: that is asked for apart. */
export async function ofEdition(look: Look, input: { id: string }) {
  const edition = await findEditionInFull(look.db, input.id, look.today)
  if (edition && (await listSensitiveWorkshops(look.db)).has(edition.workshopId)) return refuse('sensitive-group')
  return ofSensitiveEdition(look, input)
}

/** Places and waiting list of one edition. */
export async function ofSensitiveEdition(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'places.ofEdition'>, 'unknown-edition'>> {
  const found = await findEditionInFull(look.db, input.id, look.today)
  if (!found) return refuse('unknown-edition')
  const { care: _care, takesWaiting: _takes, ...edition } = found
  const slots = await listSlots(look.db, [edition.id])
  const pauses = pausesByPlace(await listPauses(look.db, { editionId: edition.id }))
  const tallies = new Map(
    (await repo.listTallies(look.db, { editionId: edition.id })).map((each) => [each.personId, each]),
  )
  const rows = (await repo.listPlacesOfEdition(look.db, edition.id)).map(({ editionId: _editionId, ...row }) => ({
    ...withState(look, row, pauses, slots),
    attended: tallies.get(row.personId)?.attended ?? 0,
    counted: tallies.get(row.personId)?.counted ?? 0,
  }))
  const hours = slots.map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }))
  return done({
    edition: { ...edition, slots: hours },
    open: rows.filter((row) => row.endedOn === null),
    ended: rows.filter((row) => row.endedOn !== null),
    waiting: (await turns(look, { workshopId: edition.workshopId })).map(toWait),
  })
}

/** All places and open waits of one woman. */
export async function ofPerson(look: Look, input: { id: string }): Promise<Outcome<Output<'places.ofPerson'>, never>> {
  const hidden = await hiddenWorkshops(look)
  const rows = (await repo.listPlacesOfPerson(look.db, input.id)).filter((place) => !hidden.has(place.workshopId))
  const pauses = pausesByPlace(await listPauses(look.db, { personId: input.id }))
  const slots = await listSlots(look.db, [...new Set(rows.map((row) => row.editionId))])
  const tallies = new Map(
    (await repo.listTallies(look.db, { personId: input.id })).map((each) => [each.editionId, each]),
  )
  const places = rows.map(({ workshopId: _workshopId, ...row }) => ({
    ...withState(
      look,
      row,
      pauses,
      slots.filter((slot) => slot.editionId === row.editionId),
    ),
    attended: tallies.get(row.editionId)?.attended ?? 0,
    counted: tallies.get(row.editionId)?.counted ?? 0,
  }))
  return done({ places, waits: (await turnsOf(look, input.id)).filter((wait) => !hidden.has(wait.workshopId)) })
}

/** What each place of a woman is today, for her record. */
export async function placeStatesOf(look: Look, personId: string): Promise<ReadonlyMap<string, PlaceState>> {
  const rows = await repo.listPlacesOfPerson(look.db, personId)
  const pauses = pausesByPlace(await listPauses(look.db, { personId }))
  return new Map(rows.map((row) => [row.id, stateOf(row, pauses.get(row.id)?.suspensions ?? [], look.today)]))
}

interface Pauses {
  readonly exclusions: readonly ExclusionRow[]
  readonly suspensions: readonly SuspensionRow[]
}
const NO_PAUSES: Pauses = { exclusions: [], suspensions: [] }

function pausesByPlace({ exclusions, suspensions }: Pauses): ReadonlyMap<string, Pauses> {
  const ids = new Set([...exclusions, ...suspensions].map((row) => row.placeId))
  return new Map(
    [...ids].map((id) => [
      id,
      {
        exclusions: exclusions.filter((row) => row.placeId === id),
        suspensions: suspensions.filter((row) => row.placeId === id),
      },
    ]),
  )
}

/** A place with what it is today. Of what rests: what is in force by hand or comes next, and what is still excluded. */
function withState<Row extends Omit<repo.PlaceRow, 'editionId'>>(
  look: Look,
  row: Row,
  pauses: ReadonlyMap<string, Pauses>,
  slots: readonly SlotRow[],
): Row & Pick<Place, 'state' | 'suspension' | 'awaySince' | 'exclusions'> {
  const { exclusions, suspensions } = pauses.get(row.id) ?? NO_PAUSES
  const ahead = suspensions.filter((each) => !neverWas(each) && (each.backOn === null || each.backOn > look.today))
  const byHand = ahead.find((each) => each.cause !== 'away')
  const away = ahead.find((each) => each.cause === 'away' && each.from <= look.today)
  return {
    ...row,
    state: stateOf(row, suspensions, look.today),
    suspension: row.endedOn === null && byHand ? toSuspension(byHand) : null,
    awaySince: row.endedOn === null && away ? away.from : null,
    exclusions:
      row.endedOn === null
        ? exclusions
            .filter((each) => each.until === null || each.until >= look.today)
            .map(({ placeId: _placeId, ...each }) => ({ ...each, orphan: !speaksTo(each, slots) }))
        : [],
  }
}

const toSuspension = ({ placeId: _placeId, absenceId: _absenceId, ...row }: SuspensionRow) => row

/** Women here, for the field that names one. */
export async function womenHere(
  look: Look,
  input: { search: string },
): Promise<Outcome<Output<'places.women'>, never>> {
  const words = fold(input.search).split(' ').filter(Boolean)
  return done(words.length === 0 ? [] : [...(await searchWomenHere(look.db, words, MOST_WOMEN))])
}

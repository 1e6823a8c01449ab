/** Ends places: one, those of an edition, those of a woman who leaves, one that another takes the hours of. */
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { endingsContract, EndCause } from '../../../shared/contract/endings.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { spokenName } from '../../../shared/kernel/text'
import { inBatch } from '../../platform/batches/batches'
import type { Act, Look } from '../../platform/seam/act'
import { findEdition, findEditionInFull, listSensitiveWorkshops } from './editions.repo'
import { causeOfLeaving, decideEnd, proposedResult, resultOfLeaving } from './end.rules'
import * as repo from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import { removeWaitsOf } from './wait.service'

type Input<Name extends keyof typeof endingsContract> = ParsedInputOf<(typeof endingsContract)[Name]>

/** Ends a place with result and cause; what it was stays in the list of the ended. Can be taken back. */
export async function end(act: Act, input: Input<'places.end'>) {
  const place = await repo.findPlace(act.db, input.id)
  if (!place) return refuse('unknown-place')
  const wish = { ...input, note: input.note ?? '' }
  const no = decideEnd({ ...place, today: act.today }, wish)
  if (no) return refused(no)
  const edition = await findEdition(act.db, place.editionId, act.today)
  // The title of a batch is read by all who plan: of a sensitive group it names no woman.
  const sensitive = edition && (await listSensitiveWorkshops(act.db)).has(edition.workshopId)
  const title = [edition?.code, sensitive ? null : spokenName(place)].filter(Boolean).join(' · ')
  const written = await inBatch(act, { kind: 'place-ended', title, subjectId: place.editionId }, ['place'], async () =>
    (await writeEnd(act, place, input.version, wish)) ? done(null) : refuse('stale'),
  )
  return written.ok ? done({ batchId: written.value.batchId }) : written
}

type Wish = Parameters<typeof decideEnd>[1]

async function writeEnd(act: Act, place: repo.PlaceRow, version: number, wish: Wish): Promise<boolean> {
  const { endedOn, result, cause } = wish
  const note = wish.note.trim() || null
  if (!(await repo.markPlaceEnded(act.trx, place.id, version, { endedOn, result, cause, note }))) return false
  await act.audit({
    event: 'place.ended',
    subjectType: 'place',
    subjectId: place.id,
    before: { personId: place.personId, editionId: place.editionId, openedOn: place.openedOn },
    after: { endedOn, result, cause },
    reason: note ?? undefined,
  })
  return true
}

/** Another place takes its hours: she did not finish this one, and moved. False if it has changed since. */
export async function endAsMoved(act: Act, placeId: string, version: number): Promise<boolean> {
  const place = await repo.findPlace(act.db, placeId)
  if (!place) return false
  return writeEnd(act, place, version, {
    endedOn: act.today,
    result: resultOfLeaving,
    cause: 'moved',
    note: '',
  })
}

/** The open places of an edition with what her attendance proposes as the result of each. */
export async function endings(
  look: Look,
  input: Input<'places.endings'>,
): Promise<Outcome<Output<'places.endings'>, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await findEditionInFull(look.db, input.editionId, look.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(look)).has(edition.workshopId)) return refuse('sensitive-group')
  const endedOn = edition.endsOn < look.today ? edition.endsOn : look.today
  const tallies = new Map(
    (await repo.listTallies(look.db, { editionId: edition.id })).map((tally) => [tally.personId, tally]),
  )
  const unmarked = await repo.countUnmarked(look.db, edition.id, endedOn)
  const open = (await repo.listPlacesOfEdition(look.db, edition.id)).filter((place) => place.endedOn === null)
  return done({
    edition: (await findEdition(look.db, edition.id, look.today)) ?? edition,
    minRatePercent: edition.minRatePercent,
    endedOn,
    rows: open.map((place) => {
      const { attended, counted } = tallies.get(place.personId) ?? { attended: 0, counted: 0 }
      const pending = place.openedOn > endedOn
      return {
        id: place.id,
        version: place.version,
        personId: place.personId,
        fileNumber: place.fileNumber,
        surname1: place.surname1,
        surname2: place.surname2,
        givenNames: place.givenNames,
        chosenName: place.chosenName,
        openedOn: place.openedOn,
        attended,
        counted,
        unmarked: unmarked.get(place.id) ?? 0,
        result: pending ? 'not-completed' : proposedResult({ attended, counted }, edition.minRatePercent),
        cause: 'finished',
      }
    }),
  })
}

/** Ends many places of an edition as one piece of work: all of them or none. */
export async function endMany(act: Act, input: Input<'places.endMany'>) {
  const edition = await findEdition(act.db, input.editionId, act.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(act)).has(edition.workshopId)) return refuse('sensitive-group')
  const places = new Map((await repo.listPlacesOfEdition(act.db, edition.id)).map((place) => [place.id, place]))
  const note = input.note ?? ''
  const name = { kind: 'places-ended', title: `${edition.title} · ${edition.code}`, subjectId: edition.id }
  const written = await inBatch(act, name, ['place'], async () => {
    for (const row of input.rows) {
      const place = places.get(row.id)
      if (!place) return refuse('unknown-place')
      // Whoever joined after the day on which the group ends never began.
      const endedOn = place.openedOn > act.today ? act.today : input.endedOn
      const wish = { endedOn, result: row.result, cause: row.cause, note }
      const no = decideEnd({ ...place, today: act.today }, wish)
      if (no) return refused(no)
      if (!(await writeEnd(act, place, row.version, wish))) return refuse('stale')
    }
    return done(null)
  })
  if (!written.ok) return written
  return done({
    batchId: written.value.batchId,
    ended: input.rows.length,
    completed: input.rows.filter((row) => row.result === 'completed').length,
  })
}

/**
 * A woman leaves the center: ends all her open places and takes her off all lists. For the people slice, inside its
 * own act. A place that would open later than she leaves never began: it ends on the day she leaves.
 */
export async function endPlacesOf(
  act: Act,
  personId: string,
  day: CivilDate,
  cause: string,
): Promise<{ readonly places: number; readonly waits: number }> {
  const open = (await repo.listPlacesOfPerson(act.db, personId)).filter((place) => place.endedOn === null)
  const why: EndCause = causeOfLeaving(cause)
  for (const place of open)
    await writeEnd(act, place, place.version, { endedOn: day, result: resultOfLeaving, cause: why, note: '' })
  return { places: open.length, waits: await removeWaitsOf(act, personId, day, cause) }
}

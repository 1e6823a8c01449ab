/** Gives a place: everything that stands against it is weighed once more, whatever the page has shown. */
import { randomUUID } from 'node:crypto'
import type { candidatesContract } from '../../../shared/contract/candidates.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Despite } from '../../../shared/contract/place-states'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import { inBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import { endAsMoved } from './end-place.service'
import { findEditionInFull, type EditionInFull } from './editions.repo'
import { unliftedReasons } from './give.rules'
import { judgePlaces, type Judgement } from './judge-places.service'
import { insertJump } from './jump.repo'
import { restNewPlace } from './pauses.service'
import { insertPlaces, listPlacesOfPerson } from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import { WAIT_TABLES } from './wait-step.service'
import { meetWaits } from './wait.service'
import { findPresence } from './women.repo'

/** What giving a place writes, for the batch that takes it back. */
export const GIVE_TABLES = ['place', 'place_suspension', ...WAIT_TABLES] as const

type GiveInput = ParsedInputOf<(typeof candidatesContract)['places.give']>

/** Gives one place. Her request for the workshop is met by it; an offer that stood is void. */
export async function give(act: Act, input: GiveInput) {
  const edition = await findEditionInFull(act.db, input.editionId, act.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(act)).has(edition.workshopId)) return refuse('sensitive-group')
  if (!(await findPresence(act.db, input.personId))) return refuse('unknown-person')
  const { personId, openedOn, despite } = input
  const hers = await listPlacesOfPerson(act.db, personId)
  const leaving = hers.filter((place) => input.ending.some((each) => each.placeId === place.id))
  if (leaving.length < input.ending.length || leaving.some((place) => place.endedOn !== null))
    return refuse('unknown-place')
  const ending = new Map([[personId, new Set(leaving.map((place) => place.editionId))]])
  const judged = await judgePlaces(act, edition, { people: [personId], openedOn, together: false, ending })
  const judgement = judged.get(personId)
  if (!judgement) return refuse('unknown-person')
  const accepted = new Set(despite?.keys ?? [])
  const reasons = [...judgement.hard, ...unliftedReasons(judgement.warnings, accepted, act.actor.role)]
  if (reasons.length > 0) return refused(...reasons)
  const title = `${edition.title} · ${edition.code}`
  const written = await inBatch(act, { kind: 'place-given', title, subjectId: edition.id }, GIVE_TABLES, async () => {
    for (const { placeId, version } of input.ending)
      if (!(await endAsMoved(act, placeId, version))) return refuse('stale')
    return done(await writePlace(act, edition, { personId, openedOn, judgement, despite: despite ?? null }))
  })
  if (!written.ok) return written
  return done({
    id: written.value.result,
    batchId: written.value.batchId,
    clashing: await clashingPlaces(act, personId, judgement),
  })
}

export interface PlaceToWrite {
  readonly personId: string
  readonly openedOn: CivilDate
  readonly judgement: Judgement
  readonly despite: Despite | null
}

/** Writes a place that was weighed: only what really stood against it is kept with it. Answers its id. */
export async function writePlace(act: Act, edition: EditionInFull, place: PlaceToWrite): Promise<string> {
  const { personId, openedOn, judgement, despite } = place
  const id = randomUUID()
  const stood = judgement.warnings.filter((each) => each.level !== 'info').map((each) => each.key)
  const kept = despite && stood.length > 0 ? { keys: stood, reason: despite.reason } : null
  await insertPlaces(act.trx, [{ id, personId, editionId: edition.id, openedOn, despite: kept }])
  await act.audit({
    event: 'place.given',
    subjectType: 'place',
    subjectId: id,
    after: { personId, editionId: edition.id, openedOn, ...(kept ? { despite: [...kept.keys] } : {}) },
    reason: kept?.reason,
  })
  if (judgement.away) await restNewPlace(act, id, judgement.away)
  if (judgement.passes.length > 0 && kept) await writeJump(act, edition, personId, judgement.passes, kept.reason)
  await meetWaits(act, { workshopId: edition.workshopId, personId })
  return id
}

/** A place out of turn is written down beside the list, with whom it passed over. */
const writeJump = (
  act: Act,
  edition: EditionInFull,
  personId: string,
  passed: readonly string[],
  reason: string,
): Promise<void> =>
  insertJump(act.trx, {
    id: randomUUID(),
    personId,
    workshopId: edition.workshopId,
    waitId: null,
    editionId: edition.id,
    kind: 'place',
    day: act.today,
    reason: 'other',
    note: reason,
    turn: null,
    passed,
    by: act.actor.id,
  })

/** Her open places whose hours the new one takes: the page offers to end them. */
async function clashingPlaces(act: Act, personId: string, judgement: Judgement) {
  const editions = new Set(
    judgement.warnings
      .filter((each) => each.kind === 'clash' && each.level !== 'info')
      .map((each) => each.facts['editionId']),
  )
  if (editions.size === 0) return []
  return (await listPlacesOfPerson(act.db, personId))
    .filter((place) => place.endedOn === null && editions.has(place.editionId))
    .map((place) => ({ placeId: place.id, version: place.version, code: place.code, title: place.title }))
}

/** Who could take a place: one list, whoever waits first, with what stands against each. */
import type { Output } from '../../../shared/contract'
import type { Candidate, candidatesContract } from '../../../shared/contract/candidates.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { candidateGroup, compareCandidates, type CandidateGroup } from './candidates.rules'
import * as repo from './candidates.repo'
import { findEditionInFull, type EditionInFull } from './editions.repo'
import { liftsBlocks } from './give.rules'
import { judgePlaces } from './judge-places.service'
import { listOpenPairs } from './places.repo'
import { hiddenWorkshops } from './sensitive.service'
import { turns, type Turn } from './turn.service'

type Input = ParsedInputOf<(typeof candidatesContract)['places.candidates']>

/** Whoever is free of clashes is found by weighing women in pieces, until enough are. */
const PIECE = 200

interface Ranked extends repo.WomanHere {
  readonly group: CandidateGroup
  readonly turn: number | null
  readonly wait: Turn | undefined
}

/** Who could take a place of an edition. What is weighed is only of those who are shown: thousands may be here. */
export async function candidates(
  look: Look,
  input: Input,
): Promise<Outcome<Output<'places.candidates'>, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await findEditionInFull(look.db, input.editionId, look.today)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenWorkshops(look)).has(edition.workshopId)) return refuse('sensitive-group')
  const openedOn = input.openedOn ?? (edition.startsOn > look.today ? edition.startsOn : look.today)
  const all = await rankedWomen(look, edition)
  const words = fold(input.search).split(' ').filter(Boolean)
  const found = words.length > 0 ? await narrowed(look, all, words) : all
  const shown = found.filter((woman) => input.show === 'all' || input.show === 'clear' || woman.group === input.show)
  const rows = await weighed(look, edition, shown, { ...input, openedOn })
  return done({
    edition: seatsOf(edition),
    openedOn,
    liftsKeepApart: liftsBlocks(look.actor.role),
    waiting: all.filter((woman) => woman.group === 'waiting').length,
    neverServed: all.filter((woman) => woman.group === 'never-served').length,
    total: all.length,
    found: shown.length,
    rows,
  })
}

const seatsOf = ({ id, code, workshopId, title, capacity, taken, startsOn, endsOn }: EditionInFull) => ({
  id,
  code,
  workshopId,
  title,
  capacity,
  taken,
  startsOn,
  endsOn,
})

/** Every woman who is here and has no place in the edition, in the order in which she would be asked. */
async function rankedWomen(look: Look, edition: EditionInFull): Promise<readonly Ranked[]> {
  const placed = await listOpenPairs(look.db, [edition.id])
  const served = await repo.listServed(look.db)
  const list = edition.takesWaiting ? await turns(look, { workshopId: edition.workshopId }) : []
  const waits = new Map(list.map((turn) => [turn.personId, turn]))
  return (await repo.listWomen(look.db, {}))
    .filter((woman) => !placed.has(`${woman.personId} ${edition.id}`))
    .map((woman) => {
      const wait = waits.get(woman.personId)
      const group = candidateGroup({ waits: wait !== undefined, served: served.has(woman.personId) })
      return { ...woman, group, turn: wait?.position ?? null, wait }
    })
    .sort(compareCandidates)
}

async function narrowed(look: Look, all: readonly Ranked[], words: readonly string[]): Promise<readonly Ranked[]> {
  const hits = new Set((await repo.listWomen(look.db, { words })).map((woman) => woman.personId))
  return all.filter((woman) => hits.has(woman.personId))
}

async function weighed(
  look: Look,
  edition: EditionInFull,
  women: readonly Ranked[],
  input: { readonly show: Input['show']; readonly limit: number; readonly openedOn: CivilDate },
): Promise<Candidate[]> {
  if (input.show !== 'clear') return weigh(look, edition, women.slice(0, input.limit), input.openedOn)
  const clear: Candidate[] = []
  for (let from = 0; from < women.length && clear.length < input.limit; from += PIECE) {
    const some = await weigh(look, edition, women.slice(from, from + PIECE), input.openedOn)
    // Whose turn it is does not clash with anything: of that the list itself speaks.
    clear.push(...some.filter((row) => row.warnings.every(({ level, kind }) => level === 'info' || kind === 'turn')))
  }
  return clear.slice(0, input.limit)
}

async function weigh(
  look: Look,
  edition: EditionInFull,
  women: readonly Ranked[],
  openedOn: CivilDate,
): Promise<Candidate[]> {
  const people = women.map((woman) => woman.personId)
  if (people.length === 0) return []
  const judged = await judgePlaces(look, edition, { people, openedOn, together: false })
  const before = await repo.listBefore(look.db, people, edition.workshopId)
  const offered = await repo.listOffered(look.db, edition.id, look.today)
  return women.map(({ wait, ...woman }) => {
    const judgement = judged.get(woman.personId)
    return {
      ...woman,
      waitId: wait?.id ?? null,
      points: wait?.points.sum ?? null,
      daysWaiting: wait?.daysWaiting ?? null,
      offeredUntil: offered.get(woman.personId) ?? null,
      otherPlaces: judgement?.places ?? 0,
      hoursPerWeek: judgement?.hoursPerWeek ?? 0,
      before: before.get(woman.personId) ?? null,
      consent: judgement?.consent ?? null,
      warnings: [...(judgement?.warnings ?? [])],
    }
  })
}

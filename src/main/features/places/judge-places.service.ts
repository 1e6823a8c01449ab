/** Weighs what stands against a place for many women at once: clashes, keeping apart, requirements, turn. */
import type { PlaceWarning } from '../../../shared/contract/place-states'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { unmetRequirements, type Unmet } from '../programs'
import { clashesIfPlaced, hidesFrom } from '../timetable'
import { listSlots, type EditionInFull } from './editions.repo'
import { listEntryFacts, listRequirements, listTitles } from './entry-facts.repo'
import { clashWarnings, groupOf, hardReasons, otherWarnings, passesOver, type GiveRefusal } from './give.rules'
import * as repo from './candidates.repo'
import { listOpenPairs } from './places.repo'
import { turns, type Turn } from './turn.service'

export interface Judgement {
  readonly hard: readonly Refusal<GiveRefusal>[]
  readonly warnings: readonly PlaceWarning[]
  readonly places: number
  readonly hoursPerWeek: number
  readonly consent: 'yes' | 'no' | 'withdrawn' | null
  readonly away: { readonly id: string; readonly from: CivilDate } | null
  /** Requests that would be passed over. */
  readonly passes: readonly string[]
}

interface Asked {
  readonly people: readonly string[]
  readonly openedOn: CivilDate
  /** All of them would get a place in this edition: seats, turn and keeping apart are weighed together. */
  readonly together: boolean
  /** Editions whose places end in the same act, by woman: what they take no longer clashes. */
  readonly ending?: ReadonlyMap<string, ReadonlySet<string>>
}

/** Those of a workshop's list who have a turn, unless the list is not proposed for this edition. */
const inTurnFor = (edition: EditionInFull, list: readonly Turn[]): readonly Turn[] =>
  edition.takesWaiting ? list.filter((row) => row.position !== null) : []

/** What stands against a place of an edition, by woman. A few statements, however many women. */
export async function judgePlaces(
  look: Look,
  edition: EditionInFull,
  asked: Asked,
): Promise<ReadonlyMap<string, Judgement>> {
  const { people, openedOn } = asked
  if (people.length === 0) return new Map()
  const { db, today } = look
  const here = new Set((await repo.listWomen(db, { ids: people })).map((woman) => woman.personId))
  const pairs = await listOpenPairs(db, [edition.id])
  const clashes = await clashesIfPlaced(
    db,
    { editionId: edition.id, from: openedOn, people, together: asked.together },
    hidesFrom(look),
  )
  const list = await turns(look, { workshopId: edition.workshopId })
  const pending = new Set(list.filter((row) => row.state === 'pending').map((row) => row.personId))
  const facts = {
    sessions: await repo.countSessionsAhead(db, edition.id, openedOn),
    loads: await repo.listLoads(db, people, edition.id),
    consents: await repo.listConsents(db, people),
    away: await repo.listAway(db, people, today),
    offered: await repo.listOffered(db, edition.id, today),
    inTurn: inTurnFor(edition, list),
    unmet: await unmetOf(look, edition, people),
    titles: await listTitles(db),
  }
  const chosen = new Set(asked.together ? people : [])
  const free = edition.capacity - edition.taken
  let given = 0
  return new Map(
    people.map((personId) => {
      const hers = asked.ending?.get(personId)
      const seen = (clashes.get(personId) ?? []).filter(
        (clash) => !hers?.has(clash.a.editionId ?? '') && !hers?.has(clash.b.editionId ?? ''),
      )
      const others = [...facts.offered.keys()].filter((id) => id !== personId).length
      const passes = passesOver(facts.inTurn, chosen.size > 0 ? chosen : new Set([personId]), personId, free)
      const seats = { ...edition, taken: edition.taken + given }
      const away = facts.away.get(personId) ?? null
      const consent = facts.consents.get(personId) ?? null
      const hard = hardReasons(
        {
          ...seats,
          isHere: here.has(personId),
          isPending: pending.has(personId),
          hasPlace: pairs.has(`${personId} ${edition.id}`),
        },
        openedOn,
      )
      const warnings = [
        ...clashWarnings(seen, edition.id, facts.sessions),
        ...otherWarnings({
          unmet: facts.unmet.get(personId) ?? [],
          titles: facts.titles,
          awaySince: away?.from ?? null,
          consent,
          passes: passes.length,
          offered: seats.taken < seats.capacity && others >= seats.capacity - seats.taken ? others : 0,
        }),
      ]
      // Who cannot come in anyway takes no seat from those after her.
      if (asked.together && hard.length === 0 && groupOf(warnings, look.actor.role) !== 'impossible') given += 1
      return [
        personId,
        {
          hard,
          warnings,
          places: facts.loads.get(personId)?.places ?? 0,
          hoursPerWeek: (facts.loads.get(personId)?.minutes ?? 0) / 60,
          consent,
          away,
          passes: facts.inTurn.filter((row) => passes.includes(row.personId)).map((row) => row.id),
        },
      ]
    }),
  )
}

async function unmetOf(
  look: Look,
  edition: EditionInFull,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly Unmet[]>> {
  const requirements = await listRequirements(look.db, edition.workshopId)
  if (requirements.length === 0) return new Map()
  const entries = await listEntryFacts(look.db, people, look.today)
  const loads = await repo.listLoads(look.db, people, edition.id)
  const own = (await listSlots(look.db, [edition.id])).reduce(
    (sum, slot) => sum + repo.weeklyMinutes({ week: slot.week, from: slot.startsAt, to: slot.endsAt }),
    0,
  )
  return new Map(
    [...entries].map(([id, entry]) => {
      const load = loads.get(id) ?? { places: 0, minutes: 0 }
      const hoursPerWeek = (load.minutes + own) / 60
      return [id, unmetRequirements(requirements, { ...entry, places: load.places, hoursPerWeek, care: edition.care })]
    }),
  )
}

/** Rules of places: who may have one, and what would clash. */
import type { EndResult, PlaceClash } from '../../../shared/contract/places.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

/** One weekly hour of an edition, with the days between which it is held. */
export interface WeeklyHour extends PlaceClash {
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

const overlaps = (a: WeeklyHour, b: WeeklyHour): boolean =>
  a.weekday === b.weekday &&
  a.startsAt < b.endsAt &&
  b.startsAt < a.endsAt &&
  a.startsOn <= b.endsOn &&
  b.startsOn <= a.endsOn

/** Hours that she already has and that fall on hours of the edition; each of hers once. Touching ends do not clash. */
export const clashesWith = (edition: readonly WeeklyHour[], hers: readonly WeeklyHour[]): readonly PlaceClash[] =>
  hers
    .filter((own) => edition.some((hour) => hour.editionId !== own.editionId && overlaps(hour, own)))
    .map(({ editionId, code, title, weekday, startsAt, endsAt }) => ({
      editionId,
      code,
      title,
      weekday,
      startsAt,
      endsAt,
    }))

interface GiveFacts {
  readonly capacity: number
  readonly taken: number
  readonly endsOn: CivilDate
  readonly hasPlace: boolean
  readonly isHere: boolean
  readonly clashes: readonly PlaceClash[]
}

export type GiveRefusal =
  | { readonly code: 'edition-over'; readonly facts: { readonly day: string } }
  | { readonly code: 'person-not-here' }
  | { readonly code: 'place-taken-already' }
  | { readonly code: 'edition-full'; readonly facts: { readonly capacity: number } }
  | { readonly code: 'place-clash'; readonly facts: { readonly with: string } }

/** Every reason why she cannot be given the place, so that the office hears all of them at once. */
export function decideGive(
  facts: GiveFacts,
  openedOn: CivilDate,
  accepted: ReadonlySet<string>,
): readonly GiveRefusal[] {
  const reasons: GiveRefusal[] = []
  if (openedOn > facts.endsOn) reasons.push({ code: 'edition-over', facts: { day: facts.endsOn } })
  if (!facts.isHere) reasons.push({ code: 'person-not-here' })
  if (facts.hasPlace) reasons.push({ code: 'place-taken-already' })
  if (facts.taken >= facts.capacity) reasons.push({ code: 'edition-full', facts: { capacity: facts.capacity } })
  const unseen = facts.clashes.filter((clash) => !accepted.has(clash.editionId))
  if (unseen.length > 0) {
    const titles = [...new Set(unseen.map((clash) => clash.title))]
    reasons.push({ code: 'place-clash', facts: { with: titles.join(', ') } })
  }
  return reasons
}

/** Leaving the center leaves a place unfinished; only the office's own acts say that she completed it, or a part. */
export const resultOfLeaving: EndResult = 'not-completed'

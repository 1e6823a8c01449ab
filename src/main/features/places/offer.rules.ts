/** Rules of offers: until when one stands, what may be answered on it, whether one may be made. */
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'

export interface OfferFacts {
  readonly madeOn: CivilDate
  /** Last day on which she may say yes. */
  readonly untilOn: CivilDate
  readonly answer: string | null
}

/** What an offer is on a day. That it lapsed follows from the day alone; nothing is removed for it. */
export const offerStateOn = (offer: OfferFacts, today: CivilDate): 'open' | 'lapsed' | 'answered' =>
  offer.answer !== null ? 'answered' : today > offer.untilOn ? 'lapsed' : 'open'

/** Last day of an offer made on a day. */
export const lastDayOf = (madeOn: CivilDate, offerDays: number): CivilDate => addDays(madeOn, offerDays)

interface MakingFacts {
  readonly today: CivilDate
  readonly untilOn: CivilDate
  readonly editionEndsOn: CivilDate
  readonly editionClosed: boolean
  /** Places neither taken nor held by another open offer. */
  readonly free: number
  readonly wanted: number
  readonly passed: number
  readonly hasReason: boolean
}

export type MakingRefusal =
  | { readonly code: 'day-in-the-past'; readonly field: 'untilOn' }
  | { readonly code: 'edition-over'; readonly facts: { readonly day: CivilDate } }
  | { readonly code: 'too-few-places'; readonly facts: { readonly free: number; readonly wanted: number } }
  | { readonly code: 'out-of-turn'; readonly facts: { readonly count: number } }

/** Every reason why places of an edition cannot be offered. */
export function decideMaking(facts: MakingFacts): readonly MakingRefusal[] {
  const reasons: MakingRefusal[] = []
  if (facts.untilOn < facts.today) reasons.push({ code: 'day-in-the-past', field: 'untilOn' })
  if (facts.editionClosed || facts.editionEndsOn < facts.today)
    reasons.push({ code: 'edition-over', facts: { day: facts.editionEndsOn } })
  if (facts.wanted > facts.free)
    reasons.push({ code: 'too-few-places', facts: { free: facts.free, wanted: facts.wanted } })
  if (facts.passed > 0 && !facts.hasReason) reasons.push({ code: 'out-of-turn', facts: { count: facts.passed } })
  return reasons
}

export type AnswerRefusal =
  | { readonly code: 'offer-answered' }
  | { readonly code: 'offer-lapsed'; readonly facts: { readonly day: CivilDate } }
  | { readonly code: 'day-in-the-future'; readonly field: 'answeredOn' }
  | {
      readonly code: 'answered-before-offered'
      readonly facts: { readonly day: CivilDate }
      readonly field: 'answeredOn'
    }

/**
 * Every reason why her answer cannot be recorded. The day on which she answered counts, not the day on which it is typed:
 * a yes signed in time holds though the slip came back late. A no is heard at any time.
 */
export function decideAnswer(
  offer: OfferFacts,
  answer: 'yes' | 'no',
  answeredOn: CivilDate,
  today: CivilDate,
): readonly AnswerRefusal[] {
  if (offer.answer !== null) return [{ code: 'offer-answered' }]
  const reasons: AnswerRefusal[] = []
  if (answeredOn > today) reasons.push({ code: 'day-in-the-future', field: 'answeredOn' })
  if (answeredOn < offer.madeOn)
    reasons.push({ code: 'answered-before-offered', facts: { day: offer.madeOn }, field: 'answeredOn' })
  if (answer === 'yes' && answeredOn > offer.untilOn)
    reasons.push({ code: 'offer-lapsed', facts: { day: offer.untilOn } })
  return reasons
}

export type LapseRefusal =
  | { readonly code: 'offer-answered' }
  | { readonly code: 'offer-not-lapsed'; readonly facts: { readonly day: CivilDate } }

/** Why an offer without an answer cannot be settled as lapsed; null if it can. */
export const decideLapse = (offer: OfferFacts, today: CivilDate): LapseRefusal | null =>
  offer.answer !== null
    ? { code: 'offer-answered' }
    : today <= offer.untilOn
      ? { code: 'offer-not-lapsed', facts: { day: offer.untilOn } }
      : null

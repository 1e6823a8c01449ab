/** Rules of places that rest: what may be excluded or suspended when, and what of it asks for a decision. */
import type { PlaceState } from '../../../shared/contract/place-states'
import { addDays, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { isResting, refusalOf, type PlaceActRefusal, type Rest } from './allocation.rules'

export interface Slot {
  readonly weekday: number
  readonly startsAt: ClockTime
}

/** Days on which she does not attend, from a day to the last of them. */
export interface Excluded {
  readonly weekday: number
  readonly startsAt: ClockTime | null
  readonly from: CivilDate
  readonly until: CivilDate | null
}

const LAST = '9999-12-31'

const meet = (
  a: { from: CivilDate; until: CivilDate | null },
  b: { from: CivilDate; until: CivilDate | null },
): boolean => a.from <= (b.until ?? LAST) && b.from <= (a.until ?? LAST)

/** Both say of one meeting that she does not come. */
export const overlap = (a: Excluded, b: Excluded): boolean =>
  a.weekday === b.weekday && (a.startsAt === null || b.startsAt === null || a.startsAt === b.startsAt) && meet(a, b)

/** True if the edition has an hour to which it speaks. */
export const speaksTo = (excluded: Pick<Excluded, 'weekday' | 'startsAt'>, slots: readonly Slot[]): boolean =>
  slots.some(
    (slot) => slot.weekday === excluded.weekday && (excluded.startsAt === null || excluded.startsAt === slot.startsAt),
  )

/** The exclusions that would speak to nothing any more under other hours, though they did under those of now. */
export const dropped = <Row extends Pick<Excluded, 'weekday' | 'startsAt'>>(
  rows: readonly Row[],
  now: readonly Slot[],
  then: readonly Slot[],
): readonly Row[] => rows.filter((row) => speaksTo(row, now) && !speaksTo(row, then))

interface ExcludeFacts {
  readonly state: PlaceState
  readonly today: CivilDate
  readonly slots: readonly Slot[]
  readonly standing: readonly Excluded[]
}

interface ExcludeWish {
  readonly days: readonly Pick<Excluded, 'weekday' | 'startsAt'>[]
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly reviewOn: CivilDate | null
}

export type ExcludeRefusal =
  PlaceActRefusal | 'days-reversed' | 'review-in-the-past' | 'not-in-the-pattern' | 'excluded-already'

/** Every reason why these days cannot be excluded. */
export function decideExclude(facts: ExcludeFacts, wish: ExcludeWish): readonly ExcludeRefusal[] {
  const no = refusalOf(facts.state, 'exclude')
  if (no) return [no]
  const reasons: ExcludeRefusal[] = []
  if (wish.until !== null && wish.until < wish.from) reasons.push('days-reversed')
  if (wish.reviewOn !== null && wish.reviewOn < facts.today) reasons.push('review-in-the-past')
  if (wish.days.some((day) => !speaksTo(day, facts.slots))) reasons.push('not-in-the-pattern')
  const wanted = wish.days.map((day) => ({ ...day, from: wish.from, until: wish.until }))
  const twice = wanted.some((day, at) => wanted.some((other, from) => from > at && overlap(day, other)))
  if (twice || wanted.some((day) => facts.standing.some((stands) => overlap(day, stands))))
    reasons.push('excluded-already')
  return reasons
}

interface SuspendFacts {
  readonly state: PlaceState
  readonly openedOn: CivilDate
  readonly today: CivilDate
  readonly rests: readonly Rest[]
}

export type SuspendRefusal = PlaceActRefusal | 'days-reversed' | 'before-it-opened' | 'review-in-the-past'

const meetRest = (a: Rest, b: Rest): boolean => a.from < (b.backOn ?? LAST) && b.from < (a.backOn ?? LAST)

/** Every reason why the place cannot be suspended. One at a time, planned ones too; an absence may overlap them. */
export function decideSuspend(
  facts: SuspendFacts,
  wish: { readonly from: CivilDate; readonly backOn: CivilDate | null; readonly reviewOn: CivilDate | null },
): readonly SuspendRefusal[] {
  const no = refusalOf(facts.state, 'suspend')
  // Resting now does not forbid a later rest: whether the two meet decides.
  if (no && no !== 'place-suspended-already') return [no]
  const reasons: SuspendRefusal[] = []
  if (wish.from < facts.openedOn) reasons.push('before-it-opened')
  if (wish.backOn !== null && wish.backOn <= wish.from) reasons.push('days-reversed')
  if (wish.reviewOn !== null && wish.reviewOn < facts.today) reasons.push('review-in-the-past')
  const wanted = { cause: 'wanted', from: wish.from, backOn: wish.backOn }
  const byHand = facts.rests.filter((rest) => rest.cause !== 'away' && !neverWas(rest))
  if (byHand.some((rest) => meetRest(rest, wanted))) reasons.push('place-suspended-already')
  return reasons
}

/** Called off before it began. */
export const neverWas = (rest: Rest): boolean => rest.backOn !== null && rest.backOn <= rest.from

export type ResumeRefusal = PlaceActRefusal | 'days-reversed'

/** Why a suspension cannot end on a day. One that has not begun is called off, whatever the state. */
export function decideResume(state: PlaceState, rest: Rest, today: CivilDate, backOn: CivilDate): ResumeRefusal | null {
  if (rest.cause === 'away') return 'away-suspends'
  if (state === 'ended') return 'place-ended-already'
  if (rest.from > today && !neverWas(rest)) return null
  const no = refusalOf(state, 'resume')
  if (no) return no
  if (!isResting(rest, today)) return 'place-not-suspended'
  return backOn < rest.from ? 'days-reversed' : null
}

/** The day on which a suspension asks to be looked at: its own, or the number of days for which the center keeps a seat. */
export const reviewDay = (
  rest: { readonly from: CivilDate; readonly backOn: CivilDate | null; readonly reviewOn: CivilDate | null },
  keepDays: number,
): CivilDate | null => rest.reviewOn ?? (rest.backOn === null ? addDays(rest.from, keepDays) : null)

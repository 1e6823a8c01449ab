/** Rules of development screening: groups of age, the light of the whole, and what is to be done next. */
import {
  EDI_GROUPS,
  LIGHTS,
  LIGHTS_OF,
  type Instrument,
  type Light,
  type Screened,
} from '../../../shared/contract/child-development'
import type { ScreeningPrompt } from '../../../shared/contract/child-health-facts'
import { addDays, addMonths, wholeMonthsBetween, type CivilDate } from '../../../shared/kernel/civil-date'

/** The worst light of all that was looked at: signs of alarm or of the nerves alone make it red. */
export const overallOf = (lights: readonly Light[]): Light =>
  LIGHTS[Math.max(0, ...lights.map((light) => LIGHTS.indexOf(light)))] ?? 'green'

/** The number, 1 to 14, of the EDI's age group; undefined before one month and from five years on. */
export function ediGroupOf(months: number | null): number | undefined {
  if (months === null || months >= 60) return undefined
  const index = EDI_GROUPS.findIndex(([from, until]) => months >= from && months <= until)
  return index < 0 ? undefined : index + 1
}

const TERM_WEEKS = 40
/** Born earlier than this is preterm. */
const PRETERM_WEEKS = 37
/** From this age on nobody corrects any more. */
const CORRECTED_UNTIL_MONTHS = 24

/** The day from which a screening counts the age: of birth, or of the term where a child was born before it. */
export function countedFrom(birthDate: CivilDate, weeks: number | null, day: CivilDate): CivilDate {
  if (weeks === null || weeks >= PRETERM_WEEKS) return birthDate
  if (wholeMonthsBetween(birthDate, day) >= CORRECTED_UNTIL_MONTHS) return birthDate
  return addDays(birthDate, (TERM_WEEKS - weeks) * 7)
}

/** Months corrected on a day; null where nothing is corrected. Negative before the day she or he should have been born. */
export function correctedMonths(birthDate: CivilDate | null, weeks: number | null, day: CivilDate): number | null {
  if (!birthDate || birthDate > day) return null
  const from = countedFrom(birthDate, weeks, day)
  return from === birthDate ? null : wholeMonthsBetween(from, day)
}

/** Why the lights of a screening cannot be as given: an area twice, or a light that the axis does not have. */
export function screeningFault(
  areas: readonly { readonly area: Screened; readonly light: Light }[],
): { readonly code: 'area-twice' | 'light-not-of-axis'; readonly area: Screened } | undefined {
  const twice = areas.find((each, index) => areas.findIndex(({ area }) => area === each.area) < index)
  if (twice) return { code: 'area-twice', area: twice.area }
  const wrong = areas.find(({ area, light }) => !LIGHTS_OF[area].includes(light))
  return wrong && { code: 'light-not-of-axis', area: wrong.area }
}

export interface ScreeningFacts {
  readonly id: string
  readonly instrument: Instrument
  readonly day: CivilDate
  readonly ageGroup: number
  readonly overall: Light
  readonly referral: { readonly on: CivilDate; readonly answeredOn: CivilDate | null } | null
}

/**
 * What is next: one screening in each age group, another one some months after yellow, a referral after red, and an
 * answer to each referral. `screenings` in any order.
 */
export function promptsOf(
  child: { readonly birthDate: CivilDate | null; readonly weeks: number | null },
  screenings: readonly ScreeningFacts[],
  today: CivilDate,
  after: { readonly retestDays: number; readonly answerDays: number },
): ScreeningPrompt[] {
  const byDay = screenings.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return [...groupPrompt(child, byDay, today), ...latestPrompt(byDay.at(-1), after), ...unanswered(byDay, after)]
}

function groupPrompt(
  { birthDate, weeks }: { readonly birthDate: CivilDate | null; readonly weeks: number | null },
  screenings: readonly ScreeningFacts[],
  today: CivilDate,
): ScreeningPrompt[] {
  if (!birthDate || birthDate > today) return []
  const from = countedFrom(birthDate, weeks, today)
  const group = ediGroupOf(wholeMonthsBetween(from, today))
  if (group === undefined) return []
  const [first = 0, last = 0] = EDI_GROUPS[group - 1] ?? []
  const begins = addMonths(from, first)
  const dueOn = addDays(addMonths(from, last + 1), -1)
  // Another instrument counts as well: nobody is asked to screen a child twice in one stretch of age.
  const made = screenings.some((each) =>
    each.instrument === 'EDI' ? each.ageGroup === group : each.day >= begins && each.day <= dueOn,
  )
  return made ? [] : [{ kind: 'group', group, dueOn, screeningId: null }]
}

const latestPrompt = (
  latest: ScreeningFacts | undefined,
  after: { readonly retestDays: number },
): ScreeningPrompt[] => {
  if (latest?.overall === 'yellow')
    return [{ kind: 'retest', group: null, dueOn: addDays(latest.day, after.retestDays), screeningId: latest.id }]
  if (latest?.overall === 'red' && !latest.referral)
    return [{ kind: 'refer', group: null, dueOn: latest.day, screeningId: latest.id }]
  return []
}

const unanswered = (screenings: readonly ScreeningFacts[], after: { readonly answerDays: number }): ScreeningPrompt[] =>
  screenings.flatMap(({ id, referral }) =>
    referral && referral.answeredOn === null
      ? [{ kind: 'answer' as const, group: null, dueOn: addDays(referral.on, after.answerDays), screeningId: id }]
      : [],
  )

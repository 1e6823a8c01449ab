/** Rules of growth: ages for the picture, and what looks so odd that whoever writes it down is asked once more. */
import { bandAt, LAST_MONTH, type Measure, type StandardSex } from '../../../shared/contract/growth-standards'
import { daysBetween, wholeMonthsBetween, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'

const DAYS_IN_A_MONTH = 30.4375

/** Age on a day for the picture: months with one decimal. Null without a birth date, or before it. */
export const ageInMonths = (birthDate: CivilDate | null, day: CivilDate): number | null =>
  birthDate && birthDate <= day ? Math.round((daysBetween(birthDate, day) / DAYS_IN_A_MONTH) * 10) / 10 : null

/** Completed months on a day; null without a birth date, or before it. */
export const monthsOn = (birthDate: CivilDate | null, day: CivilDate): number | null =>
  birthDate && birthDate <= day ? wholeMonthsBetween(birthDate, day) : null

export interface Measured {
  readonly day: CivilDate
  readonly weightG: number | null
  readonly heightMm: number | null
  readonly headMm: number | null
}

export type GrowthCode =
  'odd-weight-change' | 'odd-height-change' | 'odd-head-change' | 'odd-weight' | 'odd-height' | 'odd-head'

/** Of the median of the age: less or more is a slip of a unit far more often than a child. */
const USUAL: Readonly<Record<Measure, readonly [least: number, most: number]>> = {
  weight: [0.35, 2.5],
  height: [0.7, 1.45],
  head: [0.7, 1.35],
}
/** What a child of any age here may measure, where nobody knows the age. */
const ANY_AGE: Readonly<Record<Measure, readonly [least: number, most: number]>> = {
  weight: [1_000, 40_000],
  height: [350, 1_400],
  head: [230, 600],
}
/** Between two measurements within so many days, more change than this is asked about. */
const SOON_DAYS = 60
const FALLS: Readonly<Record<Measure, (before: number, now: number) => boolean>> = {
  weight: (before, now) => now * 5 <= before * 4,
  height: (before, now) => before - now > 20,
  head: (before, now) => before - now > 10,
}
const LEAPS: Readonly<Record<Measure, (before: number, now: number) => boolean>> = {
  weight: (before, now) => now >= before * 2,
  height: (before, now) => now - before > 150,
  head: (before, now) => now - before > 70,
}

const MEASURES: readonly Measure[] = ['weight', 'height', 'head']
const FIELD = { weight: 'weightG', height: 'heightMm', head: 'headMm' } as const

/** As it is said: `9.2` kg, `74.5` cm. */
const said = (measure: Measure, value: number): string =>
  measure === 'weight' ? (value / 1000).toFixed(2) : (value / 10).toFixed(1)

/**
 * What looks odd about a measurement: far from what children of the age measure (grams typed as kilograms, metres as
 * centimetres), or from the last one. Only a question: it never says that a child is ill, and never stands in the way.
 */
export function oddities(
  now: Measured,
  before: readonly Measured[],
  child: { readonly months: number | null; readonly sex: StandardSex | null },
): Refusal<GrowthCode>[] {
  return MEASURES.flatMap((measure): Refusal<GrowthCode>[] => {
    const value = now[FIELD[measure]]
    if (value === null) return []
    const field = FIELD[measure]
    if (isFar(measure, value, child)) return [{ code: `odd-${measure}`, field, facts: { now: said(measure, value) } }]
    const last = before
      .filter((each) => each.day <= now.day && each[field] !== null)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .at(-1)
    const was = last?.[field]
    if (!last || was === null || was === undefined || !changesTooMuch(measure, was, value, last.day, now.day)) return []
    const facts = { before: said(measure, was), now: said(measure, value), day: last.day }
    return [{ code: `odd-${measure}-change`, field, facts }]
  })
}

const changesTooMuch = (measure: Measure, was: number, now: number, from: CivilDate, until: CivilDate): boolean =>
  FALLS[measure](was, now) || (daysBetween(from, until) <= SOON_DAYS && LEAPS[measure](was, now))

function isFar(
  measure: Measure,
  value: number,
  { months, sex }: { readonly months: number | null; readonly sex: StandardSex | null },
): boolean {
  const [any, most] = ANY_AGE[measure]
  if (months === null || months > LAST_MONTH) return value < any || value > most
  const band = bandAt(measure, sex ?? 'M', months)
  const [least, greatest] = USUAL[measure]
  return band !== undefined && (value < band[1] * least || value > band[1] * greatest)
}

/** Weeks of the office, from Monday: their number in the year and their letter in the two-week pattern. */
import { addDays, daysBetween, mondayOf, weekdayOf, type CivilDate } from './civil-date'

/** Which weeks a meeting of a pattern is held in. */
export const WEEKS = ['every', 'A', 'B'] as const
export type WeekOfPattern = (typeof WEEKS)[number]
export type WeekLetter = Exclude<WeekOfPattern, 'every'>

export interface Week {
  readonly number: number
  readonly letter: WeekLetter
}

/**
 * The Monday on which the pattern begins: a week A. The letter counts from here and not from January, because a year of
 * 53 weeks would otherwise put two weeks A side by side, and with them two meetings of a two-week group.
 */
const ANCHOR: CivilDate = '2025-12-29'

/** The letter of the week in which a day lies: A and B take turns for ever, before the anchor too. */
export const weekLetterOf = (day: CivilDate): WeekLetter =>
  Math.abs(daysBetween(ANCHOR, mondayOf(day)) / 7) % 2 === 0 ? 'A' : 'B'

/** The week of a day: its ISO number (a week belongs to the year of its Thursday) and its letter. */
export function weekOf(day: CivilDate): Week {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const number = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
  return { number, letter: weekLetterOf(day) }
}

/** True if a meeting of that week of the pattern is held in the week of a day. */
export const isHeldInWeekOf = (week: WeekOfPattern, day: CivilDate): boolean =>
  week === 'every' || week === weekLetterOf(day)

/** True if two meetings of a pattern ever fall into one week. */
export const weeksMeet = (a: WeekOfPattern, b: WeekOfPattern): boolean => a === 'every' || b === 'every' || a === b

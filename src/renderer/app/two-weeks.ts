/** The two-week pattern of the office: odd weeks of the year are A, even ones B (weeks from Monday, ISO 8601). */
import { addDays, daysBetween, weekdayOf, type CivilDate } from '../../shared/kernel/civil-date'

export interface Week {
  readonly number: number
  readonly letter: 'A' | 'B'
}

/** The ISO week of a day. A week belongs to the year in which its Thursday lies. */
export function weekOf(day: CivilDate): Week {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const number = Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
  return { number, letter: number % 2 === 1 ? 'A' : 'B' }
}

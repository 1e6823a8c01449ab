/** Rules of the report on who was never served. */
import { wholeMonthsBetween, type CivilDate } from '../../../shared/kernel/civil-date'

export type AgeGroup = '18-29' | '30-39' | '40-49' | '50-59' | '60+'

/** Age in tens of years on a day; null where the birth is not known. Whoever is younger than 18 is not in this center. */
export function ageGroupOn(birthDate: CivilDate | null, day: CivilDate): AgeGroup | null {
  if (birthDate === null) return null
  const years = Math.floor(wholeMonthsBetween(birthDate, day) / 12)
  return years < 30 ? '18-29' : years < 40 ? '30-39' : years < 50 ? '40-49' : years < 60 ? '50-59' : '60+'
}

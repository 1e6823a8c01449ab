/** Rules about children: ages in months, the age limit, who may collect, how they are found. */
import { addMonths, daysBetween, wholeMonthsBetween, type CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'

interface ChildNames {
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
}

/** What `child.search_text` holds: names, code with and without hyphens, CURP; folded. */
export function childSearchTextOf(
  child: ChildNames & { readonly code: string; readonly curp?: string | null },
): string {
  const code = fold(child.code)
  return [
    fold(child.surname1),
    fold(child.surname2 ?? ''),
    fold(child.givenNames),
    code,
    code.replaceAll(' ', ''),
    fold(child.curp ?? ''),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What `adult.search_text` holds: the folded name. */
export const adultSearchTextOf = (adult: { readonly fullName: string }): string => fold(adult.fullName)

export type BirthPrecision = 'exact' | 'approximate' | 'unknown'
export type LimitState = 'over' | 'soon' | 'within' | 'unknown'

/** How a child stands against the center's age limit on a day. */
export interface AgeFacts {
  /** Completed months; null while the birth date is unknown or still ahead. */
  readonly months: number | null
  /** The day on which the limit is reached. */
  readonly limitDay: CivilDate | null
  /** Days left until then; negative once it has passed. */
  readonly daysToLimit: number | null
  readonly state: LimitState
  /** The figures rest on an approximate birth date, and whoever shows them must say so. */
  readonly approximate: boolean
}

/** Six months before the limit the preparation for a separation begins (docs/domain.md §1.5). */
export const SOON_MONTHS = 6

/** Age and limit of a child on a day. The limit warns and never blocks: extensions exist, and children over it live here. */
export function ageOn(
  child: { readonly birthDate: CivilDate | null; readonly birthPrecision: BirthPrecision },
  day: CivilDate,
  limitMonths: number,
): AgeFacts {
  const { birthDate } = child
  if (!birthDate) return { months: null, limitDay: null, daysToLimit: null, state: 'unknown', approximate: false }
  const limitDay = addMonths(birthDate, limitMonths)
  const months = birthDate > day ? null : wholeMonthsBetween(birthDate, day)
  return {
    months,
    limitDay,
    daysToLimit: daysBetween(day, limitDay),
    state: limitState(limitDay, day),
    approximate: child.birthPrecision === 'approximate',
  }
}

function limitState(limitDay: CivilDate, day: CivilDate): LimitState {
  if (limitDay <= day) return 'over'
  return limitDay <= addMonths(day, SOON_MONTHS) ? 'soon' : 'within'
}

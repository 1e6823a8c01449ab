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

export type Standing = 'may' | 'ended' | 'may-not' | 'forbidden'

/**
 * Where an adult stands towards a child on a day. An order that forbids beats everything; a permission holds through
 * its last day.
 */
export function standingOn(
  authority: {
    readonly mayCollect: boolean
    readonly validUntil: CivilDate | null
    readonly forbiddenBy: string | null
  },
  day: CivilDate,
): Standing {
  if (authority.forbiddenBy) return 'forbidden'
  if (!authority.mayCollect) return 'may-not'
  return authority.validUntil && authority.validUntil < day ? 'ended' : 'may'
}

interface Filterable {
  readonly livesHereUntil: CivilDate | null
  readonly age: AgeFacts
}

export interface Filter {
  readonly presence: 'here' | 'left' | 'all'
  readonly limit?: 'over' | 'soon' | 'approximate' | undefined
}

/** True if a child still lives here on a day: the day of leaving is the last. */
export const livesHere = (child: { readonly livesHereUntil: CivilDate | null }, day: CivilDate): boolean =>
  child.livesHereUntil === null || child.livesHereUntil > day

/** The children that pass the filters on a day, in the order they came. */
export const choose = <Row extends Filterable>(rows: readonly Row[], filter: Filter, day: CivilDate): Row[] =>
  rows.filter(
    (row) =>
      (filter.presence === 'all' || livesHere(row, day) === (filter.presence === 'here')) &&
      (!filter.limit || (filter.limit === 'approximate' ? row.age.approximate : row.age.state === filter.limit)),
  )

/** The next code of a child of the center: `DEM-H-015`. Codes are never given twice. */
export function nextChildCode(center: string, codes: readonly string[]): string {
  const start = `${center}-H-`
  const numbers = codes.filter((code) => code.startsWith(start)).map((code) => Number(code.slice(start.length)) || 0)
  return `${start}${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
}

export type LifeFault = 'birth-in-future' | 'day-in-the-future' | 'before-admission'

/** Why the days of a child's life here cannot be as given. Who lived here before being born came in her mother's womb. */
export function lifeFault(
  days: { birthDate: CivilDate | null; livesHereFrom: CivilDate | null; livesHereUntil: CivilDate | null },
  today: CivilDate,
): { readonly code: LifeFault; readonly field: string } | undefined {
  if (days.birthDate && days.birthDate > today) return { code: 'birth-in-future', field: 'birthDate' }
  if (days.livesHereFrom && days.livesHereFrom > today) return { code: 'day-in-the-future', field: 'livesHereFrom' }
  if (days.livesHereUntil && days.livesHereUntil > today) return { code: 'day-in-the-future', field: 'leftOn' }
  if (days.livesHereUntil && days.livesHereFrom && days.livesHereUntil < days.livesHereFrom)
    return { code: 'before-admission', field: 'leftOn' }
  return undefined
}

/** True if a mother's child bears the same given names and the birth dates do not tell them apart. */
export const sameChild = (
  a: { readonly givenNames: string; readonly birthDate: CivilDate | null },
  b: { readonly givenNames: string; readonly birthDate: CivilDate | null },
): boolean => fold(a.givenNames) === fold(b.givenNames) && (!a.birthDate || !b.birthDate || a.birthDate === b.birthDate)

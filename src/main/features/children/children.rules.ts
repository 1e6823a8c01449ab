/** Rules about children: ages in months, the age limit, how they are found. */
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
  readonly extension: ExtensionStanding
  /** Last day of the extension granted last. */
  readonly extendedUntil: CivilDate | null
}

export type ExtensionStanding = 'none' | 'asked' | 'granted' | 'lapsed' | 'denied'

export interface ExtensionFacts {
  readonly state: 'asked' | 'granted' | 'denied' | 'withdrawn'
  readonly askedOn: CivilDate
  readonly untilDay: CivilDate | null
}

/** Where a child's extensions stand on a day: one in force beats one asked for, which beats those of the past. */
export function extensionOn(
  extensions: readonly ExtensionFacts[],
  day: CivilDate,
): Pick<AgeFacts, 'extension' | 'extendedUntil'> {
  const until = extensions.flatMap((each) => (each.state === 'granted' ? (each.untilDay ?? []) : []))
  const extendedUntil = until.length > 0 ? until.reduce((a, b) => (a > b ? a : b)) : null
  if (extendedUntil !== null && extendedUntil >= day) return { extension: 'granted', extendedUntil }
  if (extensions.some((each) => each.state === 'asked')) return { extension: 'asked', extendedUntil }
  if (extendedUntil !== null) return { extension: 'lapsed', extendedUntil }
  return { extension: extensions.some((each) => each.state === 'denied') ? 'denied' : 'none', extendedUntil }
}

/** Six months before the limit the preparation for a separation begins (docs/domain.md §1.5). */
export const SOON_MONTHS = 6

/** Age and limit of a child on a day. The limit warns and never blocks: extensions exist, and children over it live here. */
export function ageOn(
  child: { readonly birthDate: CivilDate | null; readonly birthPrecision: BirthPrecision },
  day: CivilDate,
  limitMonths: number,
  extensions: readonly ExtensionFacts[] = [],
): AgeFacts {
  const { birthDate } = child
  const extended = extensionOn(extensions, day)
  if (!birthDate)
    return { months: null, limitDay: null, daysToLimit: null, state: 'unknown', approximate: false, ...extended }
  const limitDay = addMonths(birthDate, limitMonths)
  const months = birthDate > day ? null : wholeMonthsBetween(birthDate, day)
  return {
    months,
    limitDay,
    daysToLimit: daysBetween(day, limitDay),
    state: limitState(limitDay, day),
    approximate: child.birthPrecision === 'approximate',
    ...extended,
  }
}

function limitState(limitDay: CivilDate, day: CivilDate): LimitState {
  if (limitDay <= day) return 'over'
  return limitDay <= addMonths(day, SOON_MONTHS) ? 'soon' : 'within'
}

export type ChildKind = 'here' | 'outside'

interface Filterable {
  readonly kind: ChildKind
  readonly livesHereUntil: CivilDate | null
  readonly age: AgeFacts
}

export interface Filter {
  readonly presence: 'here' | 'outside' | 'left' | 'all'
  readonly limit?: 'over' | 'over-extended' | 'over-bare' | 'soon' | 'approximate' | undefined
}

/** True if a child still lives here on a day: the day of leaving is the last. A child of outside never does. */
export const livesHere = (
  child: { readonly kind: ChildKind; readonly livesHereUntil: CivilDate | null },
  day: CivilDate,
): boolean => child.kind === 'here' && (child.livesHereUntil === null || child.livesHereUntil > day)

/** Where a child belongs in the list on a day. */
const presenceOf = (child: Filterable, day: CivilDate): 'here' | 'outside' | 'left' =>
  child.kind === 'outside' ? 'outside' : livesHere(child, day) ? 'here' : 'left'

/** Why a child cannot begin to live here on a day. */
export function entryFault(
  child: { readonly livesHereUntil: CivilDate | null; readonly facts: { readonly birthDate: CivilDate | null } },
  day: CivilDate,
  today: CivilDate,
): { readonly code: 'day-in-the-future' | 'before-admission'; readonly facts?: { day: CivilDate } } | undefined {
  if (day > today) return { code: 'day-in-the-future' }
  const least = child.livesHereUntil ?? child.facts.birthDate
  return least && day < least ? { code: 'before-admission', facts: { day: least } } : undefined
}

const passesLimit = ({ age }: Filterable, limit: NonNullable<Filter['limit']>): boolean => {
  if (limit === 'approximate') return age.approximate
  if (limit === 'over-extended') return age.state === 'over' && age.extension === 'granted'
  if (limit === 'over-bare') return age.state === 'over' && age.extension !== 'granted'
  return age.state === limit
}

/** The children that pass the filters on a day, in the order they came. */
export const choose = <Row extends Filterable>(rows: readonly Row[], filter: Filter, day: CivilDate): Row[] =>
  rows.filter(
    (row) =>
      (filter.presence === 'all' || presenceOf(row, day) === filter.presence) &&
      (!filter.limit || passesLimit(row, filter.limit)),
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

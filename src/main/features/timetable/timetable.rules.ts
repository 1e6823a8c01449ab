/** Pure rules of the timetable: which sessions a pattern gives, what collides with what, what a closed day does. */
import type { LostCause } from '../../../shared/contract/timetable.contract'
import {
  daysBetween,
  daysFromTo,
  minutesOf,
  weekdayOf,
  type CivilDate,
  type ClockTime,
  type Weekday,
} from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'

/** One meeting of a weekly pattern. */
export interface Slot {
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** A stretch of one day. */
export interface Span {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

export interface SpecialDay {
  readonly day: CivilDate
  readonly title: string
  readonly kind: 'holiday' | 'visit' | 'closure'
  /** Text as the calendar has it; null means the whole center. */
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

export interface PlannedSession extends Span {
  readonly cancelledCause: LostCause | null
  readonly cancelledNote: string | null
}

// ——— Clashes

export type ResourceKind = 'room' | 'instructor' | 'woman'

/** That a session needs one resource for a while: minutes on any one scale, half-open. */
export interface Use {
  readonly kind: ResourceKind
  readonly resource: string
  readonly session: string
  readonly from: number
  readonly until: number
  readonly cancelled: boolean
}

/** Two uses of one resource at one time; `a` begins first. Both sides are named, so that either page can show it. */
export interface Clash<U extends Use = Use> {
  readonly kind: ResourceKind
  readonly resource: string
  readonly a: U
  readonly b: U
  readonly from: number
  readonly until: number
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inTimeOrder = (a: Use, b: Use): number => a.from - b.from || a.until - b.until || compare(a.session, b.session)

/**
 * All pairs of sessions that need one resource at once. Intervals are half-open: touching is no clash. Cancelled and
 * empty uses never clash, nor does a session with itself. One sweep over each resource's uses: O(n log n + clashes).
 * Grouping first keeps the sort to numbers, which is what makes a whole week quicker than SQLite's own self-join.
 */
export function findClashes<U extends Use>(uses: readonly U[]): Clash<U>[] {
  const active = uses.filter((use) => !use.cancelled && use.from < use.until)
  const resources = [...groupBy(active, (use) => `${use.kind} ${use.resource}`)]
  resources.sort(([a], [b]) => compare(a, b))
  return resources.flatMap(([, group]) => (group.length > 1 ? sweep(group.sort(inTimeOrder)) : []))
}

/** The clashes among the uses of one resource, given in order of their beginning. */
function sweep<U extends Use>(sorted: readonly U[]): Clash<U>[] {
  const clashes: Clash<U>[] = []
  let open: U[] = []
  for (const use of sorted) {
    if (open.length > 0) open = open.filter((other) => other.until > use.from)
    for (const other of open) if (other.session !== use.session) clashes.push(clashOf(other, use))
    open.push(use)
  }
  return clashes
}

const clashOf = <U extends Use>(a: U, b: U): Clash<U> => ({
  kind: b.kind,
  resource: b.resource,
  a,
  b,
  from: b.from,
  until: Math.min(a.until, b.until),
})

/** Things by what they have in common, in the order in which they came. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}

const EPOCH = '2000-01-03'

/** Minutes from a fixed Monday to a day and time, the scale on which uses of real sessions are laid. */
export const minuteOf = (day: CivilDate, time: ClockTime): number => daysBetween(EPOCH, day) * 1440 + minutesOf(time)

/** Minutes from Monday 00:00 to a weekday and time, the scale of weekly patterns. */
export const minuteOfWeek = (weekday: number, time: ClockTime): number => (weekday - 1) * 1440 + minutesOf(time)

/** `HH:MM` of a minute on either scale. */
export const timeOfMinute = (minute: number): ClockTime => {
  const ofDay = ((minute % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/** True if two stretches of one day share a minute; half-open. */
export const overlaps = (
  a: { readonly startsAt: ClockTime; readonly endsAt: ClockTime },
  b: { readonly startsAt: ClockTime | null; readonly endsAt: ClockTime | null },
): boolean => (b.endsAt === null || a.startsAt < b.endsAt) && (b.startsAt === null || b.startsAt < a.endsAt)

/** True if two ranges of days share one; both ends included. */
export const daysMeet = (
  a: { readonly from: CivilDate; readonly until: CivilDate },
  b: { readonly from: CivilDate; readonly until: CivilDate },
): boolean => a.from <= b.until && b.from <= a.until

// ——— Closed days

/** True if the day stops everything in the center (for its hours, if it has any). A visit day does not. */
export const closesCenter = (special: Pick<SpecialDay, 'kind' | 'dormitories'>): boolean =>
  special.kind !== 'visit' && special.dormitories === null

/** Words by which custody announces that nobody is brought. */
const CUSTODY_WORDS = ['revision', 'sin salida', 'custodia', 'operativo', 'conteo', 'seguridad', 'contingencia']

/** Who answers for the hours that a closed day takes: custody if it says so itself, else the office's calendar. */
export const causeOfClosure = (special: Pick<SpecialDay, 'kind' | 'title'>): LostCause =>
  special.kind === 'closure' && CUSTODY_WORDS.some((word) => fold(special.title).includes(word)) ? 'custody' : 'office'

/** The special day that keeps a session from being held, if one does. */
export const closureOf = <D extends SpecialDay>(span: Span, specialDays: readonly D[]): D | undefined =>
  specialDays.find((special) => special.day === span.day && closesCenter(special) && overlaps(span, special))

// ——— Patterns

/**
 * The sessions that a weekly pattern gives between two days, both included, in order. One on a closed day is there
 * too, cancelled with its cause: an hour that was lost must be seen to be lost.
 */
export function plannedSessions(
  slots: readonly Slot[],
  from: CivilDate,
  until: CivilDate,
  specialDays: readonly SpecialDay[],
): PlannedSession[] {
  return daysFromTo(from, until).flatMap((day) => {
    const weekday: Weekday = weekdayOf(day)
    return slots
      .filter((slot) => slot.weekday === weekday)
      .toSorted((a, b) => compare(a.startsAt, b.startsAt))
      .map(({ startsAt, endsAt }) => {
        const closure = closureOf({ day, startsAt, endsAt }, specialDays)
        return {
          day,
          startsAt,
          endsAt,
          cancelledCause: closure ? causeOfClosure(closure) : null,
          cancelledNote: closure?.title ?? null,
        }
      })
  })
}

export const sameSpan = (a: Span, b: Span): boolean =>
  a.day === b.day && a.startsAt === b.startsAt && a.endsAt === b.endsAt

/** A session as it stands, with what decides whether a new plan may touch it. */
export interface StandingSession extends Span {
  readonly id: string
  readonly version: number
  readonly marked: boolean
  readonly cancelledCause: LostCause | null
  readonly cancelledNote: string | null
}

export interface Replan {
  readonly remove: readonly StandingSession[]
  readonly add: readonly PlannedSession[]
}

/**
 * What a new pattern changes. Only what is still to come and has no mark is touched, and only where the two plans
 * differ: a session that somebody moved or added by hand is no part of either plan and stays, and the date it was
 * moved away from is not filled again.
 */
export function replan(
  standing: readonly StandingSession[],
  before: readonly PlannedSession[],
  after: readonly PlannedSession[],
  now: { readonly today: CivilDate; readonly time: ClockTime },
): Replan {
  const toCome = (span: Span): boolean => span.day > now.today || (span.day === now.today && span.startsAt > now.time)
  const isIn = (spans: readonly Span[], span: Span): boolean => spans.some((each) => sameSpan(each, span))
  const remove = standing.filter(
    (session) => toCome(session) && !session.marked && isIn(before, session) && !isIn(after, session),
  )
  const kept = standing.filter((session) => !remove.includes(session))
  const emptied = new Set(before.filter((span) => !isIn(standing, span)).map((span) => span.day))
  const add = after.filter(
    (span) =>
      toCome(span) &&
      !isIn(before, span) &&
      !emptied.has(span.day) &&
      !kept.some((session) => session.day === span.day && session.startsAt === span.startsAt),
  )
  return { remove, add }
}

// ——— Movement lists

/** `F-11` → dormitory `F`, bed 11; anything else is a dormitory without beds. */
export function bedOf(place: string | null): { readonly dormitory: string; readonly bed: number | null } {
  const found = /^(.*?)[\s-]*(\d+)$/.exec(place ?? '')
  return found?.[1]
    ? { dormitory: found[1].toLocaleUpperCase('es-MX'), bed: Number(found[2]) }
    : { dormitory: (place ?? '').trim().toLocaleUpperCase('es-MX'), bed: null }
}

/** True if a special day's list of dormitories (`dormitorios A, B, C`) names this one; null names them all. */
export const namesDormitory = (dormitories: string | null, dormitory: string): boolean =>
  dormitories === null || fold(dormitories).split(' ').includes(fold(dormitory))

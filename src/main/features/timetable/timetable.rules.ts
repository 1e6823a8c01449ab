/** Pure rules of the timetable: what collides with what, the scales of time, beds. */
import { daysBetween, minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

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

/** True if two ranges of days share one; both ends included. */
export const daysMeet = (
  a: { readonly from: CivilDate; readonly until: CivilDate },
  b: { readonly from: CivilDate; readonly until: CivilDate },
): boolean => a.from <= b.until && b.from <= a.until

// ——— Movement lists

/** `F-11` → dormitory `F`, bed 11; anything else is a dormitory without beds. */
export function bedOf(place: string | null): { readonly dormitory: string; readonly bed: number | null } {
  const found = /^(.*?)[\s-]*(\d+)$/.exec(place ?? '')
  return found?.[1]
    ? { dormitory: found[1].toLocaleUpperCase('es-MX'), bed: Number(found[2]) }
    : { dormitory: (place ?? '').trim().toLocaleUpperCase('es-MX'), bed: null }
}

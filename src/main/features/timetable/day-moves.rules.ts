/** Pure rules of a day's movements: who walks when, who must not walk together, where the children are meanwhile. */
import { minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

/** One errand of a woman. */
export interface Move {
  readonly startsAt: ClockTime
  /** Null: nobody knows when she comes back. */
  readonly endsAt: ClockTime | null
  /** A room, a place in words, or outside the center. */
  readonly where: { readonly name: string } | 'outside'
  /** False: she was to go and does not any more; the sheet says so on the day it changed. */
  readonly goes: boolean
  readonly changed: boolean
  /** She leaves by herself: somebody whom she must not meet walks at that hour. Whom and why is not said. */
  readonly apart: boolean
}

export interface ChildStay {
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly where: 'outside' | 'with-mother' | 'childcare' | 'mother-arranges' | { readonly name: string }
}

const near = (a: ClockTime | null, b: ClockTime | null, minutes: number): boolean =>
  a !== null && b !== null && Math.abs(minutesOf(a) - minutesOf(b)) <= minutes

/** True if two errands put two women into the corridors at one time, on the way there or back. */
export const meetInCorridor = (a: Move, b: Move, walkingMinutes: number): boolean =>
  a.goes &&
  b.goes &&
  [a.startsAt, a.endsAt].some((mine) => [b.startsAt, b.endsAt].some((hers) => near(mine, hers, walkingMinutes)))

/** The errands of each woman, with those marked on which she must leave by herself. */
export function keepApart(
  moves: ReadonlyMap<string, readonly Move[]>,
  pairs: readonly { readonly a: string; readonly b: string }[],
  walkingMinutes: number,
): Map<string, readonly Move[]> {
  const marked = new Map(moves)
  const mark = (mine: string, other: string): void => {
    const hers = moves.get(other) ?? []
    const own = marked.get(mine)
    if (own)
      marked.set(
        mine,
        own.map((move) =>
          hers.some((each) => meetInCorridor(move, each, walkingMinutes)) ? { ...move, apart: true } : move,
        ),
      )
  }
  for (const { a, b } of pairs) {
    mark(a, b)
    mark(b, a)
  }
  return marked
}

const FIRST: ClockTime = '00:00'

/** What of an outing falls on a day. */
export const outingOn = (
  outing: { leavesOn: CivilDate; leavesAt: ClockTime; returnsOn: CivilDate; returnsAt: ClockTime },
  day: CivilDate,
): ChildStay => ({
  startsAt: outing.leavesOn === day ? outing.leavesAt : FIRST,
  endsAt: outing.returnsOn === day ? outing.returnsAt : null,
  where: 'outside',
})

const CARE = {
  'children-welcome': 'with-mother',
  childcare: 'childcare',
  'mother-arranges': 'mother-arranges',
} as const

/**
 * Where a child is while its mother is out: on its own errand first; else as the session says. A session that says
 * nothing leaves it to the mother: somebody must ask her.
 */
export function childStays(
  own: readonly ChildStay[],
  mothers: readonly { readonly startsAt: ClockTime; readonly endsAt: ClockTime; readonly care: string | null }[],
): ChildStay[] {
  const free = mothers.filter(
    (session) =>
      !own.some(
        (stay) =>
          (stay.endsAt === null || stay.endsAt > session.startsAt) &&
          (stay.startsAt === null || stay.startsAt < session.endsAt),
      ),
  )
  const beside = free.map(({ startsAt, endsAt, care }): ChildStay => ({
    startsAt,
    endsAt,
    where: CARE[(care ?? 'mother-arranges') as keyof typeof CARE],
  }))
  return [...own, ...beside].toSorted((a, b) => ((a.startsAt ?? FIRST) < (b.startsAt ?? FIRST) ? -1 : 1))
}

/** How many arrive at each place in each hour, and the hour at which most do. */
export function peaksOf(arrivals: readonly { readonly place: string; readonly startsAt: ClockTime }[]): {
  readonly hours: readonly ClockTime[]
  readonly places: readonly { readonly place: string; readonly counts: readonly number[]; readonly total: number }[]
  readonly totals: readonly number[]
  readonly peak: ClockTime | null
} {
  const hours = [...new Set(arrivals.map((each) => each.startsAt))].toSorted()
  const names = [...new Set(arrivals.map((each) => each.place))]
  const places = names.map((place) => {
    const here = arrivals.filter((each) => each.place === place)
    return {
      place,
      counts: hours.map((hour) => here.filter((each) => each.startsAt === hour).length),
      total: here.length,
    }
  })
  const totals = hours.map((_, at) => places.reduce((sum, each) => sum + (each.counts[at] ?? 0), 0))
  const most = Math.max(0, ...totals)
  return { hours, places, totals, peak: most > 0 ? (hours[totals.indexOf(most)] ?? null) : null }
}

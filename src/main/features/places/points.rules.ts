/**
 * Rules of the order: what each woman's points are given for, who stands before whom and why. Nothing here is left to
 * chance: equal points go by the day she asked, then by file number.
 */
import type { PointWeights } from '../../../shared/contract/settings'
import type { PointKind, PointLine, TurnReason } from '../../../shared/contract/waits.contract'
import { daysBetween, monthOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'

/** What the points look at. */
export interface PointFacts {
  readonly waitingDays: number
  readonly neverServed: boolean
  /** Null where nobody knows when she leaves. */
  readonly monthsToRelease: number | null
  readonly childInside: boolean
  /** How often the office turned her down since she last had a place. */
  readonly refusals: number
  /** Her intake names this trade among those she wants. */
  readonly wantsTrade: boolean
}

const RELEASE_HORIZON_MONTHS = 12

/** How often each weight counts. */
const countsOf = (facts: PointFacts): Readonly<Record<PointKind, number>> => ({
  waitingWeek: Math.floor(Math.max(0, facts.waitingDays) / 7),
  neverServed: facts.neverServed ? 1 : 0,
  releaseMonth:
    facts.monthsToRelease === null ? 0 : Math.max(0, RELEASE_HORIZON_MONTHS - Math.max(0, facts.monthsToRelease)),
  childInside: facts.childInside ? 1 : 0,
  refusal: Math.max(0, facts.refusals),
  wantsTrade: facts.wantsTrade ? 1 : 0,
})

export interface Points {
  readonly sum: number
  /** Only what counts, in the order in which the weights are named. */
  readonly lines: readonly PointLine[]
}

/** The sum and the lines that make it. */
export function pointsOf(facts: PointFacts, weights: PointWeights): Points {
  const lines = (Object.entries(countsOf(facts)) as [PointKind, number][])
    .map(([kind, count]) => ({ kind, count, points: count * weights[kind] }))
    .filter((line) => line.points > 0)
  return { sum: lines.reduce((sum, line) => sum + line.points, 0), lines }
}

/** Days from the request. */
export const waitingDays = (requestedOn: CivilDate, today: CivilDate): number =>
  Math.max(0, daysBetween(requestedOn, today))

/** Months to the month in which she expects to leave. Only the month is known, so the day of today does not matter. */
export function monthsUntil(month: CivilMonth | null, today: CivilDate): number | null {
  if (month === null) return null
  const index = (of: CivilMonth): number => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7))
  return Math.max(0, index(month) - index(monthOf(today)))
}

/** What the order looks at. */
export interface Standing {
  readonly ahead: boolean
  readonly points: Points
  readonly requestedOn: CivilDate
  readonly fileNumber: string
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Below zero if `a` stands before `b`. File numbers are unique, so no two stand at the same place. */
export const compareStanding = (a: Standing, b: Standing): number =>
  Number(b.ahead) - Number(a.ahead) ||
  b.points.sum - a.points.sum ||
  text(a.requestedOn, b.requestedOn) ||
  text(a.fileNumber, b.fileNumber)

/** Why the first stands before the second: what decides, and what their points differ by. */
export function whyBefore(first: Standing, second: Standing): TurnReason {
  const by =
    first.ahead !== second.ahead
      ? 'ahead'
      : first.points.sum !== second.points.sum
        ? 'points'
        : first.requestedOn !== second.requestedOn
          ? 'requestedOn'
          : 'fileNumber'
  const pointsFor = (standing: Standing, kind: PointKind): number =>
    standing.points.lines.find((line) => line.kind === kind)?.points ?? 0
  const kinds = new Set([...first.points.lines, ...second.points.lines].map((line) => line.kind))
  const lines = [...kinds]
    .map((kind) => ({ kind, difference: pointsFor(first, kind) - pointsFor(second, kind) }))
    .filter((line) => line.difference !== 0)
    .sort((a, b) => b.difference - a.difference || text(a.kind, b.kind))
  return { by, lines }
}

/** Those who are passed over if the chosen ones go first: all who stand before the last chosen and are not chosen. */
export function passedOver<Row extends { readonly id: string }>(
  inOrder: readonly Row[],
  chosen: ReadonlySet<string>,
): readonly Row[] {
  const last = inOrder.findLastIndex((row) => chosen.has(row.id))
  return inOrder.slice(0, Math.max(0, last)).filter((row) => !chosen.has(row.id))
}

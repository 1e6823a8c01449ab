/** What stands against a plan when it is asked for, before anybody signs; and whether its own dates fit together. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { addMonths } from '../../../shared/kernel/civil-date'
import { reasonsOfAdult, reasonsOfReturner } from './adult.rules'
import type { LeaveFacts } from './may-leave.rules'
import { reasonsOfGroup, reasonsOfPace, tooSoonBefore } from './pace.rules'
import { keyOf, leavingOf, overlaps, reason, returnOf, type OutingPlan, type Reason } from './plan.rules'

/**
 * Every reason against asking for it: the adult on the day of leaving, the child, any other open permission of hers (also
 * one that would begin later: of two, one must give way now), the limits of nights and rest, and the group.
 */
export function reasonsAgainst(facts: LeaveFacts): readonly Reason[] {
  const { outing, others, child } = facts
  const ofAdult = reasonsOfAdult(facts, outing.leavesOn)
  const { livesHereFrom, livesHereUntil } = child
  const gone =
    livesHereFrom === null ||
    outing.leavesOn < livesHereFrom ||
    (livesHereUntil !== null && outing.leavesOn > livesHereUntil)
  const rivals = others.filter((other) => other.cancelledOn === null && !other.back && overlaps(outing, other))
  return [
    ...ofAdult,
    ...(facts.returner || ofAdult.length === 0 ? reasonsOfReturner(facts, outing.leavesOn) : []),
    ...(gone ? [reason('outing-child-gone', livesHereUntil === null ? {} : { until: livesHereUntil })] : []),
    ...rivals.map((other) => reason('outing-overlap', { folio: other.folio })),
    ...reasonsOfPace(facts, leavingOf(outing)),
    ...tooSoonBefore(facts),
    ...reasonsOfGroup(facts.group),
  ]
}

type Times = Pick<OutingPlan, 'leavesOn' | 'leavesAt' | 'returnsOn' | 'returnsAt'>
export type TimesProblem =
  | { readonly code: 'outing-return-before-leaving' }
  | { readonly code: 'occurrences-overlap'; readonly day: CivilDate }
  | { readonly code: 'permission-too-long'; readonly months: number }

export type GoersProblem =
  | { readonly code: 'nobody-goes'; readonly day: CivilDate }
  | { readonly code: 'child-never-goes'; readonly childId: string }

/** Whether anybody goes each time, and each child at some time. */
export function problemWithGoers(
  childIds: readonly string[],
  occurrences: readonly { readonly leavesOn: CivilDate; readonly without: readonly string[] }[],
): GoersProblem | null {
  const empty = occurrences.find(({ without }) => childIds.every((id) => without.includes(id)))
  if (empty) return { code: 'nobody-goes', day: empty.leavesOn }
  const left = childIds.find((id) => occurrences.every(({ without }) => without.includes(id)))
  return left === undefined ? null : { code: 'child-never-goes', childId: left }
}

/** Why the dates of a plan cannot be as they are typed. */
export function problemWithTimes(occurrences: readonly Times[], months: number): TimesProblem | null {
  const at = (plan: Times, which: typeof leavingOf): string => keyOf(which(plan as OutingPlan))
  if (occurrences.some((each) => at(each, returnOf) <= at(each, leavingOf)))
    return { code: 'outing-return-before-leaving' }
  const sorted = [...occurrences].sort((a, b) => at(a, leavingOf).localeCompare(at(b, leavingOf)))
  const clash = sorted.find((each, n) => n > 0 && at(each, leavingOf) < at(sorted[n - 1] ?? each, returnOf))
  if (clash) return { code: 'occurrences-overlap', day: clash.leavesOn }
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first && last && last.leavesOn > addMonths(first.leavesOn, months)) return { code: 'permission-too-long', months }
  return null
}

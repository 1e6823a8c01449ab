/** The plan of an outing and what happened to it, as every rule about leaving reads it. */
import type { LeaveCode, OutingKind } from '../../../shared/contract/outings.contract'
import type { CivilDate, ClockTime, At } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { hasPassedUnused } from './movement.rules'

/** What was planned and what happened, without names. */
export interface OutingPlan {
  readonly folio: string
  readonly kind: OutingKind
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly cancelledOn: CivilDate | null
  readonly out: At | null
  readonly back: At | null
}

/** A reason against leaving: code, sentence under `refusal.<code>`, and the figures behind it. */
export type Reason = Refusal<LeaveCode>

/** One reason, with its figures. */
export const reason = (code: LeaveCode, facts: Record<string, string | number> = {}): Reason => ({ code, facts })

export const keyOf = ({ day, time }: At): string => `${day} ${time}`
export const leavingOf = (plan: OutingPlan): At => ({ day: plan.leavesOn, time: plan.leavesAt })
export const returnOf = (plan: OutingPlan): At => ({ day: plan.returnsOn, time: plan.returnsAt })

/** True while the child is out on this outing. */
export function isAway(outing: OutingPlan, at: At, live = false): boolean {
  if (!outing.out) return false
  if (live) return outing.back === null
  return keyOf(outing.out) <= keyOf(at) && (!outing.back || keyOf(outing.back) > keyOf(at))
}

/** Whether two plans share any minute. One may begin when the other ends. */
export const overlaps = (a: OutingPlan, b: OutingPlan): boolean =>
  keyOf(leavingOf(a)) < keyOf(returnOf(b)) && keyOf(leavingOf(b)) < keyOf(returnOf(a))

/** Still to be made: neither called off, nor left on, nor its day over. */
export const isAhead = (plan: OutingPlan, at: At): boolean =>
  plan.cancelledOn === null && plan.out === null && !hasPassedUnused(plan, at)

export const comesBefore = (a: OutingPlan, b: OutingPlan): boolean =>
  (keyOf(leavingOf(a)).localeCompare(keyOf(leavingOf(b))) || a.folio.localeCompare(b.folio)) < 0

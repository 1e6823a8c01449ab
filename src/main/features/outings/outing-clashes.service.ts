/** What a child's outing collides with. It warns by name and is kept in the trace; the rules of leaving stand alone. */
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import { daysBetween, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import type { Act, Look } from '../../platform/seam/act'
import { clashesOfUse, hidesFrom } from '../timetable'

interface Plan {
  readonly id?: string
  readonly childId: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
}

/** As long as an outing may be looked through for clashes. */
const MOST_DAYS = 62

/** The mother's sessions and appointments, and the child's own, that an outing meets. */
export function clashesOfOuting(look: Look, plan: Plan): Promise<readonly ClashFacts[]> {
  if (daysBetween(plan.leavesOn, plan.returnsOn) > MOST_DAYS) return Promise.resolve([])
  const asked = {
    is: 'outing' as const,
    childId: plan.childId,
    day: plan.leavesOn,
    startsAt: plan.leavesAt,
    untilDay: plan.returnsOn,
    endsAt: plan.returnsAt,
    ...(plan.id && { id: plan.id }),
  }
  return clashesOfUse(look.db, asked, hidesFrom(look))
}

/** For the trace: what it was asked for, or signed, despite. */
export async function despiteOf(act: Act, plan: Plan): Promise<{ readonly despite?: readonly string[] }> {
  const met = (await clashesOfOuting(act, plan)).filter((clash) => clash.level !== 'info')
  return met.length > 0 ? { despite: met.map((clash) => clash.key) } : {}
}

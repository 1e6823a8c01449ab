/** How often and how long a child is away, and who goes along with a group: limits that the center sets. */
import type { OutingKind } from '../../../shared/contract/outings.contract'
import { addDays, daysFromTo, minutesBetween, type At } from '../../../shared/kernel/civil-date'
import {
  comesBefore,
  isAhead,
  isAway,
  keyOf,
  leavingOf,
  reason,
  returnOf,
  type OutingPlan,
  type Reason,
} from './plan.rules'

export interface Pace {
  readonly nightsPerYear: number
  readonly hoursBetween: number
  /** When it is asked: a plan that lies between then and the moment judged may yet be made, and counts. */
  readonly asOf: At
}

/** A hospital keeps a child as long as it must, and nobody puts an emergency off. School is every day. */
const NIGHTS_FREE: ReadonlySet<OutingKind> = new Set(['medical', 'emergency'])
const REST_FREE: ReadonlySet<OutingKind> = new Set(['medical', 'emergency', 'school', 'papers'])

/** The nights of an outing that fall in a year: as they were, or as they are planned. */
export function nightsIn(plan: OutingPlan, year: string): number {
  if (NIGHTS_FREE.has(plan.kind)) return 0
  const from = plan.out?.day ?? plan.leavesOn
  const until = plan.back?.day ?? plan.returnsOn
  return daysFromTo(from, addDays(until, -1)).filter((day) => day.startsWith(year)).length
}

interface Asked {
  readonly outing: OutingPlan
  readonly others: readonly OutingPlan[]
  readonly pace: Pace
}

/** Those that were made, and those still ahead that begin before this one: what counts before it. */
function before({ outing, others, pace }: Asked, at: At): readonly OutingPlan[] {
  const asOf = keyOf(pace.asOf) < keyOf(at) ? pace.asOf : at
  return others.filter((other) => other.out !== null || (isAhead(other, asOf) && comesBefore(other, outing)))
}

/** Too many nights in a year, or too soon after the last return. */
export function reasonsOfPace(asked: Asked, at: At): readonly Reason[] {
  return [...reasonsOfNights(asked, at), ...reasonsOfRest(asked, at)]
}

function reasonsOfNights(asked: Asked, at: At): readonly Reason[] {
  const { outing, pace } = asked
  const years = [...new Set([outing.leavesOn.slice(0, 4), outing.returnsOn.slice(0, 4)])]
  return years.flatMap((year) => {
    const own = nightsIn(outing, year)
    const nights = own + before(asked, at).reduce((sum, other) => sum + nightsIn(other, year), 0)
    return own > 0 && nights > pace.nightsPerYear
      ? [reason('outing-nights', { nights, limit: pace.nightsPerYear, year })]
      : []
  })
}

function reasonsOfRest(asked: Asked, at: At): readonly Reason[] {
  const { outing, pace } = asked
  if (REST_FREE.has(outing.kind)) return []
  const leaving = at.day === outing.leavesOn && keyOf(at) > keyOf(leavingOf(outing)) ? at : leavingOf(outing)
  const last = before(asked, at)
    .filter((other) => !REST_FREE.has(other.kind) && !isAway(other, leaving))
    .map((other) => ({ other, end: other.back ?? returnOf(other) }))
    .filter(({ end }) => keyOf(end) <= keyOf(leaving))
    .sort((a, b) => keyOf(b.end).localeCompare(keyOf(a.end)))[0]
  if (!last) return []
  const hours = hoursAfter(last.end, leaving)
  return hours < pace.hoursBetween
    ? [reason('outing-too-soon', { folio: last.other.folio, hours: pace.hoursBetween })]
    : []
}

const hoursAfter = (end: At, leaving: At): number => minutesBetween(end.day, end.time, leaving.day, leaving.time) / 60

/** An outing already granted that this one would come too close before: it would be stopped at the gate. */
export function tooSoonBefore({ outing, others, pace }: Asked): readonly Reason[] {
  if (REST_FREE.has(outing.kind)) return []
  return others
    .filter(
      (other) =>
        !REST_FREE.has(other.kind) && isAhead(other, pace.asOf) && keyOf(leavingOf(other)) >= keyOf(returnOf(outing)),
    )
    .filter((other) => hoursAfter(returnOf(outing), leavingOf(other)) < pace.hoursBetween)
    .map((other) => reason('outing-too-soon-before', { folio: other.folio, hours: pace.hoursBetween }))
}

/** Those who go on one occurrence of a group outing. */
export interface Group {
  readonly children: number
  /** Who leads and who helps; the doctor has her own task and is not counted. */
  readonly adults: number
  readonly doctor: boolean
  readonly childrenPerAdult: number
  /** From so many children on a doctor goes along; 0: never asked. */
  readonly doctorFrom: number
}

/** Too few adults, or no doctor. */
export function reasonsOfGroup(group: Group | null): readonly Reason[] {
  if (!group) return []
  const { children, adults, doctor, childrenPerAdult, doctorFrom } = group
  return [
    ...(children > adults * childrenPerAdult
      ? [reason('outing-ratio', { children, adults, needed: Math.ceil(children / childrenPerAdult) })]
      : []),
    ...(doctorFrom > 0 && children >= doctorFrom && !doctor ? [reason('outing-no-doctor', { children })] : []),
  ]
}

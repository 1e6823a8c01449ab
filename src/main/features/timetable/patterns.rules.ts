/** Pure rules of patterns: which sessions one gives, what a changed one takes and adds, which module each session teaches. */
import type { LostCause } from '../../../shared/contract/timetable.contract'
import { daysFromTo, minutesOf, weekdayOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { isHeldInWeekOf, type WeekOfPattern } from '../../../shared/kernel/two-weeks'
import { takenBy, type SpecialDay, type Taken } from './special-days.rules'

/** One meeting of a weekly or two-weekly pattern; without a week it is held in each. */
export interface Slot {
  readonly week?: WeekOfPattern | undefined
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** A date on which the pattern does not hold: one meeting less, one more, or one at other hours. */
export interface PatternException {
  readonly kind: 'skip' | 'extra' | 'time'
  readonly day: CivilDate
  /** When the meeting that it speaks of would begin; the beginning itself of an extra one. */
  readonly startsAt: ClockTime
  readonly toStartsAt: ClockTime | null
  readonly toEndsAt: ClockTime | null
}

/** A stretch of one day. */
export interface Span {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** A session that a pattern gives, as the special days of its day leave it. */
export interface PlannedSession extends Span, Taken {}

type Special = SpecialDay & { readonly id: string }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inTimeOrder = (a: Span, b: Span): number => compare(a.day, b.day) || compare(a.startsAt, b.startsAt)

/** The meetings of a pattern between two days, both included, before anything takes or moves one. */
const meetingsOf = (slots: readonly Slot[], from: CivilDate, until: CivilDate): Span[] =>
  daysFromTo(from, until).flatMap((day) => {
    const weekday = weekdayOf(day)
    return slots
      .filter((slot) => slot.weekday === weekday && isHeldInWeekOf(slot.week ?? 'every', day))
      .map(({ startsAt, endsAt }) => ({ day, startsAt, endsAt }))
  })

const toHours = ({ day, toStartsAt, toEndsAt }: PatternException): Span[] =>
  toStartsAt && toEndsAt ? [{ day, startsAt: toStartsAt, endsAt: toEndsAt }] : []

/** The meetings after the exceptions. One that speaks of a meeting that the pattern no longer has does nothing. */
export function spansOf(
  slots: readonly Slot[],
  from: CivilDate,
  until: CivilDate,
  exceptions: readonly PatternException[],
): Span[] {
  const regular = meetingsOf(slots, from, until).flatMap((span) => {
    const found = exceptions.find(
      (each) => each.kind !== 'extra' && each.day === span.day && each.startsAt === span.startsAt,
    )
    return found ? toHours(found) : [span]
  })
  const extra = exceptions.filter((each) => each.kind === 'extra' && each.day >= from && each.day <= until)
  return [...regular, ...extra.flatMap(toHours)].sort(inTimeOrder)
}

/**
 * The sessions that a pattern gives between two days, both included, in order. One on a closed day is there too,
 * cancelled with its cause: an hour that was lost must be seen to be lost. A short day leaves it what is left.
 */
export const plannedSessions = (
  slots: readonly Slot[],
  from: CivilDate,
  until: CivilDate,
  specialDays: readonly Special[],
  exceptions: readonly PatternException[] = [],
): PlannedSession[] =>
  spansOf(slots, from, until, exceptions).map((span) => ({ day: span.day, ...takenBy(span, specialDays) }))

// ——— Replanning

/** A session as it stands, with what decides whether a new plan may touch it. */
export interface StandingSession extends Span {
  readonly id: string
  readonly version: number
  /** Something was written on its roll, or hangs on it: it stays. */
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
 * moved away from is not filled again, unless an exception asks for that very date (`asked`).
 */
export function replan(
  standing: readonly StandingSession[],
  before: readonly PlannedSession[],
  after: readonly PlannedSession[],
  now: { readonly today: CivilDate; readonly time: ClockTime },
  asked: readonly { readonly day: CivilDate; readonly toStartsAt: ClockTime | null }[] = [],
): Replan {
  const toCome = (span: Span): boolean => span.day > now.today || (span.day === now.today && span.startsAt > now.time)
  const keyOf = (span: Span): string => `${span.day} ${span.startsAt} ${span.endsAt}`
  const [inBefore, inAfter] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))]
  const remove = standing.filter(
    (session) => toCome(session) && !session.marked && inBefore.has(keyOf(session)) && !inAfter.has(keyOf(session)),
  )
  const goes = new Set(remove.map((session) => session.id))
  const taken = new Set(
    standing.filter((session) => !goes.has(session.id)).map(({ day, startsAt }) => `${day} ${startsAt}`),
  )
  const stands = new Set(standing.map(keyOf))
  const emptied = new Set(before.filter((span) => !stands.has(keyOf(span))).map((span) => span.day))
  const wanted = new Set(asked.map(({ day, toStartsAt }) => `${day} ${toStartsAt ?? ''}`))
  const add = after.filter(
    (span) =>
      toCome(span) &&
      !inBefore.has(keyOf(span)) &&
      (!emptied.has(span.day) || wanted.has(`${span.day} ${span.startsAt}`)) &&
      !taken.has(`${span.day} ${span.startsAt}`),
  )
  return { remove, add }
}

// ——— Modules over sessions

export interface ModulePlan {
  readonly id: string
  readonly minutes: number
}

/** A session as the modules are laid over it, in order of time. */
export interface TaughtSession extends Span {
  readonly id: string
  readonly moduleId: string | null
  readonly cancelled: boolean
  /** It was held or is a catch-up session: the module it teaches stands. */
  readonly fixed: boolean
}

const lengthOf = ({ startsAt, endsAt }: { readonly startsAt: ClockTime; readonly endsAt: ClockTime }): number =>
  minutesOf(endsAt) - minutesOf(startsAt)

/**
 * Lays the modules of a plan over the sessions in order: each teaches the module in which its middle falls. What was
 * held keeps its module and uses up its hours; what is cancelled uses none, and keeps the module it was to teach, so
 * that its catch-up session can give it. Sessions beyond the plan teach none. Answers only what changes.
 */
export function layModules(
  plan: readonly ModulePlan[],
  sessions: readonly TaughtSession[],
): { readonly id: string; readonly moduleId: string | null }[] {
  const known = new Set(plan.map((module) => module.id))
  const stands = (session: TaughtSession): boolean =>
    session.fixed && session.moduleId !== null && known.has(session.moduleId)
  const used = new Map<string, number>()
  for (const session of sessions)
    if (stands(session) && !session.cancelled && session.moduleId)
      used.set(session.moduleId, (used.get(session.moduleId) ?? 0) + lengthOf(session))
  const left = plan.map(({ id, minutes }) => ({ id, minutes: Math.max(0, minutes - (used.get(id) ?? 0)) }))
  let at = 0
  return sessions.flatMap((session) => {
    if (stands(session)) return []
    const keeps = session.moduleId !== null && known.has(session.moduleId)
    if (session.cancelled) return keeps || session.moduleId === null ? [] : [{ id: session.id, moduleId: null }]
    const moduleId = moduleAt(left, at + lengthOf(session) / 2)
    at += lengthOf(session)
    return moduleId === session.moduleId ? [] : [{ id: session.id, moduleId }]
  })
}

/** The module in which a minute of the plan lies; null beyond its end. */
function moduleAt(left: readonly ModulePlan[], minute: number): string | null {
  let end = 0
  for (const module of left) {
    end += module.minutes
    if (minute < end) return module.id
  }
  return null
}

/**
 * Where a child is on an outing, from what was planned and what was seen at the gate. Pure: the moment is an argument.
 * Nothing is stored as a state: it follows from the movements, so no two places can ever disagree about it.
 */
import { RETURN_STEPS, type MovementAct, type MovementState, type ReturnStep } from '../../../shared/contract/gate-line'
import { minutesBetween, type CivilDate, type ClockTime, type At } from '../../../shared/kernel/civil-date'

/** All that decides where an outing stands, without names. */
export interface MovementFacts {
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly cancelledOn: CivilDate | null
  /** Written down as not made, with its reason. */
  readonly notMade: boolean
  readonly out: At | null
  readonly back: At | null
  /** Given up at the gate (`not-returned`: the protocol runs), or decided while out (`stays`: she stays with her family). */
  readonly end: 'not-returned' | 'stays' | null
}

export interface MovementStanding {
  readonly state: MovementState
  /** Minutes after the planned return; 0 unless late. The grace decides whether it is late, not how late. */
  readonly lateMinutes: number
}

const keyOf = ({ day, time }: At): string => `${day} ${time}`

/** True if `a` is before `b`. */
export const isBefore = (a: At, b: At): boolean => keyOf(a) < keyOf(b)

/** The later of two moments. */
export const laterOf = (a: At, b: At): At => (isBefore(a, b) ? b : a)

/** Nobody came: its day, or its planned return, is over and the child never left. */
export const hasPassedUnused = (facts: Pick<MovementFacts, 'out' | 'leavesOn' | 'returnsOn' | 'returnsAt'>, at: At) =>
  facts.out === null && (at.day > facts.leavesOn || !isBefore(at, { day: facts.returnsOn, time: facts.returnsAt }))

/** How an outing stands at a moment (SM-7). What happened goes before what was planned: the first rule that answers wins. */
export function movementOf(facts: MovementFacts, graceMinutes: number, at: At): MovementStanding {
  if (facts.out) {
    const end = facts.back ?? at
    const minutes = minutesBetween(facts.returnsOn, facts.returnsAt, end.day, end.time)
    const lateMinutes = minutes > graceMinutes ? minutes : 0
    if (facts.back) return { state: lateMinutes > 0 ? 'back-late' : 'back', lateMinutes }
    if (facts.end === 'stays') return { state: 'stays', lateMinutes: 0 }
    if (facts.end === 'not-returned') return { state: 'not-returned', lateMinutes }
    return { state: lateMinutes > 0 ? 'late' : 'out', lateMinutes }
  }
  if (facts.cancelledOn !== null) return { state: 'cancelled', lateMinutes: 0 }
  if (facts.notMade || hasPassedUnused(facts, at)) return { state: 'not-made', lateMinutes: 0 }
  return { state: 'scheduled', lateMinutes: 0 }
}

/**
 * Which act may be done in which state. `leave` stands with the plans alone, and there `mayLeave` decides; in every other
 * state it is refused and kept as an attempt.
 */
export const MOVEMENT_ACTS: Readonly<Record<MovementState, readonly MovementAct[]>> = {
  scheduled: ['leave', 'not-made'],
  out: ['come-back', 'undo', 'stay'],
  late: ['come-back', 'undo', 'call', 'not-returned', 'stay'],
  back: ['undo'],
  'back-late': ['undo'],
  // Found after all, or the decision came later; the protocol may have been started by mistake.
  'not-returned': ['come-back', 'undo', 'call', 'stay'],
  'not-made': ['undo'],
  // Written down for the wrong child: then she is outside again, and counted.
  stays: ['undo'],
  cancelled: [],
}

/** True while the child is outside: she is not looked for inside, and somebody waits for her. */
export const isOutside = (state: MovementState): boolean =>
  state === 'out' || state === 'late' || state === 'not-returned'

/** Minutes after the planned return at which each step of the return clock is due. */
export const STEP_MINUTES: Readonly<Record<ReturnStep, number>> = { 'call-taker': 30, 'call-lead': 60, protocol: 120 }

/** The steps of the return clock that are due and that nobody has seen to, the first one first. */
export const dueSteps = (standing: MovementStanding, seenTo: readonly ReturnStep[]): readonly ReturnStep[] =>
  standing.state === 'late' || standing.state === 'not-returned'
    ? RETURN_STEPS.filter((step) => standing.lateMinutes >= STEP_MINUTES[step] && !seenTo.includes(step))
    : []

/** When something at the gate happened, and what must be said of its time. */
export type Moment =
  | { readonly ok: true; readonly at: At; readonly clockDoubt: boolean }
  | { readonly ok: false; readonly code: 'movement-in-future' | 'movement-before-last'; readonly last: At | null }

/**
 * The moment of a movement. Written down later (`told`): neither ahead of now nor before the last fact of this child. As it
 * happens: now; if the computer's clock was set back behind that fact, the fact's own moment, marked as doubtful, so that
 * no child comes back before she left.
 */
export function momentOf(now: At, last: At | null, told?: At): Moment {
  if (!told) {
    const clockDoubt = last !== null && isBefore(now, last)
    return { ok: true, at: clockDoubt ? last : now, clockDoubt }
  }
  if (isBefore(now, told)) return { ok: false, code: 'movement-in-future', last }
  if (last && isBefore(told, last)) return { ok: false, code: 'movement-before-last', last }
  return { ok: true, at: told, clockDoubt: false }
}

/** Minutes within which whoever sits at the gate may take back a mistake of hers. */
export const UNDO_MINUTES = 10

/** Whether a mistake is fresh enough for the gate to take back. A clock set back since says nothing of it: then it is not. */
export function isFresh(recordedAt: string, now: string): boolean {
  const minutes = (Date.parse(now) - Date.parse(recordedAt)) / 60_000
  return minutes >= 0 && minutes <= UNDO_MINUTES
}

export interface Count {
  readonly complete: boolean
  /** Expected and not seen. */
  readonly missing: readonly string[]
}

/** A headcount by name: who should be with the group, and who was seen. Somebody else's child is never counted in. */
export function countOf(expected: readonly string[], seen: readonly string[]): Count {
  const missing = expected.filter((id) => !seen.includes(id))
  return { complete: missing.length === 0, missing }
}

/** A folio as typed or scanned, without what a scanner on a Spanish keyboard turns its hyphens into. */
export const plainFolio = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

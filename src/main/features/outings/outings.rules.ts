/**
 * May this child leave, and how does an outing stand? Pure: the moment is an argument, every reason is named.
 * A child's safety hangs on this file: when a fact is missing or in doubt, the answer is no.
 */
import type { LeaveCode, OutingKind, OutingState } from '../../../shared/contract/outings.contract'
import { minutesBetween, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'

/** A day and clock time at the center. */
export interface At {
  readonly day: CivilDate
  readonly time: ClockTime
}

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

/** One line of the child's grid of adults. */
export interface GridLine {
  readonly adultId: string
  readonly name: string
  readonly document: string | null
  readonly mayCollect: boolean
  readonly validUntil: CivilDate | null
  /** Order of a court or authority: beats everything. */
  readonly forbiddenBy: string | null
}

/** Who is to take the child. `adultId` when taken from the grid; an instructor or a member of staff otherwise. */
export interface Escort {
  readonly name: string
  readonly adultId: string | null
  readonly fromHouse: 'instructor' | 'staff' | null
  readonly suspended: boolean
}

export interface Signature {
  readonly authorisation: string
  /** Null: the office's list says it was given, not when. */
  readonly signedOn: CivilDate | null
}

export interface LeaveFacts {
  readonly outing: OutingPlan
  readonly child: { readonly livesHereFrom: CivilDate | null; readonly livesHereUntil: CivilDate | null }
  readonly escort: Escort
  readonly grid: readonly GridLine[]
  readonly required: readonly string[]
  readonly signatures: readonly Signature[]
  /** The child's other outings. */
  readonly others: readonly OutingPlan[]
}

/** A reason against leaving: code, sentence under `refusal.<code>`, and the figures behind it. */
export type Reason = Refusal<LeaveCode>

export interface LeaveAnswer {
  readonly may: boolean
  /** All of them, the gravest first; empty only if it may leave. */
  readonly reasons: readonly Reason[]
}

const keyOf = ({ day, time }: At): string => `${day} ${time}`
const leavingOf = (plan: OutingPlan): At => ({ day: plan.leavesOn, time: plan.leavesAt })
const returnOf = (plan: OutingPlan): At => ({ day: plan.returnsOn, time: plan.returnsAt })

/**
 * True or all reasons why not, at a moment. `live` is the gate itself: there what is recorded counts, whatever its times
 * say, so that a clock set back can never let a child out twice.
 */
export function mayLeave(facts: LeaveFacts, at: At, live = false): LeaveAnswer {
  const reasons = [
    ...reasonsOfAdult(facts, at.day),
    ...reasonsOfChild(facts, at, live),
    ...missingSignatures(facts.required, facts.signatures, at.day).map((authorisation) =>
      reason('outing-signature-missing', { authorisation }),
    ),
    ...reasonsOfPlan(facts.outing, at),
  ]
  return { may: reasons.length === 0, reasons }
}

const reason = (code: LeaveCode, facts: Record<string, string | number> = {}): Reason => ({ code, facts })

const sameAdult = (line: GridLine, escort: Escort): boolean =>
  escort.adultId !== null && line.adultId === escort.adultId

/**
 * The line of the grid that speaks of this adult. An adult not taken from the grid is found by name, but only while one
 * line bears it: of two namesakes nobody knows which one stands at the gate.
 */
function lineOf(facts: Pick<LeaveFacts, 'escort' | 'grid'>): GridLine | undefined {
  const own = facts.grid.find((line) => sameAdult(line, facts.escort))
  if (own || facts.escort.adultId !== null) return own
  const named = facts.grid.filter((line) => fold(line.name) === fold(facts.escort.name))
  return named.length === 1 ? named[0] : undefined
}

/** The order that forbids this adult, found by record, by name, or by the same document under another name. */
export function orderAgainst(facts: Pick<LeaveFacts, 'escort' | 'grid'>): string | null {
  const document = fold(lineOf(facts)?.document ?? '')
  const line = facts.grid.find(
    (each) =>
      each.forbiddenBy !== null &&
      (sameAdult(each, facts.escort) ||
        fold(each.name) === fold(facts.escort.name) ||
        (document !== '' && fold(each.document ?? '') === document)),
  )
  return line?.forbiddenBy ?? null
}

/** Reasons that lie with the adult, on a day. `valid_until` is the last day on which she may. */
export function reasonsOfAdult(
  facts: Pick<LeaveFacts, 'escort' | 'grid'> & { readonly outing: Pick<OutingPlan, 'kind'> },
  day: CivilDate,
): readonly Reason[] {
  const { escort } = facts
  const order = orderAgainst(facts)
  if (order !== null) return [reason('outing-adult-forbidden', { adult: escort.name, order })]
  const line = lineOf(facts)
  if (line && !line.mayCollect) return [reason('outing-adult-may-not', { adult: escort.name })]
  if (line && line.validUntil !== null && day > line.validUntil)
    return [reason('outing-adult-ended', { adult: escort.name, ended: line.validUntil })]
  if (line) return []
  if (facts.outing.kind !== 'group' || escort.fromHouse === null)
    return [reason('outing-adult-unlisted', { adult: escort.name })]
  return escort.suspended ? [reason('outing-adult-suspended', { adult: escort.name })] : []
}

/** Reasons that lie with the child: already out, held by an earlier permission, not living here. */
function reasonsOfChild(facts: LeaveFacts, at: At, live: boolean): readonly Reason[] {
  const away = facts.others.filter((other) => isAway(other, at, live))
  const rival = facts.others.filter((other) => !away.includes(other) && blocks(other, facts.outing, at))
  const { livesHereFrom, livesHereUntil } = facts.child
  const gone = livesHereFrom === null || at.day < livesHereFrom || (livesHereUntil !== null && at.day > livesHereUntil)
  return [
    ...away.map((other) => reason('outing-child-out', { folio: other.folio })),
    ...rival.map((other) => reason('outing-overlap', { folio: other.folio })),
    ...(gone ? [reason('outing-child-gone', livesHereUntil === null ? {} : { until: livesHereUntil })] : []),
  ]
}

/** True while the child is out on this outing. */
export function isAway(outing: OutingPlan, at: At, live = false): boolean {
  if (!outing.out) return false
  if (live) return outing.back === null
  return keyOf(outing.out) <= keyOf(at) && (!outing.back || keyOf(outing.back) > keyOf(at))
}

/** Whether two plans share any minute. One may begin when the other ends. */
export const overlaps = (a: OutingPlan, b: OutingPlan): boolean =>
  keyOf(leavingOf(a)) < keyOf(returnOf(b)) && keyOf(leavingOf(b)) < keyOf(returnOf(a))

/**
 * Another permission for the same hours: the one that begins first goes first (by folio, if at once), and holds the
 * other until it is back, cancelled, or its day has passed unused. So two permissions never hold each other.
 */
function blocks(other: OutingPlan, outing: OutingPlan, at: At): boolean {
  if (other.cancelledOn !== null || other.out !== null || hasPassedUnused(other, at)) return false
  const order =
    keyOf(leavingOf(other)).localeCompare(keyOf(leavingOf(outing))) || other.folio.localeCompare(outing.folio)
  return order < 0 && overlaps(other, outing)
}

/** Nobody came: its day, or its planned return, is over and the child never left. */
const hasPassedUnused = (outing: OutingPlan, at: At): boolean =>
  outing.out === null && (at.day > outing.leavesOn || keyOf(at) >= keyOf(returnOf(outing)))

/** The names of the authorisations that are not there yet on a day; a signature dated later does not count. */
export const missingSignatures = (
  required: readonly string[],
  signatures: readonly Signature[],
  day?: CivilDate,
): readonly string[] =>
  required.filter(
    (name) =>
      !signatures.some(
        (signature) =>
          fold(signature.authorisation) === fold(name) &&
          (signature.signedOn === null || day === undefined || signature.signedOn <= day),
      ),
  )

function reasonsOfPlan(outing: OutingPlan, at: At): readonly Reason[] {
  const reasons: Reason[] = []
  if (outing.cancelledOn !== null) reasons.push(reason('outing-cancelled', { on: outing.cancelledOn }))
  if (outing.back) reasons.push(reason('outing-already-back', { day: outing.back.day, time: outing.back.time }))
  else if (outing.out) reasons.push(reason('outing-already-left', { day: outing.out.day, time: outing.out.time }))
  if (at.day < outing.leavesOn) reasons.push(reason('outing-too-early', { day: outing.leavesOn }))
  else if (at.day > outing.leavesOn || keyOf(at) >= keyOf(returnOf(outing)))
    reasons.push(reason('outing-too-late', { day: outing.leavesOn, time: outing.returnsAt }))
  return reasons
}

export interface Standing {
  readonly state: OutingState
  /** Minutes after the planned return; 0 unless late. The grace decides whether it is late, not how late. */
  readonly lateMinutes: number
}

/** How an outing stands at a moment. `missing`: how many required authorisations it lacks. */
export function stateOf(outing: OutingPlan, missing: number, graceMinutes: number, at: At): Standing {
  if (outing.cancelledOn !== null && !outing.out) return { state: 'cancelled', lateMinutes: 0 }
  if (outing.out) {
    const end = outing.back ?? at
    const late = minutesBetween(outing.returnsOn, outing.returnsAt, end.day, end.time)
    if (late <= graceMinutes) return { state: outing.back ? 'back' : 'out', lateMinutes: 0 }
    return { state: outing.back ? 'back-late' : 'late', lateMinutes: late }
  }
  if (hasPassedUnused(outing, at)) return { state: 'not-made', lateMinutes: 0 }
  return { state: missing > 0 ? 'requested' : 'authorised', lateMinutes: 0 }
}

/** The moment at which a plan is judged: on its day now, on any other day when it was to leave. */
export const judgedAt = (outing: OutingPlan, now: At): At => (now.day === outing.leavesOn ? now : leavingOf(outing))

/**
 * The others that matter when a plan of a later day is judged: an outing that is on now, and ends before that plan
 * begins, is no reason against it yet.
 */
export const rivalsOf = (outing: OutingPlan, others: readonly OutingPlan[], now: At): readonly OutingPlan[] =>
  now.day >= outing.leavesOn ? others : others.filter((other) => !isAway(other, now, true) || overlaps(other, outing))

/** A folio as typed or scanned, without what a scanner on a Spanish keyboard turns its hyphens into. */
export const plainFolio = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '')

/** Dirección signs for itself; every other authorisation is recorded from paper by those who keep the children's files. */
export const isDirection = (authorisation: string): boolean => fold(authorisation).startsWith('direc')

/** Why a person may not record this authorisation, if so. */
export function refusalToSign(
  authorisation: string,
  actor: { readonly id: string | null; readonly role: string },
  requestedBy: string | null,
): 'signature-of-director' | 'signature-of-office' | 'requester-approves' | null {
  if (!isDirection(authorisation)) return actor.role === 'director' ? 'signature-of-office' : null
  if (actor.role !== 'director') return 'signature-of-director'
  return actor.id !== null && actor.id === requestedBy ? 'requester-approves' : null
}

/** An order as papers and the gate say it: without the words with which the office's list announces it. */
export const orderName = (text: string): string =>
  text.replace(/^\s*prohibid[oa]s?\b[^:]*:\s*/i, '').trim() || text.trim()

/**
 * May this child leave? Pure: the moment is an argument, every reason is named. A child's safety hangs on this file: when
 * a fact is missing or in doubt, the answer is no.
 */
import type { LeaveCode } from '../../../shared/contract/outings.contract'
import type { CivilDate, At } from '../../../shared/kernel/civil-date'
import { reasonsOfAdult, reasonsOfReturner, type AuthorityLine, type Escort } from './adult.rules'
import { reasonsOfGroup, reasonsOfPace, type Group, type Pace } from './pace.rules'
import type { StoredState } from './permission.rules'
import {
  comesBefore,
  isAhead,
  isAway,
  leavingOf,
  overlaps,
  reason,
  returnOf,
  type OutingPlan,
  type Reason,
} from './plan.rules'
import { isBefore } from './movement.rules'
import { missingSignatures, type Required, type Signature } from './signing.rules'

export type MotherLeft = 'release' | 'transfer' | 'house-arrest' | 'death' | 'other'

/** The permission that an outing is made under. */
export interface PermissionFacts {
  readonly state: StoredState
  readonly stateOn: CivilDate | null
  readonly stateReason: string | null
  /** Since when its present round is asked for. */
  readonly roundOn: CivilDate
}

export interface LeaveFacts {
  readonly outing: OutingPlan
  readonly permission: PermissionFacts
  readonly child: { readonly livesHereFrom: CivilDate | null; readonly livesHereUntil: CivilDate | null }
  /** Her mother no longer lives here, since this day. */
  readonly motherLeft: { readonly on: CivilDate; readonly cause: MotherLeft } | null
  readonly escort: Escort
  /** Who is to bring the child back, if it is somebody else. */
  readonly returner: Escort | null
  readonly grid: readonly AuthorityLine[]
  readonly required: readonly Required[]
  readonly signatures: readonly Signature[]
  /** The child's other outings. */
  readonly others: readonly OutingPlan[]
  readonly pace: Pace
  /** Null for everything but a group outing. */
  readonly group: Group | null
}

export interface LeaveAnswer {
  readonly may: boolean
  /** All of them, the gravest first; empty only if it may leave. */
  readonly reasons: readonly Reason[]
}

/**
 * True or all reasons why not, at a moment. `live` is the gate itself: there what is recorded counts, whatever its times
 * say, so that a clock set back can never let a child out twice.
 */
export function mayLeave(facts: LeaveFacts, at: At, live = false): LeaveAnswer {
  const ofAdult = reasonsOfAdult(facts, at.day)
  const reasons = [
    ...ofAdult,
    ...(facts.returner || ofAdult.length === 0 ? reasonsOfReturner(facts, at.day) : []),
    ...reasonsOfChild(facts, at, live),
    ...reasonsOfPermission(facts, at.day),
    ...reasonsOfSignatures(facts, at.day),
    ...reasonsOfPlan(facts, at),
    ...reasonsOfPace(facts, at),
    ...reasonsOfGroup(facts.group),
  ]
  return { may: reasons.length === 0, reasons }
}

/** Reasons that lie with the child: already out, held by an earlier permission, not living here, her mother gone. */
function reasonsOfChild(facts: LeaveFacts, at: At, live: boolean): readonly Reason[] {
  const away = facts.others.filter((other) => isAway(other, at, live))
  const rival = facts.others.filter((other) => !away.includes(other) && blocks(other, facts.outing, at))
  const { livesHereFrom, livesHereUntil } = facts.child
  const gone = livesHereFrom === null || at.day < livesHereFrom || (livesHereUntil !== null && at.day > livesHereUntil)
  return [
    ...away.map((other) => reason('outing-child-out', { folio: other.folio })),
    ...rival.map((other) => reason('outing-overlap', { folio: other.folio })),
    ...(gone ? [reason('outing-child-gone', livesHereUntil === null ? {} : { until: livesHereUntil })] : []),
    ...reasonsOfMother(facts, at.day),
  ]
}

const MOTHER_CODES: Readonly<Record<MotherLeft, LeaveCode>> = {
  release: 'outing-mother-released',
  'house-arrest': 'outing-mother-released',
  transfer: 'outing-mother-transferred',
  death: 'outing-mother-died',
  other: 'outing-mother-left',
}

/**
 * Whoever signed for a plan did so while the mother lived here. Once she has left without the child, nothing goes on by
 * itself: it waits until somebody has looked at it anew, after the day on which she left.
 */
function reasonsOfMother({ motherLeft, permission }: LeaveFacts, day: CivilDate): readonly Reason[] {
  if (!motherLeft || motherLeft.on > day || permission.roundOn > motherLeft.on) return []
  return [reason(MOTHER_CODES[motherLeft.cause], { on: motherLeft.on })]
}

/** What people decided about the permission as a whole. */
function reasonsOfPermission({ permission, outing }: LeaveFacts, day: CivilDate): readonly Reason[] {
  const facts = { on: permission.stateOn ?? day, reason: permission.stateReason ?? '' }
  if (permission.state === 'draft') return [reason('outing-draft')]
  if (permission.state === 'paused') return [reason('outing-paused', facts)]
  if (permission.state === 'denied') return [reason('outing-denied', facts)]
  return permission.state === 'cancelled' && outing.cancelledOn === null
    ? [reason('outing-cancelled', { on: facts.on })]
    : []
}

/** Each authorisation that is missing; of what the direction has denied, not the direction's own: that says it already. */
function reasonsOfSignatures({ permission, required, signatures }: LeaveFacts, day: CivilDate): readonly Reason[] {
  const awaited = permission.state === 'denied' ? required.filter((each) => each.recordedBy === 'office') : required
  return missingSignatures(awaited, signatures, day).map((authorisation) =>
    reason('outing-signature-missing', { authorisation }),
  )
}

/**
 * Another permission for the same hours: the one that begins first goes first (by folio, if at once), and holds the
 * other until it is back, cancelled, or its day has passed unused. So two permissions never hold each other.
 */
const blocks = (other: OutingPlan, outing: OutingPlan, at: At): boolean =>
  isAhead(other, at) && comesBefore(other, outing) && overlaps(other, outing)

function reasonsOfPlan({ outing, permission }: LeaveFacts, at: At): readonly Reason[] {
  const reasons: Reason[] = []
  // A denial calls off what was open: that it was denied says so.
  const calledOffByDenial = permission.state === 'denied' && outing.cancelledOn === permission.stateOn
  if (outing.cancelledOn !== null && !calledOffByDenial)
    reasons.push(reason('outing-cancelled', { on: outing.cancelledOn }))
  if (outing.back) reasons.push(reason('outing-already-back', { day: outing.back.day, time: outing.back.time }))
  else if (outing.out) reasons.push(reason('outing-already-left', { day: outing.out.day, time: outing.out.time }))
  if (at.day < outing.leavesOn) reasons.push(reason('outing-too-early', { day: outing.leavesOn }))
  else if (at.day > outing.leavesOn || !isBefore(at, returnOf(outing)))
    reasons.push(reason('outing-too-late', { day: outing.leavesOn, time: outing.returnsAt }))
  return reasons
}

/** The moment at which a plan is judged: on its day now, on any other day when it was to leave. */
export const judgedAt = (outing: OutingPlan, now: At): At => (now.day === outing.leavesOn ? now : leavingOf(outing))

/**
 * The others that matter when a plan of a later day is judged: an outing that is on now, and ends before that plan
 * begins, is no reason against it yet.
 */
export const rivalsOf = (outing: OutingPlan, others: readonly OutingPlan[], now: At): readonly OutingPlan[] =>
  now.day >= outing.leavesOn ? others : others.filter((other) => !isAway(other, now, true) || overlaps(other, outing))

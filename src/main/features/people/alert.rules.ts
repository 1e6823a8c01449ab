/** Rules of the alerts: in which state one stands, what may be done with it, who may be its owner. */
import {
  CIRCLES,
  circlesOf,
  type AlertKind,
  type ALERT_STATES,
  type Circle,
} from '../../../shared/contract/alerts.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { Role } from '../../../shared/kernel/roles'

export type AlertState = (typeof ALERT_STATES)[number]
export type AlertAct = 'review' | 'close'

interface Dated {
  readonly startsOn: CivilDate
  readonly reviewOn: CivilDate
  readonly endsOn: CivilDate | null
  readonly closedOn: CivilDate | null
}

/** An alert past its last day has expired by itself; one whose review is due still stands. */
export function alertState(alert: Dated, today: CivilDate): AlertState {
  if (alert.closedOn !== null) return 'closed'
  if (alert.endsOn !== null && alert.endsOn < today) return 'expired'
  if (alert.startsOn > today) return 'ahead'
  return alert.reviewOn <= today ? 'review-due' : 'open'
}

/** An expired alert may be taken up again by a review with a later end; a closed one is raised anew. */
export const ALERT_ACTS: Readonly<Record<AlertState, Readonly<Record<AlertAct, 'done' | 'alert-closed'>>>> = {
  ahead: { review: 'done', close: 'done' },
  open: { review: 'done', close: 'done' },
  'review-due': { review: 'done', close: 'done' },
  expired: { review: 'done', close: 'done' },
  closed: { review: 'alert-closed', close: 'alert-closed' },
}

/** States that stand on lists and at the head of her record. The others are history. */
export const isInForce = (state: AlertState): boolean => state === 'open' || state === 'review-due'

/** True if a kind of alert may have these readers: never more than its kind allows. */
export const circleFits = (kind: AlertKind, circle: Circle): boolean => circlesOf(kind).includes(circle)

/** Whoever sees to an alert must be able to read it. */
export const ownerReads = (circle: Circle, owner: Role): boolean => (CIRCLES[circle] as readonly Role[]).includes(owner)

const LOUDNESS: readonly AlertState[] = ['review-due', 'open', 'ahead', 'expired', 'closed']

/** Those in force first, then what is to come, then history; the newest first within each. */
export const inAlertOrder = (
  a: { readonly state: AlertState; readonly startsOn: CivilDate },
  b: { readonly state: AlertState; readonly startsOn: CivilDate },
): number => LOUDNESS.indexOf(a.state) - LOUDNESS.indexOf(b.state) || (a.startsOn < b.startsOn ? 1 : -1)

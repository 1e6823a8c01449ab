/** Rules of the waiting list: which step leads from which state to which, and what each step must say. */
import type { WaitState } from '../../../shared/contract/waits.contract'
import { daysBetween, type CivilDate } from '../../../shared/kernel/civil-date'

/**
 * What can happen to a request. The office decides (approve, hold, decline, withdraw, reinstate), offers (offer, recall),
 * hears her answer (accept, refuse, stay: this group no, but she goes on waiting), sees to an offer that lapsed (return),
 * gives the place without an offer (place); and the system removes her once she is gone.
 */
export const WAIT_ACTS = [
  'approve',
  'hold',
  'decline',
  'withdraw',
  'reinstate',
  'offer',
  'accept',
  'refuse',
  'stay',
  'return',
  'recall',
  'place',
  'remove',
] as const satisfies readonly string[]
export type WaitAct = (typeof WAIT_ACTS)[number]

/**
 * SM-2 (docs/features-map.md §4) with the offer between *approved* and *accepted*. What is not here is refused.
 * A lapsed offer is not a state but a day that has passed: she stays `offered` until somebody settles it, and then goes
 * back to her turn. Silence is not a no: the slip may never have reached her.
 */
export const STEPS: Readonly<Record<WaitState, Readonly<Partial<Record<WaitAct, WaitState>>>>> = {
  pending: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn', remove: 'removed' },
  approved: {
    hold: 'pending',
    decline: 'declined',
    withdraw: 'withdrawn',
    offer: 'offered',
    place: 'accepted',
    remove: 'removed',
  },
  offered: {
    accept: 'accepted',
    refuse: 'withdrawn',
    stay: 'approved',
    return: 'approved',
    recall: 'approved',
    place: 'accepted',
    remove: 'removed',
  },
  declined: { approve: 'approved', hold: 'pending', withdraw: 'withdrawn', remove: 'removed' },
  withdrawn: { reinstate: 'pending', remove: 'removed' },
  accepted: {},
  removed: {},
}

const OPEN: ReadonlySet<WaitState> = new Set(['pending', 'approved', 'offered'])

/** Whether she stands on the list in that state. */
export const isOpen = (state: WaitState): boolean => OPEN.has(state)

export type StateInTheWay = `wait-is-${WaitState}`

/** Where a step leads, or the state that forbids it. */
export function stepFrom(
  state: WaitState,
  act: WaitAct,
): { readonly ok: true; readonly to: WaitState } | { readonly ok: false; readonly code: StateInTheWay } {
  const to = STEPS[state][act]
  return to ? { ok: true, to } : { ok: false, code: `wait-is-${state}` }
}

/** Steps that must say why: a no of the office, an offer taken back, and whatever was closed and is taken up again. */
export const needsReason = (state: WaitState, act: WaitAct): boolean =>
  act === 'decline' || act === 'reinstate' || act === 'recall' || (state === 'declined' && act !== 'remove')

/** Days after which writing down a request asks why it comes so late: the day she asked decides her turn. */
export const LATE_REQUEST_DAYS = 30

interface RequestFacts {
  readonly today: CivilDate
  readonly requestedOn: CivilDate
  readonly note: string
  readonly isHere: boolean
  readonly waits: boolean
  readonly hasPlace: boolean
}

export type RequestRefusal =
  | { readonly code: 'day-in-the-future'; readonly field: 'requestedOn' }
  | { readonly code: 'old-request-needs-reason'; readonly field: 'note'; readonly facts: { readonly days: number } }
  | { readonly code: 'person-not-here' }
  | { readonly code: 'waiting-already' }
  | { readonly code: 'place-taken-already' }

/** Every reason why a request cannot be written down. */
export function decideRequest(facts: RequestFacts): readonly RequestRefusal[] {
  const reasons: RequestRefusal[] = []
  if (facts.requestedOn > facts.today) reasons.push({ code: 'day-in-the-future', field: 'requestedOn' })
  if (daysBetween(facts.requestedOn, facts.today) > LATE_REQUEST_DAYS && facts.note.trim() === '')
    reasons.push({ code: 'old-request-needs-reason', field: 'note', facts: { days: LATE_REQUEST_DAYS } })
  if (!facts.isHere) reasons.push({ code: 'person-not-here' })
  if (facts.waits) reasons.push({ code: 'waiting-already' })
  if (facts.hasPlace) reasons.push({ code: 'place-taken-already' })
  return reasons
}

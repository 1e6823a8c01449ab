/** How an outing stands in the office: where the child is, and while it is a plan, what its permission still lacks. */
import type { At } from '../../../shared/kernel/civil-date'
import type { OutingState } from '../../../shared/contract/outings.contract'
import { movementOf, type MovementFacts } from './movement.rules'
import type { StoredState } from './permission.rules'

export interface Standing {
  readonly state: OutingState
  /** Minutes after the planned return; 0 unless late. The grace decides whether it is late, not how late. */
  readonly lateMinutes: number
}

/** How an outing stands at a moment. `missing`: how many required authorisations it lacks. */
export function stateOf(
  outing: MovementFacts,
  permission: { readonly state: StoredState },
  missing: number,
  graceMinutes: number,
  at: At,
): Standing {
  const { state, lateMinutes } = movementOf(outing, graceMinutes, at)
  if (state !== 'scheduled') return { state, lateMinutes }
  if (permission.state === 'paused') return { state: 'paused', lateMinutes }
  return { state: permission.state === 'draft' || missing > 0 ? 'requested' : 'authorised', lateMinutes }
}

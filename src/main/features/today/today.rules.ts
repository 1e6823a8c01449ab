/** Rules of the first page: the state of a roll, and what comes first. */
import type { OutingState } from '../../../shared/contract/outings.contract'
import type { RollState } from '../../../shared/contract/today.contract'
import type { ClockTime } from '../../../shared/kernel/civil-date'

/** How the roll of one of today's sessions stands: it is missing only once the session is over. */
export function rollState(
  session: { readonly cancelled: boolean; readonly endsAt: ClockTime; readonly places: number; readonly marks: number },
  time: ClockTime,
): RollState {
  if (session.cancelled) return 'off'
  if (session.marks > 0) return session.marks >= session.places ? 'taken' : 'part'
  return time < session.endsAt ? 'to-come' : 'missing'
}

const LOUDNESS: Readonly<Record<OutingState, number>> = {
  'not-returned': 0,
  late: 1,
  out: 2,
  requested: 3,
  authorised: 4,
  paused: 5,
  'not-made': 6,
  'back-late': 7,
  back: 8,
  stays: 9,
  cancelled: 10,
}

/** Outings in the order in which somebody must act: not returned, late, out, still unsigned, to leave, done. */
export const byLoudness = (a: { readonly state: OutingState }, b: { readonly state: OutingState }): number =>
  LOUDNESS[a.state] - LOUDNESS[b.state]

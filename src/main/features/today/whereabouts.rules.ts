/** Where a woman should be now: one place, the strongest fact first. */
import type { Whereabouts } from '../../../shared/contract/whereabouts.contract'
import type { ClockTime } from '../../../shared/kernel/civil-date'

export interface WhereFacts {
  /** Her open stay; undefined if she is not at the center. */
  readonly stay: { readonly bed: string | null; readonly isAway: boolean } | undefined
  /** An appointment that runs now; outside the center or in one of its rooms. */
  readonly appointment:
    { readonly place: string | null; readonly outside: boolean; readonly until: ClockTime | null } | undefined
  /** Rooms in which she is expected now, in the order in which their sessions began. */
  readonly rooms: readonly { readonly room: string; readonly until: ClockTime }[]
}

type Place = Omit<Whereabouts, 'childrenOut' | 'childrenInRoom'>
const at = (kind: Place['kind'], more: Partial<Place> = {}): Place => ({
  kind,
  place: null,
  until: null,
  orIn: null,
  ...more,
})

/** Who left is not here, who is away is not inside, who has an appointment is not in her workshop, and at night she sleeps. */
export function whereIs({ stay, appointment, rooms }: WhereFacts): Place {
  if (!stay) return at('left')
  if (stay.isAway) return at('away')
  if (appointment)
    return at(appointment.outside ? 'outside' : 'appointment', { place: appointment.place, until: appointment.until })
  const [first, ...others] = rooms
  if (first) return at('session', { place: first.room, until: first.until, orIn: others[0]?.room ?? null })
  return stay.bed === null ? at('unknown') : at('dormitory', { place: stay.bed })
}

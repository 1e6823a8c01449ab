/** Pure rules of the programs: the state of an edition, its codes, what a pattern may be. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { minutesOf } from '../../../shared/kernel/civil-date'

interface Slot {
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

interface Fields {
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slots: readonly Slot[]
}

/** Where an edition stands on a day. */
export const stateOf = (
  edition: { readonly startsOn: CivilDate; readonly endsOn: CivilDate },
  day: CivilDate,
): 'coming' | 'running' | 'ended' => (day < edition.startsOn ? 'coming' : day > edition.endsOn ? 'ended' : 'running')

/** What is wrong with the dates and hours of an edition, with the field it concerns. */
export function problemWithFields(
  fields: Fields,
): { readonly code: 'dates-reversed' | 'slot-reversed' | 'slots-overlap'; readonly field: string } | undefined {
  if (fields.endsOn < fields.startsOn) return { code: 'dates-reversed', field: 'endsOn' }
  for (const [i, slot] of fields.slots.entries()) {
    if (slot.endsAt <= slot.startsAt) return { code: 'slot-reversed', field: `slots.${i}` }
    const met = fields.slots.slice(0, i).some((other) => slotsMeet(slot, other))
    if (met) return { code: 'slots-overlap', field: `slots.${i}` }
  }
  return undefined
}

/** True if two weekly hours share a minute; half-open. */
export const slotsMeet = (a: Slot, b: Slot): boolean =>
  a.weekday === b.weekday && a.startsAt < b.endsAt && b.startsAt < a.endsAt

/** Hours of the sessions that are not cancelled, to compare with the hours that the edition promises. */
export const heldHours = (
  sessions: readonly { readonly startsAt: ClockTime; readonly endsAt: ClockTime; readonly cancelledCause: unknown }[],
): number =>
  sessions
    .filter((session) => session.cancelledCause === null)
    .reduce((minutes, { startsAt, endsAt }) => minutes + minutesOf(endsAt) - minutesOf(startsAt), 0) / 60

/** `CL-21-26B`: axis, number that no edition of the year half has, year, half (A until June, B after). */
export function nextCode(axisCode: string, startsOn: CivilDate, codes: readonly string[]): string {
  const suffix = `${startsOn.slice(2, 4)}${startsOn.slice(5, 7) <= '06' ? 'A' : 'B'}`
  const numbers = codes.flatMap((code) => {
    const found = /-(\d+)-(\d\d[AB])$/.exec(code)
    return found && found[2] === suffix ? [Number(found[1])] : []
  })
  return `${axisCode}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}-${suffix}`
}

/** How far a session has come: its roll is keyed, half keyed, missing, or not due yet. */
export function sessionState(
  session: {
    readonly day: CivilDate
    readonly endsAt: ClockTime
    readonly cancelledCause: unknown
    readonly marks: number
    readonly places: number
  },
  now: { readonly today: CivilDate; readonly time: ClockTime },
): 'coming' | 'held' | 'partly' | 'without-roll' | 'cancelled' {
  if (session.cancelledCause !== null) return 'cancelled'
  if (session.marks > 0) return session.marks < session.places ? 'partly' : 'held'
  return session.day > now.today || (session.day === now.today && session.endsAt > now.time) ? 'coming' : 'without-roll'
}

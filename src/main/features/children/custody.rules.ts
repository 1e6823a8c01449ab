/** The clock that runs when a mother does not keep custody, and whether a measure of an authority is in force. */
import { minutesOf, startOfDay, type CivilDate, type ClockTime, type Instant } from '../../../shared/kernel/civil-date'

const MINUTE = 60_000

/** The instant at which the center's wall clock shows a day and a time. */
export const instantOf = (day: CivilDate, time: ClockTime, timezone: string): Instant =>
  new Date(Date.parse(startOfDay(day, timezone)) + minutesOf(time) * MINUTE).toISOString()

/** When the hours of the rule are over. */
export const dueAt = (beganAt: Instant, hours: number): Instant =>
  new Date(Date.parse(beganAt) + hours * 60 * MINUTE).toISOString()

/** Whole minutes left; negative once it has run out. */
export const minutesLeft = (due: Instant, now: Instant): number =>
  Math.floor((Date.parse(due) - Date.parse(now)) / MINUTE)

/** True if a measure holds on a day: its last day still counts. */
export const isInForce = (
  measure: { readonly fromDay: CivilDate; readonly untilDay: CivilDate | null },
  day: CivilDate,
): boolean => measure.fromDay <= day && (measure.untilDay === null || measure.untilDay >= day)

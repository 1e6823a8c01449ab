/** Pure rules of catch-up sessions: in which order free hours are looked for. */
import { addDays, minutesOf, weekdayOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

interface Span {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

const OPENS = minutesOf('08:00')
const SHUTS = minutesOf('19:00')
/** How far ahead a date is looked for. */
const WEEKS = 6

const timeOf = (minutes: number): ClockTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const overlap = (a: Span, b: Span): boolean => a.day === b.day && a.startsAt < b.endsAt && b.startsAt < a.endsAt

/**
 * Hours as long as the missed session, in the order in which an office would try them: its own weekday first, week by
 * week, at its own hour, right after and right before it; then the other weekdays. Never beside itself: hours that the
 * edition has already are left out.
 */
export function catchUpCandidates(missed: Span, from: CivilDate, own: readonly Span[]): Span[] {
  const length = minutesOf(missed.endsAt) - minutesOf(missed.startsAt)
  const start = minutesOf(missed.startsAt)
  const starts = [start, start + length, start - length].filter((at) => at >= OPENS && at + length <= SHUTS)
  const days = Array.from({ length: WEEKS * 7 }, (_, i) => addDays(from, i))
  const sameDay = days.filter((day) => weekdayOf(day) === weekdayOf(missed.day))
  const others = days.filter((day) => weekdayOf(day) !== weekdayOf(missed.day) && weekdayOf(day) <= 5)
  return [...sameDay, ...others]
    .flatMap((day) => starts.map((at) => ({ day, startsAt: timeOf(at), endsAt: timeOf(at + length) })))
    .filter((span) => !own.some((each) => overlap(each, span)))
}

/** Rules of the childcare room: enough adults for the ages in it, no child in it twice, nobody left in at the end of the day. */
import type { RoomRatio } from '../../../shared/contract/childcare.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'

/** How many children one adult may look after, by age. */
export interface RatioRule {
  readonly under12: number
  readonly under36: number
  readonly older: number
}

/** Adults that children of these ages need: shares of an adult add up, and the sum is rounded up. */
export function ratioOf(months: readonly (number | null)[], adults: number, rule: RatioRule): RoomRatio {
  // Whoever's age nobody knows is taken for the youngest.
  const under12 = months.filter((age) => age === null || age < 12).length
  const under36 = months.filter((age) => age !== null && age >= 12 && age < 36).length
  const older = months.length - under12 - under36
  const shares =
    under12 * rule.under36 * rule.older + under36 * rule.under12 * rule.older + older * rule.under12 * rule.under36
  const needed = Math.ceil(shares / (rule.under12 * rule.under36 * rule.older))
  return { children: months.length, adults, needed, enough: adults >= needed, under12, under36, older, rule }
}

/** True if somebody is on duty at a time: from the first minute, until before the last. */
export const isOnDuty = (
  duty: { readonly fromAt: ClockTime; readonly untilAt: ClockTime | null },
  time: ClockTime,
): boolean => duty.fromAt <= time && (duty.untilAt === null || duty.untilAt > time)

export interface Span {
  readonly inAt: ClockTime
  readonly outAt: ClockTime | null
}

/** True if two stays of a child on one day share a minute; one that is still open lasts to the end of the day. */
export const overlap = (a: Span, b: Span): boolean =>
  (b.outAt === null || a.inAt < b.outAt) && (a.outAt === null || b.inAt < a.outAt)

/** When the room closes, on a day without a session with childcare. */
const CLOSES = '19:00'

/** True if a child should no longer be in: it came in another day, or all sessions with childcare are over. */
export function isLeftIn(
  stay: { readonly day: CivilDate; readonly inAt: ClockTime },
  now: { readonly today: CivilDate; readonly time: ClockTime },
  lastSessionEnds: ClockTime | null,
): boolean {
  if (stay.day < now.today) return true
  const closes = lastSessionEnds ?? CLOSES
  // Who came in after the last session was brought for another reason.
  return now.time >= (stay.inAt >= closes ? CLOSES : closes)
}

export interface Expecting {
  readonly childId: string
  readonly from: ClockTime
  readonly until: ClockTime
}

/**
 * One line for each child that is still expected: sessions of its mother that follow on one another are one stay. Who is
 * in already, or came and went during it, is not expected any more.
 */
export function stillExpected(
  sessions: readonly Expecting[],
  stays: readonly (Span & { readonly childId: string })[],
): Expecting[] {
  const lines: Expecting[] = []
  for (const next of sessions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const at = lines.findLastIndex((line) => line.childId === next.childId)
    const last = lines[at]
    if (last && next.from <= last.until)
      lines[at] = { ...last, until: next.until > last.until ? next.until : last.until }
    else lines.push(next)
  }
  return lines.filter(
    (line) =>
      !stays.some((stay) => stay.childId === line.childId && overlap(stay, { inAt: line.from, outAt: line.until })),
  )
}

/** Rules of the lost hours: each planned hour ends exactly once, held, lost to a cause, or unknown. */
import type { Cell, Mark, MissCause, Reason } from '../../../shared/contract/marks'
import { HOUR_ENDS, type HourEnd, type HourSplit } from '../../../shared/contract/hours.contract'
import { causeOf, creditOf } from '../../../shared/contract/mark-minutes'
import { LOST_CAUSES, type LostCause } from '../../../shared/contract/timetable.contract'
import { minutesOf, mondayOf, weekdayOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

/** A session of the period, with the axis it counts for. */
export interface HourSession {
  readonly id: string
  readonly axisId: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: LostCause | null
  /** The minutes that a short day took from it, and who answers for them. */
  readonly shortened?: { readonly minutes: number; readonly cause: LostCause } | null
}

interface Written {
  readonly sessionId: string
  readonly personId: string
}

/** What stands on the roll, and the minutes credited where they are not those that the letter says. */
export interface KnownMark {
  readonly mark: Mark
  readonly reason: Reason | null
  readonly credited: number | null
}

export interface HourFacts {
  readonly sessions: readonly HourSession[]
  /** Women with a place open on the day of a session. */
  readonly onRoll: readonly Written[]
  /** Those of them who were not expected: excluded from that hour, suspended or away. Nothing was planned for them. */
  readonly off: readonly Written[]
  readonly marks: readonly (Written & KnownMark)[]
  /** Marks that nobody could read, not yet settled. */
  readonly doubts: readonly Written[]
}

/** A stretch of one woman's session: what stands on the roll, and how those minutes ended. */
export interface PlannedHours<Session extends HourSession = HourSession> {
  readonly session: Session
  readonly personId: string
  readonly minutes: number
  readonly cell: Cell
  readonly reason: Reason | null
  readonly end: HourEnd
}

const minutesIn = (session: HourSession): number => minutesOf(session.endsAt) - minutesOf(session.startsAt)
const isOver = (session: HourSession, now: { day: CivilDate; time: ClockTime }): boolean =>
  session.day < now.day || (session.day === now.day && session.endsAt <= now.time)

interface Stretch {
  readonly end: HourEnd
  readonly minutes: number
}

interface Found {
  readonly cell: Cell
  readonly mark: KnownMark | null
}

/**
 * How the minutes of one woman in one session ended. A mark on paper wins over a suspension, as it does in attendance;
 * what it says is told by the table of reasons, minutes missed apart from minutes held. A suspended session is laid to
 * its own cause. Without a roll, with a mark nobody can read, or suspended without a cause, nobody knows: that is shown
 * apart, so that nobody is blamed for a sheet that is missing.
 */
export function endsOf(found: Found, session: HourSession): readonly Stretch[] {
  const whole = minutesIn(session)
  const shortened = session.shortened && session.cancelledCause === null ? session.shortened : null
  const lost = shortened ? [{ end: shortened.cause, minutes: shortened.minutes }] : []
  const mark = found.mark ?? (found.cell === 'S' ? SUSPENDED : null)
  if (!mark) return together([...lost, { end: 'unknown', minutes: whole }])
  const held = creditOf(mark, whole)
  const missed = { end: endOf(causeOf(mark), session), minutes: whole - held }
  return together([...lost, { end: 'held', minutes: held }, missed])
}

/** One stretch for each end that has minutes. */
function together(stretches: readonly Stretch[]): readonly Stretch[] {
  const minutes = new Map<HourEnd, number>()
  for (const each of stretches) minutes.set(each.end, (minutes.get(each.end) ?? 0) + each.minutes)
  return [...minutes].filter(([, sum]) => sum > 0).map(([end, sum]) => ({ end, minutes: sum }))
}

const SUSPENDED: KnownMark = { mark: 'S', reason: null, credited: null }

const endOf = (cause: MissCause | 'session', session: HourSession): HourEnd =>
  cause === 'session' ? (session.cancelledCause ?? 'unknown') : cause

/**
 * Every planned hour until now: each session that is over, for each woman on its roll (a place open that day that
 * nothing takes her off, or a mark or doubt in it), once, in the order of the sessions.
 */
export function plannedHours<Session extends HourSession>(
  facts: Omit<HourFacts, 'sessions'> & { readonly sessions: readonly Session[] },
  now: { readonly day: CivilDate; readonly time: ClockTime },
): readonly PlannedHours<Session>[] {
  const rolls = rollsOf(facts)
  return facts.sessions
    .filter((session) => isOver(session, now))
    .flatMap((session) =>
      [...(rolls.get(session.id) ?? [])].flatMap(([personId, said]) => {
        const suspended = said.cell === 'unmarked' && session.cancelledCause !== null
        const found = suspended ? { cell: 'S' as const, mark: null } : said
        const reason = found.mark?.reason ?? null
        return endsOf(found, session).map((each) => ({ session, personId, cell: found.cell, reason, ...each }))
      }),
    )
}

/** What is said later stands: nothing written, then written but not read, then a mark. */
function rollsOf(facts: Omit<HourFacts, 'sessions'>): ReadonlyMap<string, ReadonlyMap<string, Found>> {
  const rolls = new Map<string, Map<string, Found>>()
  const put = ({ sessionId, personId }: Written, found: Found): void => {
    const roll = rolls.get(sessionId)
    if (roll) roll.set(personId, found)
    else rolls.set(sessionId, new Map([[personId, found]]))
  }
  for (const each of facts.onRoll) put(each, { cell: 'unmarked', mark: null })
  for (const { sessionId, personId } of facts.off) rolls.get(sessionId)?.delete(personId)
  for (const each of facts.doubts) put(each, { cell: '?', mark: null })
  for (const each of facts.marks) put(each, { cell: each.mark, mark: each })
  return rolls
}

/** Nothing planned. */
export const emptySplit = (): HourSplit => ({
  planned: 0,
  held: 0,
  custody: 0,
  provider: 0,
  office: 0,
  justice: 0,
  health: 0,
  care: 0,
  choice: 0,
  unknown: 0,
})

/** Minutes by how they ended. */
export function splitOf(hours: readonly Pick<PlannedHours, 'minutes' | 'end'>[]): HourSplit {
  const split: Record<keyof HourSplit, number> = emptySplit()
  for (const { minutes, end } of hours) {
    split.planned += minutes
    split[end] += minutes
  }
  return split
}

/** Minutes lost to any cause: neither held nor unknown. */
export const lostIn = (split: HourSplit): number => LOST_CAUSES.reduce((sum, cause) => sum + split[cause], 0)

/** Splits by any trait of the hours, in the order of that trait. */
export function splitsBy<Key extends string | number>(
  hours: readonly PlannedHours[],
  keyOf: (session: HourSession) => Key,
): readonly { readonly key: Key; readonly split: HourSplit }[] {
  const groups = new Map<Key, PlannedHours[]>()
  for (const each of hours) {
    const group = groups.get(keyOf(each.session))
    if (group) group.push(each)
    else groups.set(keyOf(each.session), [each])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, group]) => ({ key, split: splitOf(group) }))
}

export interface HourFilter {
  readonly end?: HourEnd | 'lost' | undefined
  readonly monday?: CivilDate | undefined
  readonly axisId?: string | undefined
  readonly weekday?: number | undefined
}

const LOST: ReadonlySet<HourEnd> = new Set(HOUR_ENDS.filter((end) => end !== 'held' && end !== 'unknown'))

/** True if these hours stand behind the figure that the filter names. */
export const isBehind = ({ session, end }: PlannedHours, filter: HourFilter): boolean =>
  (filter.end === undefined || (filter.end === 'lost' ? LOST.has(end) : end === filter.end)) &&
  (filter.monday === undefined || mondayOf(session.day) === filter.monday) &&
  (filter.axisId === undefined || session.axisId === filter.axisId) &&
  (filter.weekday === undefined || weekdayOf(session.day) === filter.weekday)

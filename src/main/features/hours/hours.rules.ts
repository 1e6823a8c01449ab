/** Rules of the lost hours: each planned hour ends exactly once, held, lost to a cause, or unknown. */
import type { Cell, Mark } from '../../../shared/contract/attendance.contract'
import { HOUR_ENDS, type HourEnd, type HourSplit } from '../../../shared/contract/hours.contract'
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
}

interface Written {
  readonly sessionId: string
  readonly personId: string
}

export interface HourFacts {
  readonly sessions: readonly HourSession[]
  /** Women with a place open on the day of a session. */
  readonly onRoll: readonly Written[]
  readonly marks: readonly (Written & { readonly mark: Mark })[]
  /** Marks that nobody could read, not yet settled. */
  readonly doubts: readonly Written[]
}

/** One woman in one session: what stands on the roll, and how her hours ended. */
export interface PlannedHours<Session extends HourSession = HourSession> {
  readonly session: Session
  readonly personId: string
  readonly minutes: number
  readonly cell: Cell
  readonly end: HourEnd
}

/**
 * Who an absence is laid to, from the table of reasons in features-map §5 and the marks of the office's sheets:
 * JM is her health; JA (hearing, defence) is justice; JV (visit) too, for that table puts hearings, visits and the
 * locutory in one line, and there is no cause of its own for families; JH (her child) is care; C (not brought) is custody;
 * F is her choice, the only absence that counts against her. R was late and is held whole: no minutes are written down.
 */
const BY_MARK: Readonly<Record<Exclude<Mark, 'S'>, HourEnd>> = {
  A: 'held',
  R: 'held',
  F: 'choice',
  JM: 'health',
  JA: 'justice',
  JV: 'justice',
  JH: 'care',
  C: 'custody',
}

/**
 * How the hours of one woman in one session ended. A mark on paper wins over a suspension, as it does in attendance.
 * A suspended session is laid to its own cause. Without a roll, with a mark nobody can read, or suspended without a
 * cause, nobody knows: that is shown apart, so that nobody is blamed for a sheet that is missing.
 */
export function endOf(found: Cell, cancelledCause: LostCause | null): HourEnd {
  if (found === 'S') return cancelledCause ?? 'unknown'
  if (found === '?' || found === 'unmarked' || found === 'away' || found === 'ahead') return 'unknown'
  return BY_MARK[found]
}

const minutesIn = (session: HourSession): number => minutesOf(session.endsAt) - minutesOf(session.startsAt)
const isOver = (session: HourSession, now: { day: CivilDate; time: ClockTime }): boolean =>
  session.day < now.day || (session.day === now.day && session.endsAt <= now.time)

/**
 * Every planned hour until now: each session that is over, for each woman on its roll (a place open that day, or a mark
 * or doubt in it), once, in the order of the sessions.
 */
export function plannedHours<Session extends HourSession>(
  facts: Omit<HourFacts, 'sessions'> & { readonly sessions: readonly Session[] },
  now: { readonly day: CivilDate; readonly time: ClockTime },
): readonly PlannedHours<Session>[] {
  const rolls = new Map<string, Map<string, Cell>>()
  const put = ({ sessionId, personId }: Written, found: Cell): void => {
    const roll = rolls.get(sessionId)
    if (roll) roll.set(personId, found)
    else rolls.set(sessionId, new Map([[personId, found]]))
  }
  // What is said later stands: nothing written, then written but not read, then a mark.
  for (const each of facts.onRoll) put(each, 'unmarked')
  for (const each of facts.doubts) put(each, '?')
  for (const each of facts.marks) put(each, each.mark)
  return facts.sessions
    .filter((session) => isOver(session, now))
    .flatMap((session) =>
      [...(rolls.get(session.id) ?? [])].map(([personId, said]) => {
        const found = said === 'unmarked' && session.cancelledCause !== null ? 'S' : said
        const end = endOf(found, session.cancelledCause)
        return { session, personId, minutes: minutesIn(session), cell: found, end }
      }),
    )
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

/** Rules of attendance: who is on a roll, what a mark counts for, the rate, and the figures of a month. */
import { groupBy } from '../../../shared/kernel/group-by'
import { creditOf } from '../../../shared/contract/mark-minutes'
import { LETTER_RULES, type Cell, type Mark, type SessionState } from '../../../shared/contract/marks'
import { daysBetween, minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { SESSION_STEPS } from './session-state.rules'

/** A rate as two whole numbers: (A + R) of (A + R + F). Never a float: exactly the minimum must be enough. */
export interface Tally {
  readonly attended: number
  readonly absent: number
  readonly counted: number
}

const isMark = (text: string): text is Mark => text in LETTER_RULES

/** Counts marks. Excused, not brought and suspended are outside the denominator: they are not hers to answer for. */
export function tally(cells: Iterable<Cell>): Tally {
  let attended = 0
  let absent = 0
  for (const each of cells) {
    if (!isMark(each) || !LETTER_RULES[each].counts) continue
    if (LETTER_RULES[each].cause === 'held') attended += 1
    else absent += 1
  }
  return { attended, absent, counted: attended + absent }
}

/** True if the rate is under the minimum. Nobody is below while nothing counts. */
export const isBelow = ({ attended, counted }: Pick<Tally, 'attended' | 'counted'>, minPercent: number): boolean =>
  attended * 100 < minPercent * counted

/** True if the rate reaches the minimum; without any counted session there is no rate to reach it. */
export const reaches = (rate: Pick<Tally, 'attended' | 'counted'>, minPercent: number): boolean =>
  rate.counted > 0 && !isBelow(rate, minPercent)

/** A place as a span of days: open from, and until (both included). */
export interface PlaceSpan {
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
}

export interface SessionDay {
  readonly id: string
  readonly editionId: string
  readonly day: CivilDate
  readonly cancelledCause: string | null
}
export interface SessionHours extends SessionDay {
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

export interface Written {
  readonly sessionId: string
  readonly personId: string
}
export interface MarkFact extends Written {
  readonly mark: Mark
  /** Minutes, where they are not those that the letter says: see `creditOf`. */
  readonly credited?: number | null
}
export interface DoubtFact extends Written {
  readonly written: string
}

/** What is known of some editions between two days. Doubts are those not yet settled. */
export interface RollFacts {
  /** With a place and not expected: excluded from that hour, suspended or away. */
  readonly off?: readonly Written[]
  readonly sessions: readonly SessionDay[]
  readonly places: readonly PlaceSpan[]
  readonly marks: readonly MarkFact[]
  readonly doubts: readonly DoubtFact[]
}

/** Her credited minutes over sessions. */
export function creditsOf(facts: { readonly sessions: readonly SessionHours[]; readonly marks: readonly MarkFact[] }) {
  const sessions = new Map(facts.sessions.map((session) => [session.id, session]))
  const credits = new Map<string, number>()
  for (const mark of facts.marks) {
    const session = sessions.get(mark.sessionId)
    if (!session) continue
    const credited = creditOf(mark, minutesOf(session.endsAt) - minutesOf(session.startsAt))
    credits.set(mark.personId, (credits.get(mark.personId) ?? 0) + credited)
  }
  return credits
}

/** She is on the roll of a day if a place of hers is open on it; the day she leaves is still hers. */
export const isOnRoll = (place: PlaceSpan, day: CivilDate): boolean =>
  place.openedOn <= day && (place.endedOn === null || place.endedOn >= day)

/** The cell of a woman and a session, looked up over facts gathered once. */
export interface Cells {
  of(session: SessionDay, personId: string): Cell
  /** Women of an edition in these sessions: with a place open on some day of them, or with a mark in them. */
  women(editionId: string): readonly string[]
  /** Those on the roll of one session: place open that day, or a mark in it. */
  roll(session: SessionDay): readonly string[]
}

/** A session whose last minute has come: before that nobody owes its roll. */
export const isOver = (
  session: { readonly day: CivilDate; readonly endsAt: ClockTime },
  now: { readonly today: CivilDate; readonly time: ClockTime },
): boolean => session.day < now.today || (session.day === now.today && session.endsAt <= now.time)

/**
 * What each cell holds. A mark on paper wins over everything: a suspension that was noted too late does not unmake
 * that somebody came. On a suspended session everybody on the roll counts as `S`, whether or not somebody wrote it.
 */
export function cellsOf(facts: RollFacts, span: { from: CivilDate; to: CivilDate }, today: CivilDate): Cells {
  const marks = new Map(facts.marks.map((each) => [key(each.sessionId, each.personId), each.mark]))
  const doubts = new Set(facts.doubts.map((each) => key(each.sessionId, each.personId)))
  const places = groupBy(facts.places, (place) => place.editionId)
  const written = groupBy([...facts.marks, ...facts.doubts], (each) => each.sessionId)
  const sessions = groupBy(facts.sessions, (session) => session.editionId)
  const off = new Set((facts.off ?? []).map((each) => key(each.sessionId, each.personId)))
  const rolls = new Map<string, ReadonlySet<string>>()
  const onRoll = (session: SessionDay): ReadonlySet<string> => {
    const known = rolls.get(session.id)
    if (known) return known
    const open = (places.get(session.editionId) ?? []).filter(
      (place) => isOnRoll(place, session.day) && !off.has(key(session.id, place.personId)),
    )
    const roll = new Set(open.map((place) => place.personId))
    rolls.set(session.id, roll)
    return roll
  }
  return {
    of(session, personId) {
      const at = key(session.id, personId)
      const own = marks.get(at)
      if (own) return own
      if (doubts.has(at)) return '?'
      if (!onRoll(session).has(personId)) return 'away'
      if (session.cancelledCause !== null) return 'S'
      return session.day > today ? 'ahead' : 'unmarked'
    },
    women: (editionId) =>
      distinct([
        ...(places.get(editionId) ?? [])
          .filter((place) => place.openedOn <= span.to && (place.endedOn === null || place.endedOn >= span.from))
          .map((place) => place.personId),
        ...(sessions.get(editionId) ?? []).flatMap((session) =>
          (written.get(session.id) ?? []).map((each) => each.personId),
        ),
      ]),
    roll: (session) => distinct([...onRoll(session), ...(written.get(session.id) ?? []).map((each) => each.personId)]),
  }
}

const key = (sessionId: string, personId: string): string => `${sessionId} ${personId}`
const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]
export const daysWaiting = (day: CivilDate, today: CivilDate): number => Math.max(0, daysBetween(day, today))

/** True once a roll has waited longer than the center allows (`rollOverdueDays`); the list then shows it in red. */
export const isOverdue = (day: CivilDate, today: CivilDate, patience: number): boolean =>
  daysWaiting(day, today) > patience

export interface RollTotals {
  readonly attended: number
  readonly absent: number
  readonly unmarked: number
}

/** Totals of one session's cells, as they stand at the foot of a paper: came (late included), absent, nothing written. */
export function totalsOf(cells: readonly Cell[]): RollTotals {
  const { attended, absent } = tally(cells)
  return { attended, absent, unmarked: cells.filter((each) => each === 'unmarked').length }
}

interface KeyedRoll {
  readonly marks: readonly { readonly personId: string; readonly mark: Mark | null }[]
  readonly unlisted: readonly { readonly name: string; readonly mark: Mark }[]
  readonly paper: { readonly attended: number; readonly absent: number }
}

export type RollRefusal =
  | { readonly code: 'session-cancelled' }
  | { readonly code: 'session-ahead'; readonly facts: { readonly day: CivilDate } }
  | { readonly code: 'not-on-the-roll' }
  | { readonly code: 'named-twice'; readonly facts: { readonly name: string } }
  | {
      readonly code: 'totals-differ'
      readonly facts: {
        readonly attended: number
        readonly absent: number
        readonly paperAttended: number
        readonly paperAbsent: number
      }
    }

/** Why a keyed roll cannot be saved. The totals of the paper catch the row skipped and the line read twice. */
export function decideRoll(
  session: SessionDay,
  state: SessionState,
  onRoll: ReadonlySet<string>,
  known: { readonly names: readonly string[]; readonly marks: readonly string[] },
  keyed: KeyedRoll,
  foldName: (name: string) => string,
): readonly RollRefusal[] {
  const step = SESSION_STEPS[state]['key-roll']
  if ('refused' in step)
    return step.refused === 'session-ahead'
      ? [{ code: 'session-ahead', facts: { day: session.day } }]
      : [{ code: 'session-cancelled' }]
  if (keyed.marks.some((each) => !onRoll.has(each.personId))) return [{ code: 'not-on-the-roll' }]
  const names = [...known.names, ...keyed.unlisted.map((each) => each.name)]
  const twice = names.find((name, index) => names.findIndex((other) => foldName(other) === foldName(name)) < index)
  if (twice !== undefined) return [{ code: 'named-twice', facts: { name: twice } }]
  const cells = [...keyed.marks.map((each) => each.mark ?? 'unmarked'), ...keyed.unlisted.map((each) => each.mark)]
  const { attended, absent } = tally([...cells, ...known.marks.filter(isMark)])
  const { paper } = keyed
  if (attended === paper.attended && absent === paper.absent) return []
  const facts = { attended, absent, paperAttended: paper.attended, paperAbsent: paper.absent }
  return [{ code: 'totals-differ', facts }]
}

/** The word under which a month's figures count the cells that nobody filled. */
export const UNMARKED = 'sin registrar'

/**
 * Marks of an edition in a month, counted as the office's spreadsheets do: every woman enrolled in the month against
 * every session of it.
 * - A mark counts under its code, an unread one under `?`; a suspended session counts `S` for each woman on its roll.
 * - A held session without a mark counts under `sin registrar` for each woman who was on the roll that day.
 * - A woman who had left (or not yet come) adds nothing, but her empty cells are why `sin registrar` may be present with
 *   0: it says "cells are empty, and none of them is owed". Without any empty cell the word is absent.
 */
export function monthMarks(
  cells: Cells,
  sessions: readonly SessionDay[],
  women: readonly string[],
): Readonly<Record<string, number>> {
  const counted: Record<string, number> = {}
  for (const session of sessions)
    for (const woman of women) {
      const found = cells.of(session, woman)
      if (found === 'ahead') continue
      const word = found === 'unmarked' || found === 'away' ? UNMARKED : found
      counted[word] = (counted[word] ?? 0) + (found === 'away' ? 0 : 1)
    }
  return counted
}

/** A held session with women on its roll and not one mark, readable or not. */
export function isWithoutRoll(cells: Cells, session: SessionDay): boolean {
  const women = cells.roll(session)
  return women.length > 0 && women.every((woman) => cells.of(session, woman) === 'unmarked')
}

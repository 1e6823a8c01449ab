/** Channels of attendance: rolls keyed in from paper, sessions without one, the month of an edition, its roster. */
import { z } from 'zod'
import { civilDate, civilMonth } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, issue, read } from './define'
import { dayReportContract } from './attendance-day.contract'
import { excusesContract } from './attendance-excuses.contract'
import { heldSession, KEEPERS, keyedMark, roll } from './attendance-roll'
import { sheetsContract } from './attendance-sheets.contract'
import { cell, mark } from './marks'
import { issuedPaper } from './paper'
import { namedWoman } from './place-facts'
import { lostCause, SENSITIVE_READERS } from './timetable.contract'

export { MARKS, cell, mark, type Cell, type Mark } from './marks'
export type { HeldSession } from './attendance-roll'

const counts = z.strictObject({ attended: z.int(), absent: z.int(), unmarked: z.int() })

const doubt = namedWoman.extend({
  id,
  sessionId: id,
  editionId: id,
  code: z.string(),
  title: z.string(),
  day: civilDate,
  written: z.string(),
})
const unlisted = z.strictObject({
  id,
  sessionId: id,
  editionId: id,
  code: z.string(),
  title: z.string(),
  day: civilDate,
  name: z.string(),
  mark: z.string(),
})

/** The grid of an edition's month. */
const month = z.strictObject({
  edition: z.strictObject({
    id,
    code: z.string(),
    title: z.string(),
    instructor: z.string(),
    room: z.string(),
    startsOn: civilDate,
    endsOn: civilDate,
    minRatePercent: z.int(),
  }),
  month: civilMonth,
  sessions: z.array(heldSession.extend(counts.shape)),
  women: z.array(
    namedWoman.extend({
      /** One for each session, in order. */
      cells: z.array(cell),
      attended: z.int(),
      absent: z.int(),
      /** Credited in the sessions of the month, in minutes. */
      credited: z.int(),
      leftOn: civilDate.nullable(),
      /** Over the whole edition until now, as the certificate counts it. */
      soFar: z.strictObject({
        attended: z.int(),
        counted: z.int(),
        below: z.boolean(),
        /** Credited minutes. */
        credited: z.int(),
        /** Coming to all sessions that are left would still reach the minimum. */
        reachable: z.boolean(),
      }),
    }),
  ),
})

export const attendanceContract = {
  /** The editions of a month with what of their rolls is done. */
  'attendance.editions': read({
    who: OFFICE,
    input: z.strictObject({ month: civilMonth }),
    output: z.array(
      z.strictObject({
        id,
        code: z.string(),
        title: z.string(),
        instructor: z.string(),
        enrolled: z.int(),
        sessions: z.int(),
        cancelled: z.int(),
        withoutRoll: z.int(),
        attended: z.int(),
        counted: z.int(),
        notBrought: z.int(),
        minRatePercent: z.int(),
      }),
    ),
    refusals: [],
  }),
  /** Sessions held whose roll nobody has keyed in, or not whole; the longest waiting first. */
  'attendance.pending': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.array(
      heldSession.extend({ onRoll: z.int(), unmarked: z.int(), daysWaiting: z.int(), overdue: z.boolean() }),
    ),
    refusals: [],
  }),
  /** What paper or import left to be settled: marks nobody could read, women who were not on the list. */
  'attendance.doubts': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({ doubts: z.array(doubt), unlisted: z.array(unlisted) }),
    refusals: [],
  }),
  'attendance.roll': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: roll,
    refusals: ['unknown-session', 'sensitive-group'],
  }),
  /** The same for a group of a sensitive axis: fewer may ask, and each look is written down. */
  'attendance.sensitiveRoll': read({
    who: SENSITIVE_READERS,
    audited: 'session.roll-read',
    input: z.strictObject({ id }),
    output: roll,
    refusals: ['unknown-session'],
  }),
  'attendance.saveRoll': change({
    who: KEEPERS,
    input: z.strictObject({
      id,
      version: z.int(),
      marks: z.array(keyedMark).max(200),
      /** Women whom the instructor wrote below the list. */
      unlisted: z.array(z.strictObject({ name: z.string().trim().min(3).max(120), mark: mark })).max(20),
      /** The totals written at the foot of the paper: they must be those of what was keyed in. */
      paper: z.strictObject({ attended: z.int().min(0).max(400), absent: z.int().min(0).max(400) }),
      /** Why marks of an earlier day are changed, or those of a closed month rectified. */
      why: z.string().trim().max(300).default(''),
    }),
    output: counts.extend({ version: z.int() }),
    refusals: [
      'stale',
      'unknown-session',
      'sensitive-group',
      'session-cancelled',
      'session-ahead',
      'not-on-the-roll',
      'named-twice',
      'totals-differ',
      'reason-of-another-letter',
      'text-missing',
      'minutes-missing',
      'minutes-too-many',
      'correction-reason-missing',
      'rectification-reason-missing',
      'not-a-rectifier',
    ],
  }),
  'attendance.settleDoubt': change({
    who: KEEPERS,
    input: z.strictObject({ id, mark: mark }),
    output: z.null(),
    refusals: ['unknown-doubt', 'settled-already', 'sensitive-group', 'month-closed'],
  }),
  /** Names the woman who was not on the list, or says why she counts for nobody. */
  'attendance.settleUnlisted': change({
    who: KEEPERS,
    input: z.strictObject({ id, personId: id.nullable(), reason: z.string().trim().max(300).default('') }),
    output: z.null(),
    refusals: [
      'unknown-doubt',
      'settled-already',
      'sensitive-group',
      'unknown-person',
      'mark-already',
      'reason-missing',
      'unknown-mark',
      'month-closed',
    ],
  }),
  'attendance.month': read({
    who: OFFICE,
    input: z.strictObject({ id, month: civilMonth }),
    output: month,
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  'attendance.sensitiveMonth': read({
    who: SENSITIVE_READERS,
    audited: 'edition.roster-read',
    input: z.strictObject({ id, month: civilMonth }),
    output: month,
    refusals: ['unknown-edition'],
  }),
  'attendance.printMonth': issue({
    who: OFFICE,
    input: z.strictObject({ id, month: civilMonth }),
    output: issuedPaper,
    refusals: ['unknown-edition', 'sensitive-group', 'nobody-on-the-roll', 'stale'],
  }),
  /** The roster of one session, to be ticked by hand. */
  'attendance.printDay': issue({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['unknown-session', 'sensitive-group', 'session-cancelled', 'nobody-that-day', 'stale'],
  }),
  /** The session of a day roster that came back, by the folio on it. */
  'attendance.byFolio': read({
    who: KEEPERS,
    input: z.strictObject({ folio: z.string().max(40) }),
    output: z.strictObject({
      sessionId: id,
      /** The sheet printed last for that session, if it is not this one. */
      newerFolio: z.string().nullable(),
    }),
    refusals: ['folio-mistyped', 'unknown-folio'],
  }),
  /** A session that was not held after all: its marks go to their history, and it leaves the denominator with its cause. */
  'attendance.notHeld': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      version: z.int(),
      cause: lostCause,
      /** What happened, and who says so. */
      reason: z.string().trim().min(1).max(300),
    }),
    output: z.strictObject({ marks: z.int() }),
    refusals: [
      'unknown-session',
      'sensitive-group',
      'stale',
      'session-ahead',
      'session-cancelled',
      'women-came',
      'month-closed',
    ],
  }),
  ...excusesContract,
  ...sheetsContract,
  ...dayReportContract,
}

/** Channels of attendance: rolls keyed in from paper, sessions without one, the month of an edition, its roster. */
import { z } from 'zod'
import { civilDate, civilMonth, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, type Role } from '../kernel/roles'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { namedWoman } from './place-facts'
import { SENSITIVE_READERS } from './timetable.contract'

/** A came · R late · F absent · excused: JM medical, JA court or lawyer, JV visit, JH child · C not brought (custody) · S suspended. */
export const MARKS = ['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S'] as const
export const mark = z.enum(MARKS)
export type Mark = (typeof MARKS)[number]

/**
 * What stands where a woman's row and a session's column meet: a mark; `?` a mark nobody could read; `unmarked` the
 * roll was not taken; `away` she was not on the list that day; `ahead` the day has not come.
 */
export const cell = z.enum([...MARKS, '?', 'unmarked', 'away', 'ahead'])
export type Cell = z.infer<typeof cell>

/** Whoever keeps rolls. */
const KEEPERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']

const counts = z.strictObject({ attended: z.int(), absent: z.int(), unmarked: z.int() })

const heldSession = z.strictObject({
  id,
  editionId: id,
  code: z.string(),
  title: z.string(),
  instructor: z.string(),
  room: z.string(),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  cancelledCause: z.string().nullable(),
  cancelledNote: z.string().nullable(),
})
export type HeldSession = z.infer<typeof heldSession>

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

/** One roll in the order of its paper. */
const roll = z.strictObject({
  session: heldSession,
  /** 0 while nobody has keyed the roll in. */
  version: z.int(),
  /** Totals at the foot of the paper when it was keyed in. */
  paper: z.strictObject({ attended: z.int(), absent: z.int() }).nullable(),
  women: z.array(
    namedWoman.extend({
      mark: mark.nullable(),
      doubt: z.strictObject({ id, written: z.string() }).nullable(),
      /** She has a mark though she was not on the list that day. */
      extra: z.boolean(),
    }),
  ),
  unlisted: z.array(z.strictObject({ id, name: z.string(), mark: z.string() })),
  previousId: id.nullable(),
  nextId: id.nullable(),
  isAhead: z.boolean(),
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
      leftOn: civilDate.nullable(),
      /** Over the whole edition until now, as the certificate counts it. */
      soFar: z.strictObject({ attended: z.int(), counted: z.int(), below: z.boolean() }),
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
      marks: z.array(z.strictObject({ personId: id, mark: mark.nullable() })).max(200),
      /** Women whom the instructor wrote below the list. */
      unlisted: z.array(z.strictObject({ name: z.string().trim().min(3).max(120), mark: mark })).max(20),
      /** The totals written at the foot of the paper: they must be those of what was keyed in. */
      paper: z.strictObject({ attended: z.int().min(0).max(400), absent: z.int().min(0).max(400) }),
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
    ],
  }),
  'attendance.settleDoubt': change({
    who: KEEPERS,
    input: z.strictObject({ id, mark: mark }),
    output: z.null(),
    refusals: ['unknown-doubt', 'settled-already', 'sensitive-group'],
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
    output: z.strictObject({ sessionId: id }),
    refusals: ['folio-mistyped', 'unknown-folio'],
  }),
}

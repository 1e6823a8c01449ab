/** Channels of the timetable: days, sessions, clashes, special days, and the papers of a day. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { EVERYONE, OFFICE, type Role } from '../kernel/roles'
import { specialEffect, specialKind } from '../kernel/special-days'
import { clash, despiteClashes } from './clash-facts'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

/** Who runs sessions day by day: everyone of the office who does more than read. */
export const RUNNERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']
/** Who may see which women go to the groups of a sensitive axis (mental health). */
export const SENSITIVE_READERS: readonly Role[] = ['director', 'coordinator', 'mental-health']

const text = (max: number) => z.string().trim().min(1).max(max)

export const LOST_CAUSES = ['custody', 'provider', 'office', 'justice', 'health', 'care', 'choice'] as const
export const lostCause = z.enum(LOST_CAUSES)
export type LostCause = z.infer<typeof lostCause>

export const specialDay = z.strictObject({
  id,
  day: civilDate,
  title: z.string(),
  kind: specialKind,
  /** Text as the calendar has it; null means the whole center. */
  dormitories: z.string().nullable(),
  startsAt: clockTime.nullable(),
  endsAt: clockTime.nullable(),
  /** Null: what its kind does by itself. */
  effect: specialEffect.nullable(),
})
export type SpecialDayFacts = z.infer<typeof specialDay>

export const sessionCard = z.strictObject({
  id,
  editionId: id,
  code: z.string().nullable(),
  /** Null where she who looks may not know which group of a sensitive axis it is. */
  title: z.string().nullable(),
  axis: z.string().nullable(),
  roomId: id,
  room: z.string(),
  instructorId: id.nullable(),
  instructor: z.string().nullable(),
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime,
  cancelledCause: lostCause.nullable(),
  cancelledNote: z.string().nullable(),
  /** The hours it had before a special day took a part of them. */
  shortened: z.strictObject({ startsAt: clockTime, endsAt: clockTime, cause: lostCause }).nullable(),
  /** Instant of the last change to when, where or whether it is held. */
  changedAt: instant.nullable(),
  version: z.int(),
  /** Women who hold a place that day. */
  places: z.int(),
  /** Marks on its roll. */
  marks: z.int(),
})
export type SessionCard = z.infer<typeof sessionCard>

const sessionRef = z.strictObject({ id, version: z.int() })
const span = { day: civilDate, startsAt: clockTime, endsAt: clockTime }
/** Absent: where and with whom it is. */
const elsewhere = { roomId: id.optional(), instructorId: id.optional() }

export const timetableContract = {
  'timetable.day': read({
    who: EVERYONE,
    input: z.strictObject({ day: civilDate }),
    output: z.strictObject({
      day: civilDate,
      sessions: z.array(sessionCard),
      specialDays: z.array(specialDay),
      /** Those that cannot be. */
      clashes: z.int(),
    }),
    refusals: [],
  }),
  'timetable.clashes': read({
    who: OFFICE,
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.array(clash),
    refusals: ['period-too-long'],
  }),
  'timetable.session': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: z.strictObject({ session: sessionCard, clashes: z.array(clash), specialDays: z.array(specialDay) }),
    refusals: ['unknown-session'],
  }),
  'timetable.cancel': change({
    who: RUNNERS,
    input: sessionRef.extend({ cause: lostCause, note: text(300).nullable() }),
    output: z.null(),
    refusals: ['unknown-session', 'stale', 'session-has-marks', 'already-cancelled', 'session-month-closed'],
  }),
  'timetable.restore': change({
    who: RUNNERS,
    input: sessionRef.extend({ reason: text(300) }),
    output: z.null(),
    refusals: [
      'unknown-session',
      'stale',
      'session-has-marks',
      'not-cancelled',
      'made-up-already',
      'session-month-closed',
    ],
  }),
  'timetable.previewMove': read({
    who: RUNNERS,
    input: z.strictObject({ id, ...span, ...elsewhere }),
    output: z.strictObject({ clashes: z.array(clash), specialDays: z.array(specialDay), closed: z.boolean() }),
    refusals: ['unknown-session', 'times-reversed'],
  }),
  'timetable.move': change({
    who: RUNNERS,
    input: sessionRef.extend({
      ...span,
      ...elsewhere,
      reason: text(300),
      /** Clashes that were shown and are gone on with. */
      seen: despiteClashes.shape.keys.default([]),
    }),
    output: z.null(),
    refusals: [
      'clash-blocks',
      'clash-unseen',
      'unknown-room',
      'unknown-session',
      'stale',
      'session-has-marks',
      'already-cancelled',
      'times-reversed',
      'outside-edition',
      'session-there',
      'closed-day',
      'session-month-closed',
    ],
  }),
  'timetable.specialDays': read({
    who: EVERYONE,
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.array(specialDay),
    refusals: [],
  }),
  'timetable.printMovements': issue({
    who: OFFICE,
    input: z.strictObject({ day: civilDate, dormitory: z.string().max(40).optional() }),
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print'],
  }),
  /** Who is expected where and when: for the door of each place. */
  'timetable.printArrivals': issue({
    who: OFFICE,
    input: z.strictObject({ day: civilDate }),
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print'],
  }),
  /** Half-page passes: of one woman's day, or of all the women of one session. */
  'timetable.printPass': issue({
    who: OFFICE,
    input: z
      .strictObject({ day: civilDate, personId: id.optional(), sessionId: id.optional() })
      .refine((input) => (input.personId ?? input.sessionId) !== undefined),
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print', 'sensitive-group'],
  }),
}

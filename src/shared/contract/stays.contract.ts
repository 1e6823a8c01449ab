/** Channels of a woman's stay: arriving, moving, being away, leaving with all that follows from it, and coming back. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, read } from './define'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()

/** `none`: she is in the register and has never been here. */
export const stayState = z.enum(['none', 'registered', 'active', 'away', 'left'])
export type StayState = z.output<typeof stayState>

export const LEFT_CAUSES = ['release', 'transfer', 'house-arrest', 'death', 'other'] as const
export const leftCause = z.enum(LEFT_CAUSES)
export type LeftCause = z.output<typeof leftCause>

export const ABSENCE_REASONS = ['court', 'hospital', 'licence', 'transfer', 'other'] as const
export const absenceReason = z.enum(ABSENCE_REASONS)
export type AbsenceReason = z.output<typeof absenceReason>

/** Why the state of her stay does not allow an act. */
export const STAY_REFUSALS = [
  'person-not-here',
  'person-here-already',
  'person-expected-already',
  'person-not-expected',
  'person-away-already',
  'person-not-away',
  'person-has-not-left',
] as const
export type StayRefusal = (typeof STAY_REFUSALS)[number]

const absence = z.strictObject({
  id,
  reason: absenceReason,
  leftOn: civilDate,
  expectedOn: civilDate.nullable(),
  note: z.string().nullable(),
  endedOn: civilDate.nullable(),
  endKind: z.enum(['returned', 'left']).nullable(),
  version: z.int(),
})
export type Absence = z.output<typeof absence>

const ofPerson = z.strictObject({
  state: stayState,
  /** The open stay, else the last one. */
  stayId: id.nullable(),
  stayVersion: z.int().nullable(),
  arrival: z
    .strictObject({
      id,
      expectedOn: civilDate,
      dormitory: z.string().nullable(),
      note: z.string().nullable(),
      version: z.int(),
    })
    .nullable(),
  /** The open absence, with what the limit of days away says of it. */
  away: absence
    .extend({
      daysAway: z.int(),
      limitOn: civilDate,
      standing: z.enum(['within', 'soon', 'past']),
    })
    .nullable(),
  absences: z.array(absence),
  /** How she left, if she has: what can be corrected or taken back. */
  leaving: z
    .strictObject({
      stayId: id,
      stayVersion: z.int(),
      leftOn: civilDate,
      cause: leftCause,
      /** The batch that closed her places and waits; null for what was imported or recorded before batches. */
      batchId: id.nullable(),
      /** Its month went to headquarters: no longer undone, only corrected. */
      closed: z.boolean(),
    })
    .nullable(),
  /** Records that were joined with this one and can still be parted again. */
  merges: z.array(
    z.strictObject({
      loserId: id,
      name: z.string(),
      fileNumber: z.string(),
      mergedOn: civilDate,
      batchId: id.nullable(),
      closed: z.boolean(),
    }),
  ),
})
export type StayOfPerson = z.output<typeof ofPerson>

const namedGroup = z.strictObject({ id, code: z.string(), title: z.string() })

/** What follows from her leaving: what ends by itself, and what somebody must look at. Rows only where they may be named. */
const consequences = z.strictObject({
  /** What was seen; the act refuses as `stale` if it is no longer so. */
  seen: z.string(),
  places: z.array(namedGroup),
  waits: z.array(z.strictObject({ id, title: z.string(), requestedOn: civilDate, offered: z.boolean() })),
  /** Groups that she who looks may not name. */
  hidden: z.strictObject({ places: z.int(), waits: z.int(), certificates: z.int() }),
  exclusions: z.int(),
  suspensions: z.int(),
  /** Sessions ahead from whose rosters she falls. */
  sessions: z.int(),
  /** Marks that say she came after that day: the day or the marks are wrong. */
  marksAfter: z.int(),
  appointments: z.array(
    z.strictObject({ id, day: civilDate, startsAt: clockTime, kind: z.string(), ofChild: z.boolean() }),
  ),
  absence: z.strictObject({ reason: absenceReason, leftOn: civilDate }).nullable(),
  children: z.strictObject({ count: z.int(), names: z.array(z.strictObject({ id, name: z.string() })).nullable() }),
  outings: z.strictObject({
    count: z.int(),
    rows: z
      .array(
        z.strictObject({
          id,
          folio: z.string(),
          child: z.string(),
          leavesOn: civilDate,
          leavesAt: clockTime,
          out: z.boolean(),
        }),
      )
      .nullable(),
  }),
  undelivered: z.array(z.strictObject({ id, folio: z.string(), title: z.string() })),
})
export type Consequences = z.output<typeof consequences>

const leaving = { leftOn: civilDate, cause: leftCause }
const note = z.string().trim().max(300).default('')
const counted = z.strictObject({ places: z.int(), waits: z.int(), appointments: z.int(), batchId: id })
const LEAVING_DAYS = ['day-in-the-future', 'before-admission', 'before-absence'] as const
const ABSENCE_DAYS = ['day-in-the-future', 'before-admission', 'back-before-leaving'] as const
const UNDO = ['unknown-batch', 'batch-undone', 'batch-in-use', 'month-closed'] as const

export const staysContract = {
  'people.stay': read({ who: OFFICE, input: z.strictObject({ id }), output: ofPerson, refusals: ['unknown-person'] }),
  'people.setDormitory': change({
    who: PLANNERS,
    input: z.strictObject({ id, stayVersion: z.int(), dormitory: optionalText(20) }),
    output: z.null(),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, 'nothing-changed'],
  }),
  /** She will come, and nobody has confirmed yet that she is here: she is on no list until then. */
  'people.expect': change({
    who: PLANNERS,
    input: z.strictObject({ id, expectedOn: civilDate, dormitory: optionalText(20), note }),
    output: z.null(),
    refusals: ['unknown-person', ...STAY_REFUSALS, 'before-leaving'],
  }),
  'people.confirmArrival': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), admittedOn: civilDate, dormitory: optionalText(20) }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-person',
      ...STAY_REFUSALS,
      'day-in-the-future',
      'before-leaving',
      'birth-after-admission',
    ],
  }),
  'people.cancelArrival': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS],
  }),
  'people.readmit': change({
    who: PLANNERS,
    input: z.strictObject({ id, admittedOn: civilDate, dormitory: optionalText(20) }),
    output: z.null(),
    refusals: ['unknown-person', ...STAY_REFUSALS, 'day-in-the-future', 'before-leaving', 'birth-after-admission'],
  }),
  /** What would follow from her leaving on a day. Changes nothing. */
  'people.previewLeaving': read({
    who: PLANNERS,
    input: z.strictObject({ id, leftOn: civilDate }),
    output: consequences,
    refusals: ['unknown-person', ...STAY_REFUSALS, ...LEAVING_DAYS],
  }),
  /** Does all that the preview named, as one batch. */
  'people.recordLeaving': change({
    who: PLANNERS,
    input: z.strictObject({ id, stayVersion: z.int(), ...leaving, note, seen: z.string() }),
    output: counted,
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, ...LEAVING_DAYS],
  }),
  /** The day or the cause was wrong. What her leaving ended is ended anew with them, where that can still be done. */
  'people.correctLeaving': change({
    who: PLANNERS,
    input: z.strictObject({ id, stayVersion: z.int(), ...leaving, reason: text(300) }),
    output: z.strictObject({ followed: z.boolean() }),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, ...LEAVING_DAYS, 'nothing-changed', 'batch-in-use'],
  }),
  /** She did not leave, was not away, or the two records are two women: what was done is taken back as one. */
  'people.undo': change({
    who: PLANNERS,
    input: z.strictObject({ id, batchId: id, reason: text(300) }),
    output: z.strictObject({ rows: z.int() }),
    refusals: ['unknown-person', ...UNDO, 'returned-since'],
  }),
}

export const absencesContract = {
  /** Away for a time: her places are kept and suspended until she is back. */
  'people.recordAbsence': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      stayVersion: z.int(),
      reason: absenceReason,
      leftOn: civilDate,
      expectedOn: civilDate.nullable(),
      note,
    }),
    output: z.strictObject({ suspended: z.int(), batchId: id }),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, ...ABSENCE_DAYS, 'before-return'],
  }),
  /** Expected on another day, or with another note. */
  'people.changeAbsence': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), expectedOn: civilDate.nullable(), note }),
    output: z.null(),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, 'back-before-leaving', 'nothing-changed'],
  }),
  /** She has been away for long: her places and waits end, and her stay goes on. Named by the preview of a leaving. */
  'people.endPlacesAway': change({
    who: PLANNERS,
    input: z.strictObject({ id, seen: z.string(), reason: text(300) }),
    output: counted,
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, 'before-absence', 'before-admission', 'day-in-the-future'],
  }),
  'people.recordReturn': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), returnedOn: civilDate }),
    output: z.strictObject({ restored: z.int(), batchId: id }),
    refusals: ['stale', 'unknown-person', ...STAY_REFUSALS, 'day-in-the-future', 'back-before-leaving'],
  }),
}

/** Channels of the calendar: days that are not as others, the holidays of a year, and what each week brings. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, type Role } from '../kernel/roles'
import { routineKind, specialEffect, specialKind } from '../kernel/special-days'
import { change, read } from './define'
import { lostCause, sessionCard, specialDay } from './timetable.contract'

/** Who writes the calendar. */
export const CALENDAR_KEEPERS: readonly Role[] = ['director', 'coordinator']

const text = (max: number) => z.string().trim().min(1).max(max)

/** A special day as somebody writes it down. */
const written = {
  day: civilDate,
  title: text(160),
  kind: specialKind,
  dormitories: text(200).nullable(),
  startsAt: clockTime.nullable(),
  endsAt: clockTime.nullable(),
  /** Null: what its kind does by itself. */
  effect: specialEffect.nullable(),
}

export const calendarDay = specialDay.extend({
  version: z.int(),
  /** What it does in the end, and who answers for the hours it takes. */
  does: specialEffect,
  cause: lostCause,
  cancelled: z.int(),
  shortened: z.int(),
})
export type CalendarDay = z.infer<typeof calendarDay>

/** One session that a change of the calendar would change. */
const sessionChange = z.strictObject({
  session: sessionCard,
  becomes: z.enum(['cancelled', 'shortened', 'held']),
  startsAt: clockTime,
  endsAt: clockTime,
  /** With how many things it would clash if it were held again; both sides are named when it is opened. */
  clashes: z.int(),
})
export type CalendarChange = z.infer<typeof sessionChange>

const consequences = z.strictObject({
  does: specialEffect,
  cause: lostCause,
  changes: z.array(sessionChange),
  /** Sessions with a roll, which are not touched. */
  marked: z.int(),
  /** Sessions that it meets and leaves as they are: it only warns. */
  met: z.int(),
})
export type CalendarConsequences = z.infer<typeof consequences>

const outcome = z.strictObject({ id, cancelled: z.int(), shortened: z.int(), restored: z.int() })

export const HOLIDAY_KEYS = [
  'new-year',
  'constitution',
  'juarez',
  'labour',
  'independence',
  'handover-october',
  'revolution',
  'handover-december',
  'christmas',
] as const
/** Days on which the law lets people work, and on which little is held all the same (domain §6.1). */
export const CUSTOMARY_KEYS = [
  'kings',
  'holy-thursday',
  'holy-friday',
  'children',
  'mothers',
  'all-souls',
  'christmas-eve',
  'new-years-eve',
] as const

const yearDay = z.strictObject({
  key: z.enum([...HOLIDAY_KEYS, ...CUSTOMARY_KEYS]),
  day: civilDate,
  title: z.string(),
  /** By LFT art. 74; the others are customary. */
  statutory: z.boolean(),
  /** The day it commemorates, where it moves to a Monday. */
  of: civilDate.nullable(),
  /** A day of the calendar that stands there already as a holiday or under that name. */
  standsAs: z.string().nullable(),
  /** Sessions that it would cancel. */
  cancels: z.int(),
})
export type YearDay = z.infer<typeof yearDay>

const year = z.int().min(2006).max(2100)

export const routineSeries = z.strictObject({
  id,
  kind: routineKind,
  title: z.string(),
  dormitories: z.string().nullable(),
  weekdays: z.array(z.int().min(1).max(7)),
  startsAt: clockTime,
  endsAt: clockTime,
  validFrom: civilDate,
  validUntil: civilDate.nullable(),
})
export type RoutineSeries = z.infer<typeof routineSeries>

const writtenRoutine = {
  kind: routineKind,
  title: text(80),
  dormitories: text(200).nullable(),
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  startsAt: clockTime,
  endsAt: clockTime,
}

export const calendarContract = {
  /** Special days of a period with what they do, and the routines that hold in some of it. */
  'office.calendar': read({
    who: OFFICE,
    input: z.strictObject({ from: civilDate, until: civilDate }),
    output: z.strictObject({ days: z.array(calendarDay), routines: z.array(routineSeries) }),
    refusals: ['period-too-long'],
  }),
  /** What a day written down, changed (`id`) or taken away (`id` alone) would do to sessions. */
  'office.previewSpecialDay': read({
    who: OFFICE,
    input: z.strictObject({ id: id.nullable(), day: z.strictObject(written).nullable() }),
    output: consequences,
    refusals: ['unknown-special-day'],
  }),
  /** Cancels or shortens the sessions it meets, with its cause; they point at it. */
  'office.addSpecialDay': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject(written),
    output: outcome,
    refusals: ['same-special-day', 'times-reversed'],
  }),
  'office.changeSpecialDay': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ id, version: z.int(), ...written }),
    output: outcome,
    refusals: ['unknown-special-day', 'stale', 'same-special-day', 'times-reversed'],
  }),
  /** Of the sessions it had taken, those in `restore` are held again; the others stay as they are. Absent: all. */
  'office.removeSpecialDay': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ id, version: z.int(), reason: text(300), restore: z.array(id).max(2000).optional() }),
    output: outcome,
    refusals: ['unknown-special-day', 'stale'],
  }),
  /** The days of a year that the law and custom propose. */
  'office.daysOfYear': read({
    who: OFFICE,
    input: z.strictObject({ year }),
    output: z.array(yearDay),
    refusals: [],
  }),
  /** Writes down the chosen ones in one act that can be taken back. */
  'office.addDaysOfYear': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ year, keys: z.array(yearDay.shape.key).min(1).max(20) }),
    output: z.strictObject({ batchId: id, added: z.int(), cancelled: z.int() }),
    refusals: ['same-special-day'],
  }),
  'office.addRoutine': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ ...writtenRoutine, validFrom: civilDate, validUntil: civilDate.nullable() }),
    output: z.strictObject({ id }),
    refusals: ['times-reversed', 'dates-reversed'],
  }),
  /** From a day on it is otherwise; what was before that day stays as it was. */
  'office.changeRoutine': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ id, ...writtenRoutine, from: civilDate, validUntil: civilDate.nullable() }),
    output: z.strictObject({ id }),
    refusals: ['unknown-routine', 'times-reversed', 'dates-reversed'],
  }),
  /** Its last day; one before its first takes it away altogether. */
  'office.endRoutine': change({
    who: CALENDAR_KEEPERS,
    input: z.strictObject({ id, lastDay: civilDate, reason: text(300) }),
    output: z.null(),
    refusals: ['unknown-routine'],
  }),
}

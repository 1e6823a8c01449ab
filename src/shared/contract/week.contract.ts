/** Channels of the week: by room, instructor, woman or dormitory, with all that lies in it, on the page and on paper. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE } from '../kernel/roles'
import { routineKind } from '../kernel/special-days'
import { clash } from './clash-facts'
import { issue, read } from './define'
import { issuedPaper } from './paper'
import { sessionCard, specialDay } from './timetable.contract'

export const WEEK_VIEWS = ['room', 'instructor', 'woman', 'dormitory'] as const
export const weekView = z.enum(WEEK_VIEWS)
export type WeekView = z.infer<typeof weekView>

/** The id of a room, an instructor or a woman; the name of a dormitory. */
const subject = z.string().trim().min(1).max(80)
const ofWeek = { day: civilDate, by: weekView, id: subject.optional() }

const weekSession = sessionCard.extend({
  /** Of the dormitory shown, how many women go to it; null in the other views. */
  fromHere: z.int().nullable(),
})
export type WeekSession = z.infer<typeof weekSession>

/** A count, a meal, the lock-up on one day of the week. */
const weekRoutine = z.strictObject({
  id,
  day: civilDate,
  kind: routineKind,
  title: z.string(),
  dormitories: z.string().nullable(),
  startsAt: clockTime,
  endsAt: clockTime,
})
export type WeekRoutine = z.infer<typeof weekRoutine>

const weekAppointment = z.strictObject({
  id,
  day: civilDate,
  startsAt: clockTime,
  endsAt: clockTime.nullable(),
  /** Whose it is; null where the view is hers, or where she who looks may not know of the child. */
  who: z.string().nullable(),
  ofChild: z.boolean(),
  /** Null: outside the center, or not to be told. */
  place: z.string().nullable(),
  outside: z.boolean(),
})
export type WeekAppointment = z.infer<typeof weekAppointment>

const weekOuting = z.strictObject({
  id,
  day: civilDate,
  startsAt: clockTime,
  /** Null: not back that day. */
  endsAt: clockTime.nullable(),
  child: z.string(),
})
export type WeekOuting = z.infer<typeof weekOuting>

export const weekContract = {
  'timetable.week': read({
    who: OFFICE,
    /** Any day of the week; without an id, the sessions of all rooms (or instructors). */
    input: z.strictObject(ofWeek),
    output: z.strictObject({
      monday: civilDate,
      sessions: z.array(weekSession),
      specialDays: z.array(specialDay),
      routines: z.array(weekRoutine),
      appointments: z.array(weekAppointment),
      /** Of the children of the women shown; empty for roles that do not read children's files. */
      outings: z.array(weekOuting),
      clashes: z.array(clash),
    }),
    refusals: ['pick-a-woman', 'pick-a-dormitory'],
  }),
  'timetable.picks': read({
    who: OFFICE,
    input: z.strictObject({ by: weekView, text: z.string().max(80).default(''), id: subject.optional() }),
    output: z.array(z.strictObject({ id: z.string(), label: z.string(), hint: z.string().nullable() })),
    refusals: [],
  }),
  /** One sheet, whatever is on it; of all rooms without an id. */
  'timetable.printWeek': issue({
    who: OFFICE,
    input: z.strictObject({ ...ofWeek, by: weekView.default('room') }),
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print', 'pick-a-woman', 'pick-a-dormitory'],
  }),
}

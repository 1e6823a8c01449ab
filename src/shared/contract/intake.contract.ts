/** Channels of the short intake: ten minutes, five blocks, every question may be skipped (docs/domain.md §8.5). */
import { z } from 'zod'
import { civilDate, civilMonth, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CIRCLES } from './alerts.contract'
import { change, read } from './define'

export const SCHOOLING = [
  'none',
  'primary-some',
  'primary',
  'secondary-some',
  'secondary',
  'upper-some',
  'upper',
  'higher',
] as const
export const FLUENCY = ['none', 'little', 'well'] as const
/** What keeps her from taking part. Health without any detail: that is for the health file, not for the office's. */
export const BARRIERS = [
  'care',
  'court-dates',
  'prison-work',
  'materials',
  'language',
  'reading',
  'health',
  'mobility',
  'fear',
  'no-interest',
] as const

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
/** A trade is the id of a workshop of the catalog, or what she called it. */
const trades = z.array(z.string().trim().min(1).max(80)).max(20)

export const intakeAnswers = z.strictObject({
  schooling: z.enum(SCHOOLING).nullable(),
  wantsSchool: z.boolean().nullable(),
  tradesKnown: trades,
  tradesWanted: trades,
  tradesNote: text(300),
  childrenOutside: z.int().min(0).max(20).nullable(),
  childrenOutsideWith: text(160),
  dependants: text(160),
  /** As she names them: many cannot say which, and that is an answer too. */
  languages: text(120),
  spanish: z.enum(FLUENCY).nullable(),
  reads: z.enum(FLUENCY).nullable(),
  readAloud: z.boolean().nullable(),
  barriers: z.array(z.enum(BARRIERS)).max(BARRIERS.length),
  barriersNote: text(300),
  /** The month in which she expects to leave, in her own word: nobody asks for the sentence. */
  leavesAbout: civilMonth.nullable(),
})
export type IntakeAnswers = z.output<typeof intakeAnswers>

export const intakeTaken = z.strictObject({
  id,
  takenOn: civilDate,
  takenAt: instant,
  takenBy: z.string().nullable(),
  /** Taken in the stay that runs now, and not in an earlier one. */
  ofThisStay: z.boolean(),
  /** She did not want to answer: an answer like any other. */
  declined: z.boolean(),
  answers: intakeAnswers.extend({
    tradesNote: z.string().nullable(),
    childrenOutsideWith: z.string().nullable(),
    dependants: z.string().nullable(),
    languages: z.string().nullable(),
    barriersNote: z.string().nullable(),
  }),
})
export type IntakeTaken = z.output<typeof intakeTaken>

export const intakeContract = {
  'people.intake': read({
    who: CIRCLES.office,
    input: z.strictObject({ id }),
    output: z.strictObject({
      /** The latest first; the first one holds. */
      taken: z.array(intakeTaken),
      /** Day by which this stay's is due; null once it is taken, or if she is not here. */
      dueOn: civilDate.nullable(),
      /** What the register says, to begin with. */
      register: z.strictObject({ schooling: z.string().nullable(), language: z.string().nullable() }),
      childrenInside: z.int(),
      /** The catalog, to pick from. */
      workshops: z.array(z.strictObject({ id, title: z.string() })),
    }),
    refusals: ['unknown-person'],
  }),
  'people.recordIntake': change({
    who: CIRCLES.office,
    input: z.strictObject({
      personId: id,
      /** The intake that was on the page; null if there was none. */
      after: id.nullable(),
      takenOn: civilDate,
      declined: z.boolean(),
      answers: intakeAnswers,
    }),
    output: z.strictObject({ id }),
    refusals: [
      'stale',
      'unknown-person',
      'person-not-here',
      'day-in-the-future',
      'before-admission',
      'nothing-answered',
    ],
  }),
}

/** What is known of a child's health, in the shapes in which it travels. Read by the contract, by main and by the pages. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { INSTRUMENTS, LIGHTS, SCREENED } from './child-development'

export const text = (max: number) => z.string().trim().min(1).max(max)
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()

export const OUTCOMES = ['done', 'referred', 'not-wanted'] as const
export const outcome = z.enum(OUTCOMES)
export type HealthOutcome = z.output<typeof outcome>

/**
 * Where something of the scheme stands on a day. `missed`: a check-up whose age has passed, for the next one is due
 * already. `unknown`: without a birth date nobody can say.
 */
export const LINE_STATES = [
  'done',
  'ahead',
  'due',
  'overdue',
  /**
   * Its days have passed, and it may well have been done: nobody has keyed anything of the card yet, or the child has been
   * to another check-up since.
   */
  'unread',
  'missed',
  'referred',
  'not-wanted',
  'unknown',
] as const
const lineState = z.enum(LINE_STATES)
export type LineState = z.output<typeof lineState>

/** Something that was recorded: by whom and when, and its version for whoever withdraws it. */
const recorded = { id, version: z.int(), recordedOn: civilDate, recordedBy: z.string().nullable() }

const record = z.strictObject({
  ...recorded,
  outcome,
  day: civilDate,
  /** Of a dose: the entry on the card was seen. */
  seenOnCard: z.boolean(),
  /** Why it is not wanted, or a note; never clinical. */
  note: z.string().nullable(),
})
export type HealthRecord = z.output<typeof record>

const line = {
  /** From this day on; null while the birth date is unknown. */
  from: civilDate.nullable(),
  /** Overdue after this day. */
  until: civilDate.nullable(),
  state: lineState,
  /** The record that gives the state, and those it outweighs. */
  records: z.array(record),
}
export const doseLine = z.strictObject({
  vaccine: z.string(),
  dose: z.string(),
  note: z.string().nullable(),
  /** False for what was recorded and the scheme in force no longer has. */
  inScheme: z.boolean(),
  /** Age in months from which it is due, by the scheme. */
  fromMonths: z.int().nullable(),
  ...line,
})
export type DoseLine = z.output<typeof doseLine>
export const checkLine = z.strictObject({
  /** `7d`, `12m`; null for check-ups outside the scheme. */
  milestone: z.string().nullable(),
  ...line,
})
export type CheckLine = z.output<typeof checkLine>

export const growth = z.strictObject({
  ...recorded,
  day: civilDate,
  /** Completed months on the day; null without a birth date. */
  months: z.int().nullable(),
  /** Months with one decimal, for the picture. */
  age: z.number().nullable(),
  weightG: z.int().nullable(),
  heightMm: z.int().nullable(),
  /** Measured lying: length; standing: height. */
  lying: z.boolean(),
  headMm: z.int().nullable(),
  measuredBy: z.string(),
})
export type Growth = z.output<typeof growth>

const areaResult = z.strictObject({
  area: z.enum(SCREENED),
  light: z.enum(LIGHTS),
  /** Of an area of the ASQ-3, 0 to 60. */
  total: z.int().min(0).max(60).nullable(),
})
export const screening = z.strictObject({
  ...recorded,
  instrument: z.enum(INSTRUMENTS),
  instrumentVersion: z.string(),
  day: civilDate,
  /** EDI: 1 to 14. ASQ-3: the questionnaire, in months. */
  ageGroup: z.int(),
  corrected: z.boolean(),
  evaluator: z.string(),
  overall: z.enum(LIGHTS),
  areas: z.array(areaResult),
  referral: z.strictObject({ to: z.string(), on: civilDate, answeredOn: civilDate.nullable() }).nullable(),
})
export type ScreeningRecord = z.output<typeof screening>

/** What is next for the screening of a child. */
export const prompt = z.strictObject({
  kind: z.enum(['group', 'retest', 'refer', 'answer']),
  /** The group it is about, of a prompt by age. */
  group: z.int().nullable(),
  dueOn: civilDate,
  /** The screening that asks for it. */
  screeningId: id.nullable(),
})
export type ScreeningPrompt = z.output<typeof prompt>

export const schemeName = { id, name: z.string(), source: z.string(), sourceDay: civilDate, fromDay: civilDate }
export const ageOfChild = z.strictObject({
  months: z.int().nullable(),
  approximate: z.boolean(),
  /** Months counted from the day she or he would have been born at term; null if born at term, or after two years. */
  correctedMonths: z.int().nullable(),
})

export const schemeDose = z
  .strictObject({
    vaccine: text(60),
    dose: text(40),
    fromMonths: z.int().min(0).max(72),
    untilMonths: z.int().min(1).max(84),
    note: optionalText(160),
  })
  .refine((row) => row.untilMonths > row.fromMonths, { path: ['untilMonths'] })
export const schemeCheck = z
  .strictObject({
    age: z.int().min(1).max(120),
    untilAge: z.int().min(2).max(150),
    unit: z.enum(['days', 'months']),
  })
  .refine((row) => row.untilAge > row.age, { path: ['untilAge'] })
export type SchemeDose = z.output<typeof schemeDose>
export type SchemeCheck = z.output<typeof schemeCheck>

export const dueChild = z.strictObject({
  childId: id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  birthDate: civilDate.nullable(),
  age: ageOfChild,
  /** Nothing of the child's card was ever written down: all seems overdue, and nobody knows. */
  blank: z.boolean(),
  /** Due, overdue or referred without an answer; the longest overdue first. */
  doses: z.array(
    z.strictObject({ vaccine: z.string(), dose: z.string(), state: lineState, until: civilDate.nullable() }),
  ),
  checks: z.array(z.strictObject({ milestone: z.string(), state: lineState, until: civilDate.nullable() })),
})
export type DueChild = z.output<typeof dueChild>

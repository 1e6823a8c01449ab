/**
 * Channels of the separation: the center's milestones, a child's plan with its steps, and the sheet for the day on which
 * a child must go at once. A plan is counted back from the limit (or from any other day), and forward from the farewell.
 */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { ageFacts } from './children.contract'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
const version = z.int()
const reason = text(300)

const side = z.enum(['before', 'after'])
const concerns = z.enum(['child', 'mother', 'both'])
/** When a line falls: whole months and days before or after the day of separation. */
const when = { side, months: z.int().min(0).max(24), days: z.int().min(0).max(365) }

/** The lines that every center begins with, in their order; their words are `children.milestone.<word>`. */
export const MILESTONE_WORDS = [
  'carer-found',
  'home-visit',
  'preparation',
  'first-outing',
  'papers-ready',
  'school-place',
  'overnight-outing',
  'long-outing',
  'mother-support',
  'farewell',
  'hand-over',
  'first-visit',
  'follow-up-30',
  'follow-up-90',
  'follow-up-180',
] as const

/** A line as Umbral brings it has a word, one of the center's own a title. */
const named = { word: z.enum(MILESTONE_WORDS).nullable(), title: z.string().nullable() }
export const milestone = z.strictObject({
  id,
  version,
  ...named,
  ...when,
  concerns,
  fromDay: civilDate,
  untilDay: civilDate.nullable(),
})
export type Milestone = z.output<typeof milestone>

export const PLAN_CAUSES = ['age-limit', 'mother-leaves', 'voluntary', 'authority', 'other'] as const
export const PLAN_ENDS = ['completed', 'stays', 'with-mother', 'other'] as const
export const STEP_STATES = ['to-do', 'done', 'not-possible'] as const

export const separationStep = z.strictObject({
  id,
  version,
  ...named,
  side,
  months: z.int().nullable(),
  days: z.int().nullable(),
  concerns,
  dueOn: civilDate,
  state: z.enum(STEP_STATES),
  /** How it stands today: a step still to do is due within the days of the rule, or overdue. */
  standing: z.enum(['done', 'not-possible', 'overdue', 'due', 'ahead']),
  doneOn: civilDate.nullable(),
  who: z.string().nullable(),
  note: z.string().nullable(),
})
export type SeparationStep = z.output<typeof separationStep>

export const separationPlan = z.strictObject({
  id,
  version,
  cause: z.enum(PLAN_CAUSES),
  targetDay: civilDate,
  madeOn: civilDate,
  note: z.string().nullable(),
  separatedOn: civilDate.nullable(),
  closedOn: civilDate.nullable(),
  closeCause: z.enum(PLAN_ENDS).nullable(),
  closeNote: z.string().nullable(),
  steps: z.array(separationStep),
})
export type SeparationPlan = z.output<typeof separationPlan>

/** An outing of the kind “separation”: a graded step away from the center and back. */
const gradedOuting = z.strictObject({
  id,
  folio: z.string(),
  leavesOn: civilDate,
  returnsOn: civilDate,
  adultName: z.string(),
  nights: z.int(),
  state: z.enum(['made', 'ahead', 'not-made']),
})

export const emergencySheet = z.strictObject({
  version,
  carers: z.array(
    z.strictObject({
      fullName: z.string(),
      relation: z.string().nullable(),
      phone: z.string().nullable(),
      distance: z.string().nullable(),
    }),
  ),
  allergies: z.string().nullable(),
  medicines: z.string().nullable(),
  doctor: z.string().nullable(),
  doctorPhone: z.string().nullable(),
  comfort: z.string().nullable(),
  feeding: z.string().nullable(),
  reviewedOn: civilDate,
  reviewedBy: z.string().nullable(),
})
export type EmergencySheet = z.output<typeof emergencySheet>

/** What a sheet may lack; the paper names each. */
export const SHEET_GAPS = [
  'first-carer',
  'second-carer',
  'carer-phone',
  'allergies',
  'doctor',
  'comfort',
  'birth',
] as const

export const separationContract = {
  'children.milestones': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.array(milestone),
    refusals: [],
  }),
  'children.addMilestone': change({
    who: CHILDREN,
    input: z.strictObject({ title: text(120), ...when, concerns, fromDay: civilDate }),
    output: z.strictObject({ id }),
    refusals: ['milestone-listed-already', 'day-has-passed'],
  }),
  /** The line as it was ends on the day, and one with the new values begins: plans made before keep theirs. */
  'children.alterMilestone': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, title: optionalText(120), ...when, concerns, fromDay: civilDate }),
    output: z.strictObject({ id }),
    refusals: ['stale', 'unknown-milestone', 'nothing-changed', 'day-has-passed'],
  }),
  'children.endMilestone': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, untilDay: civilDate, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-milestone', 'day-has-passed'],
  }),
  'children.plan': read({
    who: CHILDREN,
    audited: 'child.read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      today: civilDate,
      age: ageFacts,
      plan: separationPlan.nullable(),
      /** Plans that were closed, the latest first. */
      earlier: z.array(separationPlan),
      outings: z.array(gradedOuting),
      /** The day that a plan for the age limit counts from today: the limit, or the end of a granted extension. */
      limitDay: civilDate.nullable(),
    }),
    refusals: ['unknown-child'],
  }),
  'children.makePlan': change({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      cause: z.enum(PLAN_CAUSES),
      targetDay: civilDate,
      note: optionalText(300),
    }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'child-lives-outside', 'plan-open-already', 'day-not-ahead'],
  }),
  /** Another day of separation: steps still to do move with it, but those whose day was set by hand. */
  'children.movePlan': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, targetDay: civilDate, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-plan', 'plan-closed', 'nothing-changed', 'child-left-already'],
  }),
  'children.closePlan': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, closeCause: z.enum(PLAN_ENDS), reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-plan', 'plan-closed', 'steps-to-do'],
  }),
  'children.reopenPlan': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-plan', 'plan-open-already'],
  }),
  'children.addStep': change({
    who: CHILDREN,
    input: z.strictObject({ planId: id, title: text(120), side, concerns, dueOn: civilDate }),
    output: z.strictObject({ id }),
    refusals: ['unknown-plan', 'plan-closed'],
  }),
  'children.moveStep': change({
    who: CHILDREN,
    input: z.strictObject({ id, version, dueOn: civilDate, reason }),
    output: z.null(),
    refusals: ['stale', 'unknown-step', 'plan-closed', 'step-not-to-do', 'nothing-changed'],
  }),
  /** Done, not possible with its reason, or to do again. */
  'children.setStep': change({
    who: CHILDREN,
    input: z
      .strictObject({
        id,
        version,
        state: z.enum(STEP_STATES),
        on: civilDate.nullable(),
        who: optionalText(120),
        note: optionalText(300),
      })
      .refine((input) => (input.state === 'to-do') === (input.on === null), { path: ['on'] })
      .refine((input) => input.state === 'done' || input.note !== null, { path: ['note'] }),
    output: z.null(),
    refusals: ['stale', 'unknown-step', 'plan-closed', 'step-act-impossible', 'day-in-the-future'],
  }),
  'children.printPlan': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['stale', 'unknown-child', 'unknown-plan'],
  }),
  'children.emergencySheet': read({
    who: CHILDREN,
    audited: 'child.read',
    input: z.strictObject({ id }),
    output: z.strictObject({
      sheet: emergencySheet.nullable(),
      gaps: z.array(z.enum(SHEET_GAPS)),
      /** By when it must be looked at again; null while there is none. */
      reviewBy: civilDate.nullable(),
      /** Who may not come near: by order of an authority. */
      forbidden: z.array(z.strictObject({ name: z.string(), relation: z.string().nullable(), order: z.string() })),
      /** Named at the admission: offered as the first carer. */
      alternative: z
        .strictObject({ name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() })
        .nullable(),
    }),
    refusals: ['unknown-child'],
  }),
  /** Keeps the sheet, and with it says that it was looked at today. */
  'children.keepEmergencySheet': change({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      /** Null for the first. */
      version: version.nullable(),
      carers: z
        .array(
          z.strictObject({
            fullName: text(160),
            relation: optionalText(60),
            phone: optionalText(40),
            distance: optionalText(80),
          }),
        )
        .max(2),
      allergies: optionalText(300),
      medicines: optionalText(300),
      doctor: optionalText(120),
      doctorPhone: optionalText(40),
      comfort: optionalText(300),
      feeding: optionalText(300),
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-child'],
  }),
  'children.printEmergencySheet': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['stale', 'unknown-child'],
  }),
}

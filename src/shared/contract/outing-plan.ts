/** What is asked for when children are to go out: who, with whom, where and when. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { outingKind } from './outings.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const optional = (max: number) => z.string().trim().max(max).optional()

export const escort = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('grid'), id }),
  z.strictObject({ from: z.literal('staff'), id }),
  z.strictObject({ from: z.literal('instructor'), id }),
])
export const HELPER_DUTIES = ['helper', 'doctor'] as const
const helper = z.strictObject({
  duty: z.enum(HELPER_DUTIES),
  name: text(120),
  document: optional(60),
  /** If she works here. */
  staffId: id.optional(),
  instructorId: id.optional(),
})
export const times = { leavesOn: civilDate, leavesAt: clockTime, returnsOn: civilDate, returnsAt: clockTime }

/** What is asked for. Each child goes on each occurrence that does not leave her out, on a line of her own. */
export const outingPlan = z.strictObject({
  kind: outingKind,
  reason: text(200),
  destination: optional(160),
  transport: optional(160),
  /** Beyond the municipality. */
  travels: z.boolean().default(false),
  phone: optional(40),
  note: optional(300),
  escort,
  /** Who of the grid brings the child back, if it is somebody else. */
  returner: id.nullable().default(null),
  helpers: z.array(helper).max(20).default([]),
  children: z
    .array(
      z.strictObject({
        childId: id,
        allergies: optional(300),
        belongings: optional(300),
        /** What the mother says to photographs; null: not asked. */
        photo: z.boolean().nullable().default(null),
      }),
    )
    .min(1)
    .max(40),
  occurrences: z
    .array(
      z.strictObject({
        ...times,
        /** Children of the plan who do not go this time. */
        without: z.array(id).max(40).default([]),
      }),
    )
    .min(1)
    .max(60),
  /** The step of a child's plan of separation that it serves; done once she is back. */
  separationStepId: id.nullable().default(null),
})
export type OutingPlanInput = z.input<typeof outingPlan>
/** The same, parsed: defaults filled in. */
export type AskedPlan = z.output<typeof outingPlan>

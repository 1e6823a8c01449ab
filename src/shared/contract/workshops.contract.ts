/** Channels of the catalog: workshops with their modules, requirements, kit and certificate rules; rooms, instructors. */
import { z } from 'zod'
import { id } from '../kernel/ids'

const text = (max: number) => z.string().trim().min(1).max(max)

/** How a session is arranged for the children of those who come. */
export const CARES = ['children-welcome', 'childcare', 'mother-arranges'] as const
export const care = z.enum(CARES)
export type Care = z.infer<typeof care>

/** From the lowest; each holds those before it. */
export const SCHOOLING_LEVELS = ['reads', 'primary', 'secondary', 'high-school', 'higher'] as const
export type SchoolingLevel = (typeof SCHOOLING_LEVELS)[number]

const count = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d?$/)
    .refine((value) => Number(value) <= most)

/** A soft rule of entry; what its value means is told by its kind. */
export const requirement = z.discriminatedUnion('kind', [
  /** At least. */
  z.strictObject({ kind: z.literal('schooling'), value: z.enum(SCHOOLING_LEVELS) }),
  z.strictObject({ kind: z.literal('prior-workshop'), value: id }),
  z.strictObject({ kind: z.literal('prior-module'), value: id }),
  /** Open places elsewhere must be fewer. */
  z.strictObject({ kind: z.literal('max-places'), value: count(20) }),
  /** Hours a week of all her places, this one included, at most. */
  z.strictObject({ kind: z.literal('max-hours'), value: count(60) }),
  z.strictObject({ kind: z.literal('legal-status'), value: z.enum(['tried', 'sentenced']) }),
  z.strictObject({ kind: z.literal('language'), value: text(40) }),
  /** A mother whose child lives here needs care to be covered. */
  z.strictObject({ kind: z.literal('care'), value: z.literal('') }),
  /** What nothing on file can answer. */
  z.strictObject({ kind: z.literal('to-check'), value: text(160) }),
])
export type Requirement = z.infer<typeof requirement>
export const REQUIREMENT_KINDS = requirement.options.map((option) => option.shape.kind.value)

/** What a place can be on a day (SM-3), why she is not expected although it is hers, and what stands against giving it. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'

/** `auto-suspended` is what an absence from the center did, and only her return takes it back. */
export const PLACE_STATES = ['pending', 'active', 'suspended', 'auto-suspended', 'ended'] as const
export const placeState = z.enum(PLACE_STATES)
export type PlaceState = (typeof PLACE_STATES)[number]

/** Why she has days on which she does not attend. */
export const EXCLUSION_REASONS = ['medical', 'breastfeeding', 'school', 'court', 'other'] as const
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number]

/** Why a place rests by hand. They are reported apart, so that a sanction never counts as health. */
export const SUSPENSION_CAUSES = ['health', 'sanction', 'court', 'maternity', 'request', 'capacity'] as const
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number]

export const exclusion = z.strictObject({
  id,
  weekday: z.int().min(1).max(7),
  /** Null: the whole of that weekday. */
  startsAt: clockTime.nullable(),
  reason: z.enum(EXCLUSION_REASONS),
  note: z.string().nullable(),
  from: civilDate,
  /** The last day of it; null while it goes on. */
  until: civilDate.nullable(),
  reviewOn: civilDate.nullable(),
  /** The group has no hour left to which it speaks: its slots have changed. */
  orphan: z.boolean(),
  version: z.int(),
})
export type Exclusion = z.infer<typeof exclusion>

export const suspension = z.strictObject({
  id,
  cause: z.enum([...SUSPENSION_CAUSES, 'away']),
  from: civilDate,
  /** The day from which she is expected again; null while nobody knows. */
  backOn: civilDate.nullable(),
  reviewOn: civilDate.nullable(),
  note: z.string().nullable(),
  version: z.int(),
})
export type Suspension = z.infer<typeof suspension>

export const WARNING_KINDS = ['clash', 'keep-apart', 'requirement', 'away', 'consent', 'turn'] as const
export type WarningKind = (typeof WARNING_KINDS)[number]

/** What stands against a place for a woman who could otherwise have it. */
export const placeWarning = z.strictObject({
  /** Names it where somebody goes on despite it; the same as long as the facts are. */
  key: z.string().max(200),
  kind: z.enum(WARNING_KINDS),
  /** `block` is for nobody to lift (keeping apart: for the director), `warn` wants a reason, `info` is good to know. */
  level: z.enum(['block', 'warn', 'info']),
  /** Which sentence, and the figures in it: `places.warning.<kind>.<says>`. */
  says: z.string().max(60),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type PlaceWarning = z.infer<typeof placeWarning>

/** What she goes on despite, and why: kept with the place. */
export const despite = z.strictObject({
  keys: z.array(z.string().max(200)).min(1).max(60),
  reason: z.string().trim().min(1).max(300),
})
export type Despite = z.infer<typeof despite>

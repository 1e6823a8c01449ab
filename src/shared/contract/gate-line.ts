/** What the gate sees and says: states, checks, steps, the line of a child, who brings her back. Shapes of `gate.contract`. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { gateReason, outingKind } from './outings.contract'

export { gateReason, type GateReason } from './outings.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const note = z.string().trim().max(300).optional()

/** From so many returns with delay on, the adult is flagged: it warns, and never blocks. */
export const LATE_RETURNS_FLAG = 2

/** Where a child is on an outing (SM-7); computed from what was planned and what was seen. */
export const MOVEMENT_STATES = [
  'scheduled',
  'out',
  'late',
  'back',
  'back-late',
  'not-returned',
  'not-made',
  'stays',
  'cancelled',
] as const
export type MovementState = (typeof MOVEMENT_STATES)[number]

export const MOVEMENT_ACTS = ['leave', 'come-back', 'undo', 'not-made', 'not-returned', 'stay', 'call'] as const
export type MovementAct = (typeof MOVEMENT_ACTS)[number]

/** What is done when a child does not come: by how much she is late says `STEP_MINUTES`. */
export const RETURN_STEPS = ['call-taker', 'call-lead', 'protocol'] as const
export type ReturnStep = (typeof RETURN_STEPS)[number]

/** What is looked at before a child leaves. A slip is none of them. */
export const GATE_CHECKS = ['child', 'adult', 'document', 'belongings'] as const
export type GateCheck = (typeof GATE_CHECKS)[number]

export const NOT_MADE_REASONS = ['adult', 'ill', 'custody', 'mother', 'center', 'weather', 'other'] as const
export type NotMadeReason = (typeof NOT_MADE_REASONS)[number]

export const HEADCOUNT_STEPS = ['leaving', 'boarding', 'arrival', 'move', 'return', 'handover'] as const
export type HeadcountStep = (typeof HEADCOUNT_STEPS)[number]

export const moment = z.strictObject({ day: civilDate, time: clockTime })
/** When it happened, if it is written down later than that, and why. */
export const happened = moment.extend({ reason: text(200) })
export const gateKey = z.strictObject({ id, version: z.int() })

/** What the gate may see of an outing: names, adult and document, times, status, reasons. Nothing else of the child. */
export const gateLine = z.strictObject({
  id,
  version: z.int(),
  permissionId: id,
  folio: z.string(),
  child: z.string(),
  kind: outingKind,
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adult: z.string(),
  adultDocument: z.string().nullable(),
  /** Whoever is to bring her back, where that is somebody else. */
  returner: z.string().nullable(),
  /** Only while the child is late: the number to call. */
  phone: z.string().nullable(),
  state: z.enum(MOVEMENT_STATES),
  lateMinutes: z.int(),
  out: moment.nullable(),
  back: moment.nullable(),
  /** Written down later than it happened. */
  backdated: z.boolean(),
  /** How often her adult has brought children back late, from the flag on; 0 before. */
  lateReturns: z.int(),
  /** What left with her and must come back. */
  belongings: z.string().nullable(),
  /** At this very moment. */
  mayLeave: z.boolean(),
  reasons: z.array(gateReason),
  /** Others of her grid who may bring her back today; only while she is outside. */
  others: z.array(z.strictObject({ id, name: z.string(), document: z.string().nullable() })),
  /** Steps of the return clock that are due, and those seen to. */
  due: z.array(z.enum(RETURN_STEPS)),
  calls: z.array(z.strictObject({ step: z.enum(RETURN_STEPS), note: z.string(), time: clockTime })),
  /** What whoever looks may take back now. */
  undo: z.enum(['out', 'back', 'not-made', 'not-returned', 'stays']).nullable(),
})
export type GateLine = z.infer<typeof gateLine>

export const contact = z.strictObject({ kind: z.enum(['duty', 'authority']), name: text(120), phone: text(40) })
export type GateContact = z.infer<typeof contact>

/** Who brings a child back: as planned, somebody of her grid, or anybody else, with her name and document. */
export const bringer = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('planned') }),
  z.strictObject({ from: z.literal('grid'), adultId: id }),
  z.strictObject({ from: z.literal('other'), name: text(160), document: z.string().trim().max(60).optional() }),
])

const checks = z.array(z.enum(GATE_CHECKS)).max(4)
export const leaving = {
  checks,
  /** The document as it was shown. */
  document: z.string().trim().max(60).optional(),
  /** What leaves with the child and comes back. */
  belongings: z.string().trim().max(200).optional(),
  happened: happened.optional(),
}
export const returning = {
  bringer,
  condition: z.enum(['well', 'not-well']),
  note,
  belongings: z.string().trim().max(200).optional(),
  /** A member of the office who answers for another adult, with her own password. */
  lead: z.strictObject({ staffId: id, password: z.string().min(1).max(200) }).optional(),
  /** Nobody can answer for her: the child is counted in all the same, and it is told to the office. */
  alarm: z.boolean().optional(),
  happened: happened.optional(),
}
export const returned = z.strictObject({
  lateMinutes: z.int(),
  /** The order against whoever brought her. */
  order: z.string().nullable(),
  alarm: z.enum(['forbidden', 'unlisted']).nullable(),
})

/** A headcount as it was kept. */
export const headcount = z.strictObject({
  id,
  step: z.enum(HEADCOUNT_STEPS),
  day: civilDate,
  time: clockTime,
  place: z.string().nullable(),
  note: z.string().nullable(),
  seen: z.int(),
  missing: z.array(z.string()),
  by: z.string().nullable(),
})
export type Headcount = z.infer<typeof headcount>

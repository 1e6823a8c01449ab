/** What a clash is, as every page that shows one gets it: two sides, how grave it is, and why. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { SPECIAL_KINDS } from '../kernel/special-days'

/** What both sides need at once. */
export const CLASH_KINDS = ['room', 'instructor', 'woman', 'child', 'care', 'kit', 'dormitory', 'keep-apart'] as const
export const clashKind = z.enum(CLASH_KINDS)
export type ClashKind = z.infer<typeof clashKind>

/** `block` cannot both be, `warn` needs somebody to decide, `info` is good to know. */
export const CLASH_LEVELS = ['block', 'warn', 'info'] as const
export const clashLevel = z.enum(CLASH_LEVELS)
export type ClashLevel = z.infer<typeof clashLevel>

/** Kinds of appointments, the gravest first: where two collide the later in this list gives way. */
export const APPOINTMENT_KINDS = [
  'court',
  'transfer',
  'visit',
  'locutory',
  'lawyer',
  'medical',
  'school',
  'other',
] as const
export const appointmentKind = z.enum(APPOINTMENT_KINDS)
export type AppointmentKind = z.infer<typeof appointmentKind>

/**
 * What a side is. `beside` is a child who is with her mother because nobody else has it; `care` stands for all that
 * concerns a child where she who looks may not see the children's files.
 */
export const SIDE_TYPES = [
  'session',
  ...APPOINTMENT_KINDS,
  'outing',
  'beside',
  'care',
  'lock-up',
  ...SPECIAL_KINDS.filter((kind) => kind !== 'visit'),
  'visit-day',
] as const
export const sideType = z.enum(SIDE_TYPES)
export type SideType = z.infer<typeof sideType>

export const CLASH_REASONS = [
  'same-time',
  'gives-way',
  'no-end',
  'walk',
  'same-day',
  'care',
  'hand-over',
  'away',
  'arrange',
  'kit-short',
  'dormitory',
  'together',
  'same-room',
  'same-way',
] as const
export const clashReason = z.enum(CLASH_REASONS)
export type ClashReason = z.infer<typeof clashReason>

const clashSide = z.strictObject({
  is: sideType,
  sessionId: id.nullable(),
  editionId: id.nullable(),
  appointmentId: id.nullable(),
  outingId: id.nullable(),
  code: z.string().nullable(),
  /** Null where she who looks may not know what it is, or where its type says all. */
  title: z.string().nullable(),
  /** Where, in words. */
  room: z.string().nullable(),
  startsAt: clockTime,
  endsAt: clockTime,
  /** Nobody wrote its end down: the usual length is taken. */
  endGuessed: z.boolean(),
})
export type ClashSide = z.infer<typeof clashSide>

export const clash = z.strictObject({
  /** Stays the same while both sides stand; an act names those that were seen by it. */
  key: z.string(),
  kind: clashKind,
  level: clashLevel,
  why: clashReason,
  resourceId: id.nullable(),
  /** How the room, the woman, the tool … is called; `—` where that may not be known. */
  resource: z.string(),
  day: civilDate,
  from: clockTime,
  until: clockTime,
  /** Minutes that the walk takes, or pieces that are asked for. */
  asks: z.int().nullable(),
  /** Minutes that there are, pieces that exist, or women whom it concerns. */
  has: z.int().nullable(),
  a: clashSide,
  b: clashSide,
})
export type ClashFacts = z.infer<typeof clash>

/** What was shown and is gone on with: the keys of the clashes, and why. */
export const despiteClashes = z.strictObject({
  keys: z.array(z.string().max(200)).max(400),
  reason: z.string().trim().min(1).max(300),
})
export type DespiteClashes = z.infer<typeof despiteClashes>

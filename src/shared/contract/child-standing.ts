/** How a child stands here, as its record tells it: admissions, extensions, measures, the running clock, departures. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()
const version = z.int()

export const ADMISSION_STATES = ['requested', 'in-dictamen', 'admitted', 'denied', 'withdrawn'] as const
export type AdmissionState = (typeof ADMISSION_STATES)[number]
export const ADMISSION_ACTS = ['send', 'admit', 'deny', 'withdraw', 'review', 'enter', 'enter-at-once'] as const
export type AdmissionAct = (typeof ADMISSION_ACTS)[number]

export const admission = z.strictObject({
  id,
  version,
  state: z.enum(ADMISSION_STATES),
  emergency: z.boolean(),
  requestedOn: civilDate,
  reason: z.string(),
  carer: z.strictObject({ name: z.string(), relation: z.string().nullable(), phone: z.string().nullable() }).nullable(),
  sentOn: civilDate.nullable(),
  sentTo: z.string().nullable(),
  decidedOn: civilDate.nullable(),
  authority: z.string().nullable(),
  document: z.string().nullable(),
  documentOn: civilDate.nullable(),
  decisionReasons: z.string().nullable(),
  reviewOn: civilDate.nullable(),
  enteredOn: civilDate.nullable(),
  /** By when an emergency admission must be decided. */
  dueOn: civilDate.nullable(),
  /** What may be done with it now. */
  may: z.array(z.enum(ADMISSION_ACTS)),
})
export type Admission = z.output<typeof admission>

export const EXTENSION_STATES = ['asked', 'granted', 'denied', 'withdrawn'] as const
export const extension = z.strictObject({
  id,
  version,
  state: z.enum(EXTENSION_STATES),
  askedOf: z.string(),
  askedOn: civilDate,
  reason: z.string(),
  decidedBy: z.string().nullable(),
  decidedOn: civilDate.nullable(),
  document: z.string().nullable(),
  untilDay: civilDate.nullable(),
  decisionNote: z.string().nullable(),
})
export type Extension = z.output<typeof extension>

export const measureFacts = {
  authority: text(120),
  number: text(80),
  what: optionalText(300),
  fromDay: civilDate,
  untilDay: civilDate.nullable(),
}
export const measure = z.strictObject({ id, version, ...measureFacts, what: z.string().nullable(), open: z.boolean() })
export type Measure = z.output<typeof measure>

export const custodyClock = z.strictObject({
  id,
  version,
  beganAt: instant,
  dueAt: instant,
  /** Whole minutes left; negative once it has run out. */
  minutesLeft: z.int(),
  reason: z.string(),
  told: z.array(
    z.strictObject({
      id,
      authority: z.string(),
      person: z.string().nullable(),
      toldAt: instant,
      note: z.string().nullable(),
      toldBy: z.string().nullable(),
    }),
  ),
})
export type CustodyClock = z.output<typeof custodyClock>

export const DEPARTURE_CAUSES = [
  'age-limit',
  'with-mother',
  'mother-leaves',
  'voluntary',
  'authority',
  'custody',
  'death',
  'other',
] as const
export const departureFacts = {
  cause: z.enum(DEPARTURE_CAUSES),
  handedTo: optionalText(160).default(null),
  relation: optionalText(60).default(null),
  phone: optionalText(40).default(null),
  place: optionalText(120).default(null),
  /** Number of the hand-over record. */
  document: optionalText(80).default(null),
}
export const departure = z.strictObject({
  id,
  leftOn: civilDate,
  cause: z.enum(DEPARTURE_CAUSES),
  handedTo: z.string().nullable(),
  relation: z.string().nullable(),
  phone: z.string().nullable(),
  place: z.string().nullable(),
  document: z.string().nullable(),
  reason: z.string(),
  undoneOn: civilDate.nullable(),
  undoneReason: z.string().nullable(),
})
export type Departure = z.output<typeof departure>

/** One line of a child's timeline. */
export const childEvent = z.strictObject({
  key: z.string(),
  /** When it was, or where only that is known, when it was written down. */
  day: civilDate,
  at: clockTime.nullable(),
  theme: z.enum(['life', 'standing', 'plan', 'people', 'care', 'outings', 'data']),
  /** Words of the event: `audit.<event>` or `children.timeline.<event>`. */
  event: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  actor: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ChildEvent = z.output<typeof childEvent>

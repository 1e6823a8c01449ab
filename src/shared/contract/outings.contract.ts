/** Channels of the children's outings: permission, signatures, gate. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { clash } from './clash-facts'
import { issue, read } from './define'
import { issuedPaper } from './paper'
import { PERMISSION_STATES } from './permission-states'

export const OUTING_KINDS = ['family', 'group', 'medical', 'school', 'papers', 'separation', 'emergency'] as const
export const outingKind = z.enum(OUTING_KINDS)
export type OutingKind = (typeof OUTING_KINDS)[number]

export const OUTING_STATES = [
  'late',
  'out',
  'authorised',
  'requested',
  'paused',
  'back-late',
  'back',
  'not-returned',
  'stays',
  'not-made',
  'cancelled',
] as const
export const outingState = z.enum(OUTING_STATES)
export type OutingState = (typeof OUTING_STATES)[number]

/** Reasons against leaving: each has its sentence under `refusal.<code>`. */
export const LEAVE_CODES = [
  'outing-adult-forbidden',
  'outing-adult-may-not',
  'outing-adult-not-yet',
  'outing-adult-ended',
  'outing-adult-unlisted',
  'outing-adult-suspended',
  'outing-returner-forbidden',
  'outing-returner-may-not',
  'outing-returner-not-yet',
  'outing-returner-ended',
  'outing-child-out',
  'outing-overlap',
  'outing-child-gone',
  'outing-mother-released',
  'outing-mother-transferred',
  'outing-mother-died',
  'outing-mother-left',
  'outing-draft',
  'outing-paused',
  'outing-denied',
  'outing-signature-missing',
  'outing-cancelled',
  'outing-already-left',
  'outing-already-back',
  'outing-too-early',
  'outing-too-late',
  'outing-nights',
  'outing-too-soon',
  'outing-too-soon-before',
  'outing-ratio',
  'outing-no-doctor',
] as const
export type LeaveCode = (typeof LEAVE_CODES)[number]

export const leaveReason = z.strictObject({
  code: z.enum(LEAVE_CODES),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Reasons that only the gate itself can find; the others are those of the permission. */
export const GATE_CODES = ['outing-not-made', 'gate-clock-behind', 'gate-folio-unknown', 'gate-other-adult'] as const
export const gateReason = leaveReason.extend({ code: z.enum([...LEAVE_CODES, ...GATE_CODES]) })
export type GateReason = z.infer<typeof gateReason>

/** From a day (null: since before the register) through a day (null: without end). */
const span = z.strictObject({ from: civilDate.nullable(), until: civilDate.nullable() })
const moment = z.strictObject({ day: civilDate, time: clockTime })

/** An outing in the office's lists. */
export const outingRow = z.strictObject({
  id,
  version: z.int(),
  permissionId: id,
  folio: z.string(),
  childId: id,
  child: z.string(),
  kind: outingKind,
  reason: z.string(),
  leavesOn: civilDate,
  leavesAt: clockTime,
  returnsOn: civilDate,
  returnsAt: clockTime,
  adult: z.string(),
  adultDocument: z.string().nullable(),
  state: outingState,
  lateMinutes: z.int(),
  out: moment.nullable(),
  back: moment.nullable(),
  /** At this very moment. */
  mayLeave: z.boolean(),
  /** On another day than its own, against leaving as planned. */
  reasons: z.array(leaveReason),
  missing: z.array(z.string()),
})
export type OutingRow = z.infer<typeof outingRow>

/** What befell an outing or its permission, the newest first. */
export const outingHistory = z.array(
  z.strictObject({
    at: instant,
    day: civilDate,
    time: clockTime,
    by: z.string(),
    event: z.string(),
    reason: z.string().nullable(),
    /** The file, where an import wrote it. */
    fileName: z.string().nullable(),
  }),
)

/** A step of a child's open plan of separation, as whoever plans an outing sees it; Umbral's own have a word, others a title. */
export const outingStep = z.strictObject({
  id,
  word: z.string().nullable(),
  title: z.string().nullable(),
  dueOn: civilDate,
  toDo: z.boolean(),
})
export type OutingStep = z.infer<typeof outingStep>

export const outingsContract = {
  'outings.list': read({
    who: CHILDREN,
    input: z.strictObject({ from: civilDate.optional(), until: civilDate.optional(), childId: id.optional() }),
    output: z.array(outingRow),
    refusals: [],
  }),
  'outings.get': read({
    who: CHILDREN,
    audited: 'outing.read',
    input: z.strictObject({ id }),
    output: outingRow.extend({
      mother: z.string(),
      relation: z.string().nullable(),
      note: z.string().nullable(),
      returnAdult: z.string().nullable(),
      returnNote: z.string().nullable(),
      cancelledOn: civilDate.nullable(),
      cancelledReason: z.string().nullable(),
      requestedBy: z.string().nullable(),
      /** What it collides with while it is still a plan. */
      clashes: z.array(clash),
      /** The permission that it is made under. */
      permission: z.strictObject({ folio: z.string(), outings: z.int(), state: z.enum(PERMISSION_STATES) }),
      destination: z.string().nullable(),
      returner: z.string().nullable(),
      allergies: z.string().nullable(),
      belongings: z.string().nullable(),
      photo: z.boolean().nullable(),
      attempts: z.array(
        z.strictObject({
          at: instant,
          day: civilDate,
          time: clockTime,
          by: z.string().nullable(),
          reasons: z.array(gateReason),
        }),
      ),
      history: outingHistory,
    }),
    refusals: ['outing-unknown'],
  }),
  'outings.choices': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.strictObject({
      children: z.array(
        z.strictObject({
          id,
          name: z.string(),
          motherId: id,
          adults: z.array(
            z.strictObject({
              id,
              name: z.string(),
              relation: z.string(),
              phone: z.string().nullable(),
              takeOut: span.nullable(),
              bringBack: span.nullable(),
              forbiddenBy: z.string().nullable(),
            }),
          ),
          /** Of her open plan of separation, if she has one. */
          steps: z.array(outingStep),
        }),
      ),
      staff: z.array(z.strictObject({ id, name: z.string() })),
      instructors: z.array(z.strictObject({ id, name: z.string() })),
    }),
    refusals: [],
  }),
  'outings.permission': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['outing-unknown', 'outing-cancelled', 'stale'],
  }),
}

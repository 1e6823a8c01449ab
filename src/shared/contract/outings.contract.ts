/** Channels of the children's outings: permission, signatures, gate. */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN, GATE } from '../kernel/roles'
import { clash } from './clash-facts'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'

const text = (max: number) => z.string().trim().min(1).max(max)

export const OUTING_KINDS = ['family', 'group', 'medical', 'school', 'papers', 'separation', 'emergency'] as const
export const outingKind = z.enum(OUTING_KINDS)
export type OutingKind = (typeof OUTING_KINDS)[number]

export const OUTING_STATES = [
  'late',
  'out',
  'authorised',
  'requested',
  'back-late',
  'back',
  'not-made',
  'cancelled',
] as const
export const outingState = z.enum(OUTING_STATES)
export type OutingState = (typeof OUTING_STATES)[number]

/** Reasons against leaving: each has its sentence under `refusal.<code>`. */
export const LEAVE_CODES = [
  'outing-adult-forbidden',
  'outing-adult-may-not',
  'outing-adult-ended',
  'outing-adult-unlisted',
  'outing-adult-suspended',
  'outing-child-out',
  'outing-overlap',
  'outing-child-gone',
  'outing-signature-missing',
  'outing-cancelled',
  'outing-already-left',
  'outing-already-back',
  'outing-too-early',
  'outing-too-late',
] as const
export type LeaveCode = (typeof LEAVE_CODES)[number]

export const leaveReason = z.strictObject({
  code: z.enum(LEAVE_CODES),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

const moment = z.strictObject({ day: civilDate, time: clockTime })

/** What the gate may see of an outing: names, adult and document, times, status, reasons. Nothing else of the child. */
export const gateRow = z.strictObject({
  id,
  version: z.int(),
  folio: z.string(),
  child: z.string(),
  kind: outingKind,
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
  /** At the gate: against leaving now. In the office's lists: on another day than its own, against leaving as planned. */
  reasons: z.array(leaveReason),
})
export type GateRow = z.infer<typeof gateRow>

export const outingRow = gateRow.extend({
  childId: id,
  reason: z.string(),
  missing: z.array(z.string()),
})
export type OutingRow = z.infer<typeof outingRow>

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
      signatures: z.array(
        z.strictObject({
          authorisation: z.string(),
          signed: z.boolean(),
          signedOn: civilDate.nullable(),
          recordedBy: z.string().nullable(),
          /** Why the person signed in may not record it; null if she may. */
          whyNot: z.enum(['signature-of-director', 'signature-of-office', 'requester-approves']).nullable(),
        }),
      ),
      attempts: z.array(
        z.strictObject({
          at: instant,
          day: civilDate,
          time: clockTime,
          by: z.string().nullable(),
          reasons: z.array(leaveReason),
        }),
      ),
      history: z.array(
        z.strictObject({
          at: instant,
          day: civilDate,
          time: clockTime,
          by: z.string(),
          event: z.string(),
          reason: z.string().nullable(),
          /** The file, where an import wrote the outing. */
          fileName: z.string().nullable(),
        }),
      ),
    }),
    refusals: ['outing-unknown'],
  }),
  /** What a child's outing would collide with: her mother's sessions, her own appointments. They warn, they refuse nothing. */
  'outings.clashes': read({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      leavesOn: civilDate,
      leavesAt: clockTime,
      returnsOn: civilDate,
      returnsAt: clockTime,
    }),
    output: z.array(clash),
    refusals: ['outing-return-before-leaving', 'period-too-long'],
  }),
  'outings.choices': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.strictObject({
      children: z.array(
        z.strictObject({
          id,
          name: z.string(),
          adults: z.array(
            z.strictObject({
              id,
              name: z.string(),
              relation: z.string(),
              validUntil: civilDate.nullable(),
              mayCollect: z.boolean(),
              forbiddenBy: z.string().nullable(),
            }),
          ),
        }),
      ),
      staff: z.array(z.strictObject({ id, name: z.string() })),
      instructors: z.array(z.strictObject({ id, name: z.string() })),
    }),
    refusals: [],
  }),
  'outings.request': change({
    who: CHILDREN,
    input: z.strictObject({
      childId: id,
      kind: outingKind,
      reason: text(200),
      leavesOn: civilDate,
      leavesAt: clockTime,
      returnsOn: civilDate,
      returnsAt: clockTime,
      escort: z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('grid'), id }),
        z.strictObject({ from: z.literal('staff'), id }),
        z.strictObject({ from: z.literal('instructor'), id }),
      ]),
      note: z.string().trim().max(300).optional(),
    }),
    output: z.strictObject({ id, folio: z.string() }),
    refusals: [
      'unknown-child',
      'unknown-adult',
      'outing-return-before-leaving',
      'outing-in-past',
      'outing-adult-forbidden',
      'outing-adult-may-not',
      'outing-adult-ended',
      'outing-adult-unlisted',
      'outing-adult-suspended',
      'outing-child-gone',
      'outing-overlap',
    ],
  }),
  'outings.sign': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), authorisation: text(60), signedOn: civilDate }),
    output: z.null(),
    refusals: [
      'stale',
      'outing-unknown',
      'outing-closed',
      'authorisation-unknown',
      'authorisation-given',
      'signature-in-future',
      'signature-of-director',
      'signature-of-office',
      'requester-approves',
    ],
  }),
  'outings.withdrawSignature': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), authorisation: text(60), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'outing-closed', 'authorisation-missing'],
  }),
  'outings.cancel': change({
    who: CHILDREN,
    input: z.strictObject({ id, version: z.int(), reason: text(300) }),
    output: z.null(),
    refusals: ['stale', 'outing-unknown', 'outing-closed'],
  }),
  /** The gate's own list, which its page asks for every minute: reading it leaves no event, reading one record does. */
  'outings.gate': read({
    who: GATE,
    input: z.strictObject({}),
    output: z.strictObject({ today: civilDate, time: clockTime, rows: z.array(gateRow) }),
    refusals: [],
  }),
  'outings.byFolio': read({
    who: GATE,
    audited: 'outing.folio-read',
    input: z.strictObject({ folio: text(60) }),
    output: gateRow,
    refusals: ['outing-folio-unknown'],
  }),
  /** Answers ok with `left: false` when the child may not leave, so that the refused attempt itself is kept. */
  'outings.leave': change({
    who: GATE,
    input: z.strictObject({ id, version: z.int(), identitySeen: z.boolean() }),
    output: z.strictObject({ left: z.boolean(), reasons: z.array(leaveReason) }),
    refusals: ['stale', 'outing-unknown', 'identity-not-seen'],
  }),
  /** Never refused because of the adult: a child who is back is back. `order` alarms if he is a forbidden one. */
  'outings.comeBack': change({
    who: GATE,
    input: z.strictObject({
      id,
      version: z.int(),
      adultName: text(160),
      note: z.string().trim().max(300).optional(),
    }),
    output: z.strictObject({ lateMinutes: z.int(), order: z.string().nullable() }),
    refusals: ['stale', 'outing-unknown', 'outing-not-out', 'return-note-missing'],
  }),
  'outings.permission': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['outing-unknown', 'outing-cancelled', 'stale'],
  }),
}

/** Channels of the permission: the plan, its signatures, and what is decided about it. Part of `outings`. */
import { z } from 'zod'
import { civilDate, civilMonth, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { clash } from './clash-facts'
import { change, issue, read, type ParsedInputOf } from './define'
import { leaveReason, LEAVE_CODES, outingKind, outingState } from './outings.contract'
import { issuedPaper } from './paper'
import { PERMISSION_ACTS, PERMISSION_STATES } from './permission-states'
import { RECORDERS, SCOPES } from './signing'

const text = (max: number) => z.string().trim().min(1).max(max)
const optional = (max: number) => z.string().trim().max(max).optional()

export const permissionStates = z.enum(PERMISSION_STATES)

const escort = z.discriminatedUnion('from', [
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
const times = { leavesOn: civilDate, leavesAt: clockTime, returnsOn: civilDate, returnsAt: clockTime }

/** What is asked for. Every child goes on every occurrence, each on her own line. */
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
  occurrences: z.array(z.strictObject(times)).min(1).max(60),
  separationStepId: id.nullable().default(null),
})
export type OutingPlanInput = z.input<typeof outingPlan>
/** The same, parsed: defaults filled in. */
export type AskedPlan = z.output<typeof outingPlan>

/** Why a plan cannot be asked for. */
const PLAN_REFUSALS = [
  'unknown-child',
  'unknown-adult',
  'unknown-returner',
  'outing-return-before-leaving',
  'outing-in-past',
  'occurrences-overlap',
  'permission-too-long',
  'child-twice',
  ...LEAVE_CODES,
] as const

const permissionRow = z.strictObject({
  id,
  version: z.int(),
  folio: z.string(),
  state: permissionStates,
  kind: outingKind,
  reason: z.string(),
  children: z.array(z.string()),
  adult: z.string(),
  destination: z.string().nullable(),
  /** The next outing that is still open, or the last one. */
  next: z.strictObject(times).nullable(),
  outings: z.int(),
  /** Until its last day. */
  until: civilDate.nullable(),
  requestedBy: z.string().nullable(),
  /** Authorisations that its next outing lacks. */
  missing: z.array(z.string()),
  /** What else stands against its next outing. */
  reasons: z.array(leaveReason),
  /** What an emergency left to be put in order. */
  owed: z.array(z.string()),
})
export type PermissionRow = z.infer<typeof permissionRow>

const signature = z.strictObject({
  authorisation: z.string(),
  scope: z.enum(SCOPES),
  recordedBy: z.enum(RECORDERS),
  /** Null: for the whole permission. */
  outingId: id.nullable(),
  /** Of whom, where each child has her own. */
  child: z.string().nullable(),
  day: civilDate.nullable(),
  /** Asked for before leaving; an emergency may have it by phone, or afterwards. */
  when: z.enum(['before', 'phone', 'after']),
  signed: z.boolean(),
  how: z.enum(['paper', 'phone']).nullable(),
  signedOn: civilDate.nullable(),
  evidence: z.string().nullable(),
  recorder: z.string().nullable(),
  /** Why the person signed in may not record it; null if she may. */
  whyNot: z.enum(['signature-of-director', 'signature-of-office', 'requester-approves', 'consents-missing']).nullable(),
})
export type SignatureLine = z.infer<typeof signature>

/** What a permission is about to be asked for: who would have to sign, and what stands against each line. */
const answer = z.strictObject({
  lines: z.array(
    z.strictObject({
      childId: id,
      child: z.string(),
      ...times,
      reasons: z.array(leaveReason),
      clashes: z.array(clash),
    }),
  ),
  signatures: z.array(
    z.strictObject({
      authorisation: z.string(),
      when: z.enum(['before', 'phone', 'after']),
      children: z.array(z.string()),
    }),
  ),
  nights: z.array(z.strictObject({ child: z.string(), year: z.string(), nights: z.int(), limit: z.int() })),
  /** It was signed for as it stood: everybody is asked again. */
  newRound: z.boolean(),
})
export type PlanAnswer = z.infer<typeof answer>

const acting = { id, version: z.int() }
const ACT_REFUSALS = ['stale', 'permission-unknown', 'permission-closed', 'act-not-now'] as const

export const permissionsContract = {
  'outings.permissions': read({
    who: CHILDREN,
    input: z.strictObject({ childId: id.optional() }),
    output: z.array(permissionRow),
    refusals: [],
  }),
  'outings.getPermission': read({
    who: CHILDREN,
    audited: 'permission.read',
    input: z.strictObject({ id }),
    output: permissionRow.extend({
      transport: z.string().nullable(),
      travels: z.boolean(),
      phone: z.string().nullable(),
      note: z.string().nullable(),
      escort: escort.nullable(),
      adultDocument: z.string().nullable(),
      relation: z.string().nullable(),
      returner: z.strictObject({ id: id.nullable(), name: z.string() }).nullable(),
      helpers: z.array(
        z.strictObject({
          duty: z.enum(HELPER_DUTIES),
          name: z.string(),
          document: z.string().nullable(),
          staffId: id.nullable(),
          instructorId: id.nullable(),
        }),
      ),
      separationStepId: id.nullable(),
      stateOn: civilDate.nullable(),
      stateBy: z.string().nullable(),
      stateReason: z.string().nullable(),
      round: z.int(),
      roundOn: civilDate,
      lines: z.array(
        z.strictObject({
          id,
          version: z.int(),
          folio: z.string(),
          childId: id,
          child: z.string(),
          mother: z.string(),
          ...times,
          state: outingState,
          lateMinutes: z.int(),
          open: z.boolean(),
          allergies: z.string().nullable(),
          belongings: z.string().nullable(),
          photo: z.boolean().nullable(),
          missing: z.array(z.string()),
          reasons: z.array(leaveReason),
        }),
      ),
      signatures: z.array(signature),
      /** Signed in an earlier round, or withdrawn: it no longer counts. */
      struckOut: z.array(
        z.strictObject({
          authorisation: z.string(),
          child: z.string().nullable(),
          round: z.int(),
          signedOn: civilDate.nullable(),
          withdrawnOn: civilDate.nullable(),
          reason: z.string().nullable(),
        }),
      ),
      /** What may be done with it now, by anybody of the office. */
      acts: z.array(z.enum(PERMISSION_ACTS)),
      /** Whoever is signed in asked for it: somebody else decides. */
      ownRequest: z.boolean(),
      history: z.array(
        z.strictObject({
          at: instant,
          day: civilDate,
          time: clockTime,
          by: z.string(),
          event: z.string(),
          reason: z.string().nullable(),
          fileName: z.string().nullable(),
        }),
      ),
    }),
    refusals: ['permission-unknown'],
  }),
  /** Children who live here and have not been out for sixty days, or never. */
  'outings.withoutOuting': read({
    who: CHILDREN,
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        childId: id,
        child: z.string(),
        last: civilDate.nullable(),
        /** Days since she was last out, or since she lives here. */
        days: z.int(),
      }),
    ),
    refusals: [],
  }),
  /** The whole permission on paper: it says authorised only if every line is. */
  'outings.printPermission': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['stale', 'permission-unknown', 'permission-closed'],
  }),
  /** What is read aloud to a mother before she signs: a page for each child. */
  'outings.printConsent': issue({
    who: CHILDREN,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['stale', 'permission-unknown', 'permission-closed'],
  }),
  /** For the protection authority: counts and list of a month, children by code. */
  'outings.printMonth': issue({
    who: CHILDREN,
    input: z.strictObject({ month: civilMonth }),
    output: issuedPaper,
    refusals: ['stale', 'nothing-to-print'],
  }),
  /** The live answer while a plan is typed: may they leave, who must sign, what it collides with. */
  'outings.ask': read({
    who: CHILDREN,
    input: z.strictObject({ plan: outingPlan, permissionId: id.nullable().default(null) }),
    output: answer,
    refusals: [
      'unknown-child',
      'unknown-adult',
      'unknown-returner',
      'child-twice',
      'outing-return-before-leaving',
      'occurrences-overlap',
      'permission-too-long',
    ],
  }),
  'outings.request': change({
    who: CHILDREN,
    input: z.strictObject({ plan: outingPlan, draft: z.boolean().default(false) }),
    output: z.strictObject({
      id,
      folio: z.string(),
      outings: z.array(z.strictObject({ id, folio: z.string(), childId: id, leavesOn: civilDate })),
    }),
    refusals: [...PLAN_REFUSALS],
  }),
  'outings.alter': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, plan: outingPlan, reason: text(300) }),
    output: z.strictObject({ newRound: z.boolean() }),
    refusals: [...ACT_REFUSALS, ...PLAN_REFUSALS],
  }),
  'outings.submit': change({
    who: CHILDREN,
    input: z.strictObject(acting),
    output: z.null(),
    refusals: [...ACT_REFUSALS, ...PLAN_REFUSALS],
  }),
  'outings.sign': change({
    who: CHILDREN,
    input: z.strictObject({
      ...acting,
      authorisation: text(60),
      /** Needed where every child has her own. */
      outingIds: z.array(id).max(200).default([]),
      signedOn: civilDate,
      how: z.enum(['paper', 'phone']).default('paper'),
      evidence: optional(120),
    }),
    output: z.null(),
    refusals: [
      ...ACT_REFUSALS,
      'outing-unknown',
      'authorisation-unknown',
      'authorisation-given',
      'signature-in-future',
      'signature-of-director',
      'signature-of-office',
      'requester-approves',
      'consents-missing',
      'phone-only-emergency',
      'evidence-missing',
    ],
  }),
  'outings.withdrawSignature': change({
    who: CHILDREN,
    input: z.strictObject({
      ...acting,
      authorisation: text(60),
      outingId: id.nullable().default(null),
      reason: text(300),
    }),
    output: z.null(),
    refusals: [...ACT_REFUSALS, 'authorisation-missing'],
  }),
  'outings.deny': change({
    who: ['director'],
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  'outings.return': change({
    who: ['director'],
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  /** A new round of signatures for an unchanged plan: since the mother left, or whenever somebody doubts it. */
  'outings.review': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  'outings.pause': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  'outings.resume': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  'outings.cancel': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS],
  }),
  /** One line of it: one child on one day. */
  'outings.cancelOne': change({
    who: CHILDREN,
    input: z.strictObject({ ...acting, outingId: id, reason: text(300) }),
    output: z.null(),
    refusals: [...ACT_REFUSALS, 'outing-unknown', 'outing-closed'],
  }),
}

/** What a handler of these channels gets: parsed, defaults filled in. */
export type Parsed<Name extends keyof typeof permissionsContract> = ParsedInputOf<(typeof permissionsContract)[Name]>

/** Channels of the permission: the plan, its signatures, and what is decided about it. Part of `outings`. */
import { z } from 'zod'
import { civilDate, civilMonth } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { clash } from './clash-facts'
import { issue, read, type ParsedInputOf } from './define'
import { escort, HELPER_DUTIES, outingPlan, times } from './outing-plan'
import { leaveReason, outingHistory, outingKind, outingState, outingStep } from './outings.contract'
import { issuedPaper } from './paper'
import type { permissionActsContract } from './permission-acts.contract'
import { PERMISSION_ACTS, PERMISSION_STATES } from './permission-states'
import { RECORDERS, SCOPES } from './signing'

export const permissionStates = z.enum(PERMISSION_STATES)

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
  /** The adult has brought children back late so often; null unless it flags her. It warns, and never blocks. */
  lateReturns: z.strictObject({ adult: z.string(), count: z.int() }).nullable(),
  nights: z.array(z.strictObject({ child: z.string(), year: z.string(), nights: z.int(), limit: z.int() })),
  /** It was signed for as it stood: everybody is asked again. */
  newRound: z.boolean(),
})
export type PlanAnswer = z.infer<typeof answer>

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
      /** The step of a plan of separation that it serves. */
      separationStep: outingStep.nullable(),
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
      history: outingHistory,
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
      'child-never-goes',
      'nobody-goes',
      'unknown-step',
      'outing-return-before-leaving',
      'occurrences-overlap',
      'permission-too-long',
    ],
  }),
}

type Channels = typeof permissionsContract & typeof permissionActsContract
/** What a handler of these channels gets: parsed, defaults filled in. */
export type Parsed<Name extends keyof Channels> = ParsedInputOf<Channels[Name]>

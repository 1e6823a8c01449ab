/** Channels that change a permission: asking, altering, signing, deciding. Part of `outings`. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { CHILDREN } from '../kernel/roles'
import { change } from './define'
import { outingPlan } from './outing-plan'
import { LEAVE_CODES } from './outings.contract'

const text = (max: number) => z.string().trim().min(1).max(max)
const optional = (max: number) => z.string().trim().max(max).optional()

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
  'child-never-goes',
  'nobody-goes',
  'unknown-step',
  ...LEAVE_CODES,
] as const

const acting = { id, version: z.int() }
const ACT_REFUSALS = ['stale', 'permission-unknown', 'permission-closed', 'act-not-now'] as const

export const permissionActsContract = {
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

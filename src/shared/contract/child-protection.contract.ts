/**
 * Channels of the worry that a child may be in danger. Only the director and the mother-child lead read and write here;
 * nobody else learns that such a record exists: not by a list, a count, a task, a timeline or the audit. Every read is
 * audited, under a subject of its own.
 */
import { z } from 'zod'
import { civilDate, clockTime, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { PROTECTION } from '../kernel/roles'
import { change, read } from './define'

/** Subject under which the audit keeps all of this; the audit page hides it from whoever is not of PROTECTION. */
export const RESTRICTED_SUBJECT = 'protection'

const text = (max: number) => z.string().trim().min(1).max(max)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((typed) => typed || null)
    .nullable()

export const concernState = z.enum(['to-notify', 'notified', 'closed'])
export type ConcernState = z.infer<typeof concernState>
export const CONCERN_STEPS = ['notified', 'followed', 'closed', 'reopened'] as const
export const concernStep = z.enum(CONCERN_STEPS)
export type ConcernStep = z.infer<typeof concernStep>

const step = z.strictObject({
  id,
  kind: concernStep,
  day: civilDate,
  time: clockTime.nullable(),
  authority: z.string().nullable(),
  folio: z.string().nullable(),
  what: z.string(),
  by: z.string().nullable(),
})

const child = z.strictObject({
  id,
  code: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
})

const concern = z.strictObject({
  id,
  version: z.int(),
  seenOn: civilDate,
  seenAt: clockTime.nullable(),
  what: z.string(),
  seenBy: z.string(),
  enteredAt: instant,
  enteredBy: z.string().nullable(),
  state: concernState,
  /** By when the authority must have been told. */
  notifyBy: instant,
  isLate: z.boolean(),
  steps: z.array(step),
})
export type Concern = z.output<typeof concern>

export const childProtectionContract = {
  'children.protection': read({
    who: PROTECTION,
    audited: 'protection.read',
    input: z.strictObject({ id }),
    output: z.strictObject({ child, today: civilDate, hours: z.int(), concerns: z.array(concern) }),
    refusals: ['unknown-child'],
  }),
  'children.openConcerns': read({
    who: PROTECTION,
    audited: 'protection.list-read',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({ child, id, seenOn: civilDate, state: concernState, notifyBy: instant, isLate: z.boolean() }),
    ),
    refusals: [],
  }),
  'children.raiseConcern': change({
    who: PROTECTION,
    input: z.strictObject({
      childId: id,
      seenOn: civilDate,
      seenAt: clockTime.nullable(),
      what: text(3000),
      seenBy: text(120),
    }),
    output: z.strictObject({ id }),
    refusals: ['unknown-child', 'day-in-the-future'],
  }),
  'children.stepConcern': change({
    who: PROTECTION,
    input: z
      .strictObject({
        id,
        version: z.int(),
        kind: concernStep,
        day: civilDate,
        time: clockTime.nullable(),
        authority: optionalText(160),
        folio: optionalText(80),
        what: text(2000),
      })
      .refine((input) => input.kind !== 'notified' || input.authority !== null, { path: ['authority'] }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-concern',
      'concern-not-notified',
      'concern-closed',
      'concern-open',
      'day-in-the-future',
      'before-concern',
    ],
  }),
}

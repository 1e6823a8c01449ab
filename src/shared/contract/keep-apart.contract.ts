/**
 * Channels of the pairs of women who may not meet. Both names stand here, so they are for two roles alone; everybody
 * else learns only that a woman may not be in a session or a room at an hour, and never because of whom.
 */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import type { Role } from '../kernel/roles'
import { change, read } from './define'

/** Who may know both names of a pair. Whoever sees one woman's trouble with another holds both their safety. */
export const KEEP_APART_READERS: readonly Role[] = ['director', 'coordinator']

/** Each is wider than the one before: who may not meet in a corridor may not share a room or a session either. */
export const KEEP_APART_SCOPES = ['session', 'room', 'corridor'] as const
export const KEEP_APART_REASONS = [
  'bullying',
  'threat',
  'violence',
  'gang',
  'organised-crime',
  'legal-request',
  'other',
] as const
export const KEEP_APART_LEVELS = ['block', 'warn'] as const
export const KEEP_APART_STATES = ['ahead', 'open', 'review-due', 'closed'] as const

const scope = z.enum(KEEP_APART_SCOPES)
const reasonGroup = z.enum(KEEP_APART_REASONS)
const level = z.enum(KEEP_APART_LEVELS)
const why = z.string().trim().min(1).max(300)
const note = z
  .string()
  .trim()
  .max(300)
  .transform((typed) => typed || null)

const woman = z.strictObject({
  id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  fileNumber: z.string(),
  here: z.boolean(),
})

export const keepApartPair = z.strictObject({
  id,
  version: z.int(),
  women: z.tuple([woman, woman]),
  scope,
  reasonGroup,
  level,
  startsOn: civilDate,
  reviewOn: civilDate,
  closedOn: civilDate.nullable(),
  closeReason: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(KEEP_APART_STATES),
})
export type KeepApartPair = z.output<typeof keepApartPair>

const days = { startsOn: civilDate, reviewOn: civilDate }

export const keepApartContract = {
  'people.keepApart': read({
    who: KEEP_APART_READERS,
    input: z.strictObject({
      /** Only the pairs of one woman. */
      personId: id.optional(),
      show: z.enum(['open', 'closed', 'all']).default('open'),
    }),
    output: z.array(keepApartPair),
    refusals: [],
  }),
  'people.recordKeepApart': change({
    who: KEEP_APART_READERS,
    input: z.strictObject({ personId: id, otherId: id, scope, reasonGroup, level, ...days, note }),
    output: z.strictObject({ id }),
    refusals: ['unknown-person', 'same-woman', 'keep-apart-exists', 'review-before-start'],
  }),
  /** Another scope, level, reason or review date, because something was learned. */
  'people.reviseKeepApart': change({
    who: KEEP_APART_READERS,
    input: z.strictObject({ id, version: z.int(), scope, reasonGroup, level, reviewOn: civilDate, note, why }),
    output: z.null(),
    refusals: [
      'stale',
      'unknown-keep-apart',
      'keep-apart-closed',
      'keep-apart-exists',
      'review-before-start',
      'nothing-changed',
    ],
  }),
  'people.closeKeepApart': change({
    who: KEEP_APART_READERS,
    input: z.strictObject({ id, version: z.int(), why }),
    output: z.null(),
    refusals: ['stale', 'unknown-keep-apart', 'keep-apart-closed'],
  }),
  'people.reopenKeepApart': change({
    who: KEEP_APART_READERS,
    input: z.strictObject({ id, version: z.int(), reviewOn: civilDate, why }),
    output: z.null(),
    refusals: ['stale', 'unknown-keep-apart', 'keep-apart-open', 'keep-apart-exists', 'review-before-start'],
  }),
}

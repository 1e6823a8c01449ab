/** Channels of places that rest: days on which she does not attend, suspensions, and whether a resting place frees its seat. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { PLANNERS } from '../kernel/roles'
import { change } from './define'
import { EXCLUSION_REASONS, SUSPENSION_CAUSES } from './place-states'

const note = z.string().trim().max(300).optional()

export const pausesContract = {
  /** Days on which she does not attend: weekdays, or single hours of them. */
  'places.exclude': change({
    who: PLANNERS,
    input: z.strictObject({
      placeId: id,
      days: z
        .array(z.strictObject({ weekday: z.int().min(1).max(7), startsAt: clockTime.nullable() }))
        .min(1)
        .max(20),
      reason: z.enum(EXCLUSION_REASONS),
      note,
      from: civilDate,
      until: civilDate.nullable(),
      reviewOn: civilDate.nullable(),
    }),
    output: z.strictObject({ ids: z.array(id) }),
    refusals: [
      'unknown-place',
      'place-ended-already',
      'days-reversed',
      'review-in-the-past',
      'not-in-the-pattern',
      'excluded-already',
      'past-month-closed',
    ],
  }),
  /** She attends again from a day on. */
  'places.endExclusion': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), attendsFrom: civilDate }),
    output: z.null(),
    refusals: ['unknown-exclusion', 'stale', 'exclusion-ended-already', 'past-month-closed'],
  }),
  'places.suspend': change({
    who: PLANNERS,
    input: z.strictObject({
      placeId: id,
      cause: z.enum(SUSPENSION_CAUSES),
      from: civilDate,
      /** The day from which she is expected again, if it is known. */
      backOn: civilDate.nullable(),
      /** Without one, and without a day back, the center's own number of days. */
      reviewOn: civilDate.nullable(),
      note,
    }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-place',
      'place-ended-already',
      'place-not-begun',
      'place-suspended-already',
      'days-reversed',
      'before-it-opened',
      'review-in-the-past',
      'past-month-closed',
    ],
  }),
  /** She is expected again from a day on; a suspension that has not begun is called off. */
  'places.resume': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), backOn: civilDate }),
    output: z.null(),
    refusals: [
      'unknown-suspension',
      'stale',
      'place-ended-already',
      'place-not-suspended',
      'away-suspends',
      'days-reversed',
      'past-month-closed',
    ],
  }),
  /** Whether a suspended place of the edition may be given to another meanwhile. */
  'places.setSeating': change({
    who: PLANNERS,
    input: z.strictObject({ editionId: id, suspendedFrees: z.boolean() }),
    output: z.null(),
    refusals: ['unknown-edition', 'nothing-changed'],
  }),
}

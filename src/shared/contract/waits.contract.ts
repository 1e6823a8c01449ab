/** Channels of the waiting list: who waits for which workshop, and how a wait ends. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, read } from './define'
import { editionFacts, namedWoman } from './place-facts'

export const wait = namedWoman.extend({
  id,
  dormitory: z.string().nullable(),
  workshopId: id,
  workshop: z.string(),
  requestedOn: civilDate,
  daysWaiting: z.int(),
  /** 1 is the one who has waited longest for this workshop. */
  position: z.int(),
  version: z.int(),
})
export type Wait = z.infer<typeof wait>

const note = z.string().trim().max(300).optional()

export const waitsContract = {
  'places.waiting': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      waits: z.array(wait),
      workshops: z.array(
        z.strictObject({
          id,
          title: z.string(),
          /** Editions not yet over, with room or without. */
          editions: z.array(editionFacts),
        }),
      ),
    }),
    refusals: [],
  }),
  'places.wait': change({
    who: PLANNERS,
    input: z.strictObject({ personId: id, workshopId: id, requestedOn: civilDate }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-person',
      'unknown-workshop',
      'person-not-here',
      'waiting-already',
      'place-taken-already',
      'day-in-the-future',
    ],
  }),
  'places.closeWait': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), cause: z.enum(['declined', 'left']), note }),
    output: z.null(),
    refusals: ['stale', 'unknown-wait', 'wait-closed-already'],
  }),
}

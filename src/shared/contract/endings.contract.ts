/** Channels of how places end: one, those of a whole edition, and those that a new one takes the hours of. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { PLANNERS } from '../kernel/roles'
import { change, read } from './define'
import { editionFacts, namedWoman } from './place-facts'

/** What came of a place. Why it ended is another question: `END_CAUSES`. */
export const END_RESULTS = ['completed', 'partial', 'not-completed'] as const
export const endResult = z.enum(END_RESULTS)
export type EndResult = (typeof END_RESULTS)[number]

/** Why a place ended. Result and cause are two questions: she may complete and be released the same day. */
export const END_CAUSES = [
  'finished',
  'release',
  'transfer',
  'death',
  'choice',
  'health',
  'child',
  'staff',
  'security',
  'cancelled',
  'moved',
  'other',
] as const
export const endCause = z.enum(END_CAUSES)
export type EndCause = (typeof END_CAUSES)[number]

const note = z.string().trim().max(300).optional()

/** One woman of an edition that ends, with what is proposed and the figures behind it. */
export const endingRow = namedWoman.extend({
  id,
  version: z.int(),
  openedOn: civilDate,
  /** Sessions attended, of those that count; none counted: nothing is known. */
  attended: z.int(),
  counted: z.int(),
  /** Sessions on whose roll she still has no mark. */
  unmarked: z.int(),
  result: endResult,
  cause: endCause,
})

export const endingsContract = {
  'places.end': change({
    who: PLANNERS,
    input: z.strictObject({ id, version: z.int(), endedOn: civilDate, result: endResult, cause: endCause, note }),
    output: z.strictObject({ batchId: id }),
    refusals: [
      'stale',
      'unknown-place',
      'place-ended-already',
      'ends-before-it-opened',
      'day-in-the-future',
      'place-never-began',
      'other-needs-note',
    ],
  }),
  /** The open places of an edition with what her attendance proposes as the result of each. */
  'places.endings': read({
    who: PLANNERS,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      edition: editionFacts,
      minRatePercent: z.int(),
      endedOn: civilDate,
      rows: z.array(endingRow),
    }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** Ends many places of one edition in one act that can be taken back as one. */
  'places.endMany': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      endedOn: civilDate,
      note,
      rows: z
        .array(z.strictObject({ id, version: z.int(), result: endResult, cause: endCause }))
        .min(1)
        .max(500),
    }),
    output: z.strictObject({ batchId: id, ended: z.int(), completed: z.int() }),
    refusals: [
      'stale',
      'unknown-edition',
      'sensitive-group',
      'unknown-place',
      'place-ended-already',
      'ends-before-it-opened',
      'day-in-the-future',
      'place-never-began',
      'other-needs-note',
    ],
  }),
}

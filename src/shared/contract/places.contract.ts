/** Channels of places: who has a place in an edition, who could have one, and how a place ends. */
import { z } from 'zod'
import { civilDate, clockTime } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, read } from './define'
import { editionFacts, namedWoman } from './place-facts'
import { SENSITIVE_READERS } from './timetable.contract'
import { wait } from './waits.contract'

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

/** An hour that she would have to be in two places. */
export const clash = z.strictObject({
  editionId: id,
  code: z.string(),
  title: z.string(),
  weekday: z.int().min(1).max(7),
  startsAt: clockTime,
  endsAt: clockTime,
})
export type PlaceClash = z.infer<typeof clash>

export const place = namedWoman.extend({
  id,
  dormitory: z.string().nullable(),
  openedOn: civilDate,
  endedOn: civilDate.nullable(),
  endResult: endResult.nullable(),
  endCause: z.string().nullable(),
  version: z.int(),
})
export type Place = z.infer<typeof place>

const placesOfEdition = z.strictObject({
  edition: editionFacts,
  open: z.array(place),
  ended: z.array(place),
  waiting: z.array(wait),
})

const note = z.string().trim().max(300).optional()

export const placesContract = {
  'places.ofEdition': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: placesOfEdition,
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** The same for a group of a sensitive axis: fewer may ask, and each look is written down. */
  'places.ofSensitiveEdition': read({
    who: SENSITIVE_READERS,
    audited: 'edition.roster-read',
    input: z.strictObject({ id }),
    output: placesOfEdition,
    refusals: ['unknown-edition'],
  }),
  'places.ofPerson': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: z.strictObject({
      places: z.array(place.extend({ editionId: id, code: z.string(), title: z.string() })),
      waits: z.array(wait),
    }),
    refusals: [],
  }),
  /** Who could take a place: those who wait first, then the others, each with what would clash. */
  'places.candidates': read({
    who: PLANNERS,
    input: z.strictObject({ editionId: id, search: z.string().max(80).default('') }),
    output: z.array(
      namedWoman.extend({
        dormitory: z.string().nullable(),
        waitId: id.nullable(),
        daysWaiting: z.int().nullable(),
        otherPlaces: z.int(),
        clashes: z.array(clash),
      }),
    ),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  'places.give': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      personId: id,
      openedOn: civilDate,
      /** What she was shown and accepted: a clash that is not in this list is a refusal, not a surprise. */
      acceptedClashes: z.array(id).max(40).default([]),
    }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-edition',
      'unknown-person',
      'person-not-here',
      'place-taken-already',
      'edition-full',
      'edition-over',
      'place-clash',
    ],
  }),
  'places.end': change({
    who: PLANNERS,
    input: z.strictObject({
      id,
      version: z.int(),
      endedOn: civilDate,
      result: endResult,
      cause: endCause,
      note,
    }),
    output: z.null(),
    refusals: ['stale', 'unknown-place', 'place-ended-already', 'ends-before-it-opened', 'day-in-the-future'],
  }),
  'places.women': read({
    who: PLANNERS,
    input: z.strictObject({ search: z.string().max(80) }),
    output: z.array(namedWoman.extend({ dormitory: z.string().nullable() })),
    refusals: [],
  }),
}

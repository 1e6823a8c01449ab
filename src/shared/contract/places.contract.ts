/** Channels of places: who has a place in an edition, in which state it is, and who may be named. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { read } from './define'
import { endCause, endResult } from './endings.contract'
import { editionFacts, namedWoman } from './place-facts'
import { exclusion, placeState, suspension } from './place-states'
import { SENSITIVE_READERS } from './timetable.contract'
import { wait } from './waits.contract'

export const place = namedWoman.extend({
  id,
  dormitory: z.string().nullable(),
  openedOn: civilDate,
  endedOn: civilDate.nullable(),
  endResult: endResult.nullable(),
  endCause: endCause.nullable(),
  endNote: z.string().nullable(),
  /** Why it was given although something stood against it. */
  givenReason: z.string().nullable(),
  state: placeState,
  /** The suspension in force by hand, or the next one. */
  suspension: suspension.nullable(),
  /** Since when she is away from the center, as long as that suspends the place. */
  awaySince: civilDate.nullable(),
  exclusions: z.array(exclusion),
  version: z.int(),
})
export type Place = z.infer<typeof place>

/** Sessions attended, of those that count against the minimum. */
const rate = { attended: z.int(), counted: z.int() }

const placesOfEdition = z.strictObject({
  edition: editionFacts.extend({
    minRatePercent: z.int(),
    /** Places that are open, and those of them that are suspended today. */
    open: z.int(),
    suspended: z.int(),
    suspendedFrees: z.boolean(),
    closed: z.boolean(),
    /** The hours of its pattern, for days on which a woman does not attend. */
    slots: z.array(z.strictObject({ weekday: z.int(), startsAt: z.string(), endsAt: z.string() })),
  }),
  open: z.array(place.extend(rate)),
  ended: z.array(place.extend(rate)),
  waiting: z.array(wait),
})

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
      places: z.array(
        place.extend({ ...rate, editionId: id, code: z.string(), title: z.string(), minRatePercent: z.int() }),
      ),
      waits: z.array(wait),
    }),
    refusals: [],
  }),
  'places.women': read({
    who: PLANNERS,
    input: z.strictObject({ search: z.string().max(80) }),
    output: z.array(namedWoman.extend({ dormitory: z.string().nullable() })),
    refusals: [],
  }),
}

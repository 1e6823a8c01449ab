/** Channels of giving places: who could take one, what stands against it, and giving one or many. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { PLANNERS } from '../kernel/roles'
import { change, read } from './define'
import { endResult } from './endings.contract'
import { editionFacts, namedWoman } from './place-facts'
import { despite, placeWarning } from './place-states'

/** Waiting women in turn first, then those who never had a place, then the others. */
export const CANDIDATE_GROUPS = ['waiting', 'never-served', 'others'] as const

export const candidate = namedWoman.extend({
  dormitory: z.string().nullable(),
  group: z.enum(CANDIDATE_GROUPS),
  waitId: id.nullable(),
  /** Her turn in the waiting list of the workshop, and the points that gave it. */
  turn: z.int().nullable(),
  points: z.int().nullable(),
  daysWaiting: z.int().nullable(),
  /** An offer for this edition stands, until this day. */
  offeredUntil: civilDate.nullable(),
  otherPlaces: z.int(),
  /** Of her other places, by the week; of a two-week pattern its half. */
  hoursPerWeek: z.number(),
  /** The last time she was in this workshop, and what came of it. */
  before: z
    .strictObject({ code: z.string(), result: endResult.nullable(), endedOn: civilDate, certificate: z.boolean() })
    .nullable(),
  /** What she signed about taking part; null: nothing is on file. */
  consent: z.enum(['yes', 'no', 'withdrawn']).nullable(),
  warnings: z.array(placeWarning),
})
export type Candidate = z.infer<typeof candidate>

export const CANDIDATE_FILTERS = ['all', 'waiting', 'never-served', 'clear'] as const

/** How a line of a pasted list stands. */
export const BULK_GROUPS = ['ready', 'decide', 'impossible'] as const

const bulkChoice = namedWoman.extend({ isHere: z.boolean() })

export const bulkRow = z.strictObject({
  /** Its line in what was pasted, from 1. */
  line: z.int(),
  text: z.string(),
  group: z.enum(BULK_GROUPS),
  woman: namedWoman.nullable(),
  editionId: id.nullable(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  /** Why it is impossible: a refusal's code with its figures. */
  refusal: z
    .strictObject({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  warnings: z.array(placeWarning),
  /** Women whom the name may mean. */
  choices: z.array(bulkChoice),
})
export type BulkRow = z.infer<typeof bulkRow>

export const cannotBeGiven = [
  'unknown-edition',
  'sensitive-group',
  'unknown-person',
  'person-not-here',
  'wait-is-pending',
  'place-taken-already',
  'edition-full',
  'edition-over',
  'edition-closed',
  'place-clash',
  'keep-apart-blocks',
  'place-needs-reason',
] as const

export const candidatesContract = {
  'places.candidates': read({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      search: z.string().max(80).default(''),
      show: z.enum(CANDIDATE_FILTERS).default('all'),
      /** From when the place would be hers; the edition's first day or today. */
      openedOn: civilDate.optional(),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({
      edition: editionFacts,
      openedOn: civilDate,
      /** Whether she who looks may lift keeping apart. */
      liftsKeepApart: z.boolean(),
      /** How many women there are of each group, whatever was searched for. */
      waiting: z.int(),
      neverServed: z.int(),
      total: z.int(),
      found: z.int(),
      rows: z.array(candidate),
    }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  'places.give': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      personId: id,
      openedOn: civilDate,
      /** What she was shown and goes on despite: a warning that is not named here is a refusal, not a surprise. */
      despite: despite.optional(),
      /** Places of hers that end in the same act, because the new one takes their hours. */
      ending: z
        .array(z.strictObject({ placeId: id, version: z.int() }))
        .max(10)
        .default([]),
    }),
    output: z.strictObject({
      id,
      batchId: id,
      /** Her other open places whose hours the new one takes: the page offers to end them. */
      clashing: z.array(z.strictObject({ placeId: id, version: z.int(), code: z.string(), title: z.string() })),
    }),
    refusals: [...cannotBeGiven, 'stale', 'unknown-place'],
  }),
  /** Reads a pasted list of file numbers or names, with or without the code of an edition in a column of its own. */
  'places.checkList': read({
    who: PLANNERS,
    input: z.strictObject({
      /** For lines that name none. */
      editionId: id.nullable(),
      openedOn: civilDate,
      text: z.string().max(60_000),
      /** Women chosen for lines whose name was not clear. */
      chosen: z.record(z.string().regex(/^\d+$/), id).default({}),
    }),
    output: z.strictObject({ rows: z.array(bulkRow) }),
    refusals: ['list-too-long', 'unknown-edition'],
  }),
  /** Gives all of it in one act that can be taken back as one, or nothing. */
  'places.giveMany': change({
    who: PLANNERS,
    input: z.strictObject({
      openedOn: civilDate,
      rows: z
        .array(z.strictObject({ editionId: id, personId: id, keys: z.array(z.string().max(200)).max(60) }))
        .min(1)
        .max(1000),
      /** Why the lines that wanted a decision are given. */
      reason: z.string().trim().max(300).optional(),
    }),
    output: z.strictObject({ batchId: id, given: z.int(), editions: z.int() }),
    refusals: [...cannotBeGiven, 'list-changed'],
  }),
}

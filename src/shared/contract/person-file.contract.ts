/** Channels of what happened to a woman here: one line of time over all slices, on the page and on paper. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { issue, read } from './define'
import { issuedPaper } from './paper'

export const AREAS = [
  'stay',
  'places',
  'attendance',
  'certificates',
  'children',
  'consents',
  'alerts',
  'papers',
  'record',
] as const
export const area = z.enum(AREAS)
export type Area = z.output<typeof area>

export const lifeEntry = z.strictObject({
  key: z.string(),
  day: civilDate,
  area,
  /** Its sentence is `people.life.<kind>`, with the facts. */
  kind: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Further facts that are words themselves: the key of each, to be spoken first. */
  words: z.record(z.string(), z.string()),
  /** The page of the record it speaks of; null where there is none for this role. */
  path: z.string().nullable(),
})
export type LifeEntry = z.output<typeof lifeEntry>

export const personFileContract = {
  'people.life': read({
    who: OFFICE,
    input: z.strictObject({ id, areas: z.array(area).max(AREAS.length).default([]) }),
    output: z.strictObject({
      /** The latest first. */
      entries: z.array(lifeEntry),
      /** How many stand in each area that the role may see. */
      counts: z.array(z.strictObject({ area, count: z.int() })),
    }),
    refusals: ['unknown-person'],
  }),
  /** Her history of activities, for her file: stays, places, months of attendance and certificates; nothing else. */
  'people.printHistory': issue({
    who: PLANNERS,
    input: z.strictObject({ id, from: civilDate.nullable(), until: civilDate.nullable() }),
    output: issuedPaper,
    refusals: ['unknown-person', 'stale', 'end-before-start'],
  }),
}

/** What places and waits both name: a woman, an edition with its room. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'

/** A woman as rosters name her. */
export const namedWoman = z.strictObject({
  personId: id,
  fileNumber: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
})
export type NamedWoman = z.infer<typeof namedWoman>

/** An edition with how many of its places are taken. */
export const editionFacts = z.strictObject({
  id,
  code: z.string(),
  workshopId: id,
  title: z.string(),
  capacity: z.int(),
  taken: z.int(),
  startsOn: civilDate,
  endsOn: civilDate,
})

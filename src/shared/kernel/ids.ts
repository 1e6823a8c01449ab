/** Ids: random, so that they tell nothing and may leave in a bundle as pseudonyms. */
import { z } from 'zod'

/** A random UUID (v4) as text; never derived from a name, a file number or a date. */
export const id = z.uuid()
export type Id = z.infer<typeof id>

/** Channels of the batches: pieces of work that can be taken back as one until their month closes. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import type { Role } from '../kernel/roles'
import { change, read } from './define'

const batchRow = z.strictObject({
  id,
  kind: z.string(),
  title: z.string(),
  doneAt: instant,
  doneOn: civilDate,
  doneBy: z.string().nullable(),
  undoneAt: instant.nullable(),
  /** Its month went to headquarters: it can no longer be taken back. */
  closed: z.boolean(),
})
export type BatchFacts = z.output<typeof batchRow>

/** Whoever does bulk work. */
const DOERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']
/** See and take back everybody's; the others their own: a title may name a woman of a group that they may not know. */
export const OVERSEERS: readonly Role[] = ['director', 'coordinator']

export const batchesContract = {
  'batches.list': read({ who: DOERS, input: z.strictObject({}), output: z.array(batchRow), refusals: [] }),
  'batches.undo': change({
    who: DOERS,
    input: z.strictObject({ id }),
    output: z.strictObject({ rows: z.int() }),
    refusals: ['unknown-batch', 'batch-of-another', 'batch-undone', 'batch-in-use', 'month-closed'],
  }),
}

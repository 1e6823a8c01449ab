/** Channels of the batches: pieces of work that can be taken back as one until their month closes. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { PLANNERS } from '../kernel/roles'
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

export const batchesContract = {
  'batches.list': read({ who: PLANNERS, input: z.strictObject({}), output: z.array(batchRow), refusals: [] }),
  'batches.undo': change({
    who: PLANNERS,
    input: z.strictObject({ id }),
    output: z.strictObject({ rows: z.int() }),
    refusals: ['unknown-batch', 'batch-undone', 'batch-in-use', 'month-closed'],
  }),
}

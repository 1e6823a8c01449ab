/** Acts on batches: the list of what can be taken back, and taking it back. */
import type { Input, Output } from '../../../shared/contract'
import { done, type Outcome } from '../../../shared/kernel/outcome'
import { listBatches, undoBatch } from '../../platform/batches/batches'
import { isMonthClosed } from '../../platform/db/closed-months'
import type { Act, Look } from '../../platform/seam/act'

/** As many as anybody would look through. */
const SHOWN = 200

/** What was done in batches, the latest first. */
export async function list(look: Look): Promise<Outcome<Output<'batches.list'>, never>> {
  const rows = await listBatches(look.db, SHOWN)
  const months = [...new Set(rows.map((row) => row.doneOn.slice(0, 7)))]
  const closed = new Set<string>()
  for (const month of months) if (await isMonthClosed(look.db, `${month}-01`)) closed.add(month)
  return done(
    rows.map(({ id, kind, title, doneAt, doneOn, doneBy, undoneAt }) => ({
      id,
      kind,
      title,
      doneAt,
      doneOn,
      doneBy,
      undoneAt,
      closed: closed.has(doneOn.slice(0, 7)),
    })),
  )
}

export const undo = (act: Act, input: Input<'batches.undo'>) => undoBatch(act, input.id)

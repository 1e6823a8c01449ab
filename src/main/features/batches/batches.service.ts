/** Acts on batches: the list of what can be taken back, and taking it back. */
import type { Input, Output } from '../../../shared/contract'
import { OVERSEERS } from '../../../shared/contract/batches.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { findBatch, listBatches, undoBatch } from '../../platform/batches/batches'
import { isMonthClosed } from '../../platform/db/closed-months'
import type { Act, Look } from '../../platform/seam/act'

/** As many as anybody would look through. */
const SHOWN = 200

/** What was done in batches, the latest first: everybody's for who oversees, else one's own. */
export async function list(look: Look): Promise<Outcome<Output<'batches.list'>, never>> {
  const rows = await listBatches(look.db, SHOWN, oversees(look) ? undefined : look.actor.id)
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

export async function undo(act: Act, input: Input<'batches.undo'>) {
  const batch = await findBatch(act.db, input.id)
  if (batch && batch.doneById !== act.actor.id && !oversees(act)) return refuse('batch-of-another')
  return undoBatch(act, input.id)
}

const oversees = (look: Look): boolean => OVERSEERS.includes(look.actor.role)

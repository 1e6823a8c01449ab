/** Takes back as one what was recorded by mistake: that she left, was away, or came back. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { staysContract } from '../../../shared/contract/stays.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { findBatch, undoBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import { standingOf } from './standing.service'

const EVENTS: Readonly<Record<string, string>> = {
  leaving: 'person.leavingUndone',
  absence: 'person.absenceUndone',
  return: 'person.returnUndone',
  'away-places': 'person.endingUndone',
}

/** Undoes a batch of hers; what it ended stands again to the byte. */
export async function undo(act: Act, input: ParsedInputOf<(typeof staysContract)['people.undo']>) {
  const her = await standingOf(act, input.id)
  if (!her) return refuse('unknown-person')
  const batch = await findBatch(act.db, input.batchId)
  const event = batch && EVENTS[batch.kind]
  const own = [...her.stays, ...her.absences].some((each) => each.id === batch?.subjectId)
  if (!batch || !event || !own) return refuse('unknown-batch')
  // She has been admitted anew since: two open stays cannot stand.
  if (batch.kind === 'leaving' && !batch.undoneAt && her.open)
    return refuse('returned-since', { day: her.open.admittedOn })
  const undone = await undoBatch(act, batch.id)
  if (!undone.ok) return undone
  await act.audit({
    event,
    subjectType: 'person',
    subjectId: input.id,
    before: { batchId: batch.id, doneOn: batch.doneOn },
    reason: input.reason,
  })
  return done(undone.value)
}

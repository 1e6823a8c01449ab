/** What becomes of an outing without a movement: nobody came, she does not come back, she stays; and the return clock. */
import type { Input } from '../../../shared/contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { casesOf, casesToDo, type GateCase } from './gate-cases.service'
import { insertCall, insertEnd, touchOuting, type NewEnd } from './gate-writing.repo'
import { isOutside, MOVEMENT_ACTS } from './movement.rules'
import { nowOf } from './judge.service'

async function theCase(
  act: Act,
  input: { readonly id: string; readonly version: number },
): Promise<Outcome<GateCase, 'outing-unknown' | 'stale'>> {
  const found = await casesToDo(act, [input])
  if (!found.ok) return found
  const [each] = found.value
  return each ? done(each) : refuse('outing-unknown')
}

const EVENTS: Readonly<Record<NewEnd['kind'], string>> = {
  'not-made': 'outing.not-made',
  'not-returned': 'outing.not-returned',
  stays: 'outing.stays',
}

/** Writes an end with the trace of it. */
async function end(
  act: Act,
  { record }: GateCase,
  ended: Pick<NewEnd, 'kind' | 'cause' | 'note' | 'decidedBy' | 'document'>,
): Promise<Outcome<null, 'stale'>> {
  if (!(await touchOuting(act.trx, record.id, record.version))) return refuse('stale')
  await insertEnd(act.trx, {
    ...ended,
    outingId: record.id,
    day: act.today,
    time: act.time,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  const { kind, note, cause, decidedBy, document } = ended
  await act.audit({
    event: EVENTS[kind],
    subjectType: 'outing',
    subjectId: record.id,
    after: { folio: record.folio, cause, decidedBy, document },
    ...(note ? { reason: note } : {}),
  })
  return done(null)
}

/** Nobody came, or she could not go. From its day on: before it a plan is called off, not left unmade. */
export async function notMade(act: Act, input: Input<'outings.notMade'>) {
  const found = await theCase(act, input)
  if (!found.ok) return found
  const { movement, record, seen } = found.value
  if (seen.notMade || (movement.state !== 'scheduled' && movement.state !== 'not-made'))
    return refuse('outing-not-to-leave')
  if (record.leavesOn > act.today) return refuse('not-made-too-early', { day: record.leavesOn })
  if (input.reason === 'other' && !input.note) return refuse('not-made-note-missing', undefined, 'note')
  const note = input.note || null
  return end(act, found.value, { kind: 'not-made', cause: input.reason, note, decidedBy: null, document: null })
}

export async function notReturned(act: Act, input: Input<'outings.notReturned'>) {
  const found = await theCase(act, input)
  if (!found.ok) return found
  if (!MOVEMENT_ACTS[found.value.movement.state].includes('not-returned')) return refuse('outing-not-late')
  const { note } = input
  return end(act, found.value, { kind: 'not-returned', cause: null, note, decidedBy: null, document: null })
}

/** She is not waited for any more. That she no longer lives here is written down in her own file. */
export async function stay(act: Act, input: Input<'outings.stay'>) {
  const found = await theCase(act, input)
  if (!found.ok) return found
  if (!isOutside(found.value.movement.state)) return refuse('outing-not-out')
  const { note, decidedBy, document } = input
  return end(act, found.value, { kind: 'stays', cause: null, note, decidedBy, document })
}

/** A step of the return clock was seen to. */
export async function recordCall(act: Act, input: Input<'outings.recordCall'>) {
  const [each] = await casesOf(act.db, [input.id], nowOf(act))
  if (!each) return refuse('outing-unknown')
  if (!MOVEMENT_ACTS[each.movement.state].includes('call')) return refuse('outing-not-late')
  const { step, note } = input
  await insertCall(act.trx, { outingId: input.id, step, note, recordedAt: act.now, recordedBy: act.actor.id })
  await act.audit({
    event: 'outing.called',
    subjectType: 'outing',
    subjectId: input.id,
    after: { folio: each.record.folio, step, lateMinutes: each.movement.lateMinutes },
    reason: note,
  })
  return done(null)
}

/** A mistake at the gate is taken back with its reason, never rubbed out: the last fact of an outing only. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { untickStep } from '../children'
import { casesToDo, undoOf, type GateCase } from './gate-cases.service'
import { touchOuting, undoEnd, undoMovement } from './gate-writing.repo'
import { UNDO_MINUTES } from './movement.rules'
import { findPermission } from './permission.repo'

const EVENTS = {
  out: 'outing.undone-out',
  back: 'outing.undone-back',
  'not-made': 'outing.undone-not-made',
  'not-returned': 'outing.undone-not-returned',
  stays: 'outing.undone-stays',
} as const

export async function undo(act: Act, input: Input<'outings.undoMovement'>) {
  const found = await casesToDo(act, [input])
  if (!found.ok) return found
  const [each] = found.value
  if (!each) return refuse('outing-unknown')
  if (!undoOf(each, 'director', act.now, act.today)) return refuse('nothing-to-undo')
  const what = undoOf(each, act.actor.role, act.now, act.today)
  if (!what) return refuse('undo-too-late', { minutes: UNDO_MINUTES })
  // What came after rests upon it: a child back from one outing may be out on the next.
  const { last } = each.seen
  if ((what === 'out' || what === 'back') && last && last.outingId !== each.record.id)
    return refuse('undo-other-outing')
  if (!(await touchOuting(act.trx, each.record.id, each.record.version))) return refuse('stale')
  await takeBack(act, each, what, input.reason)
  const stepId = what === 'back' && (await findPermission(act.db, each.record.permissionId))?.separationStepId
  if (stepId) {
    const { childId, folio } = each.record
    await untickStep(act, { stepId, childId, folio, reason: input.reason })
  }
  await act.audit({
    event: EVENTS[what],
    subjectType: 'outing',
    subjectId: each.record.id,
    before: { folio: each.record.folio, ...(what === 'back' ? each.seen.back : what === 'out' ? each.seen.out : {}) },
    reason: input.reason,
  })
  return done(null)
}

async function takeBack(
  act: Act,
  { seen }: GateCase,
  what: NonNullable<ReturnType<typeof undoOf>>,
  reason: string,
): Promise<void> {
  const undone = { at: act.now, by: act.actor.id, reason }
  const movement = what === 'back' ? seen.back : what === 'out' ? seen.out : null
  if (movement) return undoMovement(act.trx, movement, undone)
  const end = what === 'not-made' ? seen.notMade : seen.end
  if (end) await undoEnd(act.trx, end.id, undone)
}

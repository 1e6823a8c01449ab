/** Out: each child is judged alone at the moment it leaves; the judging and the writing share one transaction. */
import type { At } from '../../../shared/kernel/civil-date'
import type { Input } from '../../../shared/contract'
import type { GateReason } from '../../../shared/contract/gate-line'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { casesOf, casesToDo, clockBehind, reasonsAt, reasonsFor, type GateCase } from './gate-cases.service'
import { keepAttempt } from './gate.service'
import { insertMovement, touchOuting } from './gate-writing.repo'
import { momentOf } from './movement.rules'
import { nowOf } from './judge.service'

type Leaving = Omit<Input<'outings.leave'>, 'id' | 'version'>
export type LeaveRefusal =
  'stale' | 'identity-not-seen' | 'belongings-not-seen' | 'movement-in-future' | 'movement-before-last'

export async function leave(act: Act, input: Input<'outings.leave'>) {
  const found = await casesToDo(act, [input])
  if (!found.ok) return found
  const [each] = found.value
  if (!each) return refuse('outing-unknown')
  return leaveOne(act, each, input, await clockBehind(act))
}

/** Several with one adult. Whoever may not leave stays, with her reasons; the others go. */
export async function leaveTogether(act: Act, input: Input<'outings.leaveTogether'>) {
  const found = await casesToDo(act, input.lines)
  if (!found.ok) return found
  const behind = await clockBehind(act)
  const left: string[] = []
  const stopped: { id: string; child: string; reasons: GateReason[] }[] = []
  const gone = new Set<string>()
  for (const read of found.value) {
    // Two permissions of one child in one tick: she who has just left is outside for the second one.
    const [each] = gone.has(read.record.childId) ? await casesOf(act.db, [read.record.id], nowOf(act)) : [read]
    if (!each) return refuse('outing-unknown')
    const answer = await leaveOne(act, each, input, behind)
    if (!answer.ok) return answer
    if (answer.value.left) {
      gone.add(each.record.childId)
      left.push(each.record.id)
    } else stopped.push({ id: each.record.id, child: listName(each.record), reasons: [...answer.value.reasons] })
  }
  return done({ left, stopped })
}

/** Lets one child out, or keeps the refused attempt with every reason. A slip is never enough: identity is seen first. */
export async function leaveOne(
  act: Act,
  each: GateCase,
  input: Leaving,
  behind: At | null,
): Promise<Outcome<{ left: boolean; reasons: GateReason[] }, LeaveRefusal>> {
  const moment = momentOf(nowOf(act), each.seen.out ? null : each.seen.last, input.happened)
  const reasons = [...reasonsAt(each, moment.ok ? moment.at : nowOf(act), behind)]
  if (reasons.length > 0) {
    await keepAttempt(act, each, reasons)
    return done({ left: false, reasons: reasonsFor(act.actor.role, reasons) })
  }
  if (!moment.ok) return refuse(moment.code, moment.last ? { ...moment.last } : undefined, 'happened')
  if (!['child', 'adult', 'document'].every((check) => input.checks.some((seen) => seen === check)))
    return refuse('identity-not-seen', undefined, 'checks')
  if (!input.checks.includes('belongings')) return refuse('belongings-not-seen', undefined, 'checks')
  if (!(await touchOuting(act.trx, each.record.id, each.record.version))) return refuse('stale')
  await writeOut(act, each, input, moment.at, moment.clockDoubt)
  return done({ left: true, reasons: [] })
}

async function writeOut(act: Act, each: GateCase, input: Leaving, at: At, clockDoubt: boolean): Promise<void> {
  const { record } = each
  const belongings = input.belongings || null
  await insertMovement(act.trx, {
    outingId: record.id,
    direction: 'out',
    ...at,
    adultName: record.adultName,
    adultId: record.adultId,
    documentSeen: input.document || record.adultDocument,
    belongings,
    condition: null,
    note: null,
    backdatedReason: input.happened?.reason ?? null,
    clockDoubt,
    alarm: null,
    allowedBy: null,
    recordedAt: act.now,
    recordedBy: act.actor.id,
  })
  await act.audit({
    event: 'outing.left',
    subjectType: 'outing',
    subjectId: record.id,
    after: {
      folio: record.folio,
      ...at,
      adult: record.adultName,
      ...(belongings && { belongings }),
      ...(input.happened && { backdated: input.happened.reason }),
      ...(clockDoubt && { clockDoubt }),
    },
  })
}

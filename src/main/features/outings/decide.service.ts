/** What is decided about a permission as a whole: asked for, denied, returned, paused, resumed, reviewed, cancelled. */
import type { Parsed } from '../../../shared/contract/permissions.contract'
import type { PermissionAct } from '../../../shared/contract/permission-states'
import { done, refuse, refused } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { isPlan } from './judge.service'
import { cancelLines, markPermission, type PermissionChange } from './permission.repo'
import type { StoredState } from './permission.rules'
import { openPermission, type Opened } from './permission-state.service'
import { reasonsAgainst } from './request.rules'

interface Deciding {
  readonly id: string
  readonly version: number
  readonly reason?: string
}

interface Step {
  readonly does: PermissionAct
  readonly event: string
  readonly to?: StoredState
  /** Everything that is still open is called off. */
  readonly callsOff?: true
  readonly round?: true
}

/** One act on the whole permission: allowed by the table, written with its reason, kept in the trail. */
async function decide(act: Act, input: Deciding, step: Step) {
  const opened = await openPermission(act, input.id, step.does)
  if (!opened.ok) return opened
  const { permission, judged, state } = opened.value
  const change: PermissionChange = {
    ...(step.to && { state: { to: step.to, on: act.today, by: act.actor.id, reason: input.reason ?? null } }),
    ...(step.round && { round: { number: permission.round + 1, on: act.today, by: act.actor.id } }),
  }
  if (!(await markPermission(act.trx, input.id, input.version, change))) return refuse('stale')
  if (step.callsOff) {
    const open = judged.filter(isPlan).map(({ record }) => record.id)
    await cancelLines(act.trx, open, { on: act.today, reason: input.reason ?? '' })
  }
  await act.audit({
    event: step.event,
    subjectType: 'permission',
    subjectId: input.id,
    before: { state },
    ...(input.reason !== undefined && { reason: input.reason }),
  })
  return done(null)
}

/** Asks for a draft. What was signed while it was asked for before still counts, if nothing that was signed for changed. */
export async function submit(act: Act, input: Parsed<'outings.submit'>) {
  const opened = await openPermission(act, input.id, 'submit')
  if (!opened.ok) return opened
  const problem = problemWith(act, opened.value)
  return problem ?? decide(act, input, { does: 'submit', event: 'outing.requested', to: 'asked' })
}

function problemWith(act: Act, { judged }: Opened) {
  const open = judged.filter(({ record }) => record.cancelledOn === null)
  if (open.some(({ record }) => record.leavesOn < act.today)) return refuse('outing-in-past', undefined, 'occurrences')
  const reasons = new Map(
    open.flatMap(({ facts }) => reasonsAgainst(facts).map((each) => [JSON.stringify(each), each] as const)),
  )
  return reasons.size === 0 ? null : refused(...reasons.values())
}

export const deny = (act: Act, input: Parsed<'outings.deny'>) =>
  decide(act, input, { does: 'deny', event: 'permission.denied', to: 'denied', callsOff: true })

export const giveBack = (act: Act, input: Parsed<'outings.return'>) =>
  decide(act, input, { does: 'return', event: 'permission.returned', to: 'draft' })

export const review = (act: Act, input: Parsed<'outings.review'>) =>
  decide(act, input, { does: 'review', event: 'permission.reviewed', round: true })

export const pause = (act: Act, input: Parsed<'outings.pause'>) =>
  decide(act, input, { does: 'pause', event: 'permission.paused', to: 'paused' })

export const resume = (act: Act, input: Parsed<'outings.resume'>) =>
  decide(act, input, { does: 'resume', event: 'permission.resumed', to: 'asked' })

export const cancel = (act: Act, input: Parsed<'outings.cancel'>) =>
  decide(act, input, { does: 'cancel', event: 'outing.cancelled', to: 'cancelled', callsOff: true })

/** Calls off one line. The last one that was open takes the permission along, unless something was made under it. */
export async function cancelOne(act: Act, input: Parsed<'outings.cancelOne'>) {
  const opened = await openPermission(act, input.id, 'cancel')
  if (!opened.ok) return opened
  const { judged } = opened.value
  const line = judged.find(({ record }) => record.id === input.outingId)
  if (!line) return refuse('outing-unknown')
  if (!isPlan(line)) return refuse('outing-closed')
  const others = judged.filter((each) => each !== line && each.record.cancelledOn === null)
  if (others.length === 0) return cancel(act, { id: input.id, version: input.version, reason: input.reason })
  if (!(await markPermission(act.trx, input.id, input.version))) return refuse('stale')
  await cancelLines(act.trx, [line.record.id], { on: act.today, reason: input.reason })
  await act.audit({
    event: 'outing.cancelled',
    subjectType: 'outing',
    subjectId: input.outingId,
    reason: input.reason,
  })
  return done(null)
}

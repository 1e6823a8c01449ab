/** One step of one request, whoever asks for it: checked against the table of steps, written down and audited. */
import { randomUUID } from 'node:crypto'
import type { WaitState } from '../../../shared/contract/waits.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { endAhead } from './jump.repo'
import * as repo from './wait.repo'
import { isOpen, needsReason, stepFrom, type StateInTheWay, type WaitAct } from './wait.rules'

/** Tables that a step may write, for a batch that is to be taken back. */
export const WAIT_TABLES = ['wait', 'wait_step', 'offer', 'wait_jump'] as const

interface Wait {
  readonly id: string
  readonly personId: string
  readonly workshopId: string
  readonly state: WaitState
  readonly closedOn?: CivilDate | null
  readonly version: number
}

export interface StepDetails {
  readonly reason?: string
  readonly toldOn?: CivilDate | null
  readonly toldBy?: string
  /** The day it happened, if it is not today. */
  readonly day?: CivilDate
}

export type StepRefusal = StateInTheWay | 'wait-needs-reason' | 'stale'

/** Takes one step. A request that was closed already keeps the day on which it was closed first. */
export async function takeStep(
  act: Act,
  wait: Wait,
  waitAct: WaitAct,
  details: StepDetails = {},
): Promise<Outcome<null, StepRefusal>> {
  const step = stepFrom(wait.state, waitAct)
  if (!step.ok) return refuse(step.code)
  const reason = details.reason?.trim() || null
  if (needsReason(wait.state, waitAct) && reason === null) return refuse('wait-needs-reason', undefined, 'reason')
  const day = details.day ?? act.today
  const closedOn = isOpen(step.to) ? null : (wait.closedOn ?? day)
  // Being ahead was a reason of that day: who is taken up again later stands by her points.
  if (!isOpen(step.to)) await endAhead(act.trx, wait.id, act.today)
  if (!(await repo.moveWait(act.trx, wait, { state: step.to, day, closedOn }))) return refuse('stale')
  await repo.insertStep(act.trx, {
    id: randomUUID(),
    waitId: wait.id,
    at: act.now,
    day,
    act: waitAct,
    to: step.to,
    reason,
    toldOn: details.toldOn ?? null,
    toldBy: details.toldOn ? details.toldBy || act.actor.name : null,
    by: act.actor.id,
  })
  await act.audit({
    event: isOpen(step.to) === isOpen(wait.state) ? 'wait.moved' : isOpen(step.to) ? 'wait.reopened' : 'wait.closed',
    subjectType: 'wait',
    subjectId: wait.id,
    before: { personId: wait.personId, workshopId: wait.workshopId, state: wait.state },
    after: { act: waitAct, state: step.to, day },
    reason: reason ?? undefined,
  })
  return done(null)
}

/** What the office decides about requests: approve, hold, turn down, take off, take up again; and the order it changes. */
import { randomUUID } from 'node:crypto'
import type { Contract } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Decision } from '../../../shared/contract/waits.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inBatch } from '../../platform/batches/batches'
import type { Act } from '../../platform/seam/act'
import { endAhead, findAhead, insertJump } from './jump.repo'
import { knownWait } from './sensitive.service'
import { turns } from './turn.service'
import * as repo from './wait.repo'
import { isOpen, stepFrom } from './wait.rules'
import { takeStep, WAIT_TABLES, type StepRefusal } from './wait-step.service'
import { findPresence } from './women.repo'

type DecideInput = ParsedInputOf<Contract['places.decideWaits']>
type DecideRefusal =
  | StepRefusal
  | 'unknown-wait'
  | 'person-not-here'
  | 'waiting-already'
  | 'newer-request'
  | 'day-in-the-future'
  | 'told-by-whom'

const KINDS = {
  approve: 'waits-approve',
  hold: 'waits-hold',
  decline: 'waits-decline',
  withdraw: 'waits-withdraw',
  reinstate: 'waits-reinstate',
} as const satisfies Record<Decision, string>

/** One decision over many requests: all of them or none. */
export async function decideWaits(act: Act, input: DecideInput) {
  if (input.toldOn !== null && input.toldOn > act.today) return refuse('day-in-the-future', undefined, 'toldOn')
  if (input.toldOn !== null && input.toldBy === '') return refuse('told-by-whom', undefined, 'toldBy')
  const name = { kind: KINDS[input.decision], title: String(input.waits.length) }
  const outcome = await inBatch(act, name, WAIT_TABLES, async () => {
    for (const chosen of input.waits) {
      const decided = await decideOne(act, chosen, input)
      if (!decided.ok) return decided
    }
    return done(input.waits.length)
  })
  return outcome.ok ? done({ count: outcome.value.result, batchId: outcome.value.batchId }) : outcome
}

async function decideOne(
  act: Act,
  chosen: { readonly id: string; readonly version: number },
  input: DecideInput,
): Promise<Outcome<null, DecideRefusal>> {
  const wait = await knownWait(act, chosen.id)
  if (!wait) return refuse('unknown-wait')
  const step = stepFrom(wait.state, input.decision)
  if (step.ok && !isOpen(wait.state) && isOpen(step.to)) {
    const stands = await mayReopen(act, wait)
    if (!stands.ok) return stands
  }
  return takeStep(act, { ...wait, version: chosen.version }, input.decision, input)
}

/** Only the newest request is taken up again, and only of a woman who is here and does not wait for it already. */
async function mayReopen(
  act: Act,
  wait: repo.WaitFacts,
): Promise<Outcome<null, 'person-not-here' | 'waiting-already' | 'newer-request'>> {
  const hers = await repo.listWaitsOf(act.db, wait)
  if (hers.some((each) => isOpen(each.state))) return refuse('waiting-already')
  if (hers.some((each) => each.id !== wait.id && each.requestedOn > wait.requestedOn)) return refuse('newer-request')
  return (await findPresence(act.db, wait.personId))?.isHere ? done(null) : refuse('person-not-here')
}

/** Writes who told her that she was turned down, and when. */
export async function tellWait(act: Act, input: ParsedInputOf<Contract['places.tellWait']>) {
  if (input.toldOn > act.today) return refuse('day-in-the-future', undefined, 'toldOn')
  const wait = await knownWait(act, input.id)
  if (!wait) return refuse('unknown-wait')
  const last = (await repo.listSteps(act.db, wait.id)).at(-1)
  if (wait.state !== 'declined' || !last || last.toldOn !== null) return refuse('nothing-to-tell')
  await repo.markTold(act.trx, last.id, { on: input.toldOn, by: input.toldBy })
  await act.audit({
    event: 'wait.told',
    subjectType: 'wait',
    subjectId: wait.id,
    after: { toldOn: input.toldOn, toldBy: input.toldBy },
  })
  return done(null)
}

/** Puts right the day or the requester. The day decides her turn, so it may only move back from the day of entry. */
export async function editWait(act: Act, input: ParsedInputOf<Contract['places.editWait']>) {
  const wait = await knownWait(act, input.id)
  if (!wait) return refuse('unknown-wait')
  if (!isOpen(wait.state)) return refuse('wait-closed')
  const latest = wait.enteredOn ?? act.today
  if (input.requestedOn > latest) return refuse('day-after-entry', { day: latest }, 'requestedOn')
  if (input.reason === '') return refuse('wait-needs-reason', undefined, 'reason')
  if (!(await repo.updateRequest(act.trx, input, input))) return refuse('stale')
  await act.audit({
    event: 'wait.edited',
    subjectType: 'wait',
    subjectId: wait.id,
    before: { personId: wait.personId, requestedOn: wait.requestedOn, requestedBy: wait.requestedBy },
    after: { requestedOn: input.requestedOn, requestedBy: input.requestedBy },
    reason: input.reason,
  })
  return done(null)
}

/** Puts a woman ahead of the proposed order. Only who has a turn can be ahead of others. */
export async function putAhead(act: Act, input: ParsedInputOf<Contract['places.putAhead']>) {
  const wait = await knownWait(act, input.id)
  if (!wait) return refuse('unknown-wait')
  if (wait.state !== 'approved') return refuse(`wait-is-${wait.state}`)
  if (await findAhead(act.db, wait.id)) return refuse('ahead-already')
  const list = await turns(act, { workshopId: wait.workshopId })
  const at = list.findIndex((row) => row.id === wait.id)
  const passed = list.slice(0, at).filter((row) => !row.ahead)
  if (!(await repo.touchWait(act.trx, input))) return refuse('stale')
  const { reason, note } = input.jump
  await insertJump(act.trx, {
    id: randomUUID(),
    personId: wait.personId,
    workshopId: wait.workshopId,
    waitId: wait.id,
    editionId: null,
    kind: 'ahead',
    day: act.today,
    reason,
    note: note || null,
    turn: at + 1,
    passed: passed.map((row) => row.id),
    by: act.actor.id,
  })
  await act.audit({
    event: 'wait.put-ahead',
    subjectType: 'wait',
    subjectId: wait.id,
    before: { personId: wait.personId, turn: at + 1 },
    after: { reason, passed: passed.length },
    reason: note || reason,
  })
  return done(null)
}

/** Puts her back where the points say. */
export async function putBack(act: Act, input: ParsedInputOf<Contract['places.putBack']>) {
  const wait = await knownWait(act, input.id)
  if (!wait) return refuse('unknown-wait')
  if (!(await findAhead(act.db, wait.id))) return refuse('not-ahead')
  if (input.reason === '') return refuse('wait-needs-reason', undefined, 'reason')
  if (!(await repo.touchWait(act.trx, input))) return refuse('stale')
  await endAhead(act.trx, wait.id, act.today)
  await act.audit({
    event: 'wait.put-back',
    subjectType: 'wait',
    subjectId: wait.id,
    before: { personId: wait.personId },
    reason: input.reason,
  })
  return done(null)
}

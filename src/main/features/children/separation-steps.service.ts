/** The steps of a plan of separation: added, moved, done, not possible. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { separationContract } from '../../../shared/contract/separation.contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { squeeze } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { STEP_MOVES, type StepState } from './separation.rules'
import * as plans from './separation.repo'

type Parsed<Name extends keyof typeof separationContract> = ParsedInputOf<(typeof separationContract)[Name]>

/** A step with its plan, if both stand and may be written. */
async function standing(act: Act, id: string) {
  const step = await plans.findStep(act.db, id)
  const plan = step && (await plans.findPlan(act.db, step.planId))
  if (!step || !plan) return refuse('unknown-step')
  return plan.closedOn ? refuse('plan-closed') : done({ step, plan })
}

const nameOf = (step: plans.StoredStep) => ({ step: step.id, word: step.word, title: step.title })

/** Adds a step of this child's own. */
export async function addStep(act: Act, input: Parsed<'children.addStep'>) {
  const plan = await plans.findPlan(act.db, input.planId)
  if (!plan) return refuse('unknown-plan')
  if (plan.closedOn) return refuse('plan-closed')
  const title = squeeze(input.title)
  const [id = ''] = await plans.insertSteps(act.trx, [{ ...input, word: null, title, months: null, days: null }])
  await act.audit({
    event: 'child.step-added',
    subjectType: 'child',
    subjectId: plan.childId,
    after: { step: id, title, dueOn: input.dueOn },
  })
  return done({ id })
}

/** Sets the day of one step by hand: from then on it no longer moves with the day of separation. */
export async function moveStep(act: Act, input: Parsed<'children.moveStep'>) {
  const found = await standing(act, input.id)
  if (!found.ok) return found
  const { step, plan } = found.value
  if (step.state !== 'to-do') return refuse('step-not-to-do')
  if (step.dueOn === input.dueOn) return refuse('nothing-changed')
  if (!(await plans.markStep(act.trx, input.id, input.version, { dueOn: input.dueOn, byHand: true })))
    return refuse('stale')
  await act.audit({
    event: 'child.step-moved',
    subjectType: 'child',
    subjectId: plan.childId,
    before: { ...nameOf(step), dueOn: step.dueOn },
    after: { dueOn: input.dueOn },
    reason: input.reason,
  })
  return done(null)
}

const EVENTS: Readonly<Record<StepState, string>> = {
  'to-do': 'child.step-to-do',
  done: 'child.step-done',
  'not-possible': 'child.step-not-possible',
}

/** Says what became of a step, or that it is to do again. */
export async function setStep(act: Act, input: Parsed<'children.setStep'>) {
  const found = await standing(act, input.id)
  if (!found.ok) return found
  const { step, plan } = found.value
  if (!STEP_MOVES[step.state].includes(input.state)) return refuse('step-act-impossible', { state: step.state })
  if (input.on && input.on > act.today) return refuse('day-in-the-future', undefined, 'on')
  const said = {
    state: input.state,
    doneOn: input.on,
    who: input.state === 'to-do' ? null : input.who && squeeze(input.who),
    note: input.state === 'to-do' ? null : input.note,
  }
  if (!(await plans.markStep(act.trx, input.id, input.version, said))) return refuse('stale')
  await act.audit({
    event: EVENTS[input.state],
    subjectType: 'child',
    subjectId: plan.childId,
    before: { ...nameOf(step), state: step.state },
    after: { ...nameOf(step), state: input.state, on: input.on, who: said.who },
    reason: input.note ?? undefined,
  })
  return done(null)
}

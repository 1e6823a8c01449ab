/** Steps of plans of separation that are outings: offered to whoever plans one, done once the child is back. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { squeeze } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act } from '../../platform/seam/act'
import * as plans from './separation.repo'

/** The steps of the open plans of these children, in the order of their days. */
export async function openSteps(
  db: ReadDb,
  childIds: readonly string[],
): Promise<readonly (plans.StoredStep & { readonly childId: string })[]> {
  const open = (await plans.listOpenPlans(db)).filter((plan) => childIds.includes(plan.childId))
  const childOf = new Map(open.map((plan) => [plan.id, plan.childId]))
  const steps = await plans.listSteps(db, [...childOf.keys()])
  return steps.map((step) => ({ ...step, childId: childOf.get(step.planId) ?? '' }))
}

/** An outing, as far as it is the evidence of a step. */
interface Graded {
  readonly stepId: string
  readonly childId: string
  readonly folio: string
}

/** The step, if it is of this child and its plan is open. */
async function stepOf(act: Act, { stepId, childId }: Graded): Promise<plans.StoredStep | undefined> {
  const step = await plans.findStep(act.db, stepId)
  const plan = step && (await plans.findPlan(act.db, step.planId))
  return plan?.childId === childId && plan.closedOn === null ? step : undefined
}

const nameOf = (step: plans.StoredStep) => ({ step: step.id, word: step.word, title: step.title, state: step.state })

/** The child is back from the outing that was this step: it is done, by who took her. What was said of it before stands. */
export async function tickStep(
  act: Act,
  outing: Graded & { readonly backOn: CivilDate; readonly adult: string },
): Promise<void> {
  const step = await stepOf(act, outing)
  if (step?.state !== 'to-do') return
  const said = { state: 'done' as const, doneOn: outing.backOn, who: squeeze(outing.adult), note: outing.folio }
  await plans.markStep(act.trx, step.id, step.version, said)
  await act.audit({
    event: 'child.step-done',
    subjectType: 'child',
    subjectId: outing.childId,
    before: nameOf(step),
    after: { ...nameOf(step), state: said.state, on: said.doneOn, who: said.who, folio: outing.folio },
  })
}

/** Her return was written down by mistake: a step that stands done by it is to do again. */
export async function untickStep(act: Act, outing: Graded & { readonly reason: string }): Promise<void> {
  const step = await stepOf(act, outing)
  if (step?.state !== 'done' || step.note !== outing.folio) return
  await plans.markStep(act.trx, step.id, step.version, { state: 'to-do', doneOn: null, who: null, note: null })
  await act.audit({
    event: 'child.step-to-do',
    subjectType: 'child',
    subjectId: outing.childId,
    before: nameOf(step),
    after: { ...nameOf(step), state: 'to-do', folio: outing.folio },
    reason: outing.reason,
  })
}

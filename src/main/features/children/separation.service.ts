/** A child's plan of separation: made from the center's milestones, moved with its day, closed with its reason. */
import { randomUUID } from 'node:crypto'
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { SeparationPlan, separationContract } from '../../../shared/contract/separation.contract'
import { daysBetween, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { settingsOn } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { ageOn, livesHere } from './children.rules'
import * as repo from './children.repo'
import { listExtensions } from './extension.repo'
import { dueDay, milestonesOn, movedSteps, planDay, stepStanding } from './separation.rules'
import * as plans from './separation.repo'

type Parsed<Name extends keyof typeof separationContract> = ParsedInputOf<(typeof separationContract)[Name]>

/** Plans with their steps as they stand today. */
async function inFull(look: Look, stored: readonly plans.StoredPlan[]): Promise<SeparationPlan[]> {
  const { separationWarnDays } = await settingsOn(look.db, look.today)
  const steps = await plans.listSteps(
    look.db,
    stored.map((plan) => plan.id),
  )
  return stored.map(({ childId: _childId, ...plan }) => ({
    ...plan,
    steps: steps.flatMap(({ planId, ...step }) =>
      planId === plan.id ? [{ ...step, standing: stepStanding(step, look.today, separationWarnDays) }] : [],
    ),
  }))
}

/** The plan, those closed before it, and the outings that count as its graded steps. */
export async function getPlan(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.plan'>, 'unknown-child'>> {
  const child = await repo.findChild(look.db, input.id)
  if (!child) return refuse('unknown-child')
  const { ageLimitMonths } = await settingsOn(look.db, look.today)
  const age = ageOn(child.facts, look.today, ageLimitMonths, await listExtensions(look.db, input.id))
  const all = await inFull(look, await plans.listPlans(look.db, input.id))
  return done({
    today: look.today,
    age,
    plan: all.find((plan) => plan.closedOn === null) ?? null,
    earlier: all.filter((plan) => plan.closedOn !== null),
    outings: (await plans.listGradedOutings(look.db, input.id)).map((row) => ({
      id: row.id,
      folio: row.folio,
      leavesOn: row.wentOn ?? row.leavesOn,
      returnsOn: row.cameOn ?? row.returnsOn,
      adultName: row.adultName,
      nights: daysBetween(row.wentOn ?? row.leavesOn, row.cameOn ?? row.returnsOn),
      state: row.wentOn ? 'made' : row.cancelledOn || row.leavesOn < look.today ? 'not-made' : 'ahead',
    })),
    limitDay: planDay(age),
  })
}

/** Makes a plan: each milestone in force today becomes a step with its day. */
export async function makePlan(act: Act, input: Parsed<'children.makePlan'>) {
  const child = await repo.findChild(act.db, input.childId)
  if (!child) return refuse('unknown-child')
  if (!livesHere(child, act.today)) return refuse('child-lives-outside')
  const known = await plans.listPlans(act.db, input.childId)
  if (known.some((plan) => plan.closedOn === null)) return refuse('plan-open-already')
  // A limit that has passed is still the day to count from: the steps then stand as overdue. Any other day lies ahead.
  if (input.cause !== 'age-limit' && input.targetDay <= act.today)
    return refuse('day-not-ahead', undefined, 'targetDay')
  const id = await writePlan(act, { ...input, separatedOn: null }, ['before', 'after'])
  await act.audit({
    event: 'child.plan-made',
    subjectType: 'child',
    subjectId: input.childId,
    after: { planId: id, cause: input.cause, targetDay: input.targetDay },
    reason: input.note ?? undefined,
  })
  return done({ id })
}

async function writePlan(
  act: Act,
  plan: Pick<plans.StoredPlan, 'childId' | 'cause' | 'targetDay' | 'note' | 'separatedOn'>,
  sides: readonly ('before' | 'after')[],
): Promise<string> {
  const id = randomUUID()
  await plans.insertPlan(act.trx, { ...plan, id, madeOn: act.today })
  const lines = milestonesOn(await plans.listMilestones(act.db), act.today).filter((line) => sides.includes(line.side))
  const steps = lines.map(({ word, title, side, months, days, concerns }) => ({
    planId: id,
    word,
    title,
    side,
    months,
    days,
    concerns,
    dueOn: dueDay(plan.targetDay, { side, months, days }),
  }))
  await plans.insertSteps(act.trx, steps)
  return id
}

/** Another day of separation, and with it the steps that are still to do. */
export async function movePlan(act: Act, input: Parsed<'children.movePlan'>) {
  const plan = await plans.findPlan(act.db, input.id)
  if (!plan) return refuse('unknown-plan')
  if (plan.closedOn) return refuse('plan-closed')
  if (plan.separatedOn) return refuse('child-left-already', { day: plan.separatedOn })
  if (plan.targetDay === input.targetDay) return refuse('nothing-changed')
  if (!(await plans.markPlan(act.trx, input.id, input.version, { targetDay: input.targetDay }))) return refuse('stale')
  const moved = await moveSteps(act, input.id, input.targetDay)
  await act.audit({
    event: 'child.plan-moved',
    subjectType: 'child',
    subjectId: plan.childId,
    before: { targetDay: plan.targetDay },
    after: { planId: plan.id, targetDay: input.targetDay, steps: moved },
    reason: input.reason,
  })
  return done(null)
}

async function moveSteps(act: Act, planId: string, target: CivilDate, side?: 'after'): Promise<number> {
  const steps = (await plans.listSteps(act.db, [planId])).filter((step) => !side || step.side === side)
  const moved = movedSteps(steps, target).filter(({ step, dueOn }) => step.dueOn !== dueOn)
  for (const { step, dueOn } of moved) await plans.markStep(act.trx, step.id, step.version, { dueOn, byHand: false })
  return moved.length
}

/** Closes a plan. Completed is only one in which nothing is left to do. */
export async function closePlan(act: Act, input: Parsed<'children.closePlan'>) {
  const plan = await plans.findPlan(act.db, input.id)
  if (!plan) return refuse('unknown-plan')
  if (plan.closedOn) return refuse('plan-closed')
  const left = (await plans.listSteps(act.db, [input.id])).filter((step) => step.state === 'to-do').length
  if (input.closeCause === 'completed' && left > 0) return refuse('steps-to-do', { count: left })
  const closed = { closedOn: act.today, closeCause: input.closeCause, closeNote: input.reason }
  if (!(await plans.markPlan(act.trx, input.id, input.version, closed))) return refuse('stale')
  await act.audit({
    event: 'child.plan-closed',
    subjectType: 'child',
    subjectId: plan.childId,
    after: { planId: plan.id, closeCause: input.closeCause, stepsLeft: left },
    reason: input.reason,
  })
  return done(null)
}

/** It was closed by mistake, or what closed it no longer holds. */
export async function reopenPlan(act: Act, input: Parsed<'children.reopenPlan'>) {
  const plan = await plans.findPlan(act.db, input.id)
  if (!plan?.closedOn) return refuse('unknown-plan')
  const others = await plans.listPlans(act.db, plan.childId)
  if (others.some((each) => each.closedOn === null)) return refuse('plan-open-already')
  const open = { closedOn: null, closeCause: null, closeNote: null }
  if (!(await plans.markPlan(act.trx, input.id, input.version, open))) return refuse('stale')
  await act.audit({
    event: 'child.plan-reopened',
    subjectType: 'child',
    subjectId: plan.childId,
    before: { closedOn: plan.closedOn, closeCause: plan.closeCause },
    after: { planId: plan.id },
    reason: input.reason,
  })
  return done(null)
}

/** Causes of leaving after which there is no separation to follow up. */
const WITHOUT_FOLLOW_UP = ['with-mother', 'death']
const PLAN_CAUSE_OF: Readonly<Record<string, plans.StoredPlan['cause']>> = {
  'age-limit': 'age-limit',
  'mother-leaves': 'mother-leaves',
  voluntary: 'voluntary',
  authority: 'authority',
  custody: 'authority',
}

/**
 * The child has left: what follows is counted from that day. Also a child who left without a plan is followed up; one
 * who went with the mother was not separated, and the plan is closed.
 */
export async function separate(act: Act, childId: string, leftOn: CivilDate, cause: string): Promise<void> {
  const plan = (await plans.listPlans(act.db, childId)).find((each) => each.closedOn === null)
  if (WITHOUT_FOLLOW_UP.includes(cause)) {
    const closeCause = cause === 'with-mother' ? ('with-mother' as const) : ('other' as const)
    if (plan) await plans.markPlan(act.trx, plan.id, plan.version, { closedOn: act.today, closeCause, closeNote: null })
    return
  }
  if (!plan) {
    const made = { childId, cause: PLAN_CAUSE_OF[cause] ?? 'other', targetDay: leftOn, note: null, separatedOn: leftOn }
    await writePlan(act, made, ['after'])
    return
  }
  await plans.markPlan(act.trx, plan.id, plan.version, { targetDay: leftOn, separatedOn: leftOn })
  await moveSteps(act, plan.id, leftOn, 'after')
}

/** The leaving is taken back: the plan counts to a separation that lies ahead again. */
export async function unseparate(act: Act, childId: string): Promise<void> {
  const plan = (await plans.listPlans(act.db, childId)).find((each) => each.closedOn === null && each.separatedOn)
  if (plan) await plans.markPlan(act.trx, plan.id, plan.version, { separatedOn: null })
}

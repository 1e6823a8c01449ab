/** What the children's files ask somebody to decide. Only those who may read a child's file are told. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { atCenter, type CivilDate } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import { groupBy } from '../../../shared/kernel/group-by'
import { listName } from '../../../shared/kernel/text'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import { adultTasks } from './adult-tasks.service'
import { listAdmissions } from './admission.repo'
import { hasRuling, isOpen, regulariseBy } from './admission.rules'
import { admissionTasks, ageTasks, clockTasks, gapTasks, sheetTasks, stepTasks } from './child-tasks.rules'
import { ageOn, livesHere } from './children.rules'
import * as repo from './children.repo'
import { findTimezone, listCustodyUnknown, listRunningClocks } from './custody.repo'
import { minutesLeft } from './custody.rules'
import { listReviews } from './emergency-sheet.repo'
import { listExtensions } from './extension.repo'
import { healthTasks } from './health-tasks.service'
import { protectionTasks } from './protection.service'
import { listOpenPlans, listSteps } from './separation.repo'

/** All that the children ask for: files, adults and papers, health, childcare room; and what only some may know. */
export async function childrenTasks(look: Look): Promise<readonly Task[]> {
  return [
    ...(await fileTasks(look)),
    ...(await adultTasks(look)),
    ...(await healthTasks(look)),
    ...(await protectionTasks(look)),
  ]
}

/** Ages, plans, sheets, admissions and clocks of all children. */
async function fileTasks(look: Look): Promise<readonly Task[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  const rule = await settingsOn(look.db, look.today)
  const all = await repo.listChildren(look.db)
  const nameOf = new Map(all.map((child) => [child.id, listName(child)]))
  const here = new Set(all.filter((child) => livesHere(child, look.today)).map((child) => child.id))
  const plans = await listOpenPlans(look.db)
  const planned = new Set(plans.map((plan) => plan.childId))
  const reviewed = new Map((await listReviews(look.db)).map((row) => [row.childId, row.reviewedOn]))
  const unknown = new Set(await listCustodyUnknown(look.db))
  const stored = await listAdmissions(look.db)
  const asked = groupBy(stored, (each) => each.childId)
  const extensions = groupBy(await listExtensions(look.db), (each) => each.childId)
  const children = all
    .filter((child) => here.has(child.id))
    .map((child) => ({
      id: child.id,
      name: listName(child),
      age: ageOn(child, look.today, rule.ageLimitMonths, extensions.get(child.id)),
      hasPlan: planned.has(child.id),
      custodyUnknown: unknown.has(child.id),
      rulingMissing: isUndecided(asked.get(child.id) ?? [], child.livesHereFrom),
      sheetReviewedOn: reviewed.get(child.id) ?? null,
    }))
  const admissions = stored.map((each) => ({
    ...each,
    name: nameOf.get(each.childId) ?? '',
    dueOn: regulariseBy(each, rule.emergencyAdmissionDays),
    livesHere: here.has(each.childId),
  }))
  return [
    ...children.flatMap((child) => ageTasks(child, look.today)),
    ...sheetTasks(children, look.today, rule.emergencySheetDays),
    ...gapTasks(children),
    ...admissionTasks(admissions, look.today),
    ...clockTasks(await runningClocks(look, nameOf)),
    ...stepTasks(await openSteps(look, plans, nameOf), look.today, rule.separationWarnDays),
  ]
}

/** An admission that is asked for, or was denied, asks by a task of its own. */
const isUndecided = (admissions: Awaited<ReturnType<typeof listAdmissions>>, since: CivilDate | null): boolean =>
  !hasRuling(admissions, since) && !admissions.some((each) => isOpen(each.state) || each.state === 'denied')

async function runningClocks(look: Look, nameOf: ReadonlyMap<string, string>) {
  const timezone = await findTimezone(look.db)
  return (await listRunningClocks(look.db)).map((clock) => ({
    id: clock.id,
    childId: clock.childId,
    name: nameOf.get(clock.childId) ?? '',
    dueDay: atCenter(clock.dueAt, timezone).day,
    minutesLeft: minutesLeft(clock.dueAt, look.now),
  }))
}

async function openSteps(
  look: Look,
  plans: Awaited<ReturnType<typeof listOpenPlans>>,
  nameOf: ReadonlyMap<string, string>,
) {
  const childOf = new Map(plans.map((plan) => [plan.id, plan.childId]))
  const steps = await listSteps(look.db, [...childOf.keys()])
  return steps.map((step) => {
    const childId = childOf.get(step.planId) ?? ''
    return { ...step, childId, child: nameOf.get(childId) ?? '' }
  })
}

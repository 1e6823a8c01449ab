/** Gathers what the slices ask to be decided, and keeps what was decided. */
import type { Input, Output } from '../../../shared/contract'
import { RESTRICTED_TASKS, type Task, type TaskOutcome } from '../../../shared/contract/tasks.contract'
import { RESTRICTED_SUBJECT } from '../../../shared/contract/child-protection.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { attendanceTasks } from '../attendance'
import { childrenTasks } from '../children'
import { gateTasks, permissionsTasks } from '../outings'
import { certificateTasks } from '../certificates'
import { personTasks, portfolioTasks, stayTasks } from '../people'
import { placesTasks } from '../places'
import { programsTasks } from '../programs'
import * as repo from './tasks.repo'
import { openTasks, type OpenTask } from './tasks.rules'

/** Each slice says which of its facts ask for a decision, and tells only what the role may know. */
const SOURCES: readonly ((look: Look) => Promise<readonly Task[]>)[] = [
  attendanceTasks,
  certificateTasks,
  childrenTasks,
  gateTasks,
  permissionsTasks,
  personTasks,
  placesTasks,
  portfolioTasks,
  programsTasks,
  stayTasks,
]

const SHOWN = 100

async function open(look: Look): Promise<readonly OpenTask[]> {
  const found: Task[] = []
  for (const source of SOURCES) found.push(...(await source(look)))
  return openTasks(found, await repo.listLastSettled(look.db), look.today)
}

export async function list(look: Look): Promise<Outcome<Output<'tasks.list'>, never>> {
  return done([...(await open(look))])
}

/** How many stand, and how many of them are overdue: for the first page. */
export async function countOpen(look: Look): Promise<{ readonly count: number; readonly overdue: number }> {
  const tasks = await open(look)
  return { count: tasks.length, overdue: tasks.filter((task) => task.overdue).length }
}

export async function settled(look: Look): Promise<Outcome<Output<'tasks.settled'>, never>> {
  const hidden = Object.entries(RESTRICTED_TASKS).filter(([, roles]) => !roles.includes(look.actor.role))
  const rows = await repo.listSettled(
    look.db,
    SHOWN,
    hidden.map(([kind]) => kind),
  )
  return done(rows.map((row) => ({ ...row, outcome: row.outcome as TaskOutcome })))
}

/** Settles a task that stands: what is not on her list, she cannot settle. */
export async function settle(act: Act, input: Input<'tasks.settle'>) {
  if (input.until !== null && input.until <= act.today) return refuse('day-not-ahead', undefined, 'until')
  const task = (await open(act)).find((each) => each.key === input.key)
  if (!task) return refuse('unknown-task')
  const { outcome, until, note } = input
  await repo.insertOutcome(act.trx, {
    key: task.key,
    kind: task.kind,
    outcome,
    until,
    note,
    at: act.now,
    by: act.actor.id,
  })
  await act.audit({
    event: 'task.settled',
    // Whoever may not know of such a task must not find it in the audit either: it goes under its own subject there.
    subjectType: task.kind in RESTRICTED_TASKS ? RESTRICTED_SUBJECT : 'task',
    subjectId: task.key,
    after: { kind: task.kind, outcome, ...(until ? { until } : {}) },
    reason: note,
  })
  return done(null)
}

/** What the programs ask somebody to decide: groups that ended and are not closed, permits that end too soon. */
import { PLANNERS } from '../../../shared/kernel/roles'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import type { Look } from '../../platform/seam/act'
import * as tasksRepo from './programs-tasks.repo'
import { clearanceTasks, closingTasks } from './programs-tasks.rules'

/** Older ones were kept before groups were closed by checklist; nobody is asked about them. */
const CLOSING_DAYS = 90
const PERMIT_DAYS = 30

/** Tasks of the programs, for those who plan. */
export async function programsTasks(look: Look): Promise<Task[]> {
  if (!PLANNERS.includes(look.actor.role)) return []
  const ended = await tasksRepo.listEndedOpen(look.db, addDays(look.today, -CLOSING_DAYS), look.today)
  const permits = await tasksRepo.listPermits(look.db, look.today, addDays(look.today, PERMIT_DAYS))
  return [...closingTasks(ended), ...clearanceTasks(permits)]
}

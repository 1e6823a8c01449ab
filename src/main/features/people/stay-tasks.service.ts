/** What the stays ask somebody to decide: absences that near their limit or lasted longer than said, arrivals not confirmed. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { PLANNERS } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import * as repo from './stay.repo'
import { arrivalTasks, awayTasks } from './stay-tasks.rules'

/** Nothing ends by itself: each of these stands until somebody has decided. */
export async function stayTasks(look: Look): Promise<readonly Task[]> {
  if (!PLANNERS.includes(look.actor.role)) return []
  const rule = await settingsOn(look.db, look.today)
  const away = (await repo.listAway(look.db)).map((row) => ({ ...row, name: listName(row) }))
  const expected = (await repo.listExpected(look.db)).map((row) => ({ ...row, name: listName(row) }))
  return [...awayTasks(away, look.today, rule), ...arrivalTasks(expected, look.today)]
}

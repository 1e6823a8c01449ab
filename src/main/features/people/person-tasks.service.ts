/** What the women's files ask to be decided, as far as the role may know. */
import { circlesRead } from '../../../shared/contract/alerts.contract'
import { KEEP_APART_READERS } from '../../../shared/contract/keep-apart.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import { PLANNERS } from '../../../shared/kernel/roles'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import * as repo from './person-tasks.repo'
import { alertTask, intakeTasks, pairTask } from './person-tasks.rules'

/** Reviews of alerts for their owners, reviews of pairs for who may know both, intakes for who plans. */
export async function personTasks({ db, actor, today }: Look): Promise<Task[]> {
  const { role } = actor
  const circles = circlesRead(role)
  const leads = role === 'director' || role === 'coordinator'
  const alerts = circles.length > 0 ? await repo.listAlertsDue(db, today, circles) : []
  const pairs = KEEP_APART_READERS.includes(role) ? await repo.listPairsDue(db, today) : []
  const women = PLANNERS.includes(role) ? await repo.listWithoutIntake(db, today) : []
  const { intakeDays } = await settingsOn(db, today)
  return [
    ...alerts.filter((alert) => leads || alert.ownerRole === role).map(alertTask),
    ...pairs.map(pairTask),
    ...intakeTasks(women, intakeDays, today),
  ]
}

/** The tasks of the waiting list. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { PLANNERS } from '../../../shared/kernel/roles'
import type { Look } from '../../platform/seam/act'
import { hiddenWorkshops } from './sensitive.service'
import { listDueOffers, listDueWaits } from './wait-tasks.repo'
import { waitTasksOf } from './wait-tasks.rules'

/** Only those who plan can see to them; of groups of sensitive axes only who may know their women. */
export async function waitTasks(look: Look): Promise<readonly Task[]> {
  if (!PLANNERS.includes(look.actor.role)) return []
  const hidden = await hiddenWorkshops(look)
  const facts = [...(await listDueOffers(look.db, look.today)), ...(await listDueWaits(look.db))]
  return waitTasksOf(facts.filter((fact) => !hidden.has(fact.workshopId)))
}

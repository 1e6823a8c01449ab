/** What the grids and the children's own papers ask somebody to decide; and, apart, the protection concerns. */
import type { Task } from '../../../shared/contract/tasks.contract'
import { CHILDREN } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import * as childNames from './child-names.repo'
import { checklistTasks } from './checklist.rules'
import { listPapers } from './checklist.repo'
import { endingAuthorities } from './grid.service'
import { endingTask } from './grid.rules'

/** Rights that end within thirty days, and papers that say where a child lives. */
export async function adultTasks(look: Look): Promise<Task[]> {
  if (!CHILDREN.includes(look.actor.role)) return []
  const ending = await endingAuthorities(look)
  const stored = await listPapers(look.db)
  const names = await childNames.namesOf(
    look.db,
    stored.map((paper) => paper.childId),
  )
  const papers = stored.flatMap(({ childId, ...paper }) => {
    const child = names.get(childId)
    return child ? [{ childId, childName: listName(child), paper }] : []
  })
  return [...(ending.ok ? ending.value.rows.map(endingTask) : []), ...checklistTasks(papers)]
}

/** Which tasks still stand, and in which order they are read. */
import type { Settled, Task } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inOrder } from '../../../shared/kernel/text'

export type OpenTask = Task & { readonly overdue: boolean }

const stands = (settled: Settled | undefined, today: CivilDate): boolean =>
  !settled || (settled.outcome === 'later' && settled.until !== null && settled.until <= today)

/** The tasks nobody has settled, or whose day has come again: overdue ones first, then by day, then those without one. */
export function openTasks(
  tasks: readonly Task[],
  settled: ReadonlyMap<string, Settled>,
  today: CivilDate,
): readonly OpenTask[] {
  return tasks
    .filter((task) => stands(settled.get(task.key), today))
    .map((task) => ({ ...task, overdue: task.dueOn !== null && task.dueOn < today }))
    .sort((a, b) => inOrder(a.dueOn ?? '9999', b.dueOn ?? '9999') || inOrder(a.kind, b.kind) || inOrder(a.key, b.key))
}

/** What a task says. */
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { isCivilDate } from '../../../shared/kernel/civil-date'

export type OpenTask = Output<'tasks.list'>[number]

/** The task's sentence; days among its facts as people read them. */
export const sentenceOf = (task: OpenTask, t: Words): string =>
  t(
    `task.${task.kind}`,
    Object.fromEntries(
      Object.entries(task.facts).map(([name, value]) => [
        name,
        typeof value === 'string' && isCivilDate(value) ? formatDay(value, t.language) : value,
      ]),
    ),
  )

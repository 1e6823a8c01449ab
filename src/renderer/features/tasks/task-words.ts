/** What a task says. */
import type { Output } from '../../../shared/contract'
import type { Words } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { isCivilDate } from '../../../shared/kernel/civil-date'

export type OpenTask = Output<'tasks.list'>[number]

/** The task's sentence; days among its facts as people read them, and words of the app in the reader's language. */
export const sentenceOf = (task: OpenTask, t: Words): string =>
  t(
    `task.${task.kind}`,
    Object.fromEntries(Object.entries(task.facts).map(([name, value]) => [name, factWords(value, t)])),
  )

const WORDS = 'words:'

function factWords(value: string | number, t: Words): string | number {
  if (typeof value !== 'string') return value
  if (value.startsWith(WORDS)) return t(value.slice(WORDS.length))
  return isCivilDate(value) ? formatDay(value, t.language) : value
}

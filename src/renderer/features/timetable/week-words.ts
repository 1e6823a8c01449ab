/** Days and hours in the words of the timetable's pages. */
import type { Words } from '../../../shared/i18n'
import { formatShortDay, shortWeekday } from '../../../shared/i18n/format'
import { weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'

/** `mar 13 oct`: heads of the columns and of lists. */
export const columnDay = (day: CivilDate, t: Words): string =>
  `${shortWeekday(weekdayOf(day), t.language)} ${formatShortDay(day, t.language)}`

/** `lun, mar, mié`; runs of days as `lun–vie`. */
export function weekdaysWords(weekdays: readonly number[], t: Words): string {
  const runs: number[][] = []
  for (const day of weekdays.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined): string => shortWeekday(day ?? 1, t.language)
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0])}–${name(run.at(-1))}` : run.map(name).join(', ')))
    .join(', ')
}

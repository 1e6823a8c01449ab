/** A weekly pattern in words: `lun, mié 09:00–11:00`, `lun a vie 16:00–17:00`. */
import type { WeeklySlot } from '../../../shared/contract/programs.contract'
import type { Words } from '../../../shared/i18n'
import { shortWeekday } from '../../../shared/i18n/format'

/** Days of one hour stand together; several hours are separated by a dot; those of one week of two bear its letter. */
export function patternWords(slots: readonly WeeklySlot[], t: Words): string {
  const days = new Map<string, number[]>()
  for (const { week, weekday, startsAt, endsAt } of slots) {
    const hour = week === 'every' ? `${startsAt}–${endsAt}` : `${startsAt}–${endsAt} (${week})`
    days.set(hour, [...(days.get(hour) ?? []), weekday])
  }
  return [...days].map(([hour, weekdays]) => `${daysWords(weekdays, t)} ${hour}`).join(' · ')
}

/** Three days or more in a row are a range. */
function daysWords(weekdays: readonly number[], t: Words): string {
  const sorted = [...weekdays].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first && last && sorted.length > 2 && last - first === sorted.length - 1)
    return t('programs.pattern.range', {
      from: shortWeekday(first, t.language),
      until: shortWeekday(last, t.language),
    })
  return sorted.map((weekday) => shortWeekday(weekday, t.language)).join(', ')
}

/** A weekly pattern in words: `lun, mié, vie 09:00–11:00`. */
import type { WeeklySlot } from '../../../shared/contract/programs.contract'
import type { Language } from '../../../shared/i18n'
import { shortWeekday } from '../../../shared/i18n/format'

/** Days of one hour stand together; several hours are separated by a dot. */
export function patternWords(slots: readonly WeeklySlot[], language: Language): string {
  const days = new Map<string, string[]>()
  for (const { weekday, startsAt, endsAt } of slots) {
    const hour = `${startsAt}–${endsAt}`
    days.set(hour, [...(days.get(hour) ?? []), shortWeekday(weekday, language)])
  }
  return [...days].map(([hour, names]) => `${names.join(', ')} ${hour}`).join(' · ')
}

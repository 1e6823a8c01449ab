/** Pure rules of the timetable: the scales of time on which clashes are found, and beds. */
import { daysBetween, minutesOf, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'

const EPOCH = '2000-01-03'

/** Minutes from a fixed Monday to a day and time, the scale on which uses of real sessions are laid. */
export const minuteOf = (day: CivilDate, time: ClockTime): number => daysBetween(EPOCH, day) * 1440 + minutesOf(time)

/** Minutes from Monday 00:00 to a weekday and time, the scale of weekly patterns. */
export const minuteOfWeek = (weekday: number, time: ClockTime): number => (weekday - 1) * 1440 + minutesOf(time)

/** `HH:MM` of a minute on either scale. */
export const timeOfMinute = (minute: number): ClockTime => {
  const ofDay = ((minute % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

/** True if two ranges of days share one; both ends included. */
export const daysMeet = (
  a: { readonly from: CivilDate; readonly until: CivilDate },
  b: { readonly from: CivilDate; readonly until: CivilDate },
): boolean => a.from <= b.until && b.from <= a.until

// ——— Movement lists

/** `F-11` → dormitory `F`, bed 11; anything else is a dormitory without beds. */
export function bedOf(place: string | null): { readonly dormitory: string; readonly bed: number | null } {
  const found = /^(.*?)[\s-]*(\d+)$/.exec(place ?? '')
  return found?.[1]
    ? { dormitory: found[1].toLocaleUpperCase('es-MX'), bed: Number(found[2]) }
    : { dormitory: (place ?? '').trim().toLocaleUpperCase('es-MX'), bed: null }
}

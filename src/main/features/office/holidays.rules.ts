/**
 * The days that each year brings by law and by custom. Statutory: Ley Federal del Trabajo, art. 74, as it stands since the
 * decree of 17 January 2006 (three civic days move to a Monday) and that of 30 September 2024 (the handing over of the
 * presidency is on 1 October every six years from 2024; it was on 1 December until 2018). Election days are fixed by the
 * electoral laws and are written down by hand. Only the civic days move, never those that fall on a weekend.
 */
import type { CUSTOMARY_KEYS, HOLIDAY_KEYS } from '../../../shared/contract/calendar.contract'
import { addDays, civilDateOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'

export interface Holiday {
  readonly key: (typeof HOLIDAY_KEYS)[number]
  readonly day: CivilDate
  /** The day it commemorates, where it is kept on a Monday. */
  readonly of: CivilDate | null
}

const dayOf = (year: number, month: number, day: number): CivilDate => civilDateOf(year, month, day) ?? ''

/** The first, second, third … Monday of a month. */
export function mondayInMonth(year: number, month: number, which: number): CivilDate {
  const first = dayOf(year, month, 1)
  return addDays(first, ((8 - weekdayOf(first)) % 7) + (which - 1) * 7)
}

/** The rest days of a year by LFT art. 74, in order. From 2006, when the civic days began to move, on. */
export function statutoryHolidays(year: number): readonly Holiday[] {
  const fixed = (key: Holiday['key'], month: number, day: number): Holiday => ({
    key,
    day: dayOf(year, month, day),
    of: null,
  })
  const moving = (key: Holiday['key'], month: number, which: number, day: number): Holiday => ({
    key,
    day: mondayInMonth(year, month, which),
    of: dayOf(year, month, day),
  })
  return [
    fixed('new-year', 1, 1),
    moving('constitution', 2, 1, 5),
    moving('juarez', 3, 3, 21),
    fixed('labour', 5, 1),
    fixed('independence', 9, 16),
    ...(year >= 2024 && (year - 2024) % 6 === 0 ? [fixed('handover-october', 10, 1)] : []),
    moving('revolution', 11, 3, 20),
    ...(year < 2024 && (2018 - year) % 6 === 0 ? [fixed('handover-december', 12, 1)] : []),
    fixed('christmas', 12, 25),
  ]
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): CivilDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

/** Days that are worked by law and on which festivals or visits take the halls (domain §6.1), in order. */
export function customaryDays(
  year: number,
): readonly { readonly key: (typeof CUSTOMARY_KEYS)[number]; readonly day: CivilDate }[] {
  const easter = easterOf(year)
  return [
    { key: 'kings', day: dayOf(year, 1, 6) },
    { key: 'holy-thursday', day: addDays(easter, -3) },
    { key: 'holy-friday', day: addDays(easter, -2) },
    { key: 'children', day: dayOf(year, 4, 30) },
    { key: 'mothers', day: dayOf(year, 5, 10) },
    { key: 'all-souls', day: dayOf(year, 11, 2) },
    { key: 'christmas-eve', day: dayOf(year, 12, 24) },
    { key: 'new-years-eve', day: dayOf(year, 12, 31) },
  ]
}

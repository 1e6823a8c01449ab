/** Days and clock times at the center, without time zone. An outing is a day and a clock time, not an instant. */
import { z } from 'zod'

/** `YYYY-MM-DD`, a day that exists. */
export const civilDate = z.iso.date()
export type CivilDate = string

/** `HH:MM`, 00:00 to 23:59 at the center. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type ClockTime = string

/** `YYYY-MM`. */
export const civilMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type CivilMonth = string

/** An instant in UTC as ISO text with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 })
export type Instant = string

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const DAY = 86_400_000
const toUtc = (day: CivilDate): number => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10)

/** True for a real day written `YYYY-MM-DD` (2026-02-31 is not one). */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toUtc(text)) && fromUtc(toUtc(text)) === text

/** `YYYY-MM-DD` of the parts, or undefined if there is no such day. Month 1–12. */
export function civilDateOf(year: number, month: number, day: number): CivilDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCivilDate(text) ? text : undefined
}

export const addDays = (day: CivilDate, days: number): CivilDate => fromUtc(toUtc(day) + days * DAY)

/** Whole days from one day to another; negative if `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => Math.round((toUtc(to) - toUtc(from)) / DAY)

/** The same day of a later month; the last day of that month where it has no such day (31 Jan + 1 → 28 Feb). */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return civilDateOf(year, month, Math.min(Number(day.slice(8, 10)), last)) ?? day
}

/** Completed months between a birth and a day, as an age in months is counted (born 31 Jan, 28 Feb: 0). */
export function wholeMonthsBetween(from: CivilDate, to: CivilDate): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return Number(to.slice(8, 10)) < Number(from.slice(8, 10)) ? months - 1 : months
}

export const weekdayOf = (day: CivilDate): Weekday => {
  const sunday = new Date(toUtc(day)).getUTCDay()
  return (sunday === 0 ? 7 : sunday) as Weekday
}

export const mondayOf = (day: CivilDate): CivilDate => addDays(day, 1 - weekdayOf(day))
export const monthOf = (day: CivilDate): CivilMonth => day.slice(0, 7)
export const firstDayOf = (month: CivilMonth): CivilDate => `${month}-01`
export const lastDayOf = (month: CivilMonth): CivilDate => addDays(addMonths(`${month}-01`, 1), -1)
export const daysIn = (month: CivilMonth): number => Number(lastDayOf(month).slice(8, 10))

/** All days from the first to the last, both included; empty if the last is earlier. */
export const daysFromTo = (from: CivilDate, to: CivilDate): CivilDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i))

/** Minutes since midnight of `HH:MM`. */
export const minutesOf = (time: ClockTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Minutes from one day and time to another, at the center's wall clock. */
export const minutesBetween = (fromDay: CivilDate, from: ClockTime, toDay: CivilDate, to: ClockTime): number =>
  daysBetween(fromDay, toDay) * 1440 + minutesOf(to) - minutesOf(from)

/** The instant at which a day begins at the center: the first at which its wall clock shows that day. */
export function startOfDay(day: CivilDate, timezone: string): Instant {
  // No place is more than 14 hours from UTC, and all offsets are whole quarters of an hour.
  const quarters = Array.from({ length: 28 * 4 + 1 }, (_, i) => toUtc(day) + (i - 14 * 4) * 900_000)
  const first = quarters.find((ms) => atCenter(new Date(ms).toISOString(), timezone).day >= day)
  return new Date(first ?? toUtc(day)).toISOString()
}

/** A day and clock time at the center. */
export interface At {
  readonly day: CivilDate
  readonly time: ClockTime
}

/** Day and clock time that a wall clock in `timezone` (IANA name) shows at an instant. */
export function atCenter(at: Instant, timezone: string): At {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const get = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` }
}

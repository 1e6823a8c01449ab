/** What hurried fingers type for a day or a time, read as what was meant. */
import { civilDateOf, type CivilDate, type ClockTime } from '../../shared/kernel/civil-date'
import { fold } from '../../shared/kernel/text'

/** `9`, `930`, `9.30`, `16:30`, `16 h` → `HH:MM`; undefined if it is no time. */
export function parseTime(typed: string): ClockTime | undefined {
  const plain = typed
    .trim()
    .toLowerCase()
    .replace(/\s*h(rs?|oras?)?\.?$/, '')
  const parts = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(plain)
  if (!parts) return undefined
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const MONTH_STARTS = [
  'ene jan',
  'feb',
  'mar',
  'abr apr',
  'may',
  'jun',
  'jul',
  'ago aug',
  'sep',
  'oct',
  'nov',
  'dic dec',
]

function monthOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const start = fold(text).slice(0, 3)
  const index = start.length === 3 ? MONTH_STARTS.findIndex((names) => names.split(' ').includes(start)) : -1
  return index < 0 ? undefined : index + 1
}

/** Two figures are a year of this century, unless that lies more than ten years ahead (a birth in 98). */
function yearOf(text: string | undefined, today: CivilDate): number {
  const current = Number(today.slice(0, 4))
  if (!text) return current
  const year = Number(text)
  if (text.length > 2) return year
  return 2000 + year > current + 10 ? 1900 + year : 2000 + year
}

/** `13/10/2026`, `13-10`, `131026`, `13 oct`, `13 de octubre de 2026`, `2026-10-13` → a day; undefined if there is none. */
export function parseDay(typed: string, today: CivilDate): CivilDate | undefined {
  const plain = fold(typed)
    .replace(/ de /g, ' ')
    .replace(/^(lun|mar|mie|jue|vie|sab|dom|mon|tue|wed|thu|fri|sat|sun)[a-z]* (?=\d)/, '')
  const iso = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(plain)
  if (iso) return civilDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const solid = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(plain)
  const parts = solid ?? /^(\d{1,2}) ([a-z]+|\d{1,2})(?: (\d{2}|\d{4}))?$/.exec(plain)
  const month = parts?.[2] ? monthOf(parts[2]) : undefined
  if (!parts || !month) return undefined
  return civilDateOf(yearOf(parts[3], today), month, Number(parts[1]))
}

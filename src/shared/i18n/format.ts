/** How days, times, numbers and money are written (docs/look.md): `mar 13 oct 2026`, `13 de octubre de 2026`, `16:30`, `$1,234.56`. */
import type { CivilDate, CivilMonth } from '../kernel/civil-date'
import { weekdayOf } from '../kernel/civil-date'
import type { Language } from './index'

const SHORT_MONTHS: Record<Language, readonly string[]> = {
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const MONTHS: Record<Language, readonly string[]> = {
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}
const SHORT_DAYS: Record<Language, readonly string[]> = {
  es: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const DAYS: Record<Language, readonly string[]> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const parts = (day: CivilDate): readonly [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]
const at = (names: readonly string[], index: number): string => names[index] ?? ''

export const shortWeekday = (weekday: number, language: Language): string => at(SHORT_DAYS[language], weekday - 1)
export const longWeekday = (weekday: number, language: Language): string => at(DAYS[language], weekday - 1)
export const longMonth = (month: number, language: Language): string => at(MONTHS[language], month - 1)

/** `mar 13 oct 2026` / `Tue 13 Oct 2026`. */
export function formatDay(day: CivilDate, language: Language): string {
  const [year, month, date] = parts(day)
  return `${shortWeekday(weekdayOf(day), language)} ${date} ${at(SHORT_MONTHS[language], month - 1)} ${year}`
}

/** `13 oct` / `13 Oct`, where the year is plain from the place. */
export function formatShortDay(day: CivilDate, language: Language): string {
  const [, month, date] = parts(day)
  return `${date} ${at(SHORT_MONTHS[language], month - 1)}`
}

/** `13 de octubre de 2026` / `13 October 2026`. */
export function formatLongDay(day: CivilDate, language: Language): string {
  const [year, month, date] = parts(day)
  const name = longMonth(month, language)
  return language === 'es' ? `${date} de ${name} de ${year}` : `${date} ${name} ${year}`
}

/** `5 al 11 de octubre de 2026`, `28 de septiembre al 4 de octubre de 2026` / `5 to 11 October 2026`. */
export function formatDayRange(from: CivilDate, until: CivilDate, language: Language): string {
  const [year, month, date] = parts(from)
  const to = language === 'es' ? 'al' : 'to'
  const last = formatLongDay(until, language)
  if (from.slice(0, 7) === until.slice(0, 7)) return `${date} ${to} ${last}`
  if (year !== parts(until)[0]) return `${formatLongDay(from, language)} ${to} ${last}`
  const name = longMonth(month, language)
  return `${language === 'es' ? `${date} de ${name}` : `${date} ${name}`} ${to} ${last}`
}

/** As certificates say it: `a los 21 días del mes de noviembre de 2026`; the first of a month is *al primer día*. */
export function formatDayInWords(day: CivilDate, language: Language): string {
  const [year, month, date] = parts(day)
  if (language === 'en') return `on ${formatLongDay(day, 'en')}`
  const name = longMonth(month, 'es')
  return date === 1 ? `al primer día del mes de ${name} de ${year}` : `a los ${date} días del mes de ${name} de ${year}`
}

/** `octubre de 2026` / `October 2026`. */
export function formatMonth(month: CivilMonth, language: Language): string {
  const name = longMonth(Number(month.slice(5, 7)), language)
  return language === 'es' ? `${name} de ${month.slice(0, 4)}` : `${name} ${month.slice(0, 4)}`
}

/** `1,234`. */
export const formatNumber = (value: number): string => new Intl.NumberFormat('es-MX').format(value)

/** Share of a whole as a whole percent: `84%`. Rounds down, so that 79.9 % never reads as 80 %. */
export const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Math.floor((part * 100) / whole)}%`

/** Minutes as `h:mm`: 95 → `1:35`. */
export const formatDuration = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const MINUTES_A_DAY = 24 * 60

/** How late: under a day as `h:mm`; from a day on as `20 días 1 h` / `20 days 1 h`, for nobody counts 481 hours. */
export function formatSpan(minutes: number, language: Language): string {
  if (minutes < MINUTES_A_DAY) return formatDuration(minutes)
  const days = Math.floor(minutes / MINUTES_A_DAY)
  const hours = Math.floor((minutes % MINUTES_A_DAY) / 60)
  const word = language === 'es' ? (days === 1 ? 'día' : 'días') : days === 1 ? 'day' : 'days'
  return hours === 0 ? `${days} ${word}` : `${days} ${word} ${hours} h`
}

/** Minutes as hours of many women: 74,190 → `1,236:30`. */
export const formatHours = (minutes: number): string =>
  `${formatNumber(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`

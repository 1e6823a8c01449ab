/** What one cell means: days, times, shares, names, however an office has typed them. */
import { addDays, civilDateOf, isCivilDate, type CivilDate, type ClockTime } from '../../../shared/kernel/civil-date'
import { fold, squeeze } from '../../../shared/kernel/text'

export type Cell = string | number | boolean | Date | null

/** What a cell is that holds something, but nothing that could be meant. */
export const BAD: unique symbol = Symbol('bad')
export type Bad = typeof BAD

export interface DayRead {
  readonly day: CivilDate
  /** Typed as `aprox. 29/05/2025`. */
  readonly approximate: boolean
}

/** The cell as one line of text; empty for an empty cell. */
export function textOf(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'Sí' : 'No'
  return squeeze(String(cell))
}

/** Text or nothing; a dash or *no aplica* is nothing. */
export const optionalText = (cell: Cell): string | null => {
  const text = textOf(cell)
  return text === '' || /^([-–—]+|n\/?a|s\/?d)$/i.test(text) ? null : text
}

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** 1 to 12 for a Spanish month, also abbreviated (`oct`, `sept.`, `setiembre`); 0 for another word. */
export function monthOfWord(word: string): number {
  const plain = fold(word).replace('setiembre', 'septiembre')
  return plain.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(plain)) + 1
}

// Excel counts days from here; its own error about 29 February 1900 lies before any day that we meet.
const SERIAL_EPOCH = '1899-12-30'
const fromSerial = (serial: number): CivilDate | Bad =>
  serial >= 61 && serial < 80_000 ? addDays(SERIAL_EPOCH, Math.floor(serial)) : BAD

/** `yy` as a year: not more than five years ahead of `today`, so that `58` is a birth and `27` a plan. */
const fullYear = (digits: string, today: CivilDate): number => {
  if (digits.length !== 2) return Number(digits)
  const near = Number(today.slice(0, 2)) * 100 + Number(digits)
  return near > Number(today.slice(0, 4)) + 5 ? near - 100 : near
}

/** The day in a cell; null if it is empty, BAD if it holds no day that exists (31/02/1990). */
export function readDay(cell: Cell, today: CivilDate): DayRead | Bad | null {
  if (cell === null || cell === '') return null
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? BAD : exact(cell.toISOString().slice(0, 10))
  if (typeof cell === 'number') return exact(fromSerial(cell))
  if (typeof cell === 'boolean') return BAD
  const text = optionalText(cell)
  if (text === null) return null
  const plain = text.replace(/^(aprox(imad[oa]|imadamente)?\.?|ca\.?|hacia|alrededor del?|~)\s*/i, '')
  const day = dayIn(plain, today)
  return day === BAD ? BAD : { day, approximate: plain !== text }
}

const exact = (day: CivilDate | Bad): DayRead | Bad => (day === BAD ? BAD : { day, approximate: false })

function dayIn(text: string, today: CivilDate): CivilDate | Bad {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return civilDateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? BAD
  const usual = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/.exec(text)
  if (usual) return civilDateOf(fullYear(usual[3] ?? '', today), Number(usual[2]), Number(usual[1])) ?? BAD
  const words = /^(\d{1,2})(?:\s+de|[-/ .])\s*(\p{L}+)\.?(?:\s+del?|[-/ .,])\s*(\d{4}|\d{2})$/iu.exec(text)
  if (words) {
    const month = monthOfWord(words[2] ?? '')
    return (month > 0 && civilDateOf(fullYear(words[3] ?? '', today), month, Number(words[1]))) || BAD
  }
  return /^\d{5}$/.test(text) ? fromSerial(Number(text)) : BAD
}

const clock = (hours: number, minutes: number): ClockTime | Bad =>
  hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : BAD

/** The time in a cell: `09:00`, `9.30`, `4 pm`, a fraction of a day, or what Excel makes of a time. */
export function readTime(cell: Cell): ClockTime | Bad | null {
  if (cell === null || cell === '') return null
  if (cell instanceof Date) return clock(cell.getUTCHours(), cell.getUTCMinutes())
  if (typeof cell === 'number') {
    const minutes = Math.round((cell % 1) * 1440)
    return cell < 0 ? BAD : clock(Math.floor(minutes / 60), minutes % 60)
  }
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(?:h(?:rs?|oras)?\.?)?\s*([ap])?\.?\s*(?:m\.?)?$/i.exec(
    textOf(cell),
  )
  if (!found) return BAD
  const hours = Number(found[1])
  const half = found[3]?.toLowerCase()
  if (half && (hours < 1 || hours > 12)) return BAD
  return clock(half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours, Number(found[2] ?? 0))
}

/** Day and time in one cell: `03/10/2026 09:12`, or a date with a time of day. */
export function readMoment(cell: Cell, today: CivilDate): { day: CivilDate; time: ClockTime } | Bad | null {
  if (cell === null || cell === '') return null
  if (cell instanceof Date || typeof cell === 'number') {
    const day = readDay(cell, today)
    const time = readTime(cell)
    return day === null || day === BAD || time === null || time === BAD ? BAD : { day: day.day, time }
  }
  const found = /^(.+?)[,T ]+(\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?\s*m\.?)?(?:\s*h(?:rs)?\.?)?)$/i.exec(
    textOf(cell),
  )
  const day = found && readDay(found[1] ?? null, today)
  const time = found && readTime(found[2] ?? null)
  return day && day !== BAD && time && time !== BAD ? { day: day.day, time } : BAD
}

/** A whole percentage: `0.8`, `80`, `80%`. */
export function readPercent(cell: Cell): number | Bad | null {
  if (cell === null || cell === '') return null
  const text = textOf(cell).replace(',', '.')
  const found = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text)
  if (!found) return BAD
  const value = Number(found[1])
  const percent = Math.round(found[2] || value > 1 ? value : value * 100)
  return percent <= 100 ? percent : BAD
}

export function readWhole(cell: Cell): number | Bad | null {
  if (cell === null || cell === '') return null
  const value = typeof cell === 'number' ? cell : Number(textOf(cell).replace(/\s*(h(oras|rs)?\.?)$/i, ''))
  return Number.isInteger(value) && value >= 0 ? value : BAD
}

/** True, false, or BAD; null for an empty cell. */
export function readYesNo(cell: Cell): boolean | Bad | null {
  if (typeof cell === 'boolean') return cell
  const text = fold(textOf(cell))
  if (text === '') return null
  if (['si', 's', 'x', '1', 'yes'].includes(text)) return true
  return ['no', 'n', '0'].includes(text) ? false : BAD
}

const PARTICLES = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'e', 'da', 'das', 'do', 'dos', 'van', 'von'])
const lower = (text: string): string => text.toLocaleLowerCase('es-MX')
const upper = (text: string): string => text.toLocaleUpperCase('es-MX')

/**
 * A name as it is written: one space between words, no stray capitals. Only words all in capitals or all in small
 * letters are touched, so that what somebody wrote with care (*McGregor*, *O’Farrill*) stays; particles stay small.
 */
export const cleanName = (cell: Cell): string => withoutLigatures(textOf(cell)).split(' ').map(cleanWord).join(' ')

/** Text copied out of a PDF has `ﬁ` as one sign. */
const withoutLigatures = (text: string): string => text.replace(/[\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKC'))

/** The capital of a letter that has one; those that would become two letters (ß) stay. */
function capital(letter: string): string {
  const large = upper(letter)
  return [...large].length === 1 ? large : letter
}

function cleanWord(word: string): string {
  if (PARTICLES.has(lower(word))) return lower(word)
  const letters = word.replace(/[^\p{L}]/gu, '')
  const plain = letters === lower(letters) || (letters.length > 1 && letters === upper(letters))
  if (!plain) return word
  return lower(word)
    .replace(/(^|[-’'ʼꞌ])(\p{L})/gu, (_all, before: string, letter: string) => before + capital(letter))
    .replace(/^Mc(\p{L})/u, (_all, letter: string) => `Mc${capital(letter)}`)
}

/** `YYYY-MM` in loose text: `Mes octubre 2026`, `2026-10`, `10/2026`. */
export function monthIn(text: string): string | null {
  const iso = /\b(20\d\d)[-_/. ]?(0[1-9]|1[0-2])\b(?![-/.]?\d)/.exec(text)
  const words = fold(text).split(' ')
  const month = words.map((word) => (word.length > 3 ? monthOfWord(word) : 0)).find((found) => found > 0)
  const year = words.find((word) => /^20\d\d$/.test(word))
  if (month && year) return `${year}-${String(month).padStart(2, '0')}`
  return iso && isCivilDate(`${iso[1]}-${iso[2]}-01`) ? `${iso[1]}-${iso[2]}` : null
}

/** ISO weekdays in `Lu Mi Vi`, `lunes, miércoles y viernes`, `L-M-V` (M alone is Tuesday), `lunes a viernes`. */
export function readWeekdays(cell: Cell): readonly number[] | Bad {
  const words = fold(textOf(cell))
    .split(' ')
    .filter((word) => word !== 'y' && word !== '')
  const range = words.length === 3 && words[1] === 'a'
  const days = (range ? [words[0] ?? '', words[2] ?? ''] : words).map(weekdayOfWord)
  if (days.length === 0 || days.includes(0)) return BAD
  if (!range) return [...new Set(days)].sort((a, b) => a - b)
  const [from = 1, to = 1] = days
  return from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : BAD
}

const WEEKDAYS = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']
const LETTERS: Readonly<Record<string, number>> = { l: 1, m: 2, x: 3, j: 4, v: 5, s: 6, d: 7 }
const weekdayOfWord = (word: string): number =>
  word.length === 1 ? (LETTERS[word] ?? 0) : WEEKDAYS.findIndex((day) => day.startsWith(word)) + 1

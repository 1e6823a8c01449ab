/**
 * How densely a printed week must be set to stay on one sheet. Each step gives up what is needed least: first the size
 * of the type, then who teaches, then lines of their own, then titles for codes. Never type too small to read on a wall.
 */

export interface Density {
  readonly size: number
  /**
   * - `two-lines`: hours and who teaches, then the title.
   * - `one-line`: hours and title.
   * - `codes`: beginning and the edition's code, one after another in a paragraph.
   * - `short-codes`: the same without the term, which one week has in common.
   * - `counts`: how many, from when to when; for a sheet that nothing else fits on.
   */
  readonly form: 'two-lines' | 'one-line' | 'codes' | 'short-codes' | 'counts'
}

/** The least type on the sheet: read at arm's length. */
export const LEAST_SIZE = 7

const DENSEST: Density = { size: LEAST_SIZE, form: 'counts' }

/** From the roomiest to the densest. */
export const DENSITIES: readonly Density[] = [
  ...[12, 11, 10, 9, 8.5, 8, 7.5, LEAST_SIZE].map((size) => ({ size, form: 'two-lines' }) as const),
  ...[7.5, LEAST_SIZE].map((size) => ({ size, form: 'one-line' }) as const),
  { size: LEAST_SIZE, form: 'codes' },
  { size: LEAST_SIZE, form: 'short-codes' },
  DENSEST,
]

/** `CL-20-26B` → `CL-20`: the workshop's part of an edition's code. */
export const shortCode = (code: string): string => code.replace(/^(\p{L}+-\d+)-.*$/u, '$1')

/** What is written of one entry, as long as it is. */
export interface EntryLength {
  readonly title: number
  /** What stands beside the hours. */
  readonly beside: number
  readonly code: number
  readonly shortCode: number
  readonly why: number
}
export interface RowToLay {
  /** Letters of the row's own name; 0 where there is none. */
  readonly name: number
  /** The entries of each day. */
  readonly days: readonly (readonly EntryLength[])[]
}

/** Points: heights as pdfmake gives them to Andika, and a little over. */
const LINE = 1.36
const ROW_PAD = 4
const GAP = 3
/** Width of a letter as a share of its size, more or less. */
const LETTER = 0.53
const TIME = 12
const HOUR = 6
/** Two blanks. */
const BETWEEN = 0.6

const linesFor = (letters: number, width: number, size: number): number =>
  Math.max(1, Math.ceil((letters * LETTER * size) / width))

function entryHeight(entry: EntryLength, width: number, density: Density): number {
  const line = density.size * LINE
  const why = entry.why > 0 ? linesFor(entry.why, width, 7) * 7 * LINE : 0
  const lines =
    density.form === 'one-line'
      ? linesFor(TIME + entry.title, width, density.size)
      : linesFor(TIME + entry.beside + 3, width, density.size) + linesFor(entry.title, width, density.size)
  return lines * line + why + GAP
}

/** Hours and code keep together, so that a line holds whole pairs of them. */
function codeLines(codes: readonly number[], width: number, size: number): number {
  let lines = codes.length > 0 ? 1 : 0
  let used = 0
  for (const code of codes) {
    const wide = (HOUR + code) * LETTER * size
    if (used > 0 && used + wide > width) {
      lines += 1
      used = 0
    }
    used += wide + BETWEEN * size
  }
  return lines
}

function cellHeight(entries: readonly EntryLength[], width: number, density: Density): number {
  if (density.form === 'counts') return density.size * LINE
  if (density.form === 'codes' || density.form === 'short-codes') {
    const codes = entries.map((each) => (density.form === 'codes' ? each.code : each.shortCode))
    return codeLines(codes, width, density.size) * density.size * LINE
  }
  return entries.reduce((sum, each) => sum + entryHeight(each, width, density), 0)
}

/** How high the rows are at a density, in columns of a width. */
export const heightAt = (rows: readonly RowToLay[], widths: { name: number; day: number }, density: Density): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      ROW_PAD +
      Math.max(
        density.size * LINE,
        linesFor(row.name, widths.name, density.size) * (row.name > 0 ? density.size * LINE : 0),
        ...row.days.map((entries) => cellHeight(entries, widths.day, density)),
      ),
    0,
  )

/** The roomiest density at which the rows keep within a height; the densest if none does. */
export const densityFor = (rows: readonly RowToLay[], widths: { name: number; day: number }, height: number): Density =>
  DENSITIES.find((density) => heightAt(rows, widths, density) <= height) ?? DENSEST

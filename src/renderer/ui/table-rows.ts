/** How the rows of a table are compared and found. */
import { fold, inOrder } from '../../shared/kernel/text'

export type CellValue = string | number | null | undefined

const isMissing = (value: CellValue): boolean => value === null || value === undefined || value === ''

/** Numbers by size, text in Spanish order, what is missing last. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
  return typeof a === 'number' && typeof b === 'number' ? a - b : inOrder(String(a), String(b))
}

/** True if every word typed begins some word of the row, without accents: `garc lu` finds *García Peña, Lucía*. */
export function matches(values: readonly CellValue[], typed: string): boolean {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return true
  const within = ` ${values.map((value) => (isMissing(value) ? '' : fold(String(value)))).join(' ')}`
  return words.every((word) => within.includes(` ${word}`))
}

/** Rules of what to follow up: absences in a row, a rate that can no longer be reached, a sheet to read twice. */
import type { Cell } from '../../../shared/contract/marks'
import { isBelow, type Tally } from './attendance.rules'

/**
 * Absences without notice at the end of her cells, in the order of the sessions. What does not count against her (an
 * excuse, custody, a roll not taken) neither breaks the row nor adds to it; having come breaks it.
 */
export function absencesInARow(cells: readonly Cell[]): number {
  let row = 0
  for (const each of cells) {
    if (each === 'F') row += 1
    else if (each === 'A' || each === 'R') row = 0
  }
  return row
}

/** True if coming to every session that is left would still bring her to the minimum. */
export const canStillReach = (rate: Pick<Tally, 'attended' | 'counted'>, left: number, minPercent: number): boolean =>
  !isBelow({ attended: rate.attended + left, counted: rate.counted + left }, minPercent)

/**
 * True for one sheet in so many, always the same ones: nobody can choose which of her sheets is read again. FNV-1a over
 * the folio, which is on the paper; 0 picks none.
 */
export function isSampled(folio: string, oneIn: number): boolean {
  if (oneIn === 0) return false
  let hash = 0x811c9dc5
  for (const char of folio) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash % oneIn === 0
}

/**
 * How a day's dormitories lie on the sheets of the movement list. A dormitory that fills most of a sheet has sheets of
 * its own, to be handed to its guard; smaller ones follow each other. Where guards sign there is always a woman above.
 */

/** Heights in points, as the paper draws them and a little over. */
export const HEIGHTS = { sheet: 644, caption: 24, note: 15, head: 16, row: 17.4, signatures: 48, gap: 12 } as const

/** From this share of a sheet on, a dormitory is not started below another. */
const MOST = 2 / 3
/** Women who stay together: no fewer are left at the foot of a sheet, or above the signatures. */
const TOGETHER = 3

export interface Dormitory {
  /** Lines of print above the table. */
  readonly notes: number
  /** Lines that each woman takes: one for each of her errands, more for a long name. */
  readonly lines: readonly number[]
}

export interface Part {
  readonly dormitory: number
  /** The women of this part. */
  readonly from: number
  readonly until: number
  readonly startsSheet: boolean
}

const rowsOf = (lines: readonly number[]): number => lines.reduce((sum, each) => sum + each, 0) * HEIGHTS.row
const headOf = (dormitory: Dormitory): number => HEIGHTS.caption + HEIGHTS.head + dormitory.notes * HEIGHTS.note

/** How many women from the first on go into the room that is left: all with the signatures, or as many as may be cut off. */
function fitting(lines: readonly number[], room: number): number {
  if (rowsOf(lines) + HEIGHTS.signatures <= room) return lines.length
  let count = 0
  while (count < lines.length - TOGETHER && rowsOf(lines.slice(0, count + 1)) <= room) count += 1
  return count
}

/** Every part of every dormitory, in order. `apart`: each dormitory on sheets of its own. */
export function layOnSheets(dormitories: readonly Dormitory[], apart = false): readonly Part[] {
  const parts: Part[] = []
  let room: number = HEIGHTS.sheet
  dormitories.forEach((each, index) => {
    const head = headOf(each)
    for (let from = 0; from < each.lines.length;) {
      const rest = each.lines.slice(from)
      const whole = head + rowsOf(rest) + HEIGHTS.signatures
      const fresh = room === HEIGHTS.sheet
      const below = room - HEIGHTS.gap
      const keepApart = from === 0 && (apart || (whole > below && whole >= MOST * HEIGHTS.sheet))
      let count = fresh || !keepApart ? fitting(rest, (fresh ? room : below) - head) : 0
      const startsSheet = !fresh && count < Math.min(TOGETHER, rest.length)
      if (startsSheet) count = fitting(rest, HEIGHTS.sheet - head)
      // A woman with more errands than a sheet has lines goes on by herself.
      count = Math.max(1, count)
      parts.push({
        dormitory: index,
        from,
        until: from + count,
        startsSheet: startsSheet || (fresh && parts.length > 0),
      })
      from += count
      const left = (startsSheet || fresh ? HEIGHTS.sheet : below) - head - rowsOf(rest.slice(0, count))
      // What was cut off goes on overleaf.
      room = from < each.lines.length ? HEIGHTS.sheet : Math.max(0, left - HEIGHTS.signatures)
    }
  })
  return parts
}

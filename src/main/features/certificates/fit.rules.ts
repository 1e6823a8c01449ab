/** How a long text is set: as large as fits on one line, down to a floor; below it on more lines. */

export interface Fit {
  readonly size: number
  readonly lines: readonly string[]
}

export interface Room {
  readonly width: number
  /** Smallest size before the text takes another line. */
  readonly floor: number
  readonly ceiling: number
  readonly maxLines: number
}

/** Sizes go by half points: a size that is 41.37 says nothing. */
const STEP = 0.5

/**
 * Sets a text in a room. `measure` gives the width of a text at one point. No word is broken and none is lost; a size
 * below the floor is taken only if even the most lines do not hold the text, so that nothing is ever cut off.
 */
export function fitText(text: string, room: Room, measure: (text: string) => number): Fit {
  const words = text.trim().split(/\s+/u)
  let best: Fit = { size: 0, lines: [] }
  for (let count = 1; count <= Math.min(room.maxLines, words.length); count++) {
    const lines = splitEvenly(words, count, measure)
    const size = sizeFor(Math.max(...lines.map(measure)), room)
    if (size > best.size) best = { size, lines }
    if (best.size >= room.floor) return best
  }
  return best
}

const sizeFor = (widest: number, { width, ceiling }: Room): number =>
  widest === 0 ? ceiling : Math.min(ceiling, Math.floor(width / widest / STEP) * STEP)

/** The split into so many lines whose widest line is narrowest. Names are short: all places to break are tried. */
function splitEvenly(words: readonly string[], count: number, measure: (text: string) => number): readonly string[] {
  if (count === 1) return [words.join(' ')]
  let best: readonly string[] = []
  let bestWidth = Infinity
  for (let at = 1; at <= words.length - count + 1; at++) {
    const lines = [words.slice(0, at).join(' '), ...splitEvenly(words.slice(at), count - 1, measure)]
    const width = Math.max(...lines.map(measure))
    if (width < bestWidth) [best, bestWidth] = [lines, width]
  }
  return best
}

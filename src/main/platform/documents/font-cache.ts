/**
 * Lets documents share parsed fonts. pdfkit parses a font anew for every document, which for Andika and Gentium (0.6–0.9
 * MB each, rich layout tables) is 120 of the 140 ms that a certificate takes; with parsed fonts shared it takes 10–20 ms.
 */
import { createRequire } from 'node:module'

interface FontKit {
  create(bytes: Uint8Array, family?: string): ParsedFont
}
interface Glyph {
  codePoints: readonly number[]
}
interface Run {
  readonly glyphs: readonly Glyph[]
  /** pdfkit scales these in place. */
  positions: readonly object[]
  readonly advanceWidth: number
}
export interface ParsedFont {
  readonly unitsPerEm: number
  layout(text: string, features?: unknown, ...rest: readonly unknown[]): Run
  hasGlyphForCodePoint(codePoint: number): boolean
  getGlyph(id: number, codePoints?: readonly number[]): Glyph | null
}

// Not named `require`: the bundler puts a constant of that name at the head of a chunk.
const fromHere = createRequire(import.meta.url)
const parsed = new Map<string, ParsedFont>()
let installed: FontKit | undefined

/**
 * Puts the sharing `create` in front of fontkit's own; must run before pdfmake is loaded. fontkit's exports are fixed
 * getters, so the module's exports object is replaced. Subsets stay with each document, so the bytes do not change.
 */
export function shareFonts(): FontKit {
  if (installed) return installed
  const pdfkit = createRequire(createRequire(fromHere.resolve('pdfmake')).resolve('pdfkit'))
  const path = pdfkit.resolve('fontkit')
  const original = pdfkit('fontkit') as FontKit
  installed = {
    ...original,
    create(bytes, family) {
      const key = `${bytes.length}:${Buffer.from(bytes.subarray(0, 512)).toString('base64')}:${family ?? ''}`
      let font = parsed.get(key)
      if (!font) parsed.set(key, (font = rememberingWords(keepingLetters(original.create(bytes, family)))))
      return font
    },
  }
  const loaded = fromHere.cache[path]
  if (loaded) loaded.exports = installed
  return installed
}

/**
 * fontkit keeps each glyph with the letters it was first asked for. A finished document asks for parts of letters (the n
 * of ñ) without any, and the next document's n would then be a hole in the text that a reader copies out of it.
 */
function keepingLetters(font: ParsedFont): ParsedFont {
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = getGlyph(id, codePoints)
    if (glyph && codePoints.length > 0) glyph.codePoints = codePoints
    return glyph
  }
  return font
}

/** Words remembered per font: a month of papers has some 3,000 different ones. */
const WORDS = 6000

/**
 * Shaping words is a third of the work on a paper, and most words (labels, hours, rooms, names) stand on many of them.
 * Each caller gets positions of its own, with the glyphs and numbers that a fresh shaping would give.
 */
function rememberingWords(font: ParsedFont): ParsedFont {
  const shape = font.layout.bind(font)
  const known = new Map<string, { run: Run; letters: readonly (readonly number[])[]; positions: readonly object[] }>()
  font.layout = (text, features, ...rest) => {
    if (features || rest.some((each) => each !== undefined)) return shape(text, features, ...rest)
    let word = known.get(text)
    if (!word) {
      const run = shape(text)
      const letters = run.glyphs.map((glyph) => glyph.codePoints)
      word = { run, letters, positions: run.positions.map((each) => ({ ...each })) }
      if (known.size >= WORDS) known.clear()
      known.set(text, word)
    } else {
      // A glyph is shared by all texts and holds the letters it was last asked for.
      for (const [at, glyph] of word.run.glyphs.entries()) glyph.codePoints = word.letters[at] ?? glyph.codePoints
    }
    const { run } = word
    const copy = Object.create(Object.getPrototypeOf(run) as object, Object.getOwnPropertyDescriptors(run)) as Run
    copy.positions = word.positions.map((each) => ({ ...each }))
    return copy
  }
  return font
}

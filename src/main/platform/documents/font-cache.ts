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
export interface ParsedFont {
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
      if (!font) parsed.set(key, (font = keepingLetters(original.create(bytes, family))))
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

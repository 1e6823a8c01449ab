/**
 * Lets documents share parsed fonts. pdfkit parses a font anew for every document, which for Andika and Gentium (0.6–0.9
 * MB each, rich layout tables) is 120 of the 140 ms that a certificate would take. What is done with them: `font-work.ts`.
 */
import { createRequire } from 'node:module'
import { besidePdfmake } from './pdfkit'

interface FontKit {
  create(bytes: Uint8Array, family?: string): ParsedFont
}
interface Glyph {
  codePoints: readonly number[]
}
export interface ParsedFont {
  readonly unitsPerEm: number
  layout(text: string): { readonly advanceWidth: number }
  hasGlyphForCodePoint(codePoint: number): boolean
  getGlyph(id: number, codePoints?: readonly number[]): Glyph | null
}

/** By the very bytes that `fontBytes` gives out. */
const parsed = new WeakMap<Uint8Array, ParsedFont>()
let installed: FontKit | undefined

/**
 * Puts the sharing `create` in front of fontkit's own; must run before pdfmake is loaded. fontkit's exports are fixed
 * getters, so the module's exports object is replaced.
 */
export function shareFonts(): FontKit {
  if (installed) return installed
  const besidePdfkit = createRequire(besidePdfmake().resolve('pdfkit'))
  const path = besidePdfkit.resolve('fontkit')
  const original = besidePdfkit('fontkit') as FontKit
  installed = {
    ...original,
    create(bytes, family) {
      let font = parsed.get(bytes)
      if (!font) parsed.set(bytes, (font = keepingLetters(original.create(bytes, family))))
      return font
    },
  }
  const loaded = besidePdfkit.cache[path]
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

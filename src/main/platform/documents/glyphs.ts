/** Says which letters a paper's font cannot draw, so that a name is never printed with a hole in it. */
import { fontOf, type FontStyle } from './measure'

/** The letters of a text that the family has no glyph for, each once. */
export function missingGlyphs(family: string, text: string, style?: FontStyle): readonly string[] {
  const font = fontOf(family, style)
  return [...new Set(text.normalize('NFC'))].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

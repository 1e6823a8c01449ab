/** Says which letters a paper's font cannot draw, so that a name is never printed with a hole in it. */
import { readFileSync } from 'node:fs'
import { shareFonts, type ParsedFont } from './font-cache'
import { fontFiles } from './fonts'

const opened = new Map<string, ParsedFont>()

function fontOf(family: string): ParsedFont {
  let font = opened.get(family)
  if (!font) {
    const file = fontFiles()[family]?.normal
    if (!file) throw new Error(`Unknown font family ${family}`)
    font = shareFonts().create(readFileSync(file))
    opened.set(family, font)
  }
  return font
}

/** The letters of a text that the family has no glyph for, each once. */
export function missingGlyphs(family: string, text: string): readonly string[] {
  const font = fontOf(family)
  return [...new Set(text.normalize('NFC'))].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
}

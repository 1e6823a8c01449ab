/** How wide a text is, measured with the very font that draws it. */
import { readFileSync } from 'node:fs'
import { shareFonts, type ParsedFont } from './font-cache'
import { fontFiles } from './fonts'

export type FontStyle = 'normal' | 'bold' | 'italics' | 'bolditalics'

const opened = new Map<string, ParsedFont>()

/** The parsed font of a family and style, read once. */
export function fontOf(family: string, style: FontStyle = 'normal'): ParsedFont {
  const name = `${family}/${style}`
  let font = opened.get(name)
  if (!font) {
    const file = fontFiles()[family]?.[style]
    if (!file) throw new Error(`Unknown font ${name}`)
    font = shareFonts().create(readFileSync(file))
    opened.set(name, font)
  }
  return font
}

/** Width of a text at one point, in points. */
export function widthAtOnePoint(family: string, style: FontStyle, text: string): number {
  const font = fontOf(family, style)
  return font.layout(text.normalize('NFC')).advanceWidth / font.unitsPerEm
}

/** How wide a text is, measured with the very font that draws it. */
import { shareFonts, type ParsedFont } from './font-cache'
import { fontBytes, fontFiles } from './fonts'

export type FontStyle = 'normal' | 'bold' | 'italics' | 'bolditalics'

const opened = new Map<string, ParsedFont>()

/** The parsed font of a family and style, read once. */
export function fontOf(family: string, style: FontStyle = 'normal'): ParsedFont {
  const name = `${family}/${style}`
  let font = opened.get(name)
  if (!font) {
    const file = fontFiles()[family]?.[style]
    if (!file) throw new Error(`Unknown font ${name}`)
    font = shareFonts().create(fontBytes(file))
    opened.set(name, font)
  }
  return font
}

/** What stands on every paper of a batch is measured once. */
const measured = new Map<string, number>()
const MEASURED = 2000

/** Width of a text at one point, in points. */
export function widthAtOnePoint(family: string, style: FontStyle, text: string): number {
  const key = `${family}/${style}/${text}`
  const known = measured.get(key)
  if (known !== undefined) return known
  const font = fontOf(family, style)
  const width = font.layout(text.normalize('NFC')).advanceWidth / font.unitsPerEm
  if (measured.size >= MEASURED) measured.clear()
  measured.set(key, width)
  return width
}

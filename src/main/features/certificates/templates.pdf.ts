/** The two templates: how a certificate is framed and coloured. What it says is the same in both. */
import type { Content } from 'pdfmake/interfaces'
import { FESTIVE_BACK, FESTIVE_FRONT, PAGE } from './border.pdf'
import type { Template } from './face.rules'
import { soberBorder } from './sober-border.pdf'

export interface Style {
  /** What is drawn behind the words of the front, and of the back. */
  readonly border: () => Content
  readonly backBorder: () => Content
  /** Where the words begin. */
  readonly top: number
  readonly accent: string
  readonly rule: string
}

/** pdfmake alters what it is given, so each page gets its own. */
const drawn = (image: string) => (): Content => ({ image, ...PAGE, alignment: 'left' })
const sober = (): Content => ({ canvas: soberBorder(), alignment: 'left' })

export const STYLES: Readonly<Record<Template, Style>> = {
  festive: {
    border: drawn(FESTIVE_FRONT),
    backBorder: drawn(FESTIVE_BACK),
    top: 100,
    accent: '#5b3a8c',
    rule: '#9b2242',
  },
  sober: { border: sober, backBorder: sober, top: 62, accent: '#1a1a1a', rule: '#1a1a1a' },
}

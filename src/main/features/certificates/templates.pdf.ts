/** The two templates: how a certificate is framed and coloured. What it says is the same in both. */
import type { CanvasElement } from 'pdfmake/interfaces'
import { festiveBack, festiveBorder } from './border.pdf'
import type { Template } from './face.rules'
import { soberBorder } from './sober-border.pdf'

export interface Style {
  /** What is drawn behind the words of the front, and of the back. */
  readonly border: () => CanvasElement[]
  readonly backBorder: () => CanvasElement[]
  /** Where the words begin. */
  readonly top: number
  readonly accent: string
  readonly rule: string
}

export const STYLES: Readonly<Record<Template, Style>> = {
  festive: { border: festiveBorder, backBorder: festiveBack, top: 100, accent: '#5b3a8c', rule: '#9b2242' },
  sober: { border: soberBorder, backBorder: soberBorder, top: 62, accent: '#1a1a1a', rule: '#1a1a1a' },
}

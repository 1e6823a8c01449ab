/** The sober frame: a firm line, a hairline, and a small knot in each corner; black only, for any printer and any office. */
import type { CanvasElement } from 'pdfmake/interfaces'
import { PAGE } from './border.pdf'

const INK = '#1a1a1a'
const OUTER = 26
const INNER = 33

const frame = (inset: number, lineWidth: number): CanvasElement => ({
  type: 'rect',
  x: inset,
  y: inset,
  w: PAGE.width - 2 * inset,
  h: PAGE.height - 2 * inset,
  lineWidth,
  lineColor: INK,
})

/** Three loops of one line, as a bookbinder ends a rule. */
const knot = (x: number, y: number): CanvasElement[] => [
  { type: 'rect', x: x - 12, y: y - 12, w: 24, h: 24, color: '#ffffff' },
  ...[8.5, 5].map((r): CanvasElement => ({
    type: 'polyline',
    closePath: true,
    lineWidth: 0.9,
    lineColor: INK,
    points: [
      { x, y: y - r },
      { x: x + r, y },
      { x, y: y + r },
      { x: x - r, y },
    ],
  })),
  { type: 'ellipse', x, y, r1: 1.5, r2: 1.5, color: INK },
]

/** Everything that is drawn behind the words; built anew at each call. */
export function soberBorder(): CanvasElement[] {
  const corner = (OUTER + INNER) / 2
  return [
    frame(OUTER, 1.6),
    frame(INNER, 0.5),
    ...[corner, PAGE.width - corner].flatMap((x) => [...knot(x, corner), ...knot(x, PAGE.height - corner)]),
  ]
}

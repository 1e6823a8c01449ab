/** Pictograms drawn with a few lines, for adults who read little: each says one rule without words. Thirty points wide. */
import type { ContentCanvas, CanvasElement } from 'pdfmake/interfaces'

const INK = '#000000'
const line = (x1: number, y1: number, x2: number, y2: number, lineWidth = 1.6): CanvasElement => ({
  type: 'line',
  x1,
  y1,
  x2,
  y2,
  lineWidth,
  lineColor: INK,
})
const circle = (x: number, y: number, r: number, fill?: boolean): CanvasElement => ({
  type: 'ellipse',
  x,
  y,
  r1: r,
  r2: r,
  lineWidth: 1.6,
  lineColor: INK,
  ...(fill ? { color: INK } : {}),
})
const box = (x: number, y: number, w: number, h: number, fill?: boolean): CanvasElement => ({
  type: 'rect',
  x,
  y,
  w,
  h,
  lineWidth: 1.6,
  lineColor: INK,
  ...(fill ? { color: INK } : {}),
})
/** A person: head and body, as tall as told. */
const person = (x: number, feet: number, height: number): CanvasElement[] => [
  circle(x, feet - height + height * 0.16, height * 0.15, true),
  line(x, feet - height * 0.68, x, feet - height * 0.32, 2.4),
  line(x, feet - height * 0.32, x - height * 0.16, feet, 2),
  line(x, feet - height * 0.32, x + height * 0.16, feet, 2),
]

const DRAWN = {
  identity: [
    box(1, 6, 28, 19),
    circle(9, 13, 3, true),
    line(4, 21, 14, 21, 2.4),
    line(18, 12, 26, 12),
    line(18, 17, 26, 17),
  ],
  time: [circle(15, 15, 13), line(15, 15, 15, 6, 2), line(15, 15, 22, 18, 2)],
  together: [...person(8, 29, 27), ...person(22, 29, 18), line(8, 15, 22, 20, 2)],
  call: [box(8, 1, 14, 28), line(12, 4, 18, 4), circle(15, 25, 1.4, true)],
  safe: [box(3, 8, 24, 20), box(10, 3, 10, 5), line(15, 12, 15, 24, 3), line(9, 18, 21, 18, 3)],
  food: [circle(15, 18, 10), line(3, 5, 3, 27, 2), line(27, 5, 27, 27, 2)],
} as const

export type Pictogram = keyof typeof DRAWN
export const PICTOGRAMS = Object.keys(DRAWN) as Pictogram[]

/** The drawing of one rule. */
export const pictogram = (of: Pictogram): ContentCanvas => ({ canvas: DRAWN[of].map((each) => ({ ...each })) })

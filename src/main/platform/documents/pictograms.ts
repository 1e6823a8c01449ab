/**
 * Pictograms of the slips that women and families read (docs/look.md, Paper): a thing, drawn with few strokes, that says
 * the same as the words beside it. Drawn on a square of 24 units.
 */
import type { CanvasElement, ContentCanvas } from 'pdfmake/interfaces'

type Stroke =
  | { readonly line: readonly number[]; readonly closed?: boolean }
  | { readonly circle: readonly [x: number, y: number, r: number]; readonly filled?: boolean }

const DRAWINGS = {
  clock: [{ circle: [12, 12, 9] }, { line: [12, 6.5, 12, 12, 16, 14.5] }],
  place: [
    {
      line: [12, 21.5, 5.5, 13.2, 4.6, 9.6, 5.8, 5.8, 8.6, 3.2, 12, 2.3, 15.4, 3.2, 18.2, 5.8, 19.4, 9.6, 18.5, 13.2],
      closed: true,
    },
    { circle: [12, 9.8, 2.8] },
  ],
  calendar: [
    { line: [3.5, 5.5, 20.5, 5.5, 20.5, 20.5, 3.5, 20.5], closed: true },
    { line: [3.5, 10, 20.5, 10] },
    { line: [8, 3, 8, 7] },
    { line: [16, 3, 16, 7] },
    { circle: [12, 15.2, 1.8], filled: true },
  ],
  chair: [
    { line: [7, 2.5, 7, 13, 17.5, 13, 17.5, 21.5] },
    { line: [7, 13, 7, 21.5] },
    { line: [7, 17, 17.5, 17] },
    { line: [7, 7, 11, 7, 11, 13] },
  ],
  queue: [
    { circle: [5, 7, 2.6], filled: true },
    { circle: [12, 7, 2.6] },
    { circle: [19, 7, 2.6] },
    { line: [2, 20, 2, 15, 3.6, 12.4, 6.4, 12.4, 8, 15, 8, 20] },
    { line: [9, 20, 9, 15, 10.6, 12.4, 13.4, 12.4, 15, 15, 15, 20] },
    { line: [16, 20, 16, 15, 17.6, 12.4, 20.4, 12.4, 22, 15, 22, 20] },
  ],
  person: [{ circle: [12, 7, 4] }, { line: [4.5, 21, 4.5, 17.5, 7, 14.2, 17, 14.2, 19.5, 17.5, 19.5, 21] }],
  plus: [{ circle: [12, 12, 9] }, { line: [12, 7.5, 12, 16.5] }, { line: [7.5, 12, 16.5, 12] }],
  hand: [
    { line: [8, 13.5, 8, 5.2, 9.3, 4, 10.6, 5.2, 10.6, 11] },
    { line: [10.6, 11, 10.6, 3.6, 11.9, 2.4, 13.2, 3.6, 13.2, 11] },
    { line: [13.2, 11, 13.2, 4.6, 14.5, 3.4, 15.8, 4.6, 15.8, 12] },
    {
      line: [
        15.8, 12, 15.8, 7.6, 17.1, 6.4, 18.4, 7.6, 18.4, 15, 16.8, 20, 15.4, 21.5, 9.6, 21.5, 7.8, 19.8, 4.4, 14.6, 4.4,
        13.2, 6, 12.8, 8, 14.6,
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly Stroke[]>>

export type Pictogram = keyof typeof DRAWINGS

/** A pictogram of a size in points. */
export function pictogram(name: Pictogram, size = 24): ContentCanvas {
  const scale = size / 24
  const strokes: readonly Stroke[] = DRAWINGS[name]
  return { canvas: strokes.map((stroke) => drawn(stroke, scale)) }
}

const drawn = (stroke: Stroke, scale: number): CanvasElement => {
  const pen = { lineWidth: 1.7 * scale, lineColor: '#000000' }
  if ('circle' in stroke) {
    const [x, y, r] = stroke.circle
    return {
      type: 'ellipse',
      x: x * scale,
      y: y * scale,
      r1: r * scale,
      r2: r * scale,
      ...pen,
      ...(stroke.filled ? { color: '#000000' } : {}),
    }
  }
  const points: { x: number; y: number }[] = []
  for (let at = 0; at < stroke.line.length; at += 2)
    points.push({ x: (stroke.line[at] ?? 0) * scale, y: (stroke.line[at + 1] ?? 0) * scale })
  return { type: 'polyline', points, closePath: stroke.closed ?? false, lineCap: 'round', lineJoin: 'round', ...pen }
}

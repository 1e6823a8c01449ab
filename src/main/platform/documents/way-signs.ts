/** Drawn signs for slips that are read by women who read little: a person walks, to a door or out of the gate. */
import type { ContentCanvas } from 'pdfmake/interfaces'

const INK = '#000000'

type Shape = ContentCanvas['canvas'][number]
const line = (x1: number, y1: number, x2: number, y2: number, lineWidth = 3): Shape => ({
  type: 'line',
  x1,
  y1,
  x2,
  y2,
  lineWidth,
  lineCap: 'round',
  lineColor: INK,
})

/** Somebody who walks to the right, 56 high. */
const walker = (): Shape[] => [
  { type: 'ellipse', x: 16, y: 7, r1: 6, r2: 6, color: INK },
  line(16, 15, 15, 32, 4.5),
  line(16, 18, 26, 27),
  line(15, 18, 7, 28),
  line(15, 32, 25, 42),
  line(25, 42, 24, 54),
  line(15, 32, 10, 43),
  line(10, 43, 2, 52),
]

const arrow = (): Shape[] => [line(34, 28, 48, 28), line(48, 28, 42, 22), line(48, 28, 42, 34)]

const door = (): Shape[] => [
  { type: 'rect', x: 56, y: 6, w: 26, h: 49, lineWidth: 3, lineColor: INK },
  { type: 'ellipse', x: 63, y: 32, r1: 2, r2: 2, color: INK },
]

/** Two posts, a wall at either side, and the way between them. */
const gate = (): Shape[] => [
  line(58, 6, 58, 55, 5),
  line(84, 6, 84, 55, 5),
  line(52, 10, 90, 10, 3),
  line(64, 32, 78, 32),
  line(78, 32, 73, 27),
  line(78, 32, 73, 37),
]

/** The sign of where a pass leads to; drawn anew each time, because pdfmake alters what it is given. */
export const waySign = (to: 'room' | 'outside'): ContentCanvas => ({
  canvas: [...walker(), ...arrow(), ...(to === 'room' ? door() : gate())],
})

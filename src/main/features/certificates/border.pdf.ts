/** The festive frame of a certificate: papel picado over a band of embroidered diamonds, all vectors, plain also in grey. */
import type { CanvasElement } from 'pdfmake/interfaces'

export const PAGE = { width: 792, height: 612 } as const

/** Jacaranda, granada, cempasúchil, nopal, cielo: deep enough to keep their cut-outs on a black-and-white printer. */
const [VIOLET, GARNET, MARIGOLD, GREEN, BLUE] = ['#5b3a8c', '#9b2242', '#b9770e', '#2f6b45', '#2b6591'] as const
const FLAGS = [VIOLET, GARNET, MARIGOLD, GREEN, BLUE] as const
const PAPER = '#ffffff'

const OUTER = 20
const BAND = 22
const INNER = OUTER + BAND
const FLAG_HEIGHT = 40

type Point = readonly [x: number, y: number]

const shape = (color: string, points: readonly Point[]): CanvasElement => ({
  type: 'polyline',
  closePath: true,
  color,
  lineWidth: 0,
  points: points.map(([x, y]) => ({ x, y })),
})

const diamond = (color: string, x: number, y: number, halfWidth: number, halfHeight = halfWidth): CanvasElement =>
  shape(color, [
    [x, y - halfHeight],
    [x + halfWidth, y],
    [x, y + halfHeight],
    [x - halfWidth, y],
  ])

const dot = (color: string, x: number, y: number, radius: number): CanvasElement => ({
  type: 'ellipse',
  x,
  y,
  r1: radius,
  r2: radius,
  color,
})

const frame = (inset: number, lineWidth: number): CanvasElement => ({
  type: 'rect',
  x: inset,
  y: inset,
  w: PAGE.width - 2 * inset,
  h: PAGE.height - 2 * inset,
  lineWidth,
  lineColor: VIOLET,
})

/** One stitch of the band: a diamond within a diamond, with a seed on each side. */
const stitch = (x: number, y: number, along: 'x' | 'y', step: number): CanvasElement[] => {
  const half = BAND / 2 - 3
  const seed = step / 2
  return [
    diamond(VIOLET, x, y, half),
    diamond(PAPER, x, y, half - 2.2),
    diamond(GARNET, x, y, half - 4.2),
    ...(along === 'x'
      ? [dot(MARIGOLD, x + seed, y - 4, 1.3), dot(GREEN, x + seed, y + 4, 1.3)]
      : [dot(MARIGOLD, x - 4, y + seed, 1.3), dot(GREEN, x + 4, y + seed, 1.3)]),
  ]
}

function band(): CanvasElement[] {
  const middle = OUTER + BAND / 2
  const across = PAGE.width - 2 * INNER
  const down = PAGE.height - 2 * INNER
  const columns = Math.round(across / 22)
  const rows = Math.round(down / 22)
  const [stepX, stepY] = [across / columns, down / rows]
  const stitches: CanvasElement[] = []
  for (let i = 0; i < columns; i++) {
    const x = INNER + (i + 0.5) * stepX
    const seeds = i < columns - 1 ? undefined : 3
    stitches.push(...stitch(x, middle, 'x', stepX).slice(0, seeds))
    stitches.push(...stitch(x, PAGE.height - middle, 'x', stepX).slice(0, seeds))
  }
  for (let i = 0; i < rows; i++) {
    const y = INNER + (i + 0.5) * stepY
    const seeds = i < rows - 1 ? undefined : 3
    stitches.push(...stitch(middle, y, 'y', stepY).slice(0, seeds))
    stitches.push(...stitch(PAGE.width - middle, y, 'y', stepY).slice(0, seeds))
  }
  return stitches
}

/** The eight-pointed star of the weavers, in a corner. */
function star(x: number, y: number): CanvasElement[] {
  const radius = BAND / 2 - 1
  return Array.from({ length: 8 }, (_, i): CanvasElement => {
    const turn = (angle: number, length: number): Point => [x + Math.cos(angle) * length, y + Math.sin(angle) * length]
    const angle = (i * Math.PI) / 4
    return shape(i % 2 === 0 ? VIOLET : GARNET, [
      [x, y],
      turn(angle - 0.32, radius * 0.62),
      turn(angle, radius),
      turn(angle + 0.32, radius * 0.62),
    ])
  })
}

/** A sheet of cut paper on its string: scalloped hem, a flower or a sun cut out, slits beside. */
function flag(left: number, top: number, width: number, color: string, motif: 'flower' | 'sun'): CanvasElement[] {
  const middle = left + width / 2
  const hem = top + FLAG_HEIGHT - 8
  const scallops = 5
  const radius = width / scallops / 2
  const drawn: CanvasElement[] = [
    { type: 'rect', x: left, y: top, w: width, h: FLAG_HEIGHT - 8, color },
    ...Array.from({ length: scallops }, (_, i) => dot(color, left + radius * (2 * i + 1), hem, radius)),
    ...Array.from({ length: scallops }, (_, i) => dot(PAPER, left + radius * (2 * i + 1), hem + radius * 0.25, 1.7)),
  ]
  const centre = top + 15
  for (let i = 0; i < 8; i++) {
    const angle = (i * Math.PI) / 4
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    const [near, far, wide] = motif === 'flower' ? [3.2, 10.5, 2.9] : [6.4, 10.8, 1.5]
    const waist = (near + far) / 2
    drawn.push(
      shape(PAPER, [
        [middle + dx * near, centre + dy * near],
        [middle + dx * waist - dy * wide, centre + dy * waist + dx * wide],
        [middle + dx * far, centre + dy * far],
        [middle + dx * waist + dy * wide, centre + dy * waist - dx * wide],
      ]),
    )
  }
  drawn.push(dot(PAPER, middle, centre, motif === 'flower' ? 1.8 : 4.6))
  for (const side of [-1, 1]) {
    drawn.push(diamond(PAPER, middle + side * width * 0.3, centre - 5, 3, 5))
    drawn.push(diamond(PAPER, middle + side * width * 0.3, centre + 8, 4.5, 3))
    drawn.push(diamond(PAPER, middle + side * width * 0.42, centre + 1, 1.8, 4))
  }
  return drawn
}

function garland(): CanvasElement[] {
  const [left, count, gap] = [INNER + 12, 9, 5]
  const width = (PAGE.width - 2 * left - gap * (count - 1)) / count
  const top = INNER + 7
  return [
    { type: 'line', x1: INNER, y1: top, x2: PAGE.width - INNER, y2: top, lineWidth: 0.8, lineColor: '#333333' },
    ...Array.from({ length: count }, (_, i) =>
      flag(left + i * (width + gap), top, width, FLAGS[i % FLAGS.length] ?? VIOLET, i % 2 === 0 ? 'flower' : 'sun'),
    ).flat(),
  ]
}

/** Everything that is drawn behind the words; built anew at each call. */
export const festiveBorder = (): CanvasElement[] => {
  const corner = OUTER + BAND / 2
  return [
    frame(OUTER, 1.4),
    frame(INNER, 0.7),
    ...band(),
    ...[corner, PAGE.width - corner].flatMap((x) => [...star(x, corner), ...star(x, PAGE.height - corner)]),
    ...garland(),
  ]
}

/** The back has the frame and its corners only: what is drawn there would be as heavy as the front, and is not looked at. */
export const festiveBack = (): CanvasElement[] => {
  const corner = OUTER + BAND / 2
  return [
    frame(OUTER, 1.4),
    frame(INNER, 0.7),
    ...[corner, PAGE.width - corner].flatMap((x) => [...star(x, corner), ...star(x, PAGE.height - corner)]),
  ]
}

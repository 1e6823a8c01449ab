/**
 * The festive frame of a certificate: papel picado over a band of embroidered diamonds, all vectors, plain also in grey.
 * Its thousand shapes are joined to one path per colour and layer, and drawn once for all certificates.
 */
import { defineDrawing } from '../../platform/documents/drawing'

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

/** A closed shape; what has a higher layer lies on what has a lower one. */
interface Shape {
  readonly layer: number
  readonly color: string
  /** PDF's operators of a path: m, l, c, h. */
  readonly path: string
}

/** A tenth of a point is a thirtieth of a millimetre. */
const short = (value: number): string => String(Math.round(value * 10) / 10)

/** All shapes run the same way round, so that two of one colour that overlap do not cut each other out. */
function shape(layer: number, color: string, points: readonly Point[]): Shape {
  const area = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  const round = area < 0 ? [...points].reverse() : points
  const corners = round.map(([x, y], at) => `${short(x)} ${short(y)} ${at === 0 ? 'm' : 'l'}`)
  return { layer, color, path: `${corners.join(' ')} h` }
}

const diamond = (
  layer: number,
  color: string,
  x: number,
  y: number,
  halfWidth: number,
  halfHeight = halfWidth,
): Shape =>
  shape(layer, color, [
    [x, y - halfHeight],
    [x + halfWidth, y],
    [x, y + halfHeight],
    [x - halfWidth, y],
  ])

/** Share of the radius at which a quarter of a circle has its handles. */
const HANDLE = 0.5523

/** Half a millimetre of thread: six corners look as round as a circle, and weigh half as much. */
const SEED = 2

function dot(layer: number, color: string, x: number, y: number, r: number): Shape {
  if (r < SEED) return bead(layer, color, x, y, r)
  const h = r * HANDLE
  const curve = (...numbers: readonly number[]): string => `${numbers.map(short).join(' ')} c`
  const path = [
    `${short(x + r)} ${short(y)} m`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
  ]
  return { layer, color, path: `${path.join(' ')} h` }
}

const bead = (layer: number, color: string, x: number, y: number, r: number): Shape =>
  shape(
    layer,
    color,
    Array.from({ length: 6 }, (_, i): Point => {
      const angle = (i * Math.PI) / 3
      return [x + Math.cos(angle) * r, y + Math.sin(angle) * r]
    }),
  )

/** A colour as PDF takes it: shares of red, green and blue. */
const rgb = (color: string): string =>
  [1, 3, 5].map((at) => Math.round((parseInt(color.slice(at, at + 2), 16) / 255) * 1000) / 1000).join(' ')

const frame = (inset: number, lineWidth: number): string =>
  `${lineWidth} w ${rgb(VIOLET)} RG ${inset} ${inset} ${PAGE.width - 2 * inset} ${PAGE.height - 2 * inset} re S`

/** One stitch of the band: a diamond within a diamond, with a seed on each side. */
const stitch = (x: number, y: number, along: 'x' | 'y', step: number): Shape[] => {
  const half = BAND / 2 - 3
  const seed = step / 2
  return [
    diamond(0, VIOLET, x, y, half),
    diamond(1, PAPER, x, y, half - 2.2),
    diamond(2, GARNET, x, y, half - 4.2),
    ...(along === 'x'
      ? [dot(0, MARIGOLD, x + seed, y - 4, 1.3), dot(0, GREEN, x + seed, y + 4, 1.3)]
      : [dot(0, MARIGOLD, x - 4, y + seed, 1.3), dot(0, GREEN, x + 4, y + seed, 1.3)]),
  ]
}

function band(): Shape[] {
  const middle = OUTER + BAND / 2
  const across = PAGE.width - 2 * INNER
  const down = PAGE.height - 2 * INNER
  const columns = Math.round(across / 22)
  const rows = Math.round(down / 22)
  const [stepX, stepY] = [across / columns, down / rows]
  const stitches: Shape[] = []
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
function star(x: number, y: number): Shape[] {
  const radius = BAND / 2 - 1
  return Array.from({ length: 8 }, (_, i): Shape => {
    const turn = (angle: number, length: number): Point => [x + Math.cos(angle) * length, y + Math.sin(angle) * length]
    const angle = (i * Math.PI) / 4
    return shape(i % 2, i % 2 === 0 ? VIOLET : GARNET, [
      [x, y],
      turn(angle - 0.32, radius * 0.62),
      turn(angle, radius),
      turn(angle + 0.32, radius * 0.62),
    ])
  })
}

/** A sheet of cut paper on its string: scalloped hem, a flower or a sun cut out, slits beside. */
function flag(left: number, top: number, width: number, color: string, motif: 'flower' | 'sun'): Shape[] {
  const middle = left + width / 2
  const hem = top + FLAG_HEIGHT - 8
  const scallops = 5
  const radius = width / scallops / 2
  const drawn: Shape[] = [
    shape(0, color, [
      [left, top],
      [left + width, top],
      [left + width, hem],
      [left, hem],
    ]),
    ...Array.from({ length: scallops }, (_, i) => dot(0, color, left + radius * (2 * i + 1), hem, radius)),
    ...Array.from({ length: scallops }, (_, i) => dot(1, PAPER, left + radius * (2 * i + 1), hem + radius * 0.25, 1.7)),
  ]
  const centre = top + 15
  for (let i = 0; i < 8; i++) {
    const angle = (i * Math.PI) / 4
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)]
    const [near, far, wide] = motif === 'flower' ? [3.2, 10.5, 2.9] : [6.4, 10.8, 1.5]
    const waist = (near + far) / 2
    drawn.push(
      shape(1, PAPER, [
        [middle + dx * near, centre + dy * near],
        [middle + dx * waist - dy * wide, centre + dy * waist + dx * wide],
        [middle + dx * far, centre + dy * far],
        [middle + dx * waist + dy * wide, centre + dy * waist - dx * wide],
      ]),
    )
  }
  drawn.push(dot(1, PAPER, middle, centre, motif === 'flower' ? 1.8 : 4.6))
  for (const side of [-1, 1]) {
    drawn.push(diamond(1, PAPER, middle + side * width * 0.3, centre - 5, 3, 5))
    drawn.push(diamond(1, PAPER, middle + side * width * 0.3, centre + 8, 4.5, 3))
    drawn.push(diamond(1, PAPER, middle + side * width * 0.42, centre + 1, 1.8, 4))
  }
  return drawn
}

const STRING = INNER + 7

function garland(): Shape[] {
  const [left, count, gap] = [INNER + 12, 9, 5]
  const width = (PAGE.width - 2 * left - gap * (count - 1)) / count
  return Array.from({ length: count }, (_, i) =>
    flag(left + i * (width + gap), STRING, width, FLAGS[i % FLAGS.length] ?? VIOLET, i % 2 === 0 ? 'flower' : 'sun'),
  ).flat()
}

/** One path for all shapes of a layer and colour, from the lowest layer up. */
function filled(shapes: readonly Shape[]): string {
  const paths = new Map<string, string[]>()
  for (const { layer, color, path } of [...shapes].sort((a, b) => a.layer - b.layer)) {
    const key = `${layer}${color}`
    const known = paths.get(key)
    if (known) known.push(path)
    else paths.set(key, [path])
  }
  return [...paths].map(([key, drawn]) => `${rgb(key.slice(1))} rg ${drawn.join(' ')} f`).join('\n')
}

const CORNER = OUTER + BAND / 2
const stars = [CORNER, PAGE.width - CORNER].flatMap((x) => [...star(x, CORNER), ...star(x, PAGE.height - CORNER)])
const frames = [frame(OUTER, 1.4), frame(INNER, 0.7)]
const string = `0.8 w 0.2 0.2 0.2 RG ${INNER} ${STRING} m ${PAGE.width - INNER} ${STRING} l S`

/** Everything that is drawn behind the words of the front. */
export const FESTIVE_FRONT = defineDrawing('certificates.festive.front', {
  ...PAGE,
  operators: [...frames, filled([...band(), ...stars, ...garland()]), string].join('\n'),
})

/** The back has the frame and its corners only: it is read, not looked at. */
export const FESTIVE_BACK = defineDrawing('certificates.festive.back', {
  ...PAGE,
  operators: [...frames, filled(stars)].join('\n'),
})

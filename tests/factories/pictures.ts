/** Small grey pictures of paper pages, and how far two of them are apart. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** One byte per pixel. */
  readonly grey: Buffer
}

/** A page at low resolution as a grey PNG, drawn by poppler. */
export function pictureOf(folder: string, pdf: Buffer, dpi = 40, page = 1): Buffer {
  const file = join(folder, 'picture.pdf')
  writeFileSync(file, pdf)
  const which = ['-f', String(page), '-l', String(page)]
  execFileSync('pdftoppm', ['-r', String(dpi), ...which, '-gray', '-png', '-singlefile', file, join(folder, 'picture')])
  return readFileSync(join(folder, 'picture.png'))
}

/** Reads an 8-bit PNG, grey or RGB, as poppler writes them. */
export function readPng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const step = png[25] === 2 ? 3 : 1
  if (png[24] !== 8 || (png[25] !== 0 && png[25] !== 2)) throw new Error('Not an 8-bit grey or RGB PNG')
  const pieces: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const raw = inflateSync(Buffer.concat(pieces))
  const row = width * step
  const bytes = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const left = x >= step ? (bytes[y * row + x - step] ?? 0) : 0
      const up = y > 0 ? (bytes[(y - 1) * row + x] ?? 0) : 0
      const corner = x >= step && y > 0 ? (bytes[(y - 1) * row + x - step] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      bytes[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  // Every page is drawn in grey, so one channel says it all.
  return { width, height, grey: Buffer.from(Array.from({ length: width * height }, (_, at) => bytes[at * step] ?? 0)) }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Share of pixels that differ by more than a quarter of black to white; 1 if the pictures have different sizes. */
export function distance(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1
  let far = 0
  for (const [index, value] of a.grey.entries()) if (Math.abs(value - (b.grey[index] ?? 0)) > 64) far += 1
  return far / a.grey.length
}

import fc from 'fast-check'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { flatPng } from './flat-png'
import { plainPicture } from './picture.rules'

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
/** As a canvas writes it: four bytes a pixel, each row with a filter of its own. */
function canvasPng(width: number, pixels: readonly (readonly [number, number, number, number])[], filter = 0): Buffer {
  const height = pixels.length / width
  const row = width * 4
  const plain = Buffer.from(pixels.flat())
  const rows = Buffer.alloc((row + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (row + 1)] = filter
    for (let x = 0; x < row; x++) {
      const left = x >= 4 ? (plain[y * row + x - 4] ?? 0) : 0
      const up = y > 0 ? (plain[(y - 1) * row + x] ?? 0) : 0
      const corner = x >= 4 && y > 0 ? (plain[(y - 1) * row + x - 4] ?? 0) : 0
      const far = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
      const paeth = far[0]! <= far[1]! && far[0]! <= far[2]! ? left : far[1]! <= far[2]! ? up : corner
      const guess = [0, left, up, (left + up) >> 1, paeth][filter] ?? 0
      rows[y * (row + 1) + 1 + x] = ((plain[y * row + x] ?? 0) - guess) & 255
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  header[9] = 6
  return Buffer.concat([MAGIC, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}
const seen = (png: Buffer) => ({
  depth: png[24],
  color: png[25],
  rows: inflateSync(png.subarray(41, 41 + png.readUInt32BE(33))),
})

test('black and white takes one bit a pixel, grey one byte, colours three; what is clear becomes white', () => {
  const [black, clear, grey, red] = [
    [0, 0, 0, 255],
    [9, 9, 9, 0],
    [120, 120, 120, 255],
    [200, 0, 0, 128],
  ] as const
  expect(seen(flatPng(canvasPng(2, [black, clear]))!)).toEqual({
    depth: 1,
    color: 0,
    rows: Buffer.from([0, 0b01000000]),
  })
  expect(seen(flatPng(canvasPng(2, [black, grey]))!)).toEqual({ depth: 8, color: 0, rows: Buffer.from([0, 0, 120]) })
  expect(seen(flatPng(canvasPng(2, [red, black]))!)).toEqual({
    depth: 8,
    color: 2,
    rows: Buffer.from([0, 227, 127, 127, 0, 0, 0]),
  })
})

test('the same pixels come out, whatever filter the rows were written with', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  const pixel = fc.tuple(byte, byte, byte, fc.constant(255))
  fc.assert(
    fc.property(fc.array(pixel, { minLength: 6, maxLength: 6 }), fc.integer({ min: 0, max: 4 }), (pixels, filter) => {
      const flat = flatPng(canvasPng(3, pixels, filter))
      expect(flat?.equals(flatPng(canvasPng(3, pixels, 0)) ?? Buffer.alloc(0))).toBe(true)
      expect(plainPicture(flat!)).toMatchObject({ kind: 'png', width: 3, height: 2 })
    }),
  )
})

test('what is no such picture stays as it is, and no bytes do harm', () => {
  const cut = canvasPng(2, [
    [0, 0, 0, 255],
    [0, 0, 0, 255],
  ])
  expect(flatPng(cut.subarray(0, 45))).toBeNull()
  expect(flatPng(Buffer.from('%PDF-1.7'))).toBeNull()
  expect(flatPng(cut, 1)).toBeNull()
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (tail) => {
      expect(flatPng(Buffer.concat([cut.subarray(0, 33), Buffer.from(tail)]))).toBeNull()
    }),
  )
})

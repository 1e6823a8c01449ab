import fc from 'fast-check'
import jsQR from 'jsqr'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { qrPng } from './qr'

/** Our own 1-bit PNG back to pixels: one IDAT, no filter. */
function pixelsOf(png: Buffer): { side: number; rgba: Uint8ClampedArray } {
  const side = png.readUInt32BE(16)
  const raw = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const rowBytes = Math.ceil(side / 8) + 1
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (!((raw[y * rowBytes + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))))
        rgba.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  return { side, rgba }
}
const readBack = (png: Buffer): string | undefined => {
  const { side, rgba } = pixelsOf(png)
  const found = jsQR(rgba, side, side)
  return found ? Buffer.from(found.binaryData).toString('utf8') : undefined
}

test('a second reader finds the same text, with accents, Ñ and saltillo', () => {
  const text = `CONSTANCIA1|2026-X|Xóchitl Ñáñez Saꞌvi|Bordado|51|${'A'.repeat(86)}`
  const png = qrPng(text)
  expect(png[24]).toBe(1)
  expect(png.length).toBeLessThan(4000)
  expect(readBack(png)).toBe(text)
})

test('whatever the length, up to twice the longest certificate', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 600 }), (text) => {
      expect(readBack(qrPng(text))).toBe(text)
    }),
    { numRuns: 15 },
  )
})

/**
 * A PNG as a printer likes it: transparency laid on white, and no more than it shows: one bit a pixel if it is black and
 * white, one byte if it is grey, three if it has colours. What a canvas writes always has four. Such a picture goes into
 * a PDF as it is, which with transparency would be taken apart anew in every paper.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The same picture, flat; null if it is no PNG of eight bits with colours and transparency (then it stays as it is). */
export function flatPng(png: Buffer, mostPixels = 4_000_000): Buffer | null {
  if (!png.subarray(0, 8).equals(MAGIC) || png.length < 33) return null
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const plain = png[24] === 8 && png[25] === 6 && png[28] === 0
  if (!plain || width * height === 0 || width * height > mostPixels) return null
  const rows = unfiltered(pixelData(png), width, height)
  return rows && encoded(onWhite(rows), width, height)
}

function pixelData(png: Buffer): Buffer {
  const pieces: Buffer[] = []
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') pieces.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return Buffer.concat(pieces)
}

/** Takes back the filters of ISO/IEC 15948 9; null if the data are not what the header promised. */
function unfiltered(packed: Buffer, width: number, height: number): Buffer | null {
  const row = width * 4
  let raw: Buffer
  try {
    raw = inflateSync(packed, { maxOutputLength: (row + 1) * height })
  } catch {
    return null
  }
  if (raw.length !== (row + 1) * height) return null
  const out = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let x = 0; x < row; x++) {
      const left = x >= 4 ? (out[y * row + x - 4] ?? 0) : 0
      const up = y > 0 ? (out[(y - 1) * row + x] ?? 0) : 0
      const corner = x >= 4 && y > 0 ? (out[(y - 1) * row + x - 4] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Three bytes a pixel. */
function onWhite(rgba: Buffer): Buffer {
  const rgb = Buffer.alloc((rgba.length / 4) * 3)
  for (let at = 0; at < rgba.length / 4; at++) {
    const alpha = rgba[at * 4 + 3] ?? 255
    for (let part = 0; part < 3; part++)
      rgb[at * 3 + part] = Math.round(((rgba[at * 4 + part] ?? 0) * alpha + 255 * (255 - alpha)) / 255)
  }
  return rgb
}

function encoded(rgb: Buffer, width: number, height: number): Buffer {
  const count = width * height
  const valueAt = (at: number): number => rgb[at * 3] ?? 0
  let [grey, bits] = [true, true]
  for (let at = 0; at < count && grey; at++) {
    grey = rgb[at * 3] === rgb[at * 3 + 1] && rgb[at * 3] === rgb[at * 3 + 2]
    bits = bits && (valueAt(at) === 0 || valueAt(at) === 255)
  }
  const [depth, color, rowBytes] =
    grey && bits ? [1, 0, Math.ceil(width / 8)] : grey ? [8, 0, width] : [8, 2, width * 3]
  const rows = Buffer.alloc((rowBytes + 1) * height)
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1) + 1
    if (depth === 1) {
      for (let x = 0; x < width; x++)
        if (valueAt(y * width + x) === 255) rows[start + (x >> 3)] = (rows[start + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    } else if (color === 0) for (let x = 0; x < width; x++) rows[start + x] = valueAt(y * width + x)
    else rgb.copy(rows, start, y * width * 3, (y + 1) * width * 3)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[9] = color
  return Buffer.concat([
    MAGIC,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A logo and a seal that nobody owns, drawn here: grey, as an office prints. */
import { crc32, deflateSync } from 'node:zlib'

function greyPng(width: number, height: number, grey: (x: number, y: number) => number): string {
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.from([0, ...Array.from({ length: width }, (_each, x) => grey(x, y))]),
    ),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    magic,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]).toString('base64')
}

/** Leaves in a row, wider than high. */
export const LOGO = greyPng(220, 100, (x, y) => {
  const leaf = Math.floor(x / 44)
  const [dx, dy] = [(x - leaf * 44 - 22) / 20, (y - 50) / 44]
  return dx * dx + dy * dy < 1 && Math.abs(dx) < 1 - Math.abs(dy) ? 40 + leaf * 30 : 255
})

/** Two rings and a star. */
export const SEAL = greyPng(180, 180, (x, y) => {
  const [dx, dy] = [x - 89.5, y - 89.5]
  const far = Math.hypot(dx, dy)
  const ring = Math.abs(far - 84) < 3 || Math.abs(far - 70) < 1.5
  const star = far < 34 + 18 * Math.cos(5 * Math.atan2(dy, dx))
  return ring || star ? 60 : 255
})

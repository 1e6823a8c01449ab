/**
 * What a picture is, by its bytes and never by its name; and the same picture without anything beside the image: no
 * place, no time, no camera, no comment, no embedded preview (Exif is where photos tell where they were taken).
 * JPEG by ITU-T T.81 B.1, PNG by ISO/IEC 15948 5.
 */
import type { PictureKind } from '../../../shared/contract/picture'

export interface PlainPicture {
  readonly kind: PictureKind
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

const PNG_MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** What an image needs to look as it did; all other chunks are dropped. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB'])

/** The picture without what was written about it; null if it is none that can be shown and printed. */
export function plainPicture(bytes: Uint8Array): PlainPicture | null {
  if (PNG_MAGIC.every((byte, index) => bytes[index] === byte)) return plainPng(bytes)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? plainJpeg(bytes) : null
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function plainPng(bytes: Uint8Array): PlainPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let size = { width: 0, height: 0 }
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (end > bytes.length || (at === 8) !== (type === 'IHDR')) return null
    if (type === 'IHDR') {
      if (length !== 13) return null
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (PNG_KEPT.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return size.width && size.height ? { kind: 'png', ...size, bytes: joined(kept) } : null
    at = end
  }
  return null
}

/** Frame headers: all SOF markers but DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
/** JFIF (APP0) and Adobe's colour transform (APP14) are needed to show it; other APPn and comments tell about it. */
const tellsAbout = (marker: number): boolean => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)

function plainJpeg(bytes: Uint8Array): PlainPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size = { width: 0, height: 0 }
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) return null
    if (isFrame(marker) && length >= 8) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (!tellsAbout(marker)) kept.push(bytes.subarray(at, end))
    at = end
    if (marker !== 0xda) continue
    const last = endOfImage(bytes, at)
    if (last === null || !size.width || !size.height) return null
    return { kind: 'jpeg', ...size, bytes: joined([...kept, bytes.subarray(at, last)]) }
  }
  return null
}

/** Where the image ends (behind EOI); what cameras append after it is cut off. Null if it never ends. */
function endOfImage(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2
  return null
}

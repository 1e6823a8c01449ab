/** Reads what a zip says it holds, and unpacks single entries under a hard limit, before any library is let near it. */
import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly packed: number
  readonly size: number
  readonly method: number
  readonly encrypted: boolean
  readonly at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/** The entries of the zip, from its directory at the end; null if that directory is missing or does not fit the file. */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] | null {
  const end = endOfDirectory(bytes)
  if (end < 0) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

// The record stands in the last 22 bytes, or before a comment of at most 64 KiB.
function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--)
    if (bytes.readUInt32LE(at) === END) return at
  return -1
}

/**
 * SECURITY: the bytes of one entry; throws if they are more than `limit`, whatever the directory promised, so that a
 * zip bomb is caught while it unpacks and not after.
 */
export function unpackEntry(bytes: Buffer, entry: ZipEntry, limit: number): Buffer {
  if (entry.at + 30 > bytes.length || bytes.readUInt32LE(entry.at) !== LOCAL) throw new Error('Zip entry is not there')
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length !== entry.packed) throw new Error('Zip entry is cut short')
  if (entry.method === 0) {
    if (packed.length > limit) throw new RangeError('Zip entry is too large')
    return packed
  }
  if (entry.method !== 8) throw new Error('Zip entry is packed in an unknown way')
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
}

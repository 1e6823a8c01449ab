/** Reads what a zip says it holds, and unpacks single entries under a hard limit, before any library is let near it. */
import { crc32, inflateRawSync } from 'node:zlib'

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

/**
 * SECURITY: a plain zip of exactly these parts, uncompressed. The library that reads workbooks goes by the local headers
 * and not by the directory, so a file could hold parts that `zipEntries` never sees; it is given only what was checked.
 */
export function zipOf(parts: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of parts) {
    const label = Buffer.from(name)
    // From the version needed to the length of the name, both headers are alike.
    const common = Buffer.alloc(24)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(label.length, 22)
    pieces.push(number32(LOCAL), common, Buffer.alloc(2), label, bytes)
    directory.push(number32(CENTRAL), Buffer.from([20, 0]), common, Buffer.alloc(12), number32(at), label)
    at += 30 + label.length + bytes.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, list, end])
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value, 0)
  return bytes
}

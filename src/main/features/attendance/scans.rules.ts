/** Rules of scans: what a file is, by its first bytes and never by its name. */
import type { ScanKind } from '../../../shared/contract/attendance-sheets.contract'

const MAGIC: readonly (readonly [ScanKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The kind of a file, or undefined if it is none that can be shown. */
export const scanKind = (bytes: Uint8Array): ScanKind | undefined =>
  MAGIC.find(([, magic]) => magic.every((byte, index) => bytes[index] === byte))?.[0]

/** How sizes and fingerprints are written on these pages. */
import { formatNumber } from '../../../shared/i18n/format'

/** `412 KB`, `1.2 MB`, `28.4 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000))} KB`
  if (bytes < 1_000_000_000) return `${formatNumber(Math.floor(bytes / 100_000) / 10)} MB`
  return `${formatNumber(Math.floor(bytes / 100_000_000) / 10)} GB`
}

/** The first sixteen letters in groups of four: enough to compare by eye; the whole stands on the cover sheet. */
export const fingerprint = (hash: string): string => hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')

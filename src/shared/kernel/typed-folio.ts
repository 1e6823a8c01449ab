/** Folios of papers that come back, as somebody types or scans them from the sheet. */
import { hasGoodCheck } from './check-character'

const PARTS = /^([A-Z]{2})[\s-]*(\d{4})[\s-]*(\d{1,5})[\s-]*([0-9A-Z])$/

/**
 * The folio as the paper bears it, from what was typed: small letters, no hyphens and no leading zeros will do. Undefined
 * if it has not the form of a folio, or its check character says that a character was mistaken.
 */
export function folioFrom(typed: string): string | undefined {
  const found = PARTS.exec(typed.toUpperCase().trim())
  if (!found) return undefined
  const [, prefix, year, number, check] = found
  const folio = `${prefix ?? ''}-${year ?? ''}-${(number ?? '').padStart(5, '0')}-${check ?? ''}`
  return hasGoodCheck(folio) ? folio : undefined
}

/** One check character for folios typed by hand: ISO/IEC 7064 MOD 37,36: catches every single slip and nearly every swap. */

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The check character of a text; characters outside 0–9 A–Z (hyphens, spaces) do not count. */
export function checkCharacter(text: string): string {
  let rest = 36
  for (const character of text.toUpperCase()) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) continue
    rest = (rest + value) % 36 || 36
    rest = (rest * 2) % 37
  }
  return ALPHABET[(37 - rest) % 36] ?? ''
}

/** True if the last character is the check character of what stands before it. */
export function hasGoodCheck(folio: string): boolean {
  const plain = folio.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return plain.length > 1 && checkCharacter(plain.slice(0, -1)) === plain.at(-1)
}

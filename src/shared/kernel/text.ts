/** Names and search: how text is folded for finding, cleaned for keeping, and put in order. */

/** Accent-free lower case with single spaces: how names are searched (Ñ → n, saltillo and apostrophes dropped). */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[ꞌꞋʼ’'`´]/gu, '')
    .toLowerCase()
    .replace(/ɨ/g, 'i')
    .replace(/ʉ/g, 'u')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Trims and collapses white space (also non-breaking). Signs that nobody sees, as a spreadsheet or a web page leaves them
 * (soft hyphens, zero-width spaces, marks of direction), go: what is printed must be what can be read and typed.
 */
export const squeeze = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** The parts of a name as the kernel shows them. The second surname may be missing. */
export interface NameParts {
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName?: string | null
}

/** `Apellidos, Nombre` as lists sort and show it. A chosen name stands in for the given names (docs/look.md, domain §3.5). */
export const listName = (name: NameParts): string =>
  `${[name.surname1, name.surname2].filter(Boolean).join(' ')}, ${name.chosenName || name.givenNames}`

/** `Nombre Apellidos` as said aloud; the chosen name stands in for the given names. */
export const spokenName = (name: NameParts): string =>
  [name.chosenName || name.givenNames, name.surname1, name.surname2].filter(Boolean).join(' ')

/** Legal name in speaking order, for papers that must have it. */
export const legalName = (name: NameParts): string =>
  [name.givenNames, name.surname1, name.surname2].filter(Boolean).join(' ')

const collator = new Intl.Collator('es-MX', { sensitivity: 'base', numeric: true })

/** Spanish order: Ñ after N, accents and capitals ignored. */
export const inOrder = (a: string, b: string): number => collator.compare(a, b)

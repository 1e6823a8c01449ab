/**
 * CSV as RFC 4180 says (comma, CRLF, quotes doubled, header line). Own code, not a library: every cell that leaves is an
 * id, a number, a day or a short declared text, and twenty lines can be read whole by whoever must trust them.
 */
export type Cell = string | number | boolean | null

/** UTF-8 text of a table; null is an empty cell. */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const tame = withoutFormula(cell)
  return /[",\r\n]/.test(tame) || tame === '' ? `"${tame.replaceAll('"', '""')}"` : tame
}

// SECURITY: a text that begins like a formula is run by spreadsheets when headquarters opens the file; an apostrophe
// before it makes it text. Numbers are written as numbers and never pass here, so `-5` stays minus five.
const withoutFormula = (text: string): string => (/^[=+\-@\t\r\n]|^\s+[=+\-@]/.test(text) ? `'${text}` : text)

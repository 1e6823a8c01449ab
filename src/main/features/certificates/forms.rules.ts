/** Numbers of blank forms: letters and a count that goes on by one. */

/** `C-0099`, 3 → `C-0099`, `C-0100`, `C-0101`: the digits at the end count on and keep their width. Null where there are none. */
export function numbersFrom(first: string, count: number): readonly string[] | null {
  const found = /^(.*?)(\d{1,12})$/.exec(first)
  if (!found) return count === 1 ? [first] : null
  const [, head = '', digits = ''] = found
  return Array.from({ length: count }, (_, n) => head + String(Number(digits) + n).padStart(digits.length, '0'))
}

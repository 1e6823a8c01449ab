/** How far a sheet reaches, read from its raw XML before any library builds the cells: one far cell makes millions. */

export interface Extent {
  readonly rows: number
  readonly farthestRow: number
  /** Of the cells that hold something: an empty cell with a colour costs nothing. */
  readonly farthestColumn: number
}

const TAG_LIMIT = 2_000
const ADDRESS = /^([A-Z]{1,8})?(\d{1,12})$/

/**
 * Walks the tags `row` and `c`. Null if one of them is not as any program writes it (endless, or with an address that is
 * none): the library might read it otherwise than we do. Every step is bounded, whatever the text.
 */
export function extentOf(xml: string): Extent | null {
  let [rows, farthestRow, farthestColumn] = [0, 0, 0]
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const kind = kindAt(xml, at + 1)
    if (!kind) continue
    const end = endOfTag(xml, at)
    if (end < 0) return null
    const tag = xml.slice(at, end)
    if (kind === 'row') rows += 1
    const address = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)
    if (!address) {
      // A row may leave its number out; a cell without address the library refuses itself.
      continue
    }
    const found = ADDRESS.exec(address[1] ?? address[2] ?? '')
    if (!found) return null
    farthestRow = Math.max(farthestRow, Number(found[2]))
    if (kind === 'c' && !tag.endsWith('/')) farthestColumn = Math.max(farthestColumn, columnOf(found[1] ?? ''))
  }
  return { rows, farthestRow, farthestColumn }
}

/** `row` or `c`, also behind a namespace prefix. */
function kindAt(xml: string, at: number): 'row' | 'c' | null {
  const name = /^(?:[\w.-]{1,40}:)?(row|c)[\s/>]/.exec(xml.slice(at, at + 46))
  return name ? (name[1] as 'row' | 'c') : null
}

/** Where the tag ends; a `>` within quotes does not end it. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < Math.min(xml.length, from + TAG_LIMIT); at++) {
    const letter = xml[at]
    if (quote) quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at
  }
  return -1
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

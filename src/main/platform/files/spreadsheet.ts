/** Reads a spreadsheet file into one neutral shape, and refuses with its own reason what is none or could do harm. */
import { parse as parseCsv } from 'csv-parse/sync'
import readXlsx from 'read-excel-file/node'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { extentOf } from './sheet-extent'
import { unpackEntry, zipEntries, zipOf, type ZipEntry } from './zip-index'

export type Cell = string | number | boolean | Date | null

export interface Sheet {
  readonly name: string
  /** Row 1 of the sheet is `rows[0]`; empty rows are kept so that row numbers are those that she sees. */
  readonly rows: readonly (readonly Cell[])[]
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly warnings: readonly { readonly code: 'has-formulas' | 'has-merged-cells'; readonly count: number }[]
}

export type FileProblem =
  | 'file-empty'
  | 'file-truncated'
  | 'file-not-spreadsheet'
  | 'file-password'
  | 'file-old-xls'
  | 'file-too-large'
  | 'file-bomb'
  | 'file-too-many-rows'

/** No office's month comes near these; a mistaken or hostile file does. */
export const LIMITS = { bytes: 20_000_000, unpacked: 150_000_000, rows: 30_000, columns: 400, sheets: 200 } as const

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const PK = Buffer.from('PK')

/** Reads an `.xlsx` or `.csv` by what the bytes are, whatever the file is called. Never throws for a bad file. */
export async function readSpreadsheet(fileName: string, bytes: Buffer): Promise<Outcome<Workbook, FileProblem>> {
  if (bytes.length === 0) return refuse('file-empty')
  if (bytes.length > LIMITS.bytes)
    return refuse('file-too-large', {
      megabytes: Math.ceil(bytes.length / 1_000_000),
      limit: LIMITS.bytes / 1_000_000,
    })
  if (bytes.subarray(0, 8).equals(OLE)) return refuse(isEncrypted(bytes) ? 'file-password' : 'file-old-xls')
  const read = bytes.subarray(0, 2).equals(PK) ? await readZip(bytes) : readText(fileName, bytes)
  if (!read.ok) return read
  const rows = read.value.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (rows > LIMITS.rows) return refuse('file-too-many-rows', { rows, limit: LIMITS.rows })
  const filled = read.value.sheets.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null)))
  return filled ? read : refuse('file-empty')
}

// A workbook with a password is an OLE file that holds a stream of this name (in UTF-16) instead of a zip.
const isEncrypted = (bytes: Buffer): boolean => bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))

async function readZip(bytes: Buffer): Promise<Outcome<Workbook, FileProblem>> {
  const entries = zipEntries(bytes)
  if (!entries) return refuse('file-truncated')
  if (entries.some((entry) => entry.encrypted)) return refuse('file-password')
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml')) return refuse('file-not-spreadsheet')
  const checked = checkEntries(bytes, entries)
  if (!checked.ok) return checked
  try {
    const sheets = await readXlsx(zipOf(checked.value.parts))
    return done({
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as readonly (readonly Cell[])[] })),
      warnings: checked.value.warnings,
    })
  } catch {
    return refuse('file-truncated')
  }
}

interface Checked {
  readonly parts: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly warnings: Workbook['warnings']
}

/** Unpacks every part under the limit, and counts formulas, merged cells and rows on the way. */
function checkEntries(
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Outcome<Checked, 'file-bomb' | 'file-truncated' | 'file-too-many-rows'> {
  const promised = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (promised > LIMITS.unpacked || entries.length > 5 * LIMITS.sheets) return refuse('file-bomb')
  const parts: { name: string; bytes: Buffer }[] = []
  let left: number = LIMITS.unpacked
  let [formulas, merged, rows] = [0, 0, 0]
  for (const entry of entries) {
    let part: Buffer
    try {
      part = unpackEntry(bytes, entry, left)
    } catch (error) {
      return refuse(error instanceof RangeError ? 'file-bomb' : 'file-truncated')
    }
    left -= part.length
    parts.push({ name: entry.name, bytes: part })
    // Known by what it holds: a sheet may lie under any name.
    if (!part.includes('sheetData')) continue
    formulas += occurrences(part, '<f>') + occurrences(part, '<f ')
    merged += occurrences(part, '<mergeCell ')
    const extent = extentOf(part.toString('latin1'))
    if (!extent) return refuse('file-truncated')
    rows += extent.rows
    // A single cell far down or to the right makes the reader build all the empty ones before it.
    const farthest = Math.max(rows, extent.farthestRow)
    if (farthest > LIMITS.rows) return refuse('file-too-many-rows', { rows: farthest, limit: LIMITS.rows })
    if (extent.farthestColumn > LIMITS.columns) return refuse('file-bomb')
  }
  return done({
    parts,
    warnings: [
      ...(formulas > 0 ? [{ code: 'has-formulas' as const, count: formulas }] : []),
      ...(merged > 0 ? [{ code: 'has-merged-cells' as const, count: merged }] : []),
    ],
  })
}

function occurrences(part: Buffer, text: string): number {
  let count = 0
  for (let at = part.indexOf(text); at >= 0; at = part.indexOf(text, at + text.length)) count += 1
  return count
}

function readText(fileName: string, bytes: Buffer): Outcome<Workbook, FileProblem> {
  const text = decode(bytes)
  if (text === null) return refuse('file-not-spreadsheet')
  const name = fileName.replace(/\.[^.]*$/, '')
  try {
    const rows = parseCsv(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: LIMITS.rows + 1,
    })
    // One column without any separator is a letter or a log, not a table.
    if (!rows.some((row) => row.length > 1)) return refuse('file-not-spreadsheet')
    return done({ sheets: [{ name, rows: rows.map((row) => row.map((cell) => cell.trim() || null)) }], warnings: [] })
  } catch {
    return refuse('file-truncated')
  }
}

/** UTF-8 with or without its mark; else Windows-1252, as old Excel saves; null if these bytes are no text at all. */
function decode(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.includes(0)) return null
  if (/^\s*(<|\{|%PDF|\x89PNG|GIF8|\xff\xd8)/.test(bytes.toString('latin1', 0, 64).replace(/^\u00ef\u00bb\u00bf/, '')))
    return null
  const strange = bytes.subarray(0, 4096).filter((byte) => byte < 32 && ![9, 10, 12, 13].includes(byte)).length
  if (strange > 0) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator that the first lines agree on most; quoted text does not count. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).replace(/"[^"]*"/g, '')
  const lines = head.split(/\r?\n/).slice(0, 20)
  const score = (separator: string): number => lines.filter((line) => line.includes(separator)).length
  return [',', ';', '\t'].reduce((best, each) => (score(each) > score(best) ? each : best))
}

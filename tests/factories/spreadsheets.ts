/** Spreadsheets made by tests: good ones, and every kind of bad one that a USB stick may bring. */
import { deflateRawSync } from 'node:zlib'
import writeXlsx from 'write-excel-file/node'

export type Value = string | number | boolean | Date | null

/** A real workbook with these sheets. */
export async function aWorkbook(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>): Promise<Buffer> {
  const cell = (value: Value) =>
    value === null ? null : value instanceof Date ? { value, format: 'dd/mm/yyyy' } : { value }
  return writeXlsx(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cell)) })),
  ).toBuffer()
}

interface Part {
  readonly name: string
  readonly content: Buffer | string
  /** What the directory claims, where it lies. */
  readonly claims?: number
  readonly encrypted?: boolean
}

/** A zip made by hand, so that it may lie. Checksums are not written: readers under test do not look at them. */
export function aZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, claims, encrypted } of parts) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const label = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(encrypted ? 1 : 0, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(claims ?? raw.length, 22)
    local.writeUInt16LE(label.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(encrypted ? 1 : 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? raw.length, 24)
    entry.writeUInt16LE(label.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, label, packed)
    directory.push(entry, label)
    at += local.length + label.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, list, end])
}

/** A workbook around one sheet's XML, as another program may write it. */
export const aSheetOf = (sheetData: string, after = ''): Buffer =>
  aZip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Hoja1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    },
  ])

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** The first bytes of a workbook with a password, and of one from before 2007. */
export const aProtectedWorkbook = (): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(1016), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)])
export const anOldWorkbook = (): Buffer =>
  Buffer.concat([OLE, Buffer.alloc(1016), Buffer.from('Workbook', 'utf16le'), Buffer.alloc(512)])

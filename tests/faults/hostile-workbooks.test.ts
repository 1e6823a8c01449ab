/** Workbooks made to choke whoever opens them. Each is a few hundred bytes; each would take all memory. */
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../src/main/platform/files/spreadsheet'
import { aSheetOf, aWorkbook, aZip } from '../factories/spreadsheets'

const text = (address: string) => `<c r=${address} t="inlineStr"><is><t>x</t></is></c>`
const codeOf = async (bytes: Buffer): Promise<string> => {
  const answer = await readSpreadsheet('x.xlsx', bytes)
  return answer.ok ? 'read' : (answer.refusals[0]?.code ?? '')
}

describe('a workbook of a few hundred bytes', () => {
  test.each([
    ['a column that no sheet has', `<row r="1">${text('"ZZZZZZ1"')}</row>`, 'file-bomb'],
    ['the last column of a sheet', `<row r="1">${text('"XFD1"')}</row>`, 'file-bomb'],
    ['a far row named only by its cell', `<row>${text('"A999999999"')}</row>`, 'file-too-many-rows'],
    ['a far row in single quotes', `<row r='999999999'>${text("'A999999999'")}</row>`, 'file-too-many-rows'],
    [
      'a far row behind a sign in quotes',
      `<row spans=">" r="999999999">${text('"A999999999"')}</row>`,
      'file-too-many-rows',
    ],
    ['a far row in disguise', `<row r="&#57;99999999">${text('"A&#57;99999999"')}</row>`, 'file-truncated'],
    ['a tag that never ends', `<row ${'a'.repeat(5000)}`, 'file-truncated'],
  ])('with %s is refused before it is built', async (_what, sheet, code) => {
    expect(await codeOf(aSheetOf(sheet))).toBe(code)
  })

  test('made of a million open tags is judged without walking to the end from each', async () => {
    expect(await codeOf(aSheetOf('<row '.repeat(1_000_000)))).toBe('file-truncated')
    expect(await codeOf(aSheetOf('<c "'.repeat(1_000_000)))).toBe('file-truncated')
  })

  test('is read where only empty, coloured cells reach far to the right', async () => {
    expect(await codeOf(aSheetOf(`<row r="1">${text('"A1"')}<c r="XFD1" s="0"/></row>`))).toBe('read')
  })

  test('has no sheet but those of its directory: what hides between the parts is not unpacked', async () => {
    const good = await aWorkbook({
      Hoja1: [
        ['Expediente', 'Nombre'],
        ['X-1', 'Ana'],
      ],
    })
    const hidden = aZip([{ name: 'xl/worksheets/sheet1.xml', content: 'hidden' }])
    // Its local part goes before the good ones; the directory, and every place in it, moves along.
    const body = hidden.subarray(0, 30 + 'xl/worksheets/sheet1.xml'.length + deflateRawSync('hidden').length)
    expect(await codeOf(shifted(good, body))).toBe('read')
  })
})

/** The zip with other bytes before it, its directory put right. */
function shifted(zip: Buffer, before: Buffer): Buffer {
  const moved = Buffer.from(zip)
  const end = moved.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = moved.readUInt32LE(end + 16)
  moved.writeUInt32LE(at + before.length, end + 16)
  for (let entry = 0; entry < moved.readUInt16LE(end + 10); entry++) {
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + before.length, at + 42)
    at += 46 + moved.readUInt16LE(at + 28) + moved.readUInt16LE(at + 30) + moved.readUInt16LE(at + 32)
  }
  return Buffer.concat([before, moved])
}

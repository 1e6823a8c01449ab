import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import readXlsx from 'read-excel-file/node'
import { afterEach, describe, expect, test } from 'vitest'
import { IMPORTED_TABLES } from '../../src/main/features/imports/imports.repo'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aProtectedWorkbook, aSheetOf, aWorkbook, aZip, anOldWorkbook } from '../factories/spreadsheets'

const MONTH = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname
const demo = (name: string): Buffer => readFileSync(join(MONTH, name))
const HEADERS = ['Expediente', 'Primer apellido', 'Nombre(s)', 'Fecha de nacimiento', 'Fecha de ingreso']

let it: TestOffice
afterEach(() => it.close())

const dryRun = (fileName: string, bytes: Buffer) =>
  it.call('imports.dryRun', { fileName, bytes: bytes.toString('base64') })

async function importFile(fileName: string, bytes: Buffer) {
  const file = { fileName, bytes: bytes.toString('base64') }
  const preview = await it.must('imports.dryRun', file)
  await it.must('imports.confirm', { ...file, token: preview.token })
  return { preview }
}

async function everything(): Promise<Record<string, string[]>> {
  const { db } = it.office.look()
  const tables: Record<string, string[]> = {}
  for (const table of IMPORTED_TABLES)
    tables[table] = (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row))
  return tables
}

describe('a bad file', () => {
  const refusalOf = async (name: string, bytes: Buffer) => {
    const before = await everything()
    const answer = await dryRun(name, bytes)
    expect(await everything()).toEqual(before)
    return answer.ok ? 'ok' : answer.refusals[0]?.code
  }

  test('gets its own sentence and does no harm', async () => {
    it = await openTestOffice()
    const good = demo('padron.xlsx')
    const sheets = aZip([{ name: 'xl/workbook.xml', content: '<workbook/>', claims: 4_000_000_000 }])
    const bomb = aZip([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      // The directory says ten bytes; what unpacks is larger than all that we take.
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(151_000_000, 32), claims: 10 },
    ])
    const files: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      truncated: good.subarray(0, good.length - 4000),
      half: good.subarray(0, good.length / 2),
      protected: aProtectedWorkbook(),
      old: anOldWorkbook(),
      large: Buffer.concat([good, Buffer.alloc(50_000_000)]),
      promises: sheets,
      bomb,
      locked: aZip([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]),
      pdf: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'),
      picture: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      page: Buffer.from('<html><table><tr><td>1</td></tr></table>'),
      letter: Buffer.from('Estimada directora:\nle escribo para\n'),
      zip: aZip([{ name: 'leeme.txt', content: 'hola' }]),
      noise: Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251)),
      blank: await aWorkbook({ Hoja1: [[null]] }),
      stranger: await aWorkbook({
        Hoja1: [
          ['Receta', 'Harina'],
          ['Pan', 3],
        ],
      }),
    }
    const answers: Record<string, string | undefined> = {}
    for (const [name, bytes] of Object.entries(files)) answers[name] = await refusalOf(`${name}.xlsx`, bytes)
    expect(answers).toEqual({
      empty: 'file-empty',
      truncated: 'file-truncated',
      half: 'file-truncated',
      protected: 'file-password',
      old: 'file-old-xls',
      large: 'file-too-large',
      promises: 'file-bomb',
      bomb: 'file-bomb',
      locked: 'file-password',
      pdf: 'file-not-spreadsheet',
      picture: 'file-not-spreadsheet',
      page: 'file-not-spreadsheet',
      letter: 'file-not-spreadsheet',
      zip: 'file-not-spreadsheet',
      noise: 'file-not-spreadsheet',
      blank: 'file-empty',
      stranger: 'file-unknown-kind',
    })
  })

  test('with a cell at the end of the sheet is refused instead of making a million rows', async () => {
    it = await openTestOffice()
    const far = aSheetOf('<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>')
    expect(await refusalOf('x.xlsx', far)).toBe('file-too-many-rows')
  })

  test('full of formulas and merged cells is read by its stored values, with a warning', async () => {
    it = await openTestOffice()
    const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
    const headers = HEADERS.map((header, index) => text(`${'ABCDE'[index] ?? ''}2`, header)).join('')
    const row = `${text('A3', 'X-1')}<c r="B3" t="str"><f>UPPER("ruiz")</f><v>RUIZ</v></c>${text('C3', 'Ana')}${text('D3', '01/01/1990')}${text('E3', '01/02/2024')}`
    const bytes = aSheetOf(
      `<row r="1">${text('A1', 'Padrón')}</row><row r="2">${headers}</row><row r="3">${row}</row>`,
      '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>',
    )
    const { preview } = await importFile('formulas.xlsx', bytes)
    expect(preview.warnings).toEqual([
      { code: 'has-formulas', facts: { count: 1 } },
      { code: 'has-merged-cells', facts: { count: 1 } },
    ])
    expect((await everything()).person?.[0]).toContain('"Ruiz"')
  })
})

describe('rejected rows', () => {
  test('are saved as a spreadsheet with their reasons, and no cell of it is a formula', async () => {
    let saved: { name: string; bytes: Buffer } | undefined
    it = await openTestOffice({
      desk: {
        saveFile: (name, bytes) => {
          saved = { name, bytes }
          return Promise.resolve(name)
        },
      },
    })
    const bytes = await aWorkbook({ Padrón: [HEADERS, ['X-1', '=2+2', '', '31/02/1990', '']] })
    const answer = await it.must('imports.saveRejected', { fileName: 'p.xlsx', bytes: bytes.toString('base64') })
    expect(answer).toEqual({ savedAs: 'p - filas no importadas.xlsx', rows: 1 })
    const [sheet] = await readXlsx(saved?.bytes ?? Buffer.alloc(0))
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['Por qué no se importó', 'Expediente'])
    expect(sheet?.data[1]?.[0]).toContain('Falta la fecha de ingreso.')
    expect(sheet?.data[1]?.[2]).toBe('=2+2')
    expect((await it.must('office.audit', { event: 'import.rejected-saved' })).total).toBe(1)
  })
})

describe('who may', () => {
  test('only direction and coordination', async () => {
    it = await openTestOffice({ role: 'axis-lead' })
    expect(await dryRun('padron.xlsx', demo('padron.xlsx'))).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
  })
})

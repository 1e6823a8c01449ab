import { afterEach, beforeEach, expect, test } from 'vitest'
import { registerChild } from '../factories/children'
import { everything, importFile } from '../factories/importing'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { aWorkbook } from '../factories/spreadsheets'

const HEADS = [
  'Clave',
  'Nombre completo',
  'Parentesco',
  'Identificación',
  'Teléfono',
  'Puede recoger',
  'Vigente hasta',
  'Observaciones',
]
let it: TestOffice
let childId: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'director' })
  const motherId = await registerWoman(it, { surname1: 'Soto', surname2: null, givenNames: 'Elena' })
  childId = (await registerChild(it, motherId)).id
})
afterEach(() => it.close())

let files = 0
const list = async (may: string, until: string, note: string) => {
  files += 1
  const row = ['DEM-H-001', 'Ofelia Castro Ruiz', 'abuela', 'INE 9436', '5559', may, until, note]
  const book = await aWorkbook({ 'Personas autorizadas': [HEADS, row] })
  return importFile(it, `adultos-${String(files)}.xlsx`, book, ['Personas autorizadas:2'])
}
const states = async () =>
  (await it.must('children.grid', { id: childId })).rows.map((row) => row.cells.map((cell) => cell.state).join(' '))

test('a newer list ends what it no longer gives, adds orders, and never lifts one; taken back, all is as it was', async () => {
  const empty = await everything(it)
  const first = await list('Sí', '31/03/2027', '')
  expect(await states()).toEqual(['may-not may-not may may'])
  const longer = await list('Sí', '31/12/2027', '')
  const grid = await it.must('children.grid', { id: childId })
  expect(grid.rows[0]?.cells[2]?.right).toMatchObject({ until: '2027-12-31' })
  expect(grid.past.map((each) => [each.act, each.until])).toEqual([
    ['bring-back', '2027-03-31'],
    ['take-out', '2027-03-31'],
  ])
  const ordered = await list('No', '', 'Prohibido acercarse: Oficio 7/2026')
  expect(await states()).toEqual(['forbidden forbidden forbidden forbidden'])
  // A yes beneath an order changes nothing at all: only the paper that ends the order does.
  await expect(list('Sí', '31/12/2028', '')).rejects.toThrow('nothing-new')
  expect(await states()).toEqual(['forbidden forbidden forbidden forbidden'])
  for (const { batchId } of [ordered, longer, first]) await it.must('imports.undo', { id: batchId })
  expect(await everything(it)).toEqual(empty)
})

test('a list that no longer lets her collect ends both rights', async () => {
  await list('Sí', '31/03/2027', '')
  await list('No', '', '')
  expect(await states()).toEqual(['may-not may-not may-not may-not'])
  expect((await it.must('children.grid', { id: childId })).past).toHaveLength(2)
})

/** A dialog that somebody walked away from: Umbral locks behind it, and whoever comes then must not get a file out of it. */
import { writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { aWorkbook } from '../factories/spreadsheets'

const HEADERS = ['Expediente', 'Primer apellido', 'Nombre(s)', 'Fecha de nacimiento', 'Fecha de ingreso']
let it: TestOffice
afterEach(() => it.close())

test('names are not saved in clear by a dialog answered after the lock', async () => {
  let answer: () => void = () => undefined
  let asked = false
  it = await openTestOffice({
    desk: {
      async saveFile(name, bytes, stopped) {
        asked = true
        await new Promise<void>((resolve) => (answer = resolve))
        if (stopped()) return null
        writeFileSync(join(it.folder, name), bytes)
        return name
      },
    },
  })
  const bytes = (await aWorkbook({ Padrón: [HEADERS, ['X-1', 'Ruiz', '', '31/02/1990', '']] })).toString('base64')
  const saving = it.call('imports.saveRejected', { fileName: 'p.xlsx', bytes })
  await vi.waitFor(() => expect(asked).toBe(true))
  const locking = it.call('office.lock', {})
  await vi.waitFor(() => expect(it.client.signedIn).toBeNull())
  answer()
  expect(codesOf(await saving)).toEqual(['stopped'])
  await locking
  expect(existsSync(join(it.folder, 'p - filas no importadas.xlsx'))).toBe(false)
})

test('the name that is suggested for a file leads into no other folder', async () => {
  const names: string[] = []
  it = await openTestOffice({
    desk: {
      saveFile: (name) => {
        names.push(name)
        return Promise.resolve(null)
      },
    },
  })
  const bytes = (await aWorkbook({ Padrón: [HEADERS, ['X-1', 'Ruiz', '', '31/02/1990', '']] })).toString('base64')
  for (const fileName of ['..\\..\\Inicio\\p.xlsx', '../../p.xlsx', 'C:p\u202e\u0000.xlsx', '....p.xlsx'])
    await it.must('imports.saveRejected', { fileName, bytes })
  expect(names).toEqual(Array(4).fill('p - filas no importadas.xlsx').with(2, 'Cp - filas no importadas.xlsx'))
})

import { describe, expect, test } from 'vitest'
import { centerFromFile, NEW_CENTER, readCenterFile, strangeFields } from './center-file'

const file = {
  code: 'DEM',
  name: 'Centro de Demostración',
  municipality: 'Tlalmanalco',
  state: 'Estado de México',
  issuer: 'Programa Umbral, A.C.',
  issuer_contact: 'Calle Ejemplo 10',
  age_limit_months: 48,
  signatories: [{ name: 'Lic. Paula Arriaga', post: 'Coordinación' }],
}

describe('centro.json', () => {
  test('fills the form; what it does not say keeps its usual value', () => {
    const read = readCenterFile(`\uFEFF${JSON.stringify(file)}`)
    expect(read).toMatchObject({
      ok: true,
      strange: [],
      settings: { code: 'DEM', issuerContact: 'Calle Ejemplo 10', ageLimitMonths: 48, idleMinutes: 5 },
    })
    expect(read.ok && strangeFields(read.settings).size).toBe(0)
  })

  test('a field that does not fit is named and left as it was', () => {
    expect(readCenterFile(JSON.stringify({ ...file, code: 'minúsculas', paper: 'A4' }))).toMatchObject({
      ok: true,
      strange: ['code', 'paper'],
      settings: { code: '', paper: 'letter' },
    })
  })

  test.each(['', 'no es json', '[]', '{}', '{"otra":"cosa"}', 'null'])('%s is not the settings of a center', (text) =>
    expect(readCenterFile(text)).toEqual({ ok: false }),
  )

  test('an empty form says which fields are wanting', () => {
    expect([...strangeFields(NEW_CENTER)]).toEqual(['code', 'name', 'municipality', 'state', 'issuer'])
  })

  test('without a form to mend it in, a file that does not fit is refused with the first field that is wrong', () => {
    expect(centerFromFile(JSON.stringify(file))).toMatchObject({ ok: true, value: { code: 'DEM' } })
    for (const [text, where] of [
      [JSON.stringify({ ...file, paper: 'A4' }), 'paper'],
      [JSON.stringify({ code: 'DEM' }), 'name'],
      ['no es json', ''],
    ])
      expect(centerFromFile(text ?? '')).toEqual({
        ok: false,
        refusals: [{ code: 'bad-center-file', facts: { where } }],
      })
  })
})

import { describe, expect, test } from 'vitest'
import { NEW_CENTER, readCentro, strangeFields } from './centro-file'

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
    const read = readCentro(`\uFEFF${JSON.stringify(file)}`)
    expect(read).toMatchObject({
      ok: true,
      strange: [],
      settings: { code: 'DEM', issuerContact: 'Calle Ejemplo 10', ageLimitMonths: 48, idleMinutes: 5 },
    })
    expect(read.ok && strangeFields(read.settings).size).toBe(0)
  })

  test('a field that does not fit is named and left as it was', () => {
    expect(readCentro(JSON.stringify({ ...file, code: 'minúsculas', paper: 'A4' }))).toMatchObject({
      ok: true,
      strange: ['code', 'paper'],
      settings: { code: '', paper: 'letter' },
    })
  })

  test.each(['', 'no es json', '[]', '{}', '{"otra":"cosa"}', 'null'])('%s is not the settings of a center', (text) =>
    expect(readCentro(text)).toEqual({ ok: false }),
  )

  test('an empty form says which fields are wanting', () => {
    expect([...strangeFields(NEW_CENTER)]).toEqual(['code', 'name', 'municipality', 'state', 'issuer'])
  })
})

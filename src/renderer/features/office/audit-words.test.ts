import { describe, expect, test } from 'vitest'
import { differences } from './audit-words'

describe('before and after', () => {
  test('show only what differs, and nothing that a partial change does not mention', () => {
    expect(
      differences('{"role":"reader","suspendedAt":null,"name":"Ana"}', '{"role":"director","suspendedAt":null}'),
    ).toEqual([{ field: 'role', before: 'reader', after: 'director' }])
  })

  test('a new record shows all it has, lists and parts in a row', () => {
    expect(differences(null, '{"code":"DEM","signatories":[{"name":"P","post":"C"}],"empty":""}')).toEqual([
      { field: 'code', before: null, after: 'DEM' },
      { field: 'signatories', before: null, after: 'name: P, post: C' },
    ])
  })

  test('what is no record is shown as it is, and nothing is nothing', () => {
    expect(differences('"uno"', '"dos"')).toEqual([{ field: 'value', before: 'uno', after: 'dos' }])
    expect(differences(null, null)).toEqual([])
    expect(differences(null, 'roto{')).toEqual([{ field: 'value', before: null, after: 'roto{' }])
  })
})

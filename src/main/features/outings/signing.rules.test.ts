import { describe, expect, test } from 'vitest'
import { orderName, plainFolio, refusalToSign } from './outings.rules'

describe('who signs what', () => {
  test.each([
    ['dirección', 'director', 'ana', 'bea', null],
    ['Dirección', 'director', 'ana', 'ana', 'requester-approves'],
    ['dirección', 'director', 'ana', null, null],
    ['dirección', 'coordinator', 'ana', 'bea', 'signature-of-director'],
    ['dirección', 'mother-child', 'ana', 'bea', 'signature-of-director'],
    ['madre', 'coordinator', 'ana', 'ana', null],
    ['madre', 'mother-child', 'ana', 'ana', null],
    ['trabajo social', 'director', 'ana', 'bea', 'signature-of-office'],
  ] as const)('%s by %s', (authorisation, role, id, requestedBy, answer) => {
    expect(refusalToSign(authorisation, { id, role }, requestedBy)).toBe(answer)
  })
})

describe('words of the office', () => {
  test('an order loses the words that announce it, and nothing else', () => {
    expect(orderName('Prohibido acercarse: Oficio 1184/2026')).toBe('Oficio 1184/2026')
    expect(orderName('Oficio 1184/2026')).toBe('Oficio 1184/2026')
    expect(orderName('Prohibido acercarse')).toBe('Prohibido acercarse')
  })

  test('a folio survives a scanner that takes the hyphen for another key', () => {
    expect(plainFolio("sa'2026'00001'k")).toBe(plainFolio('SA-2026-00001-K'))
  })
})

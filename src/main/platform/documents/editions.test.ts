import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCodeOf } from './editions'

const FOLIO = 'LD-2026-00012-K'

test('one mistyped character of the folio changes the code', () => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const places = [...FOLIO].flatMap((letter, at) => (letter === '-' ? [] : [at]))
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...letters), fc.uuid(), (at, letter, about) => {
      fc.pre(FOLIO[at] !== letter)
      const mistyped = FOLIO.slice(0, at) + letter + FOLIO.slice(at + 1)
      expect(checkCodeOf(mistyped, about, 1)).not.toBe(checkCodeOf(FOLIO, about, 1))
    }),
  )
})

test('another version of the same sheet has another code', () => {
  const codes = [1, 2, 3, 4, 5].map((version) => checkCodeOf(FOLIO, 'x', version))
  expect(new Set(codes).size).toBe(5)
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{2}$/)
})

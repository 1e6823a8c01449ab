import { expect, test } from 'vitest'
import { checkCharacter, hasGoodCheck } from './check-character'

test.each([
  // Published examples of ISO/IEC 7064 MOD 37,36: a Global Release Identifier and the two halves of an ISAN.
  ['A1-2425G-ABC1234002', 'M'],
  ['0000-0001-8947-0000', '8'],
  ['0000-0001-8947-0000-0000-0000', 'D'],
])('%s has the check character %s', (text, character) => {
  expect(checkCharacter(text)).toBe(character)
  expect(hasGoodCheck(`${text}-${character}`)).toBe(true)
  expect(hasGoodCheck(`${text}-${character}`.toLowerCase())).toBe(true)
})

test('every single mistaken character is noticed', () => {
  const folio = 'A12425GABC1234002M'
  for (let at = 0; at < folio.length; at++)
    for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
      if (other !== folio[at]) expect(hasGoodCheck(folio.slice(0, at) + other + folio.slice(at + 1))).toBe(false)
})

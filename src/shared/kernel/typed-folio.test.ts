import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter } from './check-character'
import { folioFrom } from './typed-folio'

const folioOf = (number: number): string => {
  const body = `LD-2026-${String(number).padStart(5, '0')}`
  return `${body}-${checkCharacter(body)}`
}

test('small letters, blanks, no hyphens and no zeros are understood', () => {
  const folio = folioOf(12)
  const check = folio.slice(-1)
  for (const typed of [folio, folio.toLowerCase(), folio.replaceAll('-', ''), ` ${folio.replaceAll('-', ' ')} `])
    expect(folioFrom(typed)).toBe(folio)
  expect(folioFrom(`ld 2026 12 ${check}`)).toBe(folio)
})

test('whatever the number, the folio comes back with and without hyphens', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
      const folio = folioOf(number)
      expect(folioFrom(folio)).toBe(folio)
      expect(folioFrom(folio.replaceAll('-', ''))).toBe(folio)
    }),
  )
})

test('every mistaken digit is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(4), fc.integer({ min: 1, max: 9 }), (number, at, plus) => {
      const folio = folioOf(number)
      const digit = (Number(folio[8 + at]) + plus) % 10
      expect(folioFrom(`${folio.slice(0, 8 + at)}${digit}${folio.slice(9 + at)}`)).toBeUndefined()
    }),
  )
})

test('two swapped digits are noticed but for one time in thirty, as the standard has it', () => {
  const swapped = Array.from({ length: 9_000 }, (_, i) => folioOf(10_000 + i * 10)).flatMap((folio) => {
    const [a, b] = [folio[8] ?? '', folio[9] ?? '']
    return a === b ? [] : [`${folio.slice(0, 8)}${b}${a}${folio.slice(10)}`]
  })
  const missed = swapped.filter((folio) => folioFrom(folio) !== undefined)
  expect(swapped.length).toBeGreaterThan(8_000)
  expect(missed.length / swapped.length).toBeLessThan(1 / 30)
})

test.each(['', 'LD', '2026-00012', 'una lista', 'LD-2026-00012'])('%j is no folio', (typed) => {
  expect(folioFrom(typed)).toBeUndefined()
})

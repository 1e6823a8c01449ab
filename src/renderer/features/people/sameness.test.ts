import fc from 'fast-check'
import { expect, test } from 'vitest'
import { samenessOf } from './sameness'

test.each([
  ['Núñez', 'Núñez', 'same'],
  ['Núñez', 'NUÑEZ ', 'similar'],
  ['Ortega Núñez', 'Núñez Ortega', 'similar'],
  ['Ortega', 'Orteaga', 'different'],
  ['Ortega', null, 'missing'],
  ['', '', 'missing'],
] as const)('%s beside %s is %s', (a, b, expected) => expect(samenessOf(a, b)).toBe(expected))

test('it makes no difference which stands left', () => {
  const name = fc.oneof(fc.constant(null), fc.constantFrom('Ana', 'ana', 'Ana María', 'María Ana', 'Ñuñoa', ' '))
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(samenessOf(a, b)).toBe(samenessOf(b, a))
    }),
  )
})

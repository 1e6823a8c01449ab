import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, squeeze } from './text'

/** A soft hyphen, zero-width space and joiner, a mark of direction, a byte order mark. */
const UNSEEN = ['\u00ad', '\u200b', '\u200d', '\u202e', '\ufeff']

describe('signs that nobody sees', () => {
  test('are on no paper and hide nobody from a search, wherever they stand', () => {
    const name = 'Xóchitl Ñáñez Saꞌvi'
    fc.assert(
      fc.property(fc.constantFrom(...UNSEEN), fc.nat({ max: name.length }), (sign, at) => {
        const dirty = name.slice(0, at) + sign + name.slice(at)
        expect(squeeze(dirty)).toBe(name)
        expect(fold(dirty)).toBe(fold(name))
      }),
    )
  })

  test('what is seen stays: saltillo, combining underline, spaces of any kind as one', () => {
    expect(squeeze(' Ñuꞌu  Ka\u0331\u00a0Ruiz\t')).toBe('Ñuꞌu Ka\u0331 Ruiz')
    expect(squeeze('Ana\u0007Ruiz')).toBe('Ana Ruiz')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HEIGHTS, layOnSheets, type Dormitory } from './movement-sheets.rules'

const of = (women: number): Dormitory => ({ notes: 0, lines: Array.from({ length: women }, () => 1) })
const dormitories = fc.array(
  fc.record({ notes: fc.nat(2), lines: fc.array(fc.constantFrom(1, 1.5, 2, 3, 4.5), { minLength: 1, maxLength: 70 }) }),
  { minLength: 1, maxLength: 9 },
)

describe('the sheets of a movement list', () => {
  test('small dormitories follow each other', () => {
    expect(layOnSheets([of(6), of(7), of(5)]).filter((part) => part.startsSheet)).toEqual([])
  })

  test('a dormitory that fills most of a sheet has its own', () => {
    const parts = layOnSheets([of(8), of(26)])
    expect(parts.map(({ dormitory, from, until, startsSheet }) => [dormitory, from, until, startsSheet])).toEqual([
      [0, 0, 8, false],
      [1, 0, 26, true],
    ])
  })

  test('one that does not fit below and is not that large begins below and goes on overleaf', () => {
    expect(layOnSheets([of(16), of(18)]).map((part) => [part.until - part.from, part.startsSheet])).toEqual([
      [16, false],
      [12, false],
      [6, true],
    ])
  })

  test('printed apart, each has sheets of its own', () => {
    expect(layOnSheets([of(2), of(2), of(2)], true).map((part) => part.startsSheet)).toEqual([false, true, true])
  })

  test('nobody is lost or told twice, no sheet overflows, no signature stands without women above it', () => {
    fc.assert(
      fc.property(dormitories, fc.boolean(), (given, apart) => {
        const parts = layOnSheets(given, apart)
        let used = 0
        for (const [index, { notes, lines }] of given.entries()) {
          const own = parts.filter((part) => part.dormitory === index)
          expect(own.flatMap(({ from, until }) => lines.slice(from, until))).toEqual(lines)
          const last = own.at(-1)
          expect((last?.until ?? 0) - (last?.from ?? 0)).toBeGreaterThanOrEqual(Math.min(3, lines.length))
          for (const part of own) {
            const rows = lines.slice(part.from, part.until).reduce((sum, each) => sum + each, 0)
            const signed = part === last ? HEIGHTS.signatures : 0
            const height = HEIGHTS.caption + HEIGHTS.head + notes * HEIGHTS.note + rows * HEIGHTS.row + signed
            used = part.startsSheet || part === parts[0] ? height : used + HEIGHTS.gap + height
            expect(used).toBeLessThanOrEqual(HEIGHTS.sheet)
          }
        }
      }),
    )
  })
})

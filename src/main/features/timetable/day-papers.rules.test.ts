import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTwoColumns } from './day-papers.rules'

test('both columns read downwards give every woman once and in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (women) => {
      const rows = inTwoColumns(women)
      const second = rows.map(([, right]) => right).filter((right) => right !== null)
      expect([...rows.map(([left]) => left), ...second]).toEqual(women)
      expect(rows.length - second.length).toBeLessThanOrEqual(1)
    }),
  )
})

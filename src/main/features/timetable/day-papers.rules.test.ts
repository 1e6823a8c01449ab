import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTwoColumns, shifted } from './day-papers.rules'

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

test('a pass holds for the walk before and after, within its day', () => {
  expect([shifted('09:00', -5), shifted('10:58', 5), shifted('00:03', -5), shifted('23:58', 5)]).toEqual([
    '08:55',
    '11:03',
    '00:00',
    '23:59',
  ])
})

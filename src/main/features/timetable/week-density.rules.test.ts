import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DENSITIES, densityFor, heightAt, LEAST_SIZE, shortCode, type RowToLay } from './week-density.rules'

const WIDTHS = { name: 56, day: 100 }
const entry = fc.record({
  title: fc.integer({ min: 3, max: 60 }),
  beside: fc.integer({ min: 0, max: 30 }),
  code: fc.constant(9),
  shortCode: fc.constant(5),
  why: fc.constantFrom(0, 0, 20),
})
const row = fc.record({
  name: fc.integer({ min: 0, max: 30 }),
  days: fc.array(fc.array(entry, { maxLength: 6 }), { minLength: 5, maxLength: 5 }),
})

test('no density is smaller than what is read at arm’s length', () => {
  for (const { size } of DENSITIES) expect(size).toBeGreaterThanOrEqual(LEAST_SIZE)
})

test('the roomiest density that fits is taken; a fuller week is never set more roomily', () => {
  const rank = (rows: readonly RowToLay[]): number => DENSITIES.indexOf(densityFor(rows, WIDTHS, 420))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), row, (rows, more) => {
      const at = rank(rows)
      for (const roomier of DENSITIES.slice(0, at)) expect(heightAt(rows, WIDTHS, roomier)).toBeGreaterThan(420)
      expect(rank([...rows, more])).toBeGreaterThanOrEqual(at)
    }),
  )
})

test('a short code is that of the workshop; any other text stays whole', () => {
  expect(['CL-20-26B', 'CL-20', 'Aula 1'].map(shortCode)).toEqual(['CL-20', 'CL-20', 'Aula 1'])
})

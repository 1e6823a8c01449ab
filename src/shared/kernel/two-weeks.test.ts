import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, mondayOf } from './civil-date'
import { isHeldInWeekOf, weekLetterOf, weekOf } from './two-weeks'

test.each([
  ['2026-10-31', 44, 'B'],
  ['2026-11-02', 45, 'A'],
  ['2026-01-01', 1, 'A'],
  ['2027-01-03', 53, 'A'],
  ['2027-01-04', 1, 'B'],
  ['2024-12-30', 1, 'A'],
])('%s lies in week %i %s', (day, number, letter) => expect(weekOf(day)).toEqual({ number, letter }))

const days = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays('2026-06-15', n))

test('A and B take turns across every year, also one of 53 weeks; a week has one letter', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(weekLetterOf(addDays(day, 7))).not.toBe(weekLetterOf(day))
      expect(weekLetterOf(addDays(day, 14))).toBe(weekLetterOf(day))
      expect(weekLetterOf(mondayOf(day))).toBe(weekLetterOf(day))
    }),
  )
})

test('every week holds what is held every week, and either what is of A or what is of B', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(isHeldInWeekOf('every', day)).toBe(true)
      expect(isHeldInWeekOf('A', day)).not.toBe(isHeldInWeekOf('B', day))
    }),
  )
})

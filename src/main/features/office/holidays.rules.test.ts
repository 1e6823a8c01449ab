import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekdayOf } from '../../../shared/kernel/civil-date'
import { customaryDays, easterOf, statutoryHolidays } from './holidays.rules'

/** Published years: Ley Federal del Trabajo art. 74 and the calendars that follow from it (docs/domain.md §6.1). */
const PUBLISHED: Readonly<Record<number, string>> = {
  2018: '01-01 02-05 03-19 05-01 09-16 11-19 12-01 12-25',
  2024: '01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25',
  2026: '01-01 02-02 03-16 05-01 09-16 11-16 12-25',
  2027: '01-01 02-01 03-15 05-01 09-16 11-15 12-25',
  2028: '01-01 02-07 03-20 05-01 09-16 11-20 12-25',
  2029: '01-01 02-05 03-19 05-01 09-16 11-19 12-25',
  2030: '01-01 02-04 03-18 05-01 09-16 10-01 11-18 12-25',
  2031: '01-01 02-03 03-17 05-01 09-16 11-17 12-25',
}

test.each(Object.entries(PUBLISHED))('the rest days of %s are those that the law gives', (year, days) => {
  expect(
    statutoryHolidays(Number(year))
      .map((holiday) => holiday.day.slice(5))
      .join(' '),
  ).toBe(days)
})

test('three civic days are Mondays in every year, the others stay where they fall', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2006, max: 2100 }), (year) => {
      const days = statutoryHolidays(year)
      const moved = days.filter((holiday) => holiday.of !== null)
      expect(moved.map((holiday) => weekdayOf(holiday.day))).toEqual([1, 1, 1])
      expect(days.map((holiday) => holiday.day)).toEqual(days.map((holiday) => holiday.day).toSorted())
      // 2006, 2012, 2018, 2024, 2030 …: every six years, before and after the decree.
      expect(days.length).toBe(year % 6 === 2 ? 8 : 7)
    }),
  )
})

test.each([
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2028, '2028-04-16'],
  [2038, '2038-04-25'],
])('Easter of %i is %s', (year, day) => {
  expect(easterOf(year)).toBe(day)
})

test('the customary days of a year are in order', () => {
  const days = customaryDays(2027).map((each) => each.day)
  expect(days).toEqual(days.toSorted())
  expect(days).toContain('2027-03-25')
})

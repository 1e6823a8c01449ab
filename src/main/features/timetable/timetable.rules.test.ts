import { describe, expect, test } from 'vitest'
import { bedOf, daysMeet, minuteOf, minuteOfWeek, timeOfMinute } from './timetable.rules'

describe('beds and dormitories', () => {
  test('a bed is a dormitory and a number', () => {
    expect(bedOf('F-11')).toEqual({ dormitory: 'F', bed: 11 })
    expect(bedOf('a 7')).toEqual({ dormitory: 'A', bed: 7 })
    expect(bedOf('Maternidad')).toEqual({ dormitory: 'MATERNIDAD', bed: null })
    expect(bedOf(null)).toEqual({ dormitory: '', bed: null })
  })
})

describe('scales of time', () => {
  test('a minute on either scale shows its clock time', () => {
    expect(timeOfMinute(minuteOf('2026-10-13', '16:05'))).toBe('16:05')
    expect(timeOfMinute(minuteOfWeek(7, '23:59'))).toBe('23:59')
  })
  test('two ranges of days meet if they share one', () => {
    const october = { from: '2026-10-01', until: '2026-10-31' }
    expect(daysMeet(october, { from: '2026-10-31', until: '2026-12-01' })).toBe(true)
    expect(daysMeet(october, { from: '2026-11-01', until: '2026-12-01' })).toBe(false)
  })
})

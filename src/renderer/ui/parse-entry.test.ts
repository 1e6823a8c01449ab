import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/kernel/civil-date'
import { parseDay, parseTime } from './parse-entry'

describe('a time typed in a hurry', () => {
  test.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['16.30', '16:30'],
    [' 16:30 h', '16:30'],
    ['7 05', '07:05'],
    ['1630hrs', '16:30'],
  ])('%s is %s', (typed, meant) => expect(parseTime(typed)).toBe(meant))

  test.each(['24:00', '1260', '9:5', 'nueve', '', '12:34:56'])('%s is no time', (typed) =>
    expect(parseTime(typed)).toBeUndefined(),
  )
})

describe('a day typed in a hurry', () => {
  const today = '2026-10-31'
  test.each([
    ['13/10/2026', '2026-10-13'],
    ['13-10', '2026-10-13'],
    ['131026', '2026-10-13'],
    ['13102026', '2026-10-13'],
    ['13 oct', '2026-10-13'],
    ['13 de Octubre de 2026', '2026-10-13'],
    ['mar 13 oct 2026', '2026-10-13'],
    ['3 ene 98', '1998-01-03'],
    ['2026-10-13', '2026-10-13'],
  ])('%s is %s', (typed, meant) => expect(parseDay(typed, today)).toBe(meant))

  test.each(['31/02/2026', '13', 'mañana', '13 xyz', '1/13/2026', ''])('%s is no day', (typed) =>
    expect(parseDay(typed, today)).toBeUndefined(),
  )

  test('every day reads back from the way the field writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 8000 }), (days) => {
        const day = addDays(today, days)
        const [year, month, date] = day.split('-')
        expect(parseDay(`${date ?? ''}/${month ?? ''}/${year ?? ''}`, today)).toBe(day)
      }),
    )
  })
})

import { expect, test } from 'vitest'
import { weekOf } from './two-weeks'

test.each([
  ['2026-10-31', 44, 'B'],
  ['2026-11-02', 45, 'A'],
  ['2026-01-01', 1, 'A'],
  ['2027-01-03', 53, 'A'],
  ['2027-01-04', 1, 'A'],
  ['2024-12-30', 1, 'A'],
])('%s lies in week %i %s', (day, number, letter) => expect(weekOf(day)).toEqual({ number, letter }))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StatedActivity } from '../../../shared/contract/statements.contract'
import { correctionsOf, figuresText, hoursOf, minutesOfAll } from './statements.rules'

const row = (change: Partial<StatedActivity> = {}): StatedActivity => ({
  editionId: 'e1',
  title: 'Bordado a mano',
  from: '2026-09-01',
  until: null,
  minutes: 600,
  plannedHours: 40,
  attended: 5,
  counted: 6,
  evaluation: null,
  folio: null,
  ...change,
})

test('a mark that changed later is told with what was said and what is', () => {
  expect(correctionsOf([row()], [row({ minutes: 720, attended: 6 })])).toEqual([
    { title: 'Bordado a mano', was: '10 h, 5/6', is: '12 h, 6/6' },
  ])
  expect(correctionsOf([row()], [])).toMatchObject([{ is: '—' }])
  expect(correctionsOf([], [row()])).toMatchObject([{ was: '—' }])
})

test('a result or a certificate that came later corrects nothing', () => {
  expect(correctionsOf([row()], [row({ evaluation: 'A', folio: '2026-X', until: '2026-10-30' })])).toEqual([])
})

test('hours tell their minutes', () => {
  expect([0, 60, 90, 605].map(hoursOf)).toEqual(['0', '1', '1:30', '10:05'])
  expect(minutesOfAll([row(), row({ minutes: 30 })])).toBe(630)
})

test('law: what agrees with itself needs no correction, and each figure is in the text that is hashed', () => {
  const rows = fc.array(
    fc.record({ minutes: fc.nat(5000), attended: fc.nat(40), counted: fc.nat(40) }).map((each) => row(each)),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(rows, fc.nat(5000), (some, minutes) => {
      const told = some.map((each, index) => ({ ...each, editionId: String(index) }))
      expect(correctionsOf(told, told)).toEqual([])
      const [first, ...rest] = told
      if (first && first.minutes !== minutes)
        expect(figuresText([{ ...first, minutes }, ...rest])).not.toBe(figuresText(told))
    }),
  )
})

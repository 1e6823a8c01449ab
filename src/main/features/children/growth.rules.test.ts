import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandAt } from '../../../shared/contract/growth-standards'
import { ageInMonths, monthsOn, oddities, type Measured } from './growth.rules'

const at = (day: string, over: Partial<Measured> = {}): Measured => ({
  ...{ day, weightG: null, heightMm: null, headMm: null },
  ...over,
})
const girl = { months: 12, sex: 'M' } as const
const codes = (...args: Parameters<typeof oddities>) => oddities(...args).map(({ code }) => code)

describe('the reference bands', () => {
  // Published by the WHO in kilograms and centimetres, two standard deviations apart.
  test.each([
    ['weight', 'H', 12, [7.7, 9.6, 12.0], 1000],
    ['weight', 'M', 0, [2.4, 3.2, 4.2], 1000],
    ['height', 'M', 36, [87.4, 95.1, 102.7], 10],
    ['height', 'H', 0, [46.1, 49.9, 53.7], 10],
    ['head', 'H', 6, [40.9, 43.3, 45.8], 10],
    ['head', 'M', 24, [44.4, 47.2, 50.0], 10],
  ] as const)('%s of %s at %i months are as published', (measure, sex, month, published, unit) => {
    expect(bandAt(measure, sex, month)?.map((value) => Math.round((value / unit) * 10) / 10)).toEqual(published)
  })

  test('end at five years, and grow from low to high', () => {
    expect(bandAt('weight', 'M', 61)).toBeUndefined()
    for (let month = 0; month <= 60; month++)
      for (const measure of ['weight', 'height', 'head'] as const) {
        const [low, middle, high] = bandAt(measure, 'H', month) ?? [0, 0, 0]
        expect(low < middle && middle < high).toBe(true)
      }
  })
})

describe('what is asked about', () => {
  const before = [at('2026-09-01', { weightG: 9_000, heightMm: 740, headMm: 450 })]
  test('nothing, where a child grew as children do', () => {
    expect(codes(at('2026-10-01', { weightG: 9_300, heightMm: 752, headMm: 453 }), before, girl)).toEqual([])
  })
  test('a weight that falls by a fifth', () => {
    const [odd] = oddities(at('2026-10-01', { weightG: 7_200 }), before, girl)
    expect(odd).toEqual({
      code: 'odd-weight-change',
      field: 'weightG',
      facts: { before: '9.00', now: '7.20', day: '2026-09-01' },
    })
    expect(codes(at('2026-10-01', { weightG: 7_210 }), before, girl)).toEqual([])
  })
  test('a weight that doubles within weeks, not one that doubles within a year', () => {
    const small = [at('2026-09-01', { weightG: 4_800 })]
    expect(codes(at('2026-10-01', { weightG: 9_600 }), small, girl)).toEqual(['odd-weight-change'])
    expect(codes(at('2027-08-01', { weightG: 9_600 }), small, girl)).toEqual([])
  })
  test('a child who shrinks, or whose head does', () => {
    expect(codes(at('2026-10-01', { heightMm: 719, headMm: 439 }), before, girl)).toEqual([
      'odd-height-change',
      'odd-head-change',
    ])
  })
  test.each([
    ['metres typed as centimetres', { heightMm: 7 }, 'odd-height'],
    ['centimetres typed as metres', { heightMm: 7_500 }, 'odd-height'],
    ['kilograms typed as grams', { weightG: 9 }, 'odd-weight'],
    ['the height in the field of the head', { headMm: 750 }, 'odd-head'],
  ])('%s, at a known age and at an unknown one', (_what, over, code) => {
    expect(codes(at('2026-10-01', over), [], girl)).toEqual([code])
    expect(codes(at('2026-10-01', over), [], { months: null, sex: null })).toEqual([code])
  })
  test('only what was measured before the day is compared', () => {
    expect(codes(at('2026-08-01', { weightG: 6_000 }), before, girl)).toEqual([])
  })
})

test('ages are whole months for words and one decimal for the picture, and none before birth', () => {
  expect([monthsOn('2025-01-31', '2025-02-28'), ageInMonths('2025-01-31', '2025-02-28')]).toEqual([0, 0.9])
  expect([monthsOn('2025-01-31', '2025-01-30'), ageInMonths(null, '2025-01-30')]).toEqual([null, null])
})

test('law: asks of each measure at most once, and nothing of what was not measured', () => {
  const value = fc.option(fc.integer({ min: 1, max: 50_000 }))
  const measured = fc
    .record({ days: fc.nat(700), weightG: value, heightMm: value, headMm: value })
    .map(({ days, ...rest }) => ({ day: new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10), ...rest }))
  const months = fc.option(fc.nat(80))
  fc.assert(
    fc.property(measured, fc.array(measured, { maxLength: 5 }), months, (now, others, age) => {
      const fields = oddities(now, others, { months: age, sex: 'H' }).map(({ field }) => field)
      expect(new Set(fields).size).toBe(fields.length)
      for (const field of fields) expect(now[field as 'weightG']).not.toBeNull()
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EDI_GROUPS, LIGHTS, SCREENED } from '../../../shared/contract/child-development'
import { addDays, addMonths, wholeMonthsBetween } from '../../../shared/kernel/civil-date'
import {
  correctedMonths,
  ediGroupOf,
  overallOf,
  promptsOf,
  screeningFault,
  type ScreeningFacts,
} from './screening.rules'

const BIRTH = '2024-01-10'
const AFTER = { retestDays: 90, answerDays: 30 }
const term = { birthDate: BIRTH, weeks: null }
const made = (over: Partial<ScreeningFacts> = {}): ScreeningFacts => ({
  ...{ id: 's1', instrument: 'EDI', day: '2026-02-01', ageGroup: 11, overall: 'green', referral: null },
  ...over,
})

describe('the light of the whole', () => {
  test('is the worst of all, and alarm alone makes it red', () => {
    expect(overallOf(['green', 'yellow', 'green'])).toBe('yellow')
    expect(overallOf(['green', 'green', 'red'])).toBe('red')
    expect(overallOf(['green'])).toBe('green')
  })
  test('an area twice, and a light that its axis does not have, are faults', () => {
    const all = SCREENED.map((area) => ({ area, light: 'green' as const }))
    expect(screeningFault(all)).toBeUndefined()
    expect(screeningFault([...all, { area: 'language', light: 'green' }])?.code).toBe('area-twice')
    expect(screeningFault([{ area: 'alarm', light: 'yellow' }])).toEqual({ code: 'light-not-of-axis', area: 'alarm' })
    expect(screeningFault([{ area: 'risk', light: 'red' }])?.code).toBe('light-not-of-axis')
  })
  test('law: no better than any of its parts, and equal to one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LIGHTS), { minLength: 1 }), (lights) => {
        const overall = overallOf(lights)
        expect(lights).toContain(overall)
        for (const light of lights) expect(LIGHTS.indexOf(overall)).toBeGreaterThanOrEqual(LIGHTS.indexOf(light))
      }),
    )
  })
})

describe('age groups', () => {
  test('are fourteen, without gap from one month to five years', () => {
    expect(EDI_GROUPS).toHaveLength(14)
    for (let month = 1; month < 60; month++) expect(ediGroupOf(month)).toBeGreaterThan(0)
    expect([ediGroupOf(null), ediGroupOf(0), ediGroupOf(60)]).toEqual([undefined, undefined, undefined])
    expect([ediGroupOf(1), ediGroupOf(6), ediGroupOf(24), ediGroupOf(36), ediGroupOf(59)]).toEqual([1, 5, 10, 12, 14])
  })
  test('a child born at 33 weeks is counted seven weeks younger, until two years', () => {
    expect(correctedMonths('2026-01-10', 33, '2026-06-10')).toBe(3)
    expect(correctedMonths('2026-01-10', 37, '2026-06-10')).toBeNull()
    expect(correctedMonths('2026-01-10', null, '2026-06-10')).toBeNull()
    expect(correctedMonths('2024-01-10', 33, '2026-01-10')).toBeNull()
    expect(correctedMonths(null, 33, '2026-01-10')).toBeNull()
  })
})

describe('what is next', () => {
  const kinds = (screenings: readonly ScreeningFacts[], today = '2026-02-15') =>
    promptsOf(term, screenings, today, AFTER).map(({ kind, dueOn }) => [kind, dueOn])

  test('once in each age group, by its last day', () => {
    expect(promptsOf(term, [], '2026-02-15', AFTER)).toEqual([
      { kind: 'group', group: 11, dueOn: '2026-08-09', screeningId: null },
    ])
    expect(kinds([made()])).toEqual([])
    expect(kinds([made()], '2026-08-10')).toEqual([['group', '2027-02-09']])
  })
  test('a screening with the other instrument in the same stretch counts; an older one does not', () => {
    expect(kinds([made({ instrument: 'ASQ-3', ageGroup: 24, day: '2026-02-12' })])).toEqual([])
    expect(kinds([made({ instrument: 'ASQ-3', ageGroup: 20, day: '2025-10-01' })])).toEqual([['group', '2026-08-09']])
  })
  test('yellow: again after three months; not if another came since', () => {
    expect(kinds([made({ overall: 'yellow' })])).toEqual([['retest', '2026-05-02']])
    expect(kinds([made({ overall: 'yellow' }), made({ id: 's2', day: '2026-02-10' })])).toEqual([])
  })
  test('red: a referral at once, and then an answer', () => {
    expect(kinds([made({ overall: 'red' })])).toEqual([['refer', '2026-02-01']])
    const referral = { on: '2026-02-03', answeredOn: null }
    expect(kinds([made({ overall: 'red', referral })])).toEqual([['answer', '2026-03-05']])
    expect(kinds([made({ overall: 'red', referral: { ...referral, answeredOn: '2026-02-20' } })])).toEqual([])
  })
  test('nothing by age without a birth date', () => {
    expect(promptsOf({ birthDate: null, weeks: null }, [], '2026-02-15', AFTER)).toEqual([])
  })

  test('law: asked once per group: whoever does what is asked is not asked again in that group', () => {
    fc.assert(
      fc.property(fc.nat(1900), fc.option(fc.integer({ min: 24, max: 41 })), (days, weeks) => {
        const child = { birthDate: BIRTH, weeks }
        const today = addDays(BIRTH, days)
        const asked = promptsOf(child, [], today, AFTER).find(({ kind }) => kind === 'group')
        fc.pre(asked !== undefined)
        const then = made({ day: today, ageGroup: asked.group ?? 0 })
        expect(promptsOf(child, [then], today, AFTER)).toEqual([])
        expect(asked.dueOn >= today).toBe(true)
        expect(wholeMonthsBetween(BIRTH, today)).toBeLessThan(63)
        expect(addMonths(BIRTH, 63) > today).toBe(true)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WAIVABLE } from '../../../shared/contract/decisions.contract'
import { canStillReach, decideCertificate, mayStillMiss, type CertificateFacts } from './decision.rules'

const DAY = '2026-10-31'
const facts = (overrides: Partial<CertificateFacts> = {}): CertificateFacts => ({
  endsOn: DAY,
  minRatePercent: 75,
  minHours: null,
  attended: 9,
  counted: 12,
  minutes: 18 * 60,
  evaluation: 'A',
  asksModules: false,
  asksPractical: false,
  asksTools: false,
  modules: 0,
  modulesPassed: 0,
  practical: null,
  openTools: 0,
  waives: [],
  ...overrides,
})

describe('a certificate is earned', () => {
  test('at exactly the minimum, on the very day the edition ends', () => {
    expect(decideCertificate(facts(), DAY)).toMatchObject({ decided: true, earned: true, missing: [], waived: [] })
  })
  test('never below the minimum, and the figures say how far', () => {
    expect(decideCertificate(facts({ attended: 8 }), DAY).missing).toEqual([
      { code: 'rate-below-minimum', attended: 8, counted: 12, minRatePercent: 75 },
    ])
  })
  test('at exactly the hours the workshop asks for, and not a minute below', () => {
    expect(decideCertificate(facts({ minHours: 18 }), DAY).earned).toBe(true)
    expect(decideCertificate(facts({ minHours: 18, minutes: 18 * 60 - 1 }), DAY).missing).toEqual([
      { code: 'hours-below-minimum', hours: 17, minHours: 18 },
    ])
  })
  test('only when evaluated and passed', () => {
    expect(decideCertificate(facts({ evaluation: null }), DAY)).toMatchObject({ decided: false, earned: false })
    expect(decideCertificate(facts({ evaluation: 'NA' }), DAY).missing).toEqual([{ code: 'not-passed' }])
    expect(decideCertificate(facts({ evaluation: 'NP' }), DAY).missing).toEqual([{ code: 'did-not-sit' }])
  })
  test('not before the edition ends', () => {
    expect(decideCertificate(facts({ endsOn: '2026-11-01' }), DAY)).toMatchObject({
      decided: false,
      missing: [{ code: 'not-ended', endsOn: '2026-11-01' }],
    })
  })
  test('not by who never came, even where the minimum is 0 %', () => {
    expect(decideCertificate(facts({ attended: 0, counted: 0, minRatePercent: 0 }), DAY).missing).toEqual([
      { code: 'no-attendance' },
    ])
  })
  test('by the exact fraction, whatever the figures, and never lost by coming once more', () => {
    const figures = fc.tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 100 }),
    )
    fc.assert(
      fc.property(figures, ([counted, some, minRatePercent]) => {
        const attended = Math.min(some, counted)
        const decide = (a: number, c: number) =>
          decideCertificate(facts({ attended: a, counted: c, minRatePercent }), DAY)
        const exact = BigInt(attended) * 100n >= BigInt(minRatePercent) * BigInt(counted)
        expect(decide(attended, counted).earned).toBe(exact)
        if (exact) expect(decide(attended + 1, counted + 1).earned).toBe(true)
      }),
    )
  })
})

describe('what else a rule asks', () => {
  const strict = { asksModules: true, asksPractical: true, asksTools: true }
  test('nothing unless it says so', () => {
    const poor = facts({ modules: 4, modulesPassed: 0, practical: 'NA', openTools: 2 })
    expect(decideCertificate(poor, DAY).earned).toBe(true)
    expect(decideCertificate(poor, DAY).criteria.map((each) => each.about)).toEqual(['end', 'rate', 'evaluation'])
  })
  test('every module, the practical assessment, and no tool missing', () => {
    expect(decideCertificate(facts({ ...strict, modules: 4, modulesPassed: 3, openTools: 2 }), DAY).missing).toEqual([
      { code: 'modules-missing', passed: 3, modules: 4 },
      { code: 'practical-missing' },
      { code: 'tools-open', count: 2 },
    ])
    expect(decideCertificate(facts({ ...strict, practical: 'NA' }), DAY).missing).toEqual([
      { code: 'practical-not-passed' },
    ])
    const whole = facts({ ...strict, modules: 4, modulesPassed: 4, practical: 'A' })
    expect(decideCertificate(whole, DAY)).toMatchObject({ earned: true, missing: [] })
    expect(decideCertificate(whole, DAY).criteria).toHaveLength(6)
  })
  test('a plan without modules has none to pass', () =>
    expect(decideCertificate(facts({ asksModules: true }), DAY).earned).toBe(true))
})

describe('what the director let pass', () => {
  test('is told apart, and only that', () => {
    const low = facts({ attended: 8, minHours: 20, waives: ['rate-below-minimum'] })
    expect(decideCertificate(low, DAY)).toMatchObject({
      earned: false,
      missing: [{ code: 'hours-below-minimum' }],
      waived: [{ code: 'rate-below-minimum', attended: 8 }],
    })
    expect(decideCertificate({ ...low, minHours: null }, DAY).earned).toBe(true)
  })
  test('can never be that she did not pass, never came, or that the group still runs', () => {
    const all = ['not-ended', 'no-attendance', 'not-evaluated', 'not-passed', 'did-not-sit', ...WAIVABLE]
    const cases = [
      { evaluation: 'NA' },
      { evaluation: 'NP' },
      { evaluation: null },
      { counted: 0, attended: 0 },
    ] as const
    for (const change of [...cases, { endsOn: '2026-11-01' }])
      expect(decideCertificate(facts({ ...change, waives: all }), DAY).earned).toBe(false)
  })

  const anyFacts = fc.record({
    attended: fc.integer({ min: 0, max: 20 }),
    minutes: fc.integer({ min: 0, max: 3000 }),
    minHours: fc.option(fc.integer({ min: 1, max: 40 })),
    asksModules: fc.boolean(),
    asksPractical: fc.boolean(),
    asksTools: fc.boolean(),
    modulesPassed: fc.integer({ min: 0, max: 5 }),
    practical: fc.constantFrom('A' as const, 'NA' as const, null),
    evaluation: fc.constantFrom('A' as const, 'NA' as const, 'NP' as const, null),
    openTools: fc.integer({ min: 0, max: 2 }),
    waives: fc.subarray([...WAIVABLE]),
  })
  test('law: every criterion is met, missing or let pass, once; earned is exactly nothing missing', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const decision = decideCertificate(facts({ ...some, counted: 20, modules: 5 }), DAY)
        const told = decision.criteria.filter((each) => each.missing !== null)
        expect(decision.missing.length + decision.waived.length).toBe(told.length)
        expect(decision.earned).toBe(decision.missing.length === 0)
        for (const each of decision.waived) expect(some.waives).toContain(each.code)
      }),
    )
  })
  test('law: letting more pass never takes a certificate away', () => {
    fc.assert(
      fc.property(anyFacts, (some) => {
        const less = decideCertificate(facts({ ...some, counted: 20, modules: 5 }), DAY)
        const more = decideCertificate(facts({ ...some, counted: 20, modules: 5, waives: [...WAIVABLE] }), DAY)
        if (less.earned) expect(more.earned).toBe(true)
      }),
    )
  })
})

describe('whether the minimum can still be reached', () => {
  const low = { attended: 2, counted: 6, minutes: 240, minRatePercent: 75, minHours: null }
  test('by coming to all that is left, exactly', () => {
    expect(canStillReach(low, { planned: 16, ahead: 10, minutesAhead: 1200 })).toBe(true)
    expect(canStillReach(low, { planned: 15, ahead: 9, minutesAhead: 1080 })).toBe(false)
    expect(canStillReach({ ...low, minHours: 25 }, { planned: 16, ahead: 10, minutesAhead: 1200 })).toBe(false)
  })
  test('law: she may still miss that many and no more', () => {
    const figures = fc.record({
      attended: fc.integer({ min: 0, max: 30 }),
      missed: fc.integer({ min: 0, max: 30 }),
      ahead: fc.integer({ min: 0, max: 30 }),
      minRatePercent: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(figures, ({ attended, missed, ahead, minRatePercent }) => {
        const counted = attended + missed
        const her = { attended, counted, minRatePercent }
        const spare = mayStillMiss(her, { planned: counted + ahead, ahead, minutesAhead: 0 })
        const after = (miss: number) => (attended + ahead - miss) * 100 >= minRatePercent * (counted + ahead)
        if (spare === null) expect(counted + ahead === 0 || !after(0)).toBe(true)
        else {
          expect(after(spare)).toBe(true)
          if (spare < ahead) expect(after(spare + 1)).toBe(false)
        }
      }),
    )
  })
})

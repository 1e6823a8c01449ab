import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SETTING_DEFAULTS } from '../../../shared/contract/settings'
import { POINT_KINDS } from '../../../shared/contract/waits.contract'
import {
  compareStanding,
  monthsUntil,
  passedOver,
  pointsOf,
  whyBefore,
  type PointFacts,
  type Standing,
} from './points.rules'

const nothing: PointFacts = {
  waitingDays: 0,
  neverServed: false,
  monthsToRelease: null,
  childInside: false,
  refusals: 0,
  wantsTrade: false,
}
const weights = SETTING_DEFAULTS.points

const aFact = fc.record<PointFacts>({
  waitingDays: fc.nat(2000),
  neverServed: fc.boolean(),
  monthsToRelease: fc.option(fc.nat(400)),
  childInside: fc.boolean(),
  refusals: fc.nat(9),
  wantsTrade: fc.boolean(),
})
const aWeight = fc.nat(100)
const someWeights = fc.record({
  waitingWeek: aWeight,
  neverServed: aWeight,
  releaseMonth: aWeight,
  childInside: aWeight,
  refusal: aWeight,
  wantsTrade: aWeight,
})
const aStanding = fc
  .record({
    ahead: fc.boolean(),
    facts: aFact,
    requestedOn: fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`),
    fileNumber: fc.nat(9).map(String),
  })
  .map(({ facts, ...rest }): Standing => ({ ...rest, points: pointsOf(facts, weights) }))
const aList = fc.uniqueArray(aStanding, { selector: (each) => each.fileNumber, maxLength: 10 })
const inOrder = (list: readonly Standing[]) => [...list].sort(compareStanding)

describe('points', () => {
  test('count whole weeks, and months to release only below twelve', () => {
    expect(pointsOf({ ...nothing, waitingDays: 6 }, weights).sum).toBe(0)
    expect(pointsOf({ ...nothing, waitingDays: 20 }, weights).lines).toEqual([
      { kind: 'waitingWeek', count: 2, points: 2 },
    ])
    expect(pointsOf({ ...nothing, monthsToRelease: 12 }, weights).sum).toBe(0)
    expect(pointsOf({ ...nothing, monthsToRelease: 2 }, weights).sum).toBe(10)
    expect(pointsOf({ ...nothing, monthsToRelease: 0 }, weights).sum).toBe(12)
  })

  test('are the sum of the lines that anybody may read', () => {
    fc.assert(
      fc.property(aFact, someWeights, (facts, some) => {
        const { sum, lines } = pointsOf(facts, some)
        expect(sum).toBe(lines.reduce((all, line) => all + line.points, 0))
        for (const line of lines) expect(line.points).toBe(line.count * some[line.kind])
      }),
    )
  })

  const more: Readonly<Record<string, (facts: PointFacts) => PointFacts>> = {
    'a longer wait': (facts) => ({ ...facts, waitingDays: facts.waitingDays + 7 }),
    'never having had a place': (facts) => ({ ...facts, neverServed: true }),
    'a nearer release': (facts) => ({ ...facts, monthsToRelease: Math.max(0, (facts.monthsToRelease ?? 400) - 1) }),
    'a child inside': (facts) => ({ ...facts, childInside: true }),
    'another refusal of ours': (facts) => ({ ...facts, refusals: facts.refusals + 1 }),
    'a trade she wants': (facts) => ({ ...facts, wantsTrade: true }),
  }
  test.each(Object.keys(more))('never fall by %s', (name) => {
    fc.assert(
      fc.property(aFact, someWeights, (facts, some) => {
        const change = more[name] ?? ((same) => same)
        expect(pointsOf(change(facts), some).sum).toBeGreaterThanOrEqual(pointsOf(facts, some).sum)
      }),
    )
  })

  test('each weight is heard', () => {
    const all = {
      waitingDays: 7,
      neverServed: true,
      monthsToRelease: 11,
      childInside: true,
      refusals: 1,
      wantsTrade: true,
    }
    expect(pointsOf(all, weights).lines.map((line) => line.kind)).toEqual([...POINT_KINDS])
  })

  test('months are counted by the month alone, and never below none', () => {
    expect(monthsUntil('2027-01', '2026-10-31')).toBe(3)
    expect(monthsUntil('2026-10', '2026-10-01')).toBe(0)
    expect(monthsUntil('2026-01', '2026-10-01')).toBe(0)
    expect(monthsUntil(null, '2026-10-01')).toBeNull()
  })
})

describe('the order', () => {
  test('is total: of two women one always stands first', () => {
    fc.assert(
      fc.property(aStanding, aStanding, aStanding, (a, b, c) => {
        expect(Math.sign(compareStanding(a, b))).toBe(-Math.sign(compareStanding(b, a)) + 0)
        if (compareStanding(a, b) === 0) expect(a.fileNumber).toBe(b.fileNumber)
        if (compareStanding(a, b) <= 0 && compareStanding(b, c) <= 0)
          expect(compareStanding(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('does not depend on how the rows came', () => {
    fc.assert(
      fc.property(
        aList.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(inOrder(shuffled)).toEqual(inOrder(list))
        },
      ),
    )
  })

  test('more points never put a woman further back', () => {
    fc.assert(
      fc.property(aList, aFact, (list, facts) => {
        const [hers, ...others] = list
        if (!hers) return
        const rank = (standing: Standing) => inOrder([standing, ...others]).indexOf(standing)
        const raised = { ...hers, points: { ...hers.points, sum: hers.points.sum + pointsOf(facts, weights).sum } }
        expect(rank(raised)).toBeLessThanOrEqual(rank(hers))
      }),
    )
  })
})

describe('why one stands before another', () => {
  const standing = (facts: Partial<PointFacts>, over: Partial<Standing> = {}): Standing => ({
    ahead: false,
    points: pointsOf({ ...nothing, ...facts }, weights),
    requestedOn: '2026-10-01',
    fileNumber: 'A',
    ...over,
  })

  test('names what differs, the most telling first, and what speaks for the other last', () => {
    const first = standing({ neverServed: true, waitingDays: 70 })
    const second = standing({ childInside: true, waitingDays: 56 })
    expect(whyBefore(first, second)).toEqual({
      by: 'points',
      lines: [
        { kind: 'neverServed', difference: 10 },
        { kind: 'waitingWeek', difference: 2 },
        { kind: 'childInside', difference: -5 },
      ],
    })
  })

  test('says what broke a tie', () => {
    expect(whyBefore(standing({}), standing({}, { requestedOn: '2026-10-02' })).by).toBe('requestedOn')
    expect(whyBefore(standing({}), standing({}, { fileNumber: 'B' })).by).toBe('fileNumber')
    expect(whyBefore(standing({}, { ahead: true }), standing({ refusals: 9 })).by).toBe('ahead')
  })

  test('always agrees with the order: the lines add up to what decides', () => {
    fc.assert(
      fc.property(aStanding, aStanding, (a, b) => {
        const { by, lines } = whyBefore(a, b)
        const sum = lines.reduce((all, line) => all + line.difference, 0)
        expect(sum).toBe(a.points.sum - b.points.sum)
        if (by === 'points') expect(Math.sign(sum)).toBe(-Math.sign(compareStanding(a, b)))
      }),
    )
  })
})

describe('who is passed over', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const passed = (...chosen: string[]) => passedOver(rows, new Set(chosen)).map((row) => row.id)

  test('are those before the last chosen who were not chosen', () => {
    expect(passed('a')).toEqual([])
    expect(passed('a', 'b')).toEqual([])
    expect(passed('c')).toEqual(['a', 'b'])
    expect(passed('a', 'd')).toEqual(['b', 'c'])
    expect(passed('nobody')).toEqual([])
  })
})

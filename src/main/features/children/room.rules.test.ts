import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLeftIn, isOnDuty, overlap, ratioOf, stillExpected } from './room.rules'

const RULE = { under12: 3, under36: 6, older: 10 }
const ages = fc.array(fc.option(fc.nat(70)), { maxLength: 30 })

describe('enough adults', () => {
  test.each([
    [[], 0],
    [[5], 1],
    [[5, 5, 5], 1],
    [[5, 5, 5, 5], 2],
    [[5, 20, 20, 20], 1],
    [[5, 5, 20, 20, 20], 2],
    [[null, null, null, 40], 2],
  ])('%j need %i', (months, needed) => expect(ratioOf(months, 0, RULE).needed).toBe(needed))

  test('says how many of which age there are, and an unknown age is the youngest', () => {
    expect(ratioOf([null, 11, 12, 35, 36], 2, RULE)).toEqual({
      ...{ children: 5, adults: 2, needed: 2, enough: true },
      ...{ under12: 2, under36: 2, older: 1, rule: RULE },
    })
  })

  test('law: one child more never needs fewer adults, an older child never more, an adult more never spoils it', () => {
    fc.assert(
      fc.property(ages, fc.option(fc.nat(70)), fc.nat(12), (months, more, adults) => {
        const now = ratioOf(months, adults, RULE)
        const then = ratioOf([...months, more], adults, RULE)
        expect(then.needed).toBeGreaterThanOrEqual(now.needed)
        expect(ratioOf([...months, 60], adults, RULE).needed).toBeLessThanOrEqual(then.needed)
        if (now.enough) expect(ratioOf(months, adults + 1, RULE).enough).toBe(true)
        expect(now.needed === 0).toBe(months.length === 0)
      }),
    )
  })
})

test('on duty from the first minute until before the last', () => {
  const duty = { fromAt: '09:00', untilAt: '13:00' }
  expect(['08:59', '09:00', '12:59', '13:00'].map((time) => isOnDuty(duty, time))).toEqual([false, true, true, false])
  expect(isOnDuty({ fromAt: '09:00', untilAt: null }, '23:00')).toBe(true)
})

test('a child is in once: stays that touch do not overlap, one still open lasts', () => {
  const stay = { inAt: '09:00', outAt: '11:00' }
  expect(overlap(stay, { inAt: '11:00', outAt: '12:00' })).toBe(false)
  expect(overlap(stay, { inAt: '10:59', outAt: null })).toBe(true)
  expect(overlap({ inAt: '09:00', outAt: null }, { inAt: '17:00', outAt: '18:00' })).toBe(true)
  expect(overlap({ inAt: '09:00', outAt: null }, { inAt: '08:00', outAt: '09:00' })).toBe(false)
})

describe('nobody left in', () => {
  const now = (time: string) => ({ today: '2026-10-20', time })
  const stay = { day: '2026-10-20', inAt: '09:00' }
  test('past the last session with childcare, or in since another day', () => {
    expect(isLeftIn(stay, now('11:59'), '12:00')).toBe(false)
    expect(isLeftIn(stay, now('12:00'), '12:00')).toBe(true)
    expect(isLeftIn({ ...stay, day: '2026-10-19' }, now('00:01'), '12:00')).toBe(true)
  })
  test('who came after the last session, or on a day without one, may stay until the room closes', () => {
    expect(isLeftIn({ ...stay, inAt: '15:00' }, now('15:01'), '12:00')).toBe(false)
    expect(isLeftIn({ ...stay, inAt: '15:00' }, now('19:00'), '12:00')).toBe(true)
    expect(isLeftIn(stay, now('18:59'), null)).toBe(false)
  })
})

describe('who is expected', () => {
  const session = (from: string, until: string, childId = 'c1') => ({ childId, from, until })
  test('sessions that follow on one another are one stay', () => {
    expect(
      stillExpected([session('11:00', '13:00'), session('09:00', '11:00'), session('15:00', '16:00')], []),
    ).toEqual([session('09:00', '13:00'), session('15:00', '16:00')])
  })
  test('not who is in, or was in during it; a stay before it does not count', () => {
    const expected = [session('09:00', '11:00'), session('09:00', '11:00', 'c2'), session('09:00', '11:00', 'c3')]
    const stays = [
      { childId: 'c1', inAt: '08:50', outAt: null },
      { childId: 'c2', inAt: '09:10', outAt: '10:00' },
      { childId: 'c3', inAt: '07:00', outAt: '08:00' },
    ]
    expect(stillExpected(expected, stays)).toEqual([session('09:00', '11:00', 'c3')])
  })
})

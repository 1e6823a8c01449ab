import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bySql, naively, pairName, someUses, someWalks } from '../../../../tests/factories/clash-weeks'
import { NO_WALK, walksOf, type Use } from './clash-use.rules'
import { clashesWith, findClashes } from './clash.rules'
import { verdictOn } from './clash-verdict.rules'

const aUse = (thing: string, from: number, until: number, more: Partial<Use> = {}): Use => ({
  kind: 'room',
  resource: 'aula-1',
  thing,
  from,
  until,
  cancelled: false,
  place: 'aula-1',
  rank: 9,
  ...more,
})
const named = (uses: readonly Use[], walks = NO_WALK): string[] =>
  findClashes(uses, walks)
    .map(({ a, b, level }) => pairName(a, b, level))
    .sort()
const whys = (uses: readonly Use[], walks = NO_WALK) =>
  findClashes(uses, walks).map(({ level, why, from, until, asks, has }) => [level, why, from, until, asks, has])

describe('one thing at a time', () => {
  test('the part that two share is the clash, and both are named', () => {
    expect(findClashes([aUse('alfabetización', 660, 780), aUse('ansiedad', 600, 720)])).toMatchObject([
      { a: { thing: 'ansiedad' }, b: { thing: 'alfabetización' }, from: 660, until: 720, level: 'block' },
    ])
  })
  test('touching is no clash, nor is another room, nor a cancelled session', () => {
    expect(named([aUse('a', 0, 60), aUse('b', 60, 120)])).toEqual([])
    expect(named([aUse('a', 0, 60), aUse('b', 0, 60, { resource: 'aula-2' })])).toEqual([])
    expect(named([aUse('a', 0, 60), aUse('b', 0, 60, { kind: 'instructor' })])).toEqual([])
    expect(named([aUse('a', 0, 60), aUse('b', 0, 60, { cancelled: true })])).toEqual([])
  })
  test('three at once are three clashes; a session never clashes with itself', () => {
    expect(named([aUse('a', 0, 60), aUse('b', 10, 50), aUse('c', 20, 90)])).toHaveLength(3)
    expect(named([aUse('a', 0, 60), aUse('a', 10, 50)])).toEqual([])
  })
  test('many appointments may share a room, but none shares it with a session', () => {
    const errand = { nature: 'errand', rank: 4 } as const
    expect(named([aUse('a', 0, 60, errand), aUse('b', 0, 60, errand)])).toEqual([])
    expect(whys([aUse('a', 0, 60, errand), aUse('b', 0, 60)])).toEqual([['block', 'same-time', 0, 60, null, null]])
  })
})

describe('a woman', () => {
  const her = { kind: 'woman', resource: 'Xóchitl' } as const
  test('twice at once is a block; what weighs less gives way', () => {
    expect(whys([aUse('a', 0, 60, her), aUse('b', 30, 90, her)])[0]?.slice(0, 2)).toEqual(['block', 'same-time'])
    const court = aUse('juzgado', 30, 90, { ...her, rank: 1 })
    expect(whys([aUse('a', 0, 60, her), court])[0]?.slice(0, 2)).toEqual(['warn', 'gives-way'])
  })
  test('has to walk from one place to the next, and not within one', () => {
    const walks = walksOf(5, [{ a: 'aula-1', b: 'taller', minutes: 12 }])
    const next = (at: number, place: string) => [aUse('a', 0, 60, her), aUse('b', at, 120, { ...her, place })]
    expect(whys(next(60, 'aula-1'), walks)).toEqual([])
    expect(whys(next(60, 'aula-2'), walks)).toEqual([['warn', 'walk', 60, 60, 5, 0]])
    expect(whys(next(65, 'aula-2'), walks)).toEqual([])
    expect(whys(next(71, 'taller'), walks)).toEqual([['warn', 'walk', 60, 71, 12, 11]])
    expect(whys(next(72, 'taller'), walks)).toEqual([])
  })
  test('with something whose end nobody knows is asked, not forbidden', () => {
    const open = aUse('abogada', 0, 60, { ...her, endGuessed: true })
    expect(whys([open, aUse('b', 30, 90, her)])[0]?.slice(0, 2)).toEqual(['warn', 'no-end'])
    // It begins while the other goes on: when it ends changes nothing.
    expect(whys([aUse('b', 0, 90, her), { ...open, from: 30, until: 40 }])[0]?.slice(0, 2)).toEqual([
      'block',
      'same-time',
    ])
  })
  test('who leaves the center that day is told so, and only of that day', () => {
    const court = aUse('juzgado', 600, 660, { ...her, rank: 1, leaves: true })
    expect(whys([court, aUse('b', 900, 960, her)])[0]?.slice(0, 2)).toEqual(['info', 'same-day'])
    expect(whys([court, aUse('b', 300, 360, her)])[0]?.slice(0, 2)).toEqual(['info', 'same-day'])
    expect(whys([court, aUse('b', 1500, 1560, her)])).toEqual([])
  })
})

describe('her child', () => {
  const care = (thing: string, from: number, until: number, more: Partial<Use> = {}) =>
    aUse(thing, from, until, { kind: 'care', resource: 'Leo', camp: 'own', ...more })
  const child = (nature: Use['nature'], from: number, until: number) =>
    care(`${nature}`, from, until, { camp: 'other', ...(nature && { nature }) })
  test('at the doctor while she is in a session is care', () => {
    expect(whys([care('s', 0, 60), child('errand', 30, 90)])[0]?.slice(0, 2)).toEqual(['warn', 'care'])
  })
  test('on an outing asks for her when it is handed over and received, not in between', () => {
    expect(whys([care('s', 30, 60), child('outing', 40, 200)])[0]?.slice(0, 2)).toEqual(['warn', 'hand-over'])
    expect(whys([care('s', 30, 60), child('outing', 0, 50)])[0]?.slice(0, 2)).toEqual(['warn', 'hand-over'])
    expect(whys([care('s', 30, 60), child('outing', 0, 200)])[0]?.slice(0, 2)).toEqual(['info', 'away'])
  })
  test('at her side matters only where she must arrange for it', () => {
    expect(whys([care('s', 30, 60), child('beside', 0, 1440)])).toEqual([])
    const arranges = care('s', 30, 60, { nature: 'mother-arranges' })
    expect(whys([arranges, child('beside', 0, 1440)])[0]?.slice(0, 2)).toEqual(['warn', 'arrange'])
  })
})

describe('a kit of eight', () => {
  const kit = (thing: string, from: number, until: number, pieces: number) =>
    aUse(thing, from, until, { kind: 'kit', resource: 'tijeras', pieces, exist: 8 })
  test('suffices for two groups of four and not for a third at the same moment', () => {
    expect(named([kit('a', 0, 60, 4), kit('b', 0, 60, 4)])).toEqual([])
    expect(whys([kit('a', 0, 60, 4), kit('b', 0, 60, 5)])).toEqual([['warn', 'kit-short', 0, 60, 9, 8]])
    // a and b are over when c and d want nine: neither has a part in it.
    expect(named([kit('a', 0, 30, 4), kit('b', 0, 30, 4), kit('c', 30, 60, 4), kit('d', 30, 60, 5)])).toHaveLength(1)
  })
})

describe('two kept apart', () => {
  const pair = (
    thing: string,
    from: number,
    until: number,
    camp: 'own' | 'other',
    nature: Use['nature'],
    place = 'p',
  ) => aUse(thing, from, until, { kind: 'keep-apart', resource: 'par', camp, place, ...(nature && { nature }) })
  test('by session, by room, by corridor: the wider holds for the narrower too', () => {
    const meet = (nature: Use['nature']) => [
      named([pair('s', 0, 60, 'own', nature), pair('s', 0, 60, 'other', nature)]).length,
      named([pair('s', 0, 60, 'own', nature), pair('t', 30, 90, 'other', nature)]).length,
      named([pair('s', 0, 60, 'own', nature), pair('t', 62, 90, 'other', nature, 'q')], walksOf(5)).length,
    ]
    expect(meet('block:session')).toEqual([1, 0, 0])
    expect(meet('block:room')).toEqual([1, 1, 0])
    expect(meet('warn:corridor')).toEqual([1, 1, 1])
  })
  test('is as grave as the pair says', () => {
    const both = (nature: Use['nature']) => whys([pair('s', 0, 60, 'own', nature), pair('s', 0, 60, 'other', nature)])
    expect(both('block:session')[0]?.slice(0, 2)).toEqual(['block', 'together'])
    expect(both('warn:session')[0]?.slice(0, 2)).toEqual(['warn', 'together'])
  })
})

describe('laws', () => {
  test('the sweep finds what comparing every pair finds, and what SQLite’s self-join finds', () => {
    fc.assert(
      fc.property(someUses, (uses) => {
        const found = named(uses, someWalks)
        expect(found).toEqual(naively(uses, someWalks).sort())
        expect(found).toEqual(bySql(uses).sort())
      }),
      { numRuns: 300 },
    )
  })
  test('a clash is the same from either side', () => {
    fc.assert(
      fc.property(someUses, (uses) => {
        expect(named(uses.toReversed(), someWalks)).toEqual(named(uses, someWalks))
        for (const { a, b, kind } of findClashes(uses, someWalks))
          if (kind !== 'kit') expect(verdictOn(b, a, someWalks)).toEqual(verdictOn(a, b, someWalks))
      }),
    )
  })
  test('adding something cancelled never adds a clash; cancelling never adds one either', () => {
    fc.assert(
      fc.property(someUses, someUses, fc.nat(), (uses, more, n) => {
        const cancelled = more.map((use, i) => ({ ...use, thing: `x${i}`, cancelled: true }))
        expect(named([...uses, ...cancelled], someWalks)).toEqual(named(uses, someWalks))
        const fewer = uses.map((use, i) => (i === n % uses.length ? { ...use, cancelled: true } : use))
        const before = new Set(named(uses, someWalks))
        expect(named(fewer, someWalks).filter((each) => !before.has(each))).toEqual([])
      }),
    )
  })
  test('what a thing not yet there would collide with is what it collides with once it is', () => {
    fc.assert(
      fc.property(someUses, (uses) => {
        const things = new Set(uses.slice(0, 3).map((use) => use.thing))
        const own = uses.filter((use) => things.has(use.thing) && use.kind !== 'kit')
        const standing = uses.filter((use) => use.kind !== 'kit')
        const ahead = clashesWith(standing, own, someWalks).map(({ a, b, level }) => pairName(a, b, level))
        const then = findClashes(standing, someWalks)
          .filter(({ a, b }) => things.has(a.thing) || things.has(b.thing))
          .map(({ a, b, level }) => pairName(a, b, level))
        expect(ahead.sort()).toEqual(then.sort())
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../shared/kernel/civil-date'
import {
  ageOn,
  childSearchTextOf,
  choose,
  extensionOn,
  lifeFault,
  livesHere,
  nextChildCode,
  sameChild,
} from './children.rules'

const born = (birthDate: string | null, birthPrecision: 'exact' | 'approximate' | 'unknown' = 'exact') => ({
  birthDate,
  birthPrecision,
})
const aDay = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2010-01-01', days))

describe('age', () => {
  test.each([
    ['2026-10-31', 0],
    ['2026-09-30', 1],
    ['2026-10-01', 0],
    ['2023-11-01', 35],
    ['2023-10-31', 36],
  ])('born %s is %i completed months old on 31 October 2026', (birth, months) => {
    expect(ageOn(born(birth), '2026-10-31', 36).months).toBe(months)
  })

  test('born on the 31st, the limit falls on the last day of a shorter month', () => {
    expect(ageOn(born('2023-08-31'), '2026-02-28', 30).limitDay).toBe('2026-02-28')
    expect(ageOn(born('2023-08-31'), '2026-02-28', 30).state).toBe('over')
  })

  test.each([
    ['2023-10-31', 'over', 0],
    ['2023-11-01', 'soon', 1],
    ['2024-04-30', 'soon', 181],
    ['2024-05-01', 'within', 182],
    ['2023-07-29', 'over', -94],
  ] as const)('born %s is %s the limit of 36 months on 31 October 2026', (birth, state, days) => {
    expect(ageOn(born(birth), '2026-10-31', 36)).toMatchObject({ state, daysToLimit: days })
  })

  test('says when it rests on an approximate date, and nothing where none is known', () => {
    expect(ageOn(born('2025-05-29', 'approximate'), '2026-10-31', 36)).toMatchObject({ months: 17, approximate: true })
    expect(ageOn(born(null, 'unknown'), '2026-10-31', 36)).toEqual({
      months: null,
      limitDay: null,
      daysToLimit: null,
      state: 'unknown',
      approximate: false,
      extension: 'none',
      extendedUntil: null,
    })
  })

  test('over the limit means exactly: no days left', () => {
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: 1, max: 216 }), (birth, day, limit) => {
        const age = ageOn(born(birth), day, limit)
        expect(age.state === 'over').toBe((age.daysToLimit ?? 0) <= 0)
        expect(addDays(day, age.daysToLimit ?? 0)).toBe(age.limitDay)
      }),
    )
  })

  test('whoever is over stays over, and is soon over first', () => {
    const order = { within: 0, soon: 1, over: 2, unknown: -1 }
    fc.assert(
      fc.property(aDay, aDay, fc.nat(400), (birth, day, later) => {
        const now = ageOn(born(birth), day, 36).state
        const then = ageOn(born(birth), addDays(day, later), 36).state
        expect(order[then]).toBeGreaterThanOrEqual(order[now])
      }),
    )
  })

  test('completed months reach the limit on the limit day, save where a month is too short', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 216 }), (birth, limit) => {
        fc.pre(Number(birth.slice(8)) <= 28)
        expect(ageOn(born(birth), addMonths(birth, limit), limit).months).toBe(limit)
        expect(ageOn(born(birth), addDays(addMonths(birth, limit), -1), limit).months).toBe(limit - 1)
      }),
    )
  })
})

describe('the list', () => {
  const child = (code: string, birthDate: string | null, livesHereUntil: string | null = null) => ({
    code,
    kind: 'here' as 'here' | 'outside',
    livesHereUntil,
    age: ageOn(born(birthDate, birthDate ? 'exact' : 'unknown'), '2026-10-31', 36),
  })
  const all = [
    child('a', '2023-01-01'),
    child('b', '2024-01-01'),
    child('c', '2025-01-01', '2026-10-31'),
    child('d', null),
  ]
  const codes = (filter: Parameters<typeof choose>[1]) => choose(all, filter, '2026-10-31').map((each) => each.code)

  test('a child who leaves today no longer lives here', () => {
    expect(livesHere({ kind: 'here', livesHereUntil: '2026-10-31' }, '2026-10-30')).toBe(true)
    expect(codes({ presence: 'here' })).toEqual(['a', 'b', 'd'])
    expect(codes({ presence: 'left' })).toEqual(['c'])
  })

  test('filters those over the limit and those who soon will be', () => {
    expect(codes({ presence: 'all', limit: 'over' })).toEqual(['a'])
    expect(codes({ presence: 'all', limit: 'soon' })).toEqual(['b'])
  })

  test('a child of outside lives here on no day, and is neither here nor gone', () => {
    const outside = { ...child('e', '2020-01-01'), kind: 'outside' as const }
    const of = (presence: 'here' | 'outside' | 'left' | 'all') =>
      choose([...all, outside], { presence }, '2026-10-31').map((each) => each.code)
    expect(of('outside')).toEqual(['e'])
    expect(of('here')).not.toContain('e')
    expect(of('left')).not.toContain('e')
    fc.assert(fc.property(aDay, (day) => !livesHere(outside, day)))
  })

  test('over the limit with an extension in force is told from over it without', () => {
    const extended = {
      ...child('x', '2023-01-01'),
      age: ageOn(born('2023-01-01'), '2026-10-31', 36, [
        { state: 'granted', askedOn: '2025-12-01', untilDay: '2026-10-31' },
      ]),
    }
    const of = (limit: 'over' | 'over-bare' | 'over-extended') =>
      choose([...all, extended], { presence: 'all', limit }, '2026-10-31').map((each) => each.code)
    expect([of('over'), of('over-bare'), of('over-extended')]).toEqual([['a', 'x'], ['a'], ['x']])
  })
})

describe('extensions', () => {
  const granted = (untilDay: string) => ({ state: 'granted' as const, askedOn: '2026-01-01', untilDay })

  test('one in force beats one asked for; its last day still counts; the limit itself never changes', () => {
    const asked = { state: 'asked' as const, askedOn: '2026-06-01', untilDay: null }
    const denied = { state: 'denied' as const, askedOn: '2026-02-01', untilDay: null }
    expect(extensionOn([], '2026-10-31').extension).toBe('none')
    expect(extensionOn([denied], '2026-10-31').extension).toBe('denied')
    expect(extensionOn([denied, asked], '2026-10-31').extension).toBe('asked')
    expect(extensionOn([asked, granted('2026-10-31')], '2026-10-31').extension).toBe('granted')
    expect(extensionOn([granted('2026-10-31')], '2026-11-01')).toEqual({
      extension: 'lapsed',
      extendedUntil: '2026-10-31',
    })
    fc.assert(
      fc.property(aDay, aDay, aDay, (birth, day, until) => {
        const { extension: _extension, extendedUntil: _until, ...bare } = ageOn(born(birth), day, 36)
        expect(ageOn(born(birth), day, 36, [granted(until)])).toMatchObject(bare)
      }),
    )
  })

  test('is searched by name and by code, with and without hyphens', () => {
    const text = childSearchTextOf({ surname1: 'Ñáñez', surname2: null, givenNames: 'Ximena', code: 'DEM-H-006' })
    for (const word of ['nane', 'xime', 'demh006', 'dem h 006']) expect(text).toContain(word)
  })
})

describe('registering', () => {
  test('the next code follows the highest ever given and minds no other center', () => {
    expect(nextChildCode('DEM', [])).toBe('DEM-H-001')
    expect(nextChildCode('DEM', ['DEM-H-002', 'DEM-H-014', 'OTR-H-099', 'DEM-H-x'])).toBe('DEM-H-015')
  })

  test('a brother with another birth date is another child; without one he may be the same', () => {
    const iker = { givenNames: 'Iker', birthDate: '2024-03-29' }
    expect(sameChild(iker, { givenNames: 'IKER ', birthDate: null })).toBe(true)
    expect(sameChild(iker, { givenNames: 'Iker', birthDate: '2025-03-29' })).toBe(false)
    expect(sameChild(iker, { givenNames: 'Emiliano', birthDate: '2024-03-29' })).toBe(false)
  })

  test('no day of a life lies ahead, and nobody leaves before coming; being here before birth is no fault', () => {
    const life = { birthDate: '2025-01-01', livesHereFrom: '2024-05-26', livesHereUntil: null }
    const today = '2026-10-31'
    expect(lifeFault(life, today)).toBeUndefined()
    expect(lifeFault({ ...life, birthDate: '2026-11-01' }, today)?.code).toBe('birth-in-future')
    expect(lifeFault({ ...life, livesHereFrom: '2026-11-01' }, today)?.field).toBe('livesHereFrom')
    expect(lifeFault({ ...life, livesHereUntil: '2026-11-01' }, today)?.code).toBe('day-in-the-future')
    expect(lifeFault({ ...life, livesHereUntil: '2024-05-25' }, today)?.code).toBe('before-admission')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clashesWith, decideGive, type WeeklyHour } from './places.rules'

const hour = (over: Partial<WeeklyHour> = {}): WeeklyHour => ({
  editionId: 'a',
  code: 'A',
  title: 'Tejido',
  weekday: 2,
  startsAt: '10:00',
  endsAt: '12:00',
  startsOn: '2026-09-01',
  endsOn: '2026-10-31',
  ...over,
})

describe('clashes', () => {
  const other = { editionId: 'b', code: 'B', title: 'Yoga' }

  test('are hours on the same weekday, in the same weeks, that overlap', () => {
    expect(clashesWith([hour()], [hour({ ...other, startsAt: '11:00', endsAt: '13:00' })])).toHaveLength(1)
    expect(clashesWith([hour()], [hour({ ...other, startsAt: '12:00', endsAt: '13:00' })])).toEqual([])
    expect(clashesWith([hour()], [hour({ ...other, weekday: 3 })])).toEqual([])
    expect(clashesWith([hour()], [hour({ ...other, startsOn: '2026-11-01', endsOn: '2026-12-01' })])).toEqual([])
  })

  test('are never those of the edition with itself', () => {
    expect(clashesWith([hour()], [hour()])).toEqual([])
  })

  test('are the same seen from either side', () => {
    const aTime = fc.integer({ min: 7, max: 18 }).map((at) => `${String(at).padStart(2, '0')}:00`)
    const anHour = (id: string) =>
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), aTime, aTime)
        .filter(([, from, to]) => from < to)
        .map(([weekday, startsAt, endsAt]) => hour({ editionId: id, weekday, startsAt, endsAt }))
    fc.assert(
      fc.property(anHour('a'), anHour('b'), (a, b) => {
        expect(clashesWith([a], [b]).length).toBe(clashesWith([b], [a]).length)
      }),
    )
  })
})

describe('giving a place', () => {
  const free = { capacity: 10, taken: 9, endsOn: '2026-10-31', hasPlace: false, isHere: true, clashes: [] }
  const codes = (over: Partial<Parameters<typeof decideGive>[0]>, day = '2026-10-01', seen: string[] = []) =>
    decideGive({ ...free, ...over }, day, new Set(seen)).map((each) => each.code)

  test('fills the last place and not one more', () => {
    expect(codes({})).toEqual([])
    expect(codes({ taken: 10 })).toEqual(['edition-full'])
  })

  test('names every reason at once', () => {
    expect(codes({ taken: 10, hasPlace: true, isHere: false }, '2026-11-01')).toEqual([
      'edition-over',
      'person-not-here',
      'place-taken-already',
      'edition-full',
    ])
  })

  test('warns of a clash until it has been seen', () => {
    const clashes = [hour({ editionId: 'b', title: 'Yoga' })]
    expect(codes({ clashes })).toEqual(['place-clash'])
    expect(codes({ clashes }, '2026-10-01', ['b'])).toEqual([])
  })
})

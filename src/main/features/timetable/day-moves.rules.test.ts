import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childStays, keepApart, meetInCorridor, outingOn, peaksOf, type Move } from './day-moves.rules'

const move = (startsAt: string, endsAt: string | null, more: Partial<Move> = {}): Move => ({
  startsAt,
  endsAt,
  where: { name: 'Aula 1' },
  goes: true,
  changed: false,
  apart: false,
  ...more,
})

describe('two who may not meet in the corridor', () => {
  test('are both marked where their ways cross, also on the way back, and nobody else is', () => {
    const moves = new Map([
      ['ana', [move('09:00', '11:00'), move('15:00', '16:00')]],
      ['eva', [move('11:05', '12:00')]],
      ['sol', [move('09:00', '11:00')]],
    ])
    const marked = keepApart(moves, [{ a: 'ana', b: 'eva' }], 5)
    expect(marked.get('ana')?.map((each) => each.apart)).toEqual([true, false])
    expect(marked.get('eva')?.map((each) => each.apart)).toEqual([true])
    expect(marked.get('sol')?.map((each) => each.apart)).toEqual([false])
  })
  test('are not marked where more than the walk lies between, or where one does not go', () => {
    expect(meetInCorridor(move('09:00', '11:00'), move('11:06', '12:00'), 5)).toBe(false)
    expect(meetInCorridor(move('09:00', null), move('09:00', null, { goes: false }), 5)).toBe(false)
    expect(meetInCorridor(move('09:00', null), move('08:55', null), 5)).toBe(true)
  })
  test('the mark is the same whoever is named first', () => {
    const time = fc
      .integer({ min: 480, max: 1020 })
      .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
    fc.assert(
      fc.property(time, time, time, time, (a, b, c, d) => {
        const one = move(a, b)
        const two = move(c, d)
        expect(meetInCorridor(one, two, 5)).toBe(meetInCorridor(two, one, 5))
      }),
    )
  })
})

describe('a child', () => {
  const outing = { leavesOn: '2026-10-13', leavesAt: '09:00', returnsOn: '2026-10-14', returnsAt: '17:00' }
  test('who is out over night is outside until the end of the first day and from the beginning of the second', () => {
    expect(outingOn(outing, '2026-10-13')).toEqual({ startsAt: '09:00', endsAt: null, where: 'outside' })
    expect(outingOn(outing, '2026-10-14')).toEqual({ startsAt: '00:00', endsAt: '17:00', where: 'outside' })
  })
  test('is where the session of its mother says, unless it has an errand of its own', () => {
    const own = [{ startsAt: '10:30', endsAt: '11:00', where: { name: 'Pediatría' } }]
    const mothers = [
      { startsAt: '08:00', endsAt: '09:00', care: 'children-welcome' },
      { startsAt: '10:00', endsAt: '12:00', care: 'childcare' },
      { startsAt: '13:00', endsAt: '14:00', care: null },
    ]
    expect(childStays(own, mothers).map((stay) => [stay.startsAt, stay.where])).toEqual([
      ['08:00', 'with-mother'],
      ['10:30', { name: 'Pediatría' }],
      ['13:00', 'mother-arranges'],
    ])
  })
})

test('arrivals add up, hour by hour and place by place, and the fullest hour is the peak', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ place: fc.constantFrom('A', 'B'), startsAt: fc.constantFrom('09:00', '10:00', '11:00') })),
      (arrivals) => {
        const { totals, places, hours, peak } = peaksOf(arrivals)
        expect(totals.reduce((sum, each) => sum + each, 0)).toBe(arrivals.length)
        expect(places.reduce((sum, each) => sum + each.total, 0)).toBe(arrivals.length)
        expect(peak === null ? 0 : totals[hours.indexOf(peak)]).toBe(Math.max(0, ...totals))
      },
    ),
  )
})

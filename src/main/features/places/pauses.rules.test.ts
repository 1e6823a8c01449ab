import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/civil-date'
import {
  decideExclude,
  decideResume,
  decideSuspend,
  dropped,
  overlap,
  reviewDay,
  speaksTo,
  type Excluded,
} from './pauses.rules'

const TODAY = '2026-10-15'
const slots = [
  { weekday: 1, startsAt: '09:00' },
  { weekday: 3, startsAt: '09:00' },
  { weekday: 3, startsAt: '16:00' },
]
const monday: Excluded = { weekday: 1, startsAt: '09:00', from: '2026-10-01', until: null }

describe('days on which she does not attend', () => {
  const facts = { state: 'active' as const, today: TODAY, slots, standing: [monday] }
  const wish = { days: [{ weekday: 3, startsAt: '09:00' }], from: TODAY, until: null, reviewOn: null }

  test('are hours of the group itself, once each, in a span that runs forward', () => {
    expect(decideExclude(facts, wish)).toEqual([])
    expect(decideExclude(facts, { ...wish, days: [{ weekday: 5, startsAt: null }] })).toEqual(['not-in-the-pattern'])
    expect(decideExclude(facts, { ...wish, days: [{ weekday: 3, startsAt: '10:00' }] })).toEqual(['not-in-the-pattern'])
    expect(decideExclude(facts, { ...wish, days: [{ weekday: 1, startsAt: null }] })).toEqual(['excluded-already'])
    expect(decideExclude(facts, { ...wish, until: '2026-10-14' })).toEqual(['days-reversed'])
    expect(decideExclude(facts, { ...wish, reviewOn: '2026-10-14' })).toEqual(['review-in-the-past'])
    const both = [...wish.days, { weekday: 3, startsAt: null }]
    expect(decideExclude(facts, { ...wish, days: both })).toEqual(['excluded-already'])
  })

  test('may be written down again once they have ended', () => {
    const ended = { ...monday, until: '2026-10-10' }
    const again = { ...wish, days: [{ weekday: 1, startsAt: '09:00' }] }
    expect(decideExclude({ ...facts, standing: [ended] }, again)).toEqual([])
  })

  test('of a place that has ended are refused', () => {
    expect(decideExclude({ ...facts, state: 'ended' }, wish)).toEqual(['place-ended-already'])
  })

  test('overlap the same seen from either side', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-10-01', days))
    const one = fc.record({
      weekday: fc.integer({ min: 1, max: 3 }),
      startsAt: fc.option(fc.constantFrom('09:00', '16:00')),
      from: day,
      until: fc.option(day),
    })
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a))
      }),
    )
  })

  test('that new hours leave without a session are told apart from those that never had one', () => {
    const then = [{ weekday: 3, startsAt: '16:00' }]
    const rows = [monday, { weekday: 3, startsAt: null }, { weekday: 5, startsAt: null }]
    expect(dropped(rows, slots, then)).toEqual([monday])
    expect(speaksTo({ weekday: 3, startsAt: null }, then)).toBe(true)
  })
})

describe('a suspension', () => {
  const facts = { state: 'active' as const, openedOn: '2026-09-01', today: TODAY, rests: [] }
  const wish = { from: TODAY, backOn: null, reviewOn: null }
  const health = { cause: 'health', from: '2026-10-10', backOn: null }

  test('is one at a time, planned ones too, beside an absence', () => {
    expect(decideSuspend(facts, wish)).toEqual([])
    const twice = { ...facts, state: 'suspended' as const, rests: [health] }
    expect(decideSuspend(twice, wish)).toEqual(['place-suspended-already'])
    const ahead = { ...facts, rests: [{ ...health, from: '2026-11-01' }] }
    expect(decideSuspend(ahead, wish)).toEqual(['place-suspended-already'])
    expect(decideSuspend(ahead, { ...wish, backOn: '2026-11-01' })).toEqual([])
    const away = { ...facts, state: 'auto-suspended' as const, rests: [{ ...health, cause: 'away' }] }
    expect(decideSuspend(away, wish)).toEqual([])
  })

  test('begins no earlier than the place and ends after it began', () => {
    expect(decideSuspend(facts, { ...wish, from: '2026-08-31' })).toEqual(['before-it-opened'])
    expect(decideSuspend(facts, { ...wish, backOn: TODAY })).toEqual(['days-reversed'])
    expect(decideSuspend({ ...facts, state: 'pending' }, wish)).toEqual(['place-not-begun'])
    expect(decideSuspend({ ...facts, state: 'ended' }, wish)).toEqual(['place-ended-already'])
  })

  test('ends by hand unless an absence made it; one that has not begun is called off', () => {
    expect(decideResume('suspended', health, TODAY, TODAY)).toBeNull()
    expect(decideResume('suspended', health, TODAY, '2026-10-09')).toBe('days-reversed')
    expect(decideResume('auto-suspended', { ...health, cause: 'away' }, TODAY, TODAY)).toBe('away-suspends')
    expect(decideResume('active', { ...health, from: '2026-11-01' }, TODAY, TODAY)).toBeNull()
    expect(decideResume('active', { ...health, backOn: '2026-10-12' }, TODAY, TODAY)).toBe('place-not-suspended')
    expect(decideResume('ended', health, TODAY, TODAY)).toBe('place-ended-already')
  })

  test('is looked at on its own day, or when the seat has been kept long enough', () => {
    expect(reviewDay({ from: '2026-10-01', backOn: null, reviewOn: null }, 14)).toBe('2026-10-15')
    expect(reviewDay({ from: '2026-10-01', backOn: null, reviewOn: '2026-10-05' }, 14)).toBe('2026-10-05')
    expect(reviewDay({ from: '2026-10-01', backOn: '2026-10-20', reviewOn: null }, 14)).toBeNull()
  })
})

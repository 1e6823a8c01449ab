import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SPECIAL_KINDS, type SpecialKind } from '../../../shared/kernel/special-days'
import { causeOf, closureOf, effectOf, leftOf, namesDormitory, takenBy, type SpecialDay } from './special-days.rules'

const aDay = (more: Partial<SpecialDay & { id: string }> = {}): SpecialDay & { id: string } => ({
  id: 'd1',
  day: '2026-10-13',
  title: 'Revisión general: sin salida a talleres',
  kind: 'closure',
  dormitories: null,
  startsAt: null,
  endsAt: null,
  effect: null,
  ...more,
})
const TEN_TO_TWELVE = { startsAt: '10:00', endsAt: '12:00' }
const span = { day: '2026-10-13', ...TEN_TO_TWELVE }

describe('what a day does', () => {
  const expected: Readonly<Record<SpecialKind, readonly [effect: string, cause: string]>> = {
    holiday: ['cancels', 'office'],
    closure: ['cancels', 'office'],
    'short-day': ['shortens', 'office'],
    'lock-down': ['cancels', 'custody'],
    search: ['cancels', 'custody'],
    visit: ['warns', 'justice'],
    count: ['warns', 'custody'],
    meal: ['warns', 'custody'],
    event: ['warns', 'office'],
    pastoral: ['warns', 'office'],
  }
  test.each(SPECIAL_KINDS)('a %s has its own effect and cause', (kind) => {
    const special = aDay({ kind, title: 'x' })
    expect([effectOf(special), causeOf(special)]).toEqual(expected[kind])
  })
  test('the day may say otherwise, but one of some dormitories never takes a session', () => {
    expect(effectOf(aDay({ kind: 'event', effect: 'cancels' }))).toBe('cancels')
    expect(effectOf(aDay({ effect: 'warns' }))).toBe('warns')
    expect(effectOf(aDay({ effect: 'cancels', dormitories: 'A, B' }))).toBe('warns')
  })
  test('custody answers for closures that its own words announce, not for holidays', () => {
    expect(causeOf(aDay())).toBe('custody')
    expect(causeOf(aDay({ title: 'Fumigación' }))).toBe('office')
    expect(causeOf(aDay({ title: 'Revisión', kind: 'holiday' }))).toBe('office')
  })
})

describe('a session on such a day', () => {
  test('is not touched by a visit, by a closure of some dormitories, or at other hours', () => {
    expect(closureOf(span, [aDay({ kind: 'visit' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ dormitories: 'dormitorio A' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ startsAt: '12:00', endsAt: '14:00' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ startsAt: '11:59', endsAt: '14:00' })])).toBeDefined()
  })
  test('is cut where the short day begins or ends, and cancelled where too little is left', () => {
    const short = (startsAt: string | null, endsAt: string | null) =>
      leftOf(TEN_TO_TWELVE, aDay({ kind: 'short-day', startsAt, endsAt }))
    expect(short('11:00', null)).toEqual({ startsAt: '10:00', endsAt: '11:00' })
    expect(short(null, '10:30')).toEqual({ startsAt: '10:30', endsAt: '12:00' })
    expect(short('10:29', null)).toBeNull()
    expect(short('10:30', null)).toEqual({ startsAt: '10:00', endsAt: '10:30' })
    expect(short('09:00', null)).toBeNull()
    expect(short(null, null)).toBeNull()
    expect(short('10:45', '11:00')).toBe(TEN_TO_TWELVE)
  })
  test('says which day took what and for whose cause', () => {
    expect(takenBy(span, [aDay({ kind: 'short-day', title: 'Junta', startsAt: '11:00' })])).toEqual({
      startsAt: '10:00',
      endsAt: '11:00',
      cancelledCause: null,
      cancelledNote: null,
      specialDayId: 'd1',
      shortened: { ...TEN_TO_TWELVE, cause: 'office' },
    })
    const both = [aDay({ kind: 'short-day', startsAt: '11:00' }), aDay({ id: 'd2', kind: 'lock-down' })]
    expect(takenBy(span, both)).toMatchObject({ cancelledCause: 'custody', specialDayId: 'd2', shortened: null })
  })
})

test('what special days leave of a session lies within it and outside every day that took from it', () => {
  const time = fc.integer({ min: 8, max: 18 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
  const special = fc
    .record({ kind: fc.constantFrom(...SPECIAL_KINDS), startsAt: fc.option(time), endsAt: fc.option(time) })
    .filter((each) => !each.startsAt || !each.endsAt || each.startsAt < each.endsAt)
  fc.assert(
    fc.property(fc.array(special, { maxLength: 4 }), (found) => {
      const days = found.map((each, i) => aDay({ ...each, id: `d${i}` }))
      const taken = takenBy(span, days)
      expect(taken.startsAt >= span.startsAt && taken.endsAt <= span.endsAt).toBe(true)
      expect(taken.startsAt < taken.endsAt).toBe(true)
      // Cancelled or shorter: then one day answers for it, and only then.
      const whole = taken.startsAt === span.startsAt && taken.endsAt === span.endsAt
      expect(taken.specialDayId === null).toBe(whole && taken.cancelledCause === null)
      expect(taken.cancelledCause === null || days.some((day) => day.id === taken.specialDayId)).toBe(true)
    }),
  )
})

test('a visit day names its dormitories', () => {
  expect(namesDormitory('dormitorios A, B, C', 'B')).toBe(true)
  expect(namesDormitory('dormitorios A, B, C', 'D')).toBe(false)
  expect(namesDormitory(null, 'D')).toBe(true)
})

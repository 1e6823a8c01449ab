import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../../shared/contract/marks'
import { covers, excuseProblem, proposalsFor, reasonFrom, saysTwice, type AppointmentFact } from './excuses.rules'

const session = { day: '2026-10-07', startsAt: '09:00', endsAt: '11:00' }
const days = (from: string, until = from) => ({ from, until, startsAt: null, endsAt: null })
const appointment = (over: Partial<AppointmentFact> = {}): AppointmentFact => ({
  personId: 'ana',
  kind: 'court',
  ofChild: false,
  day: '2026-10-07',
  startsAt: '10:00',
  endsAt: '10:30',
  ...over,
})

describe('an excuse', () => {
  test('covers the days from its first to its last, or the hours in them', () => {
    const starts = ['2026-10-06', '2026-10-07', '2026-10-08']
    expect(starts.map((day) => covers(days('2026-10-07'), { ...session, day }))).toEqual([false, true, false])
    const hours = (startsAt: string, endsAt: string) => covers({ ...days('2026-10-07'), startsAt, endsAt }, session)
    expect([hours('08:00', '09:00'), hours('10:59', '12:00'), hours('11:00', '12:00')]).toEqual([false, true, false])
  })

  test('is told for days that are not all past, at most a year, and the right way round', () => {
    const at = (from: string, until: string) => excuseProblem(days(from, until), '2026-10-07')
    expect([at('2026-10-08', '2026-10-07'), at('2026-10-01', '2026-10-06'), at('2026-10-07', '2027-10-09')]).toEqual([
      'days-reversed',
      'excuse-past',
      'excuse-too-long',
    ])
    expect(at('2026-10-01', '2026-10-07')).toBeUndefined()
    expect(excuseProblem({ ...days('2026-10-08'), startsAt: '10:00', endsAt: '10:00' }, '2026-10-07')).toBe(
      'times-reversed',
    )
  })

  test('says the same twice only for whole days that meet, whichever is asked first', () => {
    const aDay = fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`)
    fc.assert(
      fc.property(aDay, aDay, aDay, aDay, (a, b, c, d) => {
        const one = days(a < b ? a : b, a < b ? b : a)
        const other = days(c < d ? c : d, c < d ? d : c)
        expect(saysTwice(one, other)).toBe(saysTwice(other, one))
        expect(saysTwice(one, one)).toBe(true)
      }),
    )
    expect(saysTwice(days('2026-10-07'), { ...days('2026-10-07'), startsAt: '09:00', endsAt: '10:00' })).toBe(false)
  })
})

describe('an appointment', () => {
  test('gives its reason if it meets the session; without an end it is taken to last an hour', () => {
    expect(reasonFrom(appointment(), session)).toBe('hearing')
    expect(reasonFrom(appointment({ startsAt: '08:00', endsAt: null }), session)).toBeUndefined()
    expect(reasonFrom(appointment({ startsAt: '08:01', endsAt: null }), session)).toBe('hearing')
    expect(reasonFrom(appointment({ kind: 'other' }), session)).toBeUndefined()
    expect(reasonFrom(appointment({ kind: 'medical', ofChild: true }), session)).toBe('child-appointment')
  })

  test('yields to what she told herself', () => {
    const excuses = [{ ...days('2026-10-07'), personId: 'ana', reason: 'illness' as const }]
    const found = proposalsFor(session, { excuses, appointments: [appointment(), appointment({ personId: 'eva' })] })
    expect([found.get('ana'), found.get('eva')]).toEqual([
      { mark: 'JM', reason: 'illness', source: 'excuse' },
      { mark: 'JA', reason: 'hearing', source: 'appointment' },
    ])
    for (const { mark, reason } of found.values()) expect(ruleOf(reason).letter).toBe(mark)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catchUpCandidates } from './catch-up.rules'

describe('free hours for a catch-up session', () => {
  const missed = { day: '2026-10-20', startsAt: '10:00', endsAt: '12:00' }
  test('its own weekday goes first, week by week; an hour that the edition has is left out', () => {
    const own = [{ day: '2026-10-27', startsAt: '10:00', endsAt: '12:00' }]
    const found = catchUpCandidates(missed, '2026-10-21', own).map(({ day, startsAt }) => `${day} ${startsAt}`)
    expect(found.slice(0, 4)).toEqual(['2026-10-27 12:00', '2026-10-27 08:00', '2026-11-03 10:00', '2026-11-03 12:00'])
    expect(found).not.toContain('2026-10-27 10:00')
  })
  test('is as long as what was missed, within the day of the office, and never outside six weeks', () => {
    const hour = fc.integer({ min: 8, max: 17 }).map((n) => `${String(n).padStart(2, '0')}:00`)
    fc.assert(
      fc.property(hour, fc.integer({ min: 1, max: 3 }), (startsAt, length) => {
        const endsAt = `${String(Number(startsAt.slice(0, 2)) + length).padStart(2, '0')}:00`
        for (const span of catchUpCandidates({ ...missed, startsAt, endsAt }, '2026-10-21', [])) {
          expect(Number(span.endsAt.slice(0, 2)) - Number(span.startsAt.slice(0, 2))).toBe(length)
          expect(span.startsAt >= '08:00' && span.endsAt <= '19:00').toBe(true)
          expect(span.day >= '2026-10-21' && span.day < '2026-12-02').toBe(true)
        }
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mondayOf } from '../../../shared/kernel/civil-date'
import { backupName, backupsToKeep, backupTime, isBackupDue, KEEP } from './rotation.rules'

const instant = fc
  .integer({ min: Date.parse('2025-01-01T00:00:00Z') / 60_000, max: Date.parse('2027-12-31T00:00:00Z') / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString())
const instants = fc.array(instant, { maxLength: 120 })

const spans = (all: Iterable<string>, of: (at: string) => string): string[] =>
  [...new Set([...all].map(of))].sort().reverse()
const dayOf = (at: string): string => at.slice(0, 10)
const weekOf = (at: string): string => mondayOf(at.slice(0, 10))
const monthOf = (at: string): string => at.slice(0, 7)

describe('rotation', () => {
  test('always keeps the newest, and never one that was not there', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = backupsToKeep(all)
        for (const at of kept) expect(all).toContain(at)
        if (all.length > 0) expect(kept).toContain([...all].sort().at(-1))
      }),
    )
  })

  test('keeps one of each of the last 7 days, 4 weeks and 12 months that have one', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = backupsToKeep(all)
        for (const [of, count] of [
          [dayOf, KEEP.days],
          [weekOf, KEEP.weeks],
          [monthOf, KEEP.months],
        ] as const)
          expect(spans(kept, of).slice(0, count)).toEqual(spans(all, of).slice(0, count))
        expect(kept.size).toBeLessThanOrEqual(KEEP.days + KEEP.weeks + KEEP.months)
      }),
    )
  })

  test('of two in one day it keeps the later, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(instants, (all) => {
        const kept = backupsToKeep(all)
        expect(backupsToKeep([...kept])).toEqual(kept)
        for (const at of kept) {
          const later = all.filter((other) => dayOf(other) === dayOf(at) && other > at)
          expect(later).toEqual([])
        }
      }),
    )
  })

  test('a backup a day for two years leaves a week of days, a month of weeks and a year of months', () => {
    let kept: string[] = []
    for (let day = 0; day < 730; day++) {
      const at = new Date(Date.parse('2025-01-01T15:00:00Z') + day * 86_400_000).toISOString()
      kept = [...backupsToKeep([...kept, at])]
    }
    expect(kept.sort().reverse().map(dayOf)).toEqual([
      ...['2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28', '2026-12-27', '2026-12-26', '2026-12-25'],
      ...['2026-12-20', '2026-12-13'],
      ...['2026-11-30', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'],
      ...['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31'],
    ])
  })
})

test('a backup is due when there is none, after 20 hours, and when the last one lies in the future', () => {
  const now = '2026-10-31T18:00:00.000Z'
  expect(isBackupDue(null, now)).toBe(true)
  expect(isBackupDue('2026-10-30T22:01:00.000Z', now)).toBe(false)
  expect(isBackupDue('2026-10-30T21:59:00.000Z', now)).toBe(true)
  expect(isBackupDue('2027-01-01T00:00:00.000Z', now)).toBe(true)
})

test('its name tells its minute, and no other file is taken for one', () => {
  fc.assert(fc.property(instant, (at) => backupTime(backupName(at)) === `${at.slice(0, 16)}:00.000Z`))
  for (const name of ['umbral.db', 'umbral-20261031-1805.db.part', 'umbral-20261399-9999.db', 'x'])
    expect(backupTime(name)).toBeUndefined()
})

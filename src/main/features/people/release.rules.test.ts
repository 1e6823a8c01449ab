import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/civil-date'
import { checksDue, releaseTasks, takenBy } from './release.rules'

const DAY = '2026-12-20'
const release = { stayId: 's1', personId: 'p1', name: 'Ruiz, Ana', releasesOn: DAY, checked: [] }
const kinds = (today: string, checked: { daysBefore: 30 | 7; releasesOn: string }[] = []) =>
  releaseTasks([{ ...release, checked }], today).map((task) => task.kind)

describe('the release folder is asked for', () => {
  test('from the 30th day before, and again from the 7th', () => {
    expect(kinds('2026-11-19')).toEqual([])
    expect(kinds('2026-11-20')).toEqual(['release-folder-30'])
    expect(kinds('2026-12-13')).toEqual(['release-folder-30', 'release-folder-7'])
    expect(kinds(DAY)).toEqual(['release-folder-30', 'release-folder-7'])
  })
  test('no more once it was checked, until the day of release is another', () => {
    const checked = [{ daysBefore: 30 as const, releasesOn: DAY }]
    expect(kinds('2026-11-25', checked)).toEqual([])
    const moved = { ...release, releasesOn: '2026-12-22', checked }
    expect(releaseTasks([moved], '2026-11-25').map((task) => task.kind)).toEqual(['release-folder-30'])
  })
  test('as another day once it has passed and she is still here', () => {
    expect(kinds('2026-12-21')).toEqual(['release-day-past'])
  })
  test('law: a check is due on its day and every day after it until it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 0 }), (offset) => {
        const today = addDays(DAY, offset)
        const due = checksDue(DAY, [], today)
        expect(due.includes(30)).toBe(offset >= -30)
        expect(due.includes(7)).toBe(offset >= -7)
        for (const each of due)
          expect(checksDue(DAY, [{ daysBefore: each, releasesOn: DAY }], today)).not.toContain(each)
      }),
    )
  })
})

test('what she takes is handed to her, to another, or to her at her release', () => {
  expect(takenBy(null, '2026-12-19', { releasesOn: DAY })).toBe('herself')
  expect(takenBy(null, '2026-12-19', { releasesOn: null })).toBe('herself')
  expect(takenBy(null, DAY, { releasesOn: DAY })).toBe('release')
  expect(takenBy(null, DAY, null)).toBe('release')
  expect(takenBy('Marta Ruiz, hermana', DAY, null)).toBe('family')
})

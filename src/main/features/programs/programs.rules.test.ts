import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../shared/kernel/civil-date'
import { closingItems, type ClosingFacts } from './closing.rules'
import { fateOf, instructionOf, type GivenSession } from './instruction.rules'
import { endOfCopy, ruleOn, slotsMeet, startOfCopy } from './programs.rules'

describe('two meetings of a pattern', () => {
  const slot = (week: 'every' | 'A' | 'B', startsAt = '10:00', endsAt = '12:00') => ({
    week,
    weekday: 2,
    startsAt,
    endsAt,
  })
  test('meet in the same hour of the same week; A and B never do', () => {
    expect(slotsMeet(slot('A'), slot('B'))).toBe(false)
    expect(slotsMeet(slot('A'), slot('A'))).toBe(true)
    expect(slotsMeet(slot('every'), slot('B'))).toBe(true)
    expect(slotsMeet(slot('every'), slot('every', '12:00', '13:00'))).toBe(false)
  })
})

describe('a copy', () => {
  test('begins on the weekday of its model after both it and today, and is as long', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2024-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), day, (startsOn, length, today) => {
        const model = { startsOn, endsOn: addDays(startsOn, length) }
        const start = startOfCopy(model, today)
        expect(weekdayOf(start)).toBe(weekdayOf(startsOn))
        expect(start > model.endsOn && start > today).toBe(true)
        expect(endOfCopy(model, start)).toBe(addDays(start, length))
      }),
    )
  })
})

test('the rule in force is the last that had begun', () => {
  const rules = [{ fromDay: '2026-07-01' }, { fromDay: '2026-01-01' }, { fromDay: '2027-01-01' }]
  expect(ruleOn(rules, '2025-12-31')).toBeUndefined()
  expect(ruleOn(rules, '2026-06-30')?.fromDay).toBe('2026-01-01')
  expect(ruleOn(rules, '2026-07-01')?.fromDay).toBe('2026-07-01')
  expect(ruleOn(rules, '2030-01-01')?.fromDay).toBe('2027-01-01')
})

describe('who came to give what', () => {
  const given = fc.record<GivenSession>({
    startsAt: fc.constant('10:00'),
    endsAt: fc.constant('12:00'),
    cancelledCause: fc.constantFrom(null, 'provider', 'custody', 'office'),
    plannedId: fc.constantFrom('i1', 'i2'),
    planned: fc.constant('x'),
    provider: fc.constantFrom(null, 'Casa Semillas'),
    actualId: fc.constantFrom(null, 'i1', 'i2'),
  })
  test('each session has one fate, and the lines add up to all sessions however they are grouped', () => {
    fc.assert(
      fc.property(fc.array(given), fc.constantFrom('instructor', 'provider'), (sessions, by) => {
        const lines = instructionOf(sessions, by)
        const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0)
        expect(sum((line) => line.sessions)).toBe(sessions.length)
        expect(sum((line) => line.given + line.substituted + line.missed + line.otherwise)).toBe(sessions.length)
        expect(sum((line) => line.missedMinutes)).toBe(
          sessions.filter((each) => fateOf(each) === 'missed').length * 120,
        )
        expect(lines.map((line) => line.missed)).toEqual(lines.map((line) => line.missed).sort((a, b) => b - a))
      }),
    )
  })
})

describe('the checklist', () => {
  const session = (more: Partial<ClosingFacts['sessions'][number]> = {}): ClosingFacts['sessions'][number] => ({
    id: 's1',
    day: '2026-10-06',
    startsAt: '10:00',
    endsAt: '12:00',
    cancelled: false,
    expected: 5,
    marks: 5,
    unknown: 0,
    counted: true,
    missingTools: 0,
    ...more,
  })
  const open = (sessions: readonly ClosingFacts['sessions'][number][], kitSince: string | null = null) =>
    closingItems(
      { sessions, kitSince, places: { all: 0, open: 0, completed: 0, undecided: 0 } },
      { today: '2026-10-31', time: '12:00' },
    )
      .filter((item) => item.open > 0)
      .map((item) => item.kind)
  test.each([
    ['nothing, where all is done', {}, null, []],
    ['a session ahead', { day: '2026-11-03', marks: 0 }, null, ['sessions-ahead']],
    ['nothing of a cancelled one', { cancelled: true, marks: 0 }, null, []],
    ['a roll that is missing', { marks: 0 }, null, ['sessions-without-roll']],
    ['nothing where nobody was expected', { marks: 0, expected: 0 }, null, []],
    ['a roll half keyed', { marks: 4 }, null, ['rolls-unfinished']],
    ['somebody nobody knows', { unknown: 1 }, null, ['attendees-unknown']],
    ['tools not counted', { counted: false }, '2026-10-01', ['tools-uncounted']],
    ['no tools before there was a kit', { counted: false }, '2026-10-07', []],
    ['a tool that is missing', { missingTools: 1 }, '2026-10-01', ['tools-missing']],
  ])('asks for %s', (_what, more, kitSince, kinds) => expect(open([session(more)], kitSince)).toEqual(kinds))
})

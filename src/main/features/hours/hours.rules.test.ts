import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS } from '../../../shared/contract/attendance.contract'
import { LOST_CAUSES } from '../../../shared/contract/timetable.contract'
import { mondayOf, weekdayOf } from '../../../shared/kernel/civil-date'
import { endOf, isBehind, lostIn, plannedHours, splitOf, splitsBy, type HourFacts } from './hours.rules'

const NOW = { day: '2026-10-31', time: '23:59' }

describe('how an hour ends', () => {
  test.each([
    ['A', 'held'],
    ['R', 'held'],
    ['F', 'choice'],
    ['JM', 'health'],
    ['JA', 'justice'],
    ['JV', 'justice'],
    ['JH', 'care'],
    ['C', 'custody'],
    ['unmarked', 'unknown'],
    ['?', 'unknown'],
  ] as const)('%s counts as %s', (cell, end) => expect(endOf(cell, null)).toBe(end))

  test.each(LOST_CAUSES)('a session cancelled for %s is laid to it', (cause) => expect(endOf('S', cause)).toBe(cause))

  test('suspended without a cause blames nobody', () => expect(endOf('S', null)).toBe('unknown'))

  test('a mark wins over the suspension of its session', () => expect(endOf('A', 'custody')).toBe('held'))
})

const session = (over: Partial<HourFacts['sessions'][number]> = {}): HourFacts['sessions'][number] => ({
  id: 's1',
  axisId: 'x',
  day: '2026-10-06',
  startsAt: '10:00',
  endsAt: '11:30',
  cancelledCause: null,
  ...over,
})
const her = { sessionId: 's1', personId: 'ana' }
const none: HourFacts = { sessions: [session()], onRoll: [], marks: [], doubts: [] }

describe('planned hours', () => {
  test('are those of each woman on the roll, once, though she had two places', () => {
    const hours = plannedHours({ ...none, onRoll: [her, her] }, NOW)
    expect(hours).toMatchObject([{ personId: 'ana', minutes: 90, cell: 'unmarked', end: 'unknown' }])
  })

  test('take in a woman who was not on the list and has a mark', () => {
    expect(plannedHours({ ...none, marks: [{ ...her, mark: 'A' }] }, NOW)).toMatchObject([{ end: 'held' }])
  })

  test('of a cancelled session go to its cause, whether or not somebody wrote S', () => {
    const sessions = [session({ cancelledCause: 'provider' })]
    for (const marks of [[], [{ ...her, mark: 'S' as const }]])
      expect(plannedHours({ ...none, sessions, onRoll: [her], marks }, NOW)).toMatchObject([{ end: 'provider' }])
  })

  test('begin to count when the session is over', () => {
    const at = (time: string) => plannedHours({ ...none, onRoll: [her] }, { day: '2026-10-06', time }).length
    expect([at('11:29'), at('11:30')]).toEqual([0, 1])
  })
})

const ids = ['s1', 's2', 's3', 's4', 's5', 's6']
const women = ['ana', 'bea', 'eva', 'ines']
const written = fc.record({ sessionId: fc.constantFrom(...ids), personId: fc.constantFrom(...women) })
const anySession = (id: string) =>
  fc.record({
    id: fc.constant(id),
    axisId: fc.constantFrom('x', 'y'),
    day: fc.constantFrom('2026-10-05', '2026-10-06', '2026-10-13', '2026-11-02'),
    startsAt: fc.constantFrom('08:00', '09:30'),
    endsAt: fc.constantFrom('10:00', '11:15'),
    cancelledCause: fc.option(fc.constantFrom(...LOST_CAUSES), { nil: null }),
  })
const anyFacts: fc.Arbitrary<HourFacts> = fc.record({
  sessions: fc.tuple(...ids.map(anySession)),
  onRoll: fc.array(written),
  marks: fc.array(fc.tuple(written, fc.constantFrom(...MARKS)).map(([at, mark]) => ({ ...at, mark }))),
  doubts: fc.array(written),
})

describe('whatever the sheets say', () => {
  test('planned = held + lost by cause + unknown', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const split = splitOf(hours)
        expect(split.held + lostIn(split) + split.unknown).toBe(split.planned)
        const over = facts.sessions.filter(({ day }) => day <= NOW.day)
        const wanted = over.map(({ id, startsAt, endsAt }) => {
          const roll = [...facts.onRoll, ...facts.marks, ...facts.doubts].filter((each) => each.sessionId === id)
          const minutes = Date.parse(`2026-10-05T${endsAt}:00Z`) - Date.parse(`2026-10-05T${startsAt}:00Z`)
          return (new Set(roll.map((each) => each.personId)).size * minutes) / 60_000
        })
        expect(split.planned).toBe(wanted.reduce((sum, each) => sum + each, 0))
      }),
    )
  })

  test('weeks, axes and weekdays each add up to the whole', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const whole = splitOf(hours)
        for (const keyOf of [
          (each: { day: string }) => mondayOf(each.day),
          (each: { day: string }) => weekdayOf(each.day),
          (each: { axisId: string }) => each.axisId,
        ])
          for (const figure of ['planned', 'held', 'unknown', ...LOST_CAUSES] as const)
            expect(splitsBy<string | number>(hours, keyOf).reduce((sum, { split }) => sum + split[figure], 0)).toBe(
              whole[figure],
            )
      }),
    )
  })

  test('the rows behind a figure have the minutes that it shows', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const hours = plannedHours(facts, NOW)
        const behind = (filter: Parameters<typeof isBehind>[1]) =>
          splitOf(hours.filter((each) => isBehind(each, filter)))
        const whole = splitOf(hours)
        expect(behind({ end: 'lost' }).planned).toBe(lostIn(whole))
        for (const { key, split } of splitsBy(hours, ({ day }) => mondayOf(day)))
          expect(behind({ monday: key, end: 'custody' }).planned).toBe(split.custody)
        for (const { key, split } of splitsBy(hours, ({ axisId }) => axisId))
          expect(behind({ axisId: key })).toEqual(split)
      }),
    )
  })
})

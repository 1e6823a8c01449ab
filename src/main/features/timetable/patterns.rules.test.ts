import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, minutesOf } from '../../../shared/kernel/civil-date'
import { weekLetterOf } from '../../../shared/kernel/two-weeks'
import {
  layModules,
  plannedSessions,
  replan,
  spansOf,
  type PatternException,
  type Slot,
  type StandingSession,
  type TaughtSession,
} from './patterns.rules'

const TUESDAYS = [{ weekday: 2, startsAt: '10:00', endsAt: '12:00' }]
const SEARCH = {
  id: 'd1',
  day: '2026-10-13',
  title: 'Revisión general: sin salida a talleres',
  kind: 'closure',
  dormitories: null,
  startsAt: null,
  endsAt: null,
} as const
const exception = (
  kind: PatternException['kind'],
  day: string,
  startsAt: string,
  to: readonly [string, string] | null = null,
): PatternException => ({ kind, day, startsAt, toStartsAt: to?.[0] ?? null, toEndsAt: to?.[1] ?? null })
const daysOf = (spans: readonly { day: string }[]): string[] => spans.map((span) => span.day)

describe('a pattern', () => {
  test('gives every Tuesday of October; the closed one is there, cancelled with its cause', () => {
    const planned = plannedSessions(TUESDAYS, '2026-10-01', '2026-10-31', [SEARCH])
    expect(planned.map(({ day, startsAt, endsAt, cancelledCause }) => [day, startsAt, endsAt, cancelledCause])).toEqual(
      [
        ['2026-10-06', '10:00', '12:00', null],
        ['2026-10-13', '10:00', '12:00', 'custody'],
        ['2026-10-20', '10:00', '12:00', null],
        ['2026-10-27', '10:00', '12:00', null],
      ],
    )
    expect(planned[1]?.cancelledNote).toBe(SEARCH.title)
  })
  test('of two weeks goes on across a year of 53 weeks, every fourteen days', () => {
    const days = daysOf(
      plannedSessions([{ week: 'A', weekday: 1, startsAt: '09:00', endsAt: '11:00' }], '2026-12-01', '2027-01-31', []),
    )
    expect(days).toEqual(['2026-12-14', '2026-12-28', '2027-01-11', '2027-01-25'])
  })
  test('of week A and of week B give together what every week gives', () => {
    const slot = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), startsAt: fc.constantFrom('08:00', '10:00') })
    fc.assert(
      fc.property(slot, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90 }), (slot, start, length) => {
        const from = addDays('2024-01-01', start)
        const until = addDays(from, length)
        const of = (week: Slot['week']) => spansOf([{ ...slot, week, endsAt: '12:00' }], from, until, [])
        expect([...daysOf(of('A')), ...daysOf(of('B'))].sort()).toEqual(daysOf(of('every')))
        for (const { day } of of('A')) expect(weekLetterOf(day)).toBe('A')
        const fortnights = daysOf(of('A'))
        for (const [i, day] of fortnights.slice(1).entries()) expect(daysBetween(fortnights[i] ?? '', day)).toBe(14)
      }),
    )
  })
  test('with exceptions: a date less, one more, one at another hour', () => {
    const spans = spansOf(TUESDAYS, '2026-10-01', '2026-10-31', [
      exception('skip', '2026-10-06', '10:00'),
      exception('extra', '2026-10-09', '16:00', ['16:00', '18:00']),
      exception('time', '2026-10-20', '10:00', ['12:00', '14:00']),
      // Speaks of a meeting that is not there, and of a day outside: nothing comes of either.
      exception('skip', '2026-10-07', '10:00'),
      exception('extra', '2026-11-03', '10:00', ['10:00', '12:00']),
    ])
    expect(spans.map(({ day, startsAt }) => `${day} ${startsAt}`)).toEqual([
      '2026-10-09 16:00',
      '2026-10-13 10:00',
      '2026-10-20 12:00',
      '2026-10-27 10:00',
    ])
  })
})

const plan = (weekday: number, startsAt: string, endsAt: string, exceptions: readonly PatternException[] = []) =>
  plannedSessions([{ weekday, startsAt, endsAt }], '2026-10-01', '2026-10-31', [], exceptions)
const stand = (spans: readonly { day: string; startsAt: string; endsAt: string }[]): StandingSession[] =>
  spans.map((span, i) => ({
    ...span,
    id: `s${i}`,
    version: 1,
    marked: false,
    cancelledCause: null,
    cancelledNote: null,
  }))
const NOW = { today: '2026-10-13', time: '11:00' }

describe('a change of pattern', () => {
  test('touches only what is to come and unmarked', () => {
    const before = plan(2, '10:00', '12:00')
    const standing = stand(before).map((each) => (each.day === '2026-10-20' ? { ...each, marked: true } : each))
    const change = replan(standing, before, plan(4, '10:00', '12:00'), NOW)
    expect(daysOf(change.remove)).toEqual(['2026-10-27'])
    expect(daysOf(change.add)).toEqual(['2026-10-15', '2026-10-22', '2026-10-29'])
  })
  test('leaves alone what was moved by hand and does not fill the date it was moved from', () => {
    const before = plan(2, '10:00', '12:00')
    const moved = stand(before).map((each) => (each.day === '2026-10-27' ? { ...each, day: '2026-10-30' } : each))
    expect(replan(moved, before, plan(2, '10:00', '12:00'), NOW)).toEqual({ remove: [], add: [] })
    const later = replan(moved, before, plan(2, '11:00', '13:00'), NOW)
    expect(daysOf(later.remove)).toEqual(['2026-10-20'])
    expect(daysOf(later.add)).toEqual(['2026-10-20'])
  })
  test('keeps the exceptions, and one that asks for a date emptied by hand fills it', () => {
    const skipped = [exception('skip', '2026-10-20', '10:00')]
    const before = plan(2, '10:00', '12:00', skipped)
    expect(daysOf(replan(stand(before), before, plan(2, '11:00', '13:00', skipped), NOW).add)).toEqual([
      '2026-10-20',
      '2026-10-27',
    ])
    const standing = stand(plan(2, '10:00', '12:00')).filter((each) => each.day !== '2026-10-27')
    const asked = [exception('extra', '2026-10-27', '16:00', ['16:00', '18:00'])]
    const change = replan(standing, plan(2, '10:00', '12:00'), plan(2, '10:00', '12:00', asked), NOW, asked)
    expect(change.add.map(({ day, startsAt }) => `${day} ${startsAt}`)).toEqual(['2026-10-27 16:00'])
  })
  test('back and forth leaves nothing to do, whatever the two patterns', () => {
    const slots = fc.uniqueArray(
      fc.record({
        week: fc.constantFrom('every', 'A', 'B'),
        weekday: fc.integer({ min: 1, max: 7 }),
        startsAt: fc.constantFrom('08:00', '10:00', '16:00'),
        endsAt: fc.constant('18:00'),
      }),
      { maxLength: 4, selector: (slot) => `${slot.weekday} ${slot.startsAt}` },
    )
    fc.assert(
      fc.property(slots, slots, (a, b) => {
        const [before, after] = [a, b].map((each) => plannedSessions(each as Slot[], '2026-10-01', '2026-11-30', []))
        if (!before || !after) return
        const standing = stand(before)
        const change = replan(standing, before, after, NOW)
        const then = [
          ...standing.filter((each) => !change.remove.includes(each)),
          ...stand(change.add).map((each, i) => ({ ...each, id: `n${i}` })),
        ]
        expect(replan(then, after, after, NOW)).toEqual({ remove: [], add: [] })
        expect(then.filter((each) => each.day > NOW.today)).toHaveLength(
          after.filter((each) => each.day > NOW.today).length,
        )
      }),
    )
  })
})

const taught = (id: string, day: string, more: Partial<TaughtSession> = {}): TaughtSession => ({
  id,
  day,
  startsAt: '10:00',
  endsAt: '12:00',
  moduleId: null,
  cancelled: false,
  fixed: false,
  ...more,
})
const laid = (plan: Parameters<typeof layModules>[0], sessions: readonly TaughtSession[]) => {
  const changes = new Map(layModules(plan, sessions).map(({ id, moduleId }) => [id, moduleId]))
  return sessions.map((session) => (changes.has(session.id) ? (changes.get(session.id) ?? null) : session.moduleId))
}

describe('modules over sessions', () => {
  const plan = [
    { id: 'm1', minutes: 180 },
    { id: 'm2', minutes: 300 },
  ]
  const five = ['2026-10-06', '2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03'].map((day, i) =>
    taught(`s${i}`, day),
  )
  test('each session teaches the module in which its middle falls; beyond the plan none', () => {
    expect(laid(plan, five)).toEqual(['m1', 'm2', 'm2', 'm2', null])
  })
  test('a cancelled session uses no hours and keeps what it was to teach; its catch-up gives that once', () => {
    const [first, second, ...rest] = five as [TaughtSession, TaughtSession, ...TaughtSession[]]
    const cancelled = { ...first, moduleId: 'm1', cancelled: true }
    expect(laid(plan, [cancelled, second, ...rest])).toEqual(['m1', 'm1', 'm2', 'm2', 'm2'])
    const catchUp = taught('c', '2026-11-10', { moduleId: 'm1', fixed: true })
    expect(laid(plan, [cancelled, second, ...rest, catchUp])).toEqual(['m1', 'm2', 'm2', 'm2', null, 'm1'])
  })
  test('what was held keeps its module, though the plan has changed', () => {
    const [first, ...rest] = five as [TaughtSession, ...TaughtSession[]]
    expect(
      laid(
        [
          { id: 'm2', minutes: 300 },
          { id: 'm1', minutes: 180 },
        ],
        [{ ...first, moduleId: 'm1', fixed: true }, ...rest],
      ),
    ).toEqual(['m1', 'm2', 'm2', 'm1', null])
  })
  test('the hours of each module come out within one session, in the order of the plan, and laying again changes nothing', () => {
    const modules = fc.array(fc.integer({ min: 30, max: 1200 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(modules, fc.integer({ min: 0, max: 40 }), (minutes, n) => {
        const plan = minutes.map((each, i) => ({ id: `m${i}`, minutes: each }))
        const sessions = Array.from({ length: n }, (_, i) => taught(`s${i}`, addDays('2026-01-05', i * 2)))
        const result = laid(plan, sessions)
        const order = result.map((id) => (id === null ? plan.length : Number(id.slice(1))))
        expect(order).toEqual([...order].sort((a, b) => a - b))
        const length = minutesOf('12:00') - minutesOf('10:00')
        const all = minutes.reduce((sum, each) => sum + each, 0)
        if (n * length >= all + length)
          for (const module of plan)
            expect(
              Math.abs(result.filter((id) => id === module.id).length * length - module.minutes),
            ).toBeLessThanOrEqual(length)
        expect(
          layModules(
            plan,
            sessions.map((each, i) => ({ ...each, moduleId: result[i] ?? null })),
          ),
        ).toEqual([])
      }),
    )
  })
})

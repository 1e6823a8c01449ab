import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { PlaceWarning } from '../../../shared/contract/place-states'
import { clashWarnings, groupOf, hardReasons, passesOver, unliftedReasons } from './give.rules'
import { proposedResult } from './end.rules'

const free = {
  capacity: 10,
  taken: 9,
  endsOn: '2026-10-31',
  closed: false,
  hasPlace: false,
  isHere: true,
  isPending: false,
}
const codes = (over: Partial<typeof free>, day = '2026-10-01') =>
  hardReasons({ ...free, ...over }, day).map((each) => each.code)

const warning = (level: PlaceWarning['level'], kind: PlaceWarning['kind'] = 'clash'): PlaceWarning => ({
  key: `${kind}:${level}`,
  kind,
  level,
  says: 'x',
  facts: { title: 'Tejido' },
})

describe('giving a place', () => {
  test('fills the last seat and not one more', () => {
    expect(codes({})).toEqual([])
    expect(codes({ taken: 10 })).toEqual(['edition-full'])
    expect(codes({ taken: 12 })).toEqual(['edition-full'])
  })

  test('hears every hard reason at once', () => {
    const worst = { taken: 10, hasPlace: true, isHere: false, isPending: true }
    expect(codes(worst, '2026-11-01')).toEqual([
      'edition-over',
      'person-not-here',
      'wait-is-pending',
      'place-taken-already',
      'edition-full',
    ])
    expect(codes({ closed: true }, '2026-11-01')).toEqual(['edition-closed'])
  })

  test('goes on despite what was seen, and blocks are the director’s', () => {
    const all = [warning('block'), warning('block', 'keep-apart'), warning('warn', 'away'), warning('info', 'consent')]
    const seen = new Set(all.map((each) => each.key))
    const said = (role: 'director' | 'coordinator', accepted: ReadonlySet<string>) =>
      unliftedReasons(all, accepted, role).map((each) => each.code)
    expect(said('director', seen)).toEqual([])
    expect(said('coordinator', seen)).toEqual(['keep-apart-blocks', 'place-clash'])
    expect(said('director', new Set())).toEqual(['keep-apart-blocks', 'place-clash', 'place-needs-reason'])
    expect(unliftedReasons([warning('info')], new Set(), 'coordinator')).toEqual([])
  })

  test('is ready, to be decided or impossible', () => {
    expect(groupOf([], 'coordinator')).toBe('ready')
    expect(groupOf([warning('info')], 'coordinator')).toBe('ready')
    expect(groupOf([warning('warn')], 'coordinator')).toBe('decide')
    expect(groupOf([warning('block')], 'coordinator')).toBe('impossible')
    expect(groupOf([warning('block')], 'director')).toBe('decide')
  })
})

describe('clashes', () => {
  const side = (editionId: string, title: string): ClashFacts['a'] => ({
    is: 'session',
    sessionId: null,
    editionId,
    appointmentId: null,
    outingId: null,
    code: title,
    title,
    room: null,
    startsAt: '09:00',
    endsAt: '11:00',
    endGuessed: false,
  })
  const on = (day: string, over: Partial<ClashFacts> = {}): ClashFacts => ({
    key: day,
    kind: 'woman',
    level: 'block',
    why: 'same-time',
    resourceId: 'p',
    resource: 'Ana',
    day,
    from: '09:00',
    until: '11:00',
    asks: null,
    has: null,
    a: side('own', 'Yoga'),
    b: side('other', 'Tejido'),
    ...over,
  })
  // A Monday, a Tuesday and a Wednesday.
  const week = ['2026-10-05', '2026-10-06', '2026-10-07']

  test('of many days are one sentence for each weekday, with how often and since when', () => {
    const [found, ...more] = clashWarnings([on('2026-10-12'), on('2026-10-05')], 'own', 4)
    expect(more).toEqual([])
    expect(found).toMatchObject({
      level: 'block',
      says: 'same-time',
      facts: { count: 2, day: '2026-10-05', weekday: 1 },
    })
  })

  test('block from a quarter of the sessions on, over all weekdays; fewer ask for a reason', () => {
    const levels = (sessions: number) =>
      clashWarnings(
        week.map((day) => on(day)),
        'own',
        sessions,
      ).map((each) => each.level)
    expect(levels(12)).toEqual(['block', 'block', 'block'])
    expect(levels(13)).toEqual(['warn', 'warn', 'warn'])
  })

  test('with whom she may not meet say nothing but that, once', () => {
    const apart = week.map((day) =>
      on(day, { kind: 'keep-apart', why: 'together', resource: 'Eva Ruiz', b: side('x', day) }),
    )
    const found = clashWarnings(apart, 'own', 100)
    expect(found).toEqual([{ key: 'keep-apart:block', kind: 'keep-apart', level: 'block', says: 'block', facts: {} }])
  })
})

describe('the turn', () => {
  const list = ['a', 'b', 'c'].map((personId) => ({ personId }))
  test('is passed over only where somebody before would go without', () => {
    expect(passesOver(list, new Set(['c']), 'c', 3)).toEqual([])
    expect(passesOver(list, new Set(['c']), 'c', 2)).toEqual(['a', 'b'])
    expect(passesOver(list, new Set(['a', 'c']), 'c', 2)).toEqual(['b'])
    expect(passesOver(list, new Set(['x']), 'x', 3)).toEqual(['a', 'b', 'c'])
    expect(passesOver(list, new Set(['a']), 'a', 1)).toEqual([])
    expect(passesOver([], new Set(['x']), 'x', 1)).toEqual([])
  })

  test('passes nobody over where all of the list come in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), (many, seats) => {
        const all = Array.from({ length: many }, (_, at) => ({ personId: String(at) }))
        const chosen = new Set(all.map((row) => row.personId))
        for (const { personId } of all) expect(passesOver(all, chosen, personId, seats)).toEqual([])
      }),
    )
  })
})

describe('the result that attendance proposes', () => {
  test('is completed from the minimum on, in part below it, nothing without attendance', () => {
    expect(proposedResult({ attended: 9, counted: 12 }, 75)).toBe('completed')
    expect(proposedResult({ attended: 8, counted: 12 }, 75)).toBe('partial')
    expect(proposedResult({ attended: 0, counted: 12 }, 75)).toBe('not-completed')
    expect(proposedResult({ attended: 0, counted: 0 }, 0)).toBe('not-completed')
  })
})

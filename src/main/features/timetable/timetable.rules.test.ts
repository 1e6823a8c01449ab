import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bedOf,
  causeOfClosure,
  closureOf,
  findClashes,
  minuteOf,
  namesDormitory,
  plannedSessions,
  replan,
  timeOfMinute,
  type ResourceKind,
  type SpecialDay,
  type StandingSession,
  type Use,
} from './timetable.rules'

const aUse = (session: string, from: number, until: number, more: Partial<Use> = {}): Use => ({
  kind: 'room',
  resource: 'aula-1',
  session,
  from,
  until,
  cancelled: false,
  ...more,
})
const pairs = (uses: readonly Use[]): string[] =>
  findClashes(uses).map(({ kind, resource, a, b, from, until }) =>
    [kind, resource, ...[a.session, b.session].sort(), from, until].join(' '),
  )

/** Every pair against every other: slow, and too simple to be wrong. */
function naivePairs(uses: readonly Use[]): string[] {
  const found = new Set<string>()
  for (const a of uses)
    for (const b of uses) {
      if (a === b || a.session === b.session || a.cancelled || b.cancelled) continue
      if (a.kind !== b.kind || a.resource !== b.resource) continue
      const from = Math.max(a.from, b.from)
      const until = Math.min(a.until, b.until)
      if (from < until) found.add([a.kind, a.resource, ...[a.session, b.session].sort(), from, until].join(' '))
    }
  return [...found]
}

describe('clashes', () => {
  test('the part that two sessions share is the clash, and both are named', () => {
    expect(findClashes([aUse('alfabetización', 660, 780), aUse('ansiedad', 600, 720)])).toMatchObject([
      { a: { session: 'ansiedad' }, b: { session: 'alfabetización' }, from: 660, until: 720 },
    ])
  })
  test('touching is no clash, nor is another room, nor a cancelled session', () => {
    expect(pairs([aUse('a', 0, 60), aUse('b', 60, 120)])).toEqual([])
    expect(pairs([aUse('a', 0, 60), aUse('b', 0, 60, { resource: 'aula-2' })])).toEqual([])
    expect(pairs([aUse('a', 0, 60), aUse('b', 0, 60, { kind: 'instructor' })])).toEqual([])
    expect(pairs([aUse('a', 0, 60), aUse('b', 0, 60, { cancelled: true })])).toEqual([])
  })
  test('three at once are three clashes; a session never clashes with itself', () => {
    expect(pairs([aUse('a', 0, 60), aUse('b', 10, 50), aUse('c', 20, 90)])).toHaveLength(3)
    expect(pairs([aUse('a', 0, 60), aUse('a', 10, 50)])).toEqual([])
  })
  test('the sweep finds exactly what comparing every pair finds', () => {
    const kinds: readonly ResourceKind[] = ['room', 'instructor', 'woman']
    const use = fc
      .record({
        kind: fc.constantFrom(...kinds),
        resource: fc.constantFrom('x', 'y', 'z'),
        session: fc.integer({ min: 0, max: 30 }).map((n) => `s${n}`),
        from: fc.integer({ min: 0, max: 120 }),
        length: fc.integer({ min: 0, max: 40 }),
        cancelled: fc.boolean(),
      })
      .map(({ length, ...rest }) => ({ ...rest, until: rest.from + length }))
    fc.assert(
      fc.property(fc.uniqueArray(use, { maxLength: 40, selector: (each) => each.session }), (sessions) => {
        expect(pairs(sessions).sort()).toEqual(naivePairs(sessions).sort())
      }),
      { numRuns: 400 },
    )
  })
})

const aDay = (more: Partial<SpecialDay>): SpecialDay => ({
  day: '2026-10-13',
  title: 'Revisión general: sin salida a talleres',
  kind: 'closure',
  dormitories: null,
  startsAt: null,
  endsAt: null,
  ...more,
})
const TUESDAYS = [{ weekday: 2, startsAt: '10:00', endsAt: '12:00' }]

describe('patterns', () => {
  test('every Tuesday of October is there; the closed one is cancelled with its cause', () => {
    expect(plannedSessions(TUESDAYS, '2026-10-01', '2026-10-31', [aDay({})])).toEqual([
      { day: '2026-10-06', startsAt: '10:00', endsAt: '12:00', cancelledCause: null, cancelledNote: null },
      {
        day: '2026-10-13',
        startsAt: '10:00',
        endsAt: '12:00',
        cancelledCause: 'custody',
        cancelledNote: 'Revisión general: sin salida a talleres',
      },
      { day: '2026-10-20', startsAt: '10:00', endsAt: '12:00', cancelledCause: null, cancelledNote: null },
      { day: '2026-10-27', startsAt: '10:00', endsAt: '12:00', cancelledCause: null, cancelledNote: null },
    ])
  })
  test('a visit, a closure of some dormitories and one at other hours close nothing', () => {
    const span = { day: '2026-10-13', startsAt: '10:00', endsAt: '12:00' }
    expect(closureOf(span, [aDay({ kind: 'visit' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ dormitories: 'dormitorio A' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ startsAt: '12:00', endsAt: '14:00' })])).toBeUndefined()
    expect(closureOf(span, [aDay({ startsAt: '11:59', endsAt: '14:00' })])).toBeDefined()
  })
  test('custody answers for its searches, the office for holidays and fumigation', () => {
    expect(causeOfClosure(aDay({}))).toBe('custody')
    expect(causeOfClosure(aDay({ title: 'Fumigación' }))).toBe('office')
    expect(causeOfClosure(aDay({ title: 'Revisión', kind: 'holiday' }))).toBe('office')
  })
})

const plan = (weekday: number, startsAt: string, endsAt: string) =>
  plannedSessions([{ weekday, startsAt, endsAt }], '2026-10-01', '2026-10-31', [])
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
    expect(change.remove.map((each) => each.day)).toEqual(['2026-10-27'])
    expect(change.add.map((each) => each.day)).toEqual(['2026-10-15', '2026-10-22', '2026-10-29'])
  })
  test('leaves alone what was moved by hand and does not fill the date it was moved from', () => {
    const before = plan(2, '10:00', '12:00')
    const moved = stand(before).map((each) => (each.day === '2026-10-27' ? { ...each, day: '2026-10-30' } : each))
    expect(replan(moved, before, plan(2, '10:00', '12:00'), NOW)).toEqual({ remove: [], add: [] })
    const later = replan(moved, before, plan(2, '11:00', '13:00'), NOW)
    expect(later.remove.map((each) => each.day)).toEqual(['2026-10-20'])
    expect(later.add.map((each) => each.day)).toEqual(['2026-10-20'])
  })
})

describe('beds and dormitories', () => {
  test('a bed is a dormitory and a number', () => {
    expect(bedOf('F-11')).toEqual({ dormitory: 'F', bed: 11 })
    expect(bedOf('a 7')).toEqual({ dormitory: 'A', bed: 7 })
    expect(bedOf('Maternidad')).toEqual({ dormitory: 'MATERNIDAD', bed: null })
    expect(bedOf(null)).toEqual({ dormitory: '', bed: null })
  })
  test('a visit day names its dormitories', () => {
    expect(namesDormitory('dormitorios A, B, C', 'B')).toBe(true)
    expect(namesDormitory('dormitorios A, B, C', 'D')).toBe(false)
    expect(namesDormitory(null, 'D')).toBe(true)
  })
})

test('a minute on the scale shows its clock time', () => {
  expect(timeOfMinute(minuteOf('2026-10-13', '16:05'))).toBe('16:05')
})

import type { At } from '../../../shared/kernel/civil-date'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOVEMENT_ACTS as ACTS, MOVEMENT_STATES, type MovementState } from '../../../shared/contract/gate-line'
import {
  countOf,
  dueSteps,
  isBefore,
  isFresh,
  isOutside,
  laterOf,
  momentOf,
  MOVEMENT_ACTS,
  movementOf,
  type MovementFacts,
} from './movement.rules'

const at = (day: string, time: string): At => ({ day, time })
const GRACE = 15

const plan = (overrides: Partial<MovementFacts> = {}): MovementFacts => ({
  leavesOn: '2026-10-17',
  leavesAt: '09:00',
  returnsOn: '2026-10-18',
  returnsAt: '17:00',
  cancelledOn: null,
  notMade: false,
  out: null,
  back: null,
  end: null,
  ...overrides,
})
const left = { out: at('2026-10-17', '09:05') }

/** One example of each state: its facts and the moment. */
const EXAMPLES: Readonly<Record<MovementState, readonly [MovementFacts, At]>> = {
  scheduled: [plan(), at('2026-10-17', '08:00')],
  out: [plan(left), at('2026-10-18', '17:15')],
  late: [plan(left), at('2026-10-18', '17:16')],
  back: [plan({ ...left, back: at('2026-10-18', '17:15') }), at('2026-10-30', '10:00')],
  'back-late': [plan({ ...left, back: at('2026-10-18', '18:35') }), at('2026-10-30', '10:00')],
  'not-returned': [plan({ ...left, end: 'not-returned' }), at('2026-10-18', '20:00')],
  stays: [plan({ ...left, end: 'stays' }), at('2026-10-18', '20:00')],
  'not-made': [plan({ notMade: true }), at('2026-10-17', '08:00')],
  cancelled: [plan({ cancelledOn: '2026-10-16' }), at('2026-10-17', '08:00')],
}

/** What an act makes of the facts of an outing, and the states it may lead to. */
const DONE: Readonly<
  Record<(typeof ACTS)[number], readonly [(facts: MovementFacts, when: At) => MovementFacts, readonly MovementState[]]>
> = {
  leave: [(facts, out) => ({ ...facts, out }), ['out']],
  'come-back': [(facts, back) => ({ ...facts, back }), ['back', 'back-late']],
  undo: [
    (facts) => {
      if (facts.back) return { ...facts, back: null }
      if (facts.end) return { ...facts, end: null }
      return facts.out ? { ...facts, out: null } : { ...facts, notMade: false }
    },
    ['scheduled', 'not-made', 'out', 'late'],
  ],
  'not-made': [(facts) => ({ ...facts, notMade: true }), ['not-made']],
  'not-returned': [(facts) => ({ ...facts, end: 'not-returned' }), ['not-returned']],
  stay: [(facts) => ({ ...facts, end: 'stays' }), ['stays']],
  call: [(facts) => facts, ['late', 'not-returned']],
}

describe('where an outing stands', () => {
  test.each(MOVEMENT_STATES)('%s follows from the facts', (state) => {
    const [facts, when] = EXAMPLES[state]
    expect(movementOf(facts, GRACE, when).state).toBe(state)
  })

  test.each(MOVEMENT_STATES.flatMap((state) => ACTS.map((act) => [state, act] as const)))(
    '%s: %s is taken only where the table has it, and leads only where it may',
    (state, act) => {
      const [facts, when] = EXAMPLES[state]
      const [apply, leadsTo] = DONE[act]
      const after = movementOf(apply(facts, when), GRACE, when).state
      if (MOVEMENT_ACTS[state].includes(act)) expect(leadsTo).toContain(after)
      else if (act === 'leave' || act === 'come-back')
        // Whatever is not in the table is not done: a child who is not outside cannot be counted in, nor let out again.
        expect(act === 'leave' ? state !== 'scheduled' : !isOutside(state)).toBe(true)
    },
  )

  test('a child outside can always be counted in, and only she', () => {
    for (const state of MOVEMENT_STATES) expect(MOVEMENT_ACTS[state].includes('come-back')).toBe(isOutside(state))
  })

  test('how late is counted from the planned return, the grace decides only whether', () => {
    const back = (time: string) =>
      movementOf(plan({ ...left, back: at('2026-10-18', time) }), GRACE, at('2026-10-30', '10:00'))
    expect(back('17:15')).toEqual({ state: 'back', lateMinutes: 0 })
    expect(back('17:16')).toEqual({ state: 'back-late', lateMinutes: 16 })
    expect(back('18:35')).toEqual({ state: 'back-late', lateMinutes: 95 })
  })

  test('one who never left is not made once her day or her hours are over', () => {
    expect(movementOf(plan(), GRACE, at('2026-10-17', '23:59')).state).toBe('scheduled')
    expect(movementOf(plan(), GRACE, at('2026-10-18', '00:00')).state).toBe('not-made')
    const short = plan({ returnsOn: '2026-10-17', returnsAt: '13:00' })
    expect(movementOf(short, GRACE, at('2026-10-17', '13:00')).state).toBe('not-made')
  })

  test('a child who went out is never shown as cancelled or not made', () => {
    const outside = plan({ ...left, cancelledOn: '2026-10-17', notMade: true })
    expect(movementOf(outside, GRACE, at('2026-10-17', '10:00')).state).toBe('out')
  })
})

describe('the return clock', () => {
  const late = (lateMinutes: number) => ({ state: 'late' as const, lateMinutes })
  test.each([
    [16, [], []],
    [29, [], []],
    [30, [], ['call-taker']],
    [60, ['call-taker'], ['call-lead']],
    [95, [], ['call-taker', 'call-lead']],
    [120, ['call-taker', 'call-lead'], ['protocol']],
    [600, ['call-taker', 'call-lead', 'protocol'], []],
  ] as const)('%i minutes after, %j seen to: %j', (minutes, seenTo, due) => {
    expect(dueSteps(late(minutes), seenTo)).toEqual(due)
  })

  test('rests once she is back', () => {
    expect(dueSteps({ state: 'back-late', lateMinutes: 200 }, [])).toEqual([])
  })
})

describe('the moment of a movement', () => {
  const now = at('2026-10-17', '10:00')
  test('is now, and now is marked where the clock stands behind the last fact', () => {
    expect(momentOf(now, null)).toEqual({ ok: true, at: now, clockDoubt: false })
    expect(momentOf(now, at('2026-10-17', '10:00'))).toEqual({ ok: true, at: now, clockDoubt: false })
    const last = at('2026-10-17', '11:30')
    expect(momentOf(now, last)).toEqual({ ok: true, at: last, clockDoubt: true })
  })

  test('told later, it is never ahead of now and never before the last fact', () => {
    expect(momentOf(now, null, at('2026-10-17', '10:01'))).toMatchObject({ ok: false, code: 'movement-in-future' })
    const last = at('2026-10-17', '09:30')
    expect(momentOf(now, last, at('2026-10-17', '09:29'))).toMatchObject({
      ok: false,
      code: 'movement-before-last',
      last,
    })
    expect(momentOf(now, last, at('2026-10-17', '09:30'))).toMatchObject({ ok: true })
  })

  test('no child comes back before she left, whatever the clock does', () => {
    const moment = fc
      .record({
        day: fc.constantFrom('2026-10-16', '2026-10-17', '2026-10-18'),
        minute: fc.integer({ min: 0, max: 1439 }),
      })
      .map(({ day, minute }) =>
        at(day, `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
      )
    fc.assert(
      fc.property(moment, moment, fc.option(moment, { nil: undefined }), (clock, last, told) => {
        const found = momentOf(clock, last, told)
        if (found.ok) {
          expect(isBefore(found.at, last)).toBe(false)
          expect(isBefore(laterOf(clock, last), found.at)).toBe(false)
        } else expect(told).toBeDefined()
      }),
    )
  })
})

describe('taking back', () => {
  test.each([
    ['2026-10-17T15:00:00.000Z', true],
    ['2026-10-17T15:10:00.000Z', true],
    ['2026-10-17T15:10:01.000Z', false],
    ['2026-10-17T14:59:00.000Z', false],
  ])('recorded at 15:00, at %s: %s', (now, fresh) => {
    expect(isFresh('2026-10-17T15:00:00.000Z', now)).toBe(fresh)
  })
})

describe('a headcount', () => {
  test('is complete only with everybody, by name', () => {
    expect(countOf(['a', 'b'], ['b', 'a'])).toEqual({ complete: true, missing: [] })
    expect(countOf(['a', 'b', 'c'], ['b'])).toEqual({ complete: false, missing: ['a', 'c'] })
    expect(countOf(['a'], ['z'])).toEqual({ complete: false, missing: ['a'] })
  })
})

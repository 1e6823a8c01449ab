import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SESSION_STATES, type SessionState } from '../../../shared/contract/marks'
import { SESSION_ACTS, SESSION_STEPS, sessionStateOf, type SessionAct, type SessionFacts } from './session-state.rules'

/** In the order of the acts: begin, end, key-roll, correct, empty, cancel, restore, make-up, drop-make-up. */
const expected: Record<SessionState, string> = {
  planned:
    'under-way session-ahead session-ahead session-ahead session-ahead cancelled not-cancelled not-cancelled not-made-up',
  'under-way':
    'session-begun awaiting-roll closed roll-missing roll-missing cancelled not-cancelled not-cancelled not-made-up',
  'awaiting-roll':
    'session-over session-over closed roll-missing roll-missing cancelled not-cancelled not-cancelled not-made-up',
  closed: 'session-over session-over closed closed awaiting-roll cancelled not-cancelled not-cancelled not-made-up',
  cancelled:
    'session-cancelled session-cancelled session-cancelled session-cancelled session-cancelled session-cancelled planned made-up not-made-up',
  'made-up':
    'session-cancelled session-cancelled session-cancelled session-cancelled session-cancelled session-cancelled made-up-already made-up-already cancelled',
}

describe('a session, every state against every act', () => {
  const cases = SESSION_STATES.flatMap((state) =>
    expected[state].split(' ').map((result, index) => [state, SESSION_ACTS[index], result] as const),
  )
  test.each(cases)('%s, %s: %s', (state, act, result) => {
    const step = SESSION_STEPS[state][act as SessionAct]
    expect('to' in step ? step.to : step.refused).toBe(result)
  })

  test('no act is left out', () => {
    for (const state of SESSION_STATES) expect(expected[state].split(' ')).toHaveLength(SESSION_ACTS.length)
  })
})

describe('where a session stands', () => {
  const session: SessionFacts = {
    day: '2026-10-07',
    startsAt: '09:00',
    endsAt: '11:00',
    cancelled: false,
    madeUp: false,
    onRoll: 2,
    unmarked: 2,
    toolsUncounted: false,
  }
  const at = (time: string, more: Partial<SessionFacts> = {}) =>
    sessionStateOf({ ...session, ...more }, { day: '2026-10-07', time })

  test('goes from planned over under way to awaiting its roll, and is closed by the last mark', () => {
    expect(['08:59', '09:00', '10:59', '11:00'].map((time) => at(time))).toEqual([
      'planned',
      'under-way',
      'under-way',
      'awaiting-roll',
    ])
    expect([at('12:00', { unmarked: 1 }), at('12:00', { unmarked: 0 })]).toEqual(['awaiting-roll', 'closed'])
    expect(at('12:00', { unmarked: 0, toolsUncounted: true })).toBe('awaiting-roll')
  })

  test('cancelled wins over the clock, and made up over cancelled', () => {
    expect(at('08:00', { cancelled: true })).toBe('cancelled')
    expect(at('12:00', { cancelled: true, madeUp: true })).toBe('made-up')
  })

  test('the clock alone never closes a session nor takes back what it began', () => {
    const order: readonly SessionState[] = ['planned', 'under-way', 'awaiting-roll']
    fc.assert(
      fc.property(fc.nat(1439), fc.nat(1439), (one, other) => {
        const timeOf = (minute: number) =>
          `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((each) =>
          order.indexOf(at(timeOf(each))),
        )
        expect(before).toBeGreaterThanOrEqual(0)
        expect(after).toBeGreaterThanOrEqual(before ?? 0)
      }),
    )
  })
})

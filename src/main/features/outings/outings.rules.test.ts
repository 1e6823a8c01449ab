import type { At } from '../../../shared/kernel/civil-date'
import { describe, expect, test } from 'vitest'
import { OUTING_STATES } from '../../../shared/contract/outings.contract'
import { stateOf } from './outings.rules'
import type { StoredState } from './permission.rules'
import type { OutingPlan } from './plan.rules'
import { aPlan, at } from '../../../../tests/factories/leave-facts'

describe('how an outing stands', () => {
  type Case = Partial<OutingPlan> & { state?: StoredState; notMade?: boolean; end?: 'stays' | 'not-returned' }
  const GRACE = 15
  const out = at('2026-10-17', '09:05')
  const cases: readonly [string, Case, number, At, string, number][] = [
    ['requested', {}, 1, at('2026-10-16', '08:00'), 'requested', 0],
    ['authorised', {}, 0, at('2026-10-17', '09:00'), 'authorised', 0],
    ['nobody came', {}, 0, at('2026-10-18', '00:00'), 'not-made', 0],
    ['nobody came and it was never signed', {}, 2, at('2026-10-18', '00:00'), 'not-made', 0],
    ['cancelled', { cancelledOn: '2026-10-10' }, 0, at('2026-10-17', '09:00'), 'cancelled', 0],
    ['out', { out }, 0, at('2026-10-18', '16:59'), 'out', 0],
    ['out within the grace', { out }, 0, at('2026-10-18', '17:15'), 'out', 0],
    ['late, counted from the planned time', { out }, 0, at('2026-10-18', '17:16'), 'late', 16],
    ['late over midnight', { out }, 0, at('2026-10-19', '01:00'), 'late', 480],
    ['back', { out, back: at('2026-10-18', '16:40') }, 0, at('2026-10-31', '12:00'), 'back', 0],
    ['back within the grace', { out, back: at('2026-10-18', '17:15') }, 0, at('2026-10-31', '12:00'), 'back', 0],
    ['back late', { out, back: at('2026-10-18', '18:35') }, 0, at('2026-10-31', '12:00'), 'back-late', 95],
    ['paused', { state: 'paused' }, 0, at('2026-10-16', '08:00'), 'paused', 0],
    ['a draft that lacks nothing', { state: 'draft' }, 0, at('2026-10-16', '08:00'), 'requested', 0],
    ['not made, said so', { notMade: true }, 0, at('2026-10-17', '09:30'), 'not-made', 0],
    ['given up at the gate', { out, end: 'not-returned' }, 0, at('2026-10-18', '19:00'), 'not-returned', 120],
    ['she stays with her family', { out, end: 'stays' }, 0, at('2026-10-18', '19:00'), 'stays', 0],
    ['out although cancelled: still out', { out, cancelledOn: '2026-10-17' }, 0, at('2026-10-18', '10:00'), 'out', 0],
  ]
  test.each(cases)('%s', (_name, plan, missing, now, state, lateMinutes) => {
    const facts = { ...aPlan(plan), notMade: false, end: null, ...plan }
    const permission = { state: plan.state ?? ('asked' as const) }
    expect(stateOf(facts, permission, missing, GRACE, now)).toEqual({ state, lateMinutes })
  })

  test('every state is shown above', () => {
    expect(new Set(cases.map((each) => each[4]))).toEqual(new Set(OUTING_STATES))
  })
})

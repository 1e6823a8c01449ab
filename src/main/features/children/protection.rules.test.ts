import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONCERN_STEPS, type ConcernState } from '../../../shared/contract/child-protection.contract'
import { CONCERN_ACTS, concernTasks, notifyBy, refusalOf, stateAfter } from './protection.rules'

const STATES = Object.keys(CONCERN_ACTS) as ConcernState[]
const steps = fc.array(fc.record({ kind: fc.constantFrom(...CONCERN_STEPS) }))

describe('a concern', () => {
  test.each(STATES.flatMap((state) => CONCERN_STEPS.map((step) => [state, step] as const)))(
    '%s × %s has one answer: another state, or a reason',
    (state, step) => {
      const next = CONCERN_ACTS[state][step]
      if (refusalOf(state, step)) expect(next).toMatch(/^concern-/)
      else expect(STATES).toContain(next)
    },
  )
  test('is never closed before an authority was told of it', () => {
    fc.assert(
      fc.property(steps, (some) => {
        if (stateAfter(some) !== 'to-notify') expect(some.map((step) => step.kind)).toContain('notified')
      }),
    )
  })
  test('is not altered by a step that is refused', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...CONCERN_STEPS), (some, kind) => {
        const state = stateAfter(some)
        if (refusalOf(state, kind)) expect(stateAfter([...some, { kind }])).toBe(state)
      }),
    )
  })
})

describe('what it asks', () => {
  const open = {
    id: 'x',
    childId: 'c',
    childName: 'Ibarra, Camila',
    enteredAt: '2026-10-31T05:00:00.000Z',
    state: 'to-notify',
    lastStepOn: null,
  } as const
  test('the hours run from when it was written down, over the night and in the center’s own time', () => {
    expect(notifyBy(open.enteredAt, 24)).toBe('2026-11-01T05:00:00.000Z')
    expect(concernTasks([open], 24, '2026-10-31', 'America/Mexico_City')).toMatchObject([
      { kind: 'protection-notify', dueOn: '2026-10-31', facts: { day: '2026-10-31', time: '23:00' } },
    ])
  })
  test.each([
    ['2026-11-13', 0],
    ['2026-11-14', 1],
  ])('a fortnight without a step, on %s: %i task', (today, count) => {
    const told = { ...open, state: 'notified', lastStepOn: '2026-10-31' } as const
    expect(concernTasks([told], 24, today, 'America/Mexico_City')).toHaveLength(count)
    expect(concernTasks([{ ...told, state: 'closed' }], 24, today, 'America/Mexico_City')).toEqual([])
  })
})

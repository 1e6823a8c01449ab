import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PLACE_STATES } from '../../../shared/contract/place-states'
import { addDays } from '../../../shared/kernel/civil-date'
import { PLACE_ACTS, refusalOf, stateOf, TRANSITIONS, type Rest } from './allocation.rules'

const TODAY = '2026-10-15'
const open = { openedOn: '2026-09-01', endedOn: null }
const rest = (over: Partial<Rest> = {}): Rest => ({ cause: 'health', from: '2026-10-10', backOn: null, ...over })

describe('the state of a place', () => {
  test('is pending until its first day, active from it on, and ended once it has an end', () => {
    expect(stateOf({ ...open, openedOn: '2026-10-16' }, [], TODAY)).toBe('pending')
    expect(stateOf({ ...open, openedOn: TODAY }, [], TODAY)).toBe('active')
    expect(stateOf({ ...open, endedOn: '2026-10-14' }, [rest()], TODAY)).toBe('ended')
    expect(stateOf({ openedOn: '2026-11-01', endedOn: '2026-10-14' }, [], TODAY)).toBe('ended')
  })

  test('is suspended from the first day of a suspension until the day she is back', () => {
    const one = [rest({ from: TODAY, backOn: '2026-10-17' })]
    const days = [-1, 0, 1, 2].map((days) => stateOf(open, one, addDays(TODAY, days)))
    expect(days).toEqual(['active', 'suspended', 'suspended', 'active'])
  })

  test('is auto-suspended while she is away, whatever was suspended by hand, which then still holds', () => {
    const away = rest({ cause: 'away', backOn: '2026-10-16' })
    expect(stateOf(open, [rest(), away], TODAY)).toBe('auto-suspended')
    expect(stateOf(open, [rest(), away], '2026-10-16')).toBe('suspended')
    expect(stateOf({ ...open, openedOn: '2026-10-16' }, [away], TODAY)).toBe('pending')
  })
})

describe('the table of transitions', () => {
  test('answers for every act in every state', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...PLACE_STATES].sort())
    for (const state of PLACE_STATES) expect(Object.keys(TRANSITIONS[state]).sort()).toEqual([...PLACE_ACTS].sort())
  })

  test('lets nothing out of the end, and ends whatever is open', () => {
    for (const act of PLACE_ACTS) expect('to' in TRANSITIONS.ended[act], act).toBe(false)
    for (const state of PLACE_STATES)
      expect(refusalOf(state, 'end')).toBe(state === 'ended' ? 'place-ended-already' : null)
  })

  test('leads only to states that can be reached from days alone', () => {
    const day = fc.integer({ min: -20, max: 20 }).map((days) => addDays(TODAY, days))
    const aRest = fc.record({ cause: fc.constantFrom('health', 'away'), from: day, backOn: fc.option(day) })
    fc.assert(
      fc.property(day, fc.option(day), fc.array(aRest, { maxLength: 3 }), (openedOn, endedOn, rests) => {
        const [now, next] = [TODAY, addDays(TODAY, 1)].map((on) => stateOf({ openedOn, endedOn }, rests, on))
        if (!now || !next || now === next) return
        // Between two days a place begins, rests, comes back, or stays: what the table allows without an end.
        const reachable = PLACE_ACTS.filter((act) => act !== 'end').flatMap((act) => {
          const step = TRANSITIONS[now][act]
          return 'to' in step ? step.to : []
        })
        expect(reachable).toContain(next)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { ADMISSION_ACTS, ADMISSION_STATES, type AdmissionAct } from '../../../shared/contract/child-standing'
import { ADMISSION, afterAct, isOpen, possibleActs, regulariseBy } from './admission.rules'

/** Written out by hand, so that the table is not tested against itself. */
const MAY: Readonly<Record<string, string>> = {
  'requested send': 'in-dictamen',
  'requested withdraw': 'withdrawn',
  'requested enter-at-once': 'requested',
  'in-dictamen admit': 'admitted',
  'in-dictamen deny': 'denied',
  'in-dictamen withdraw': 'withdrawn',
  'in-dictamen enter-at-once': 'in-dictamen',
  'admitted enter': 'admitted',
  'denied review': 'in-dictamen',
}

const cases = ADMISSION_STATES.flatMap((state) =>
  ADMISSION_ACTS.flatMap((act) => [null, '2026-10-01'].map((enteredOn) => ({ state, act, enteredOn }))),
)

describe('an admission', () => {
  test.each(cases)('$state, $act, entered: $enteredOn', ({ state, act, enteredOn }) => {
    const to = MAY[`${state} ${act}`]
    const entering = act === 'enter' || act === 'enter-at-once'
    const answer = afterAct({ state, enteredOn }, act)
    if (!to) expect(answer).toEqual({ fault: 'admission-act-impossible' })
    else if (enteredOn && entering) expect(answer).toEqual({ fault: 'entered-already' })
    else if (enteredOn && act === 'withdraw') expect(answer).toEqual({ fault: 'lives-here-needs-decision' })
    else expect(answer).toEqual({ to })
  })

  test('what may be done is exactly what is not refused, and no act leads out of the states', () => {
    for (const { state, enteredOn } of cases) {
      const allowed = ADMISSION_ACTS.filter((act) => 'to' in afterAct({ state, enteredOn }, act))
      expect([...possibleActs({ state, enteredOn })].sort()).toEqual([...allowed].sort())
    }
    const reached = new Set(Object.values(ADMISSION).flatMap((acts) => Object.values(acts)))
    expect([...reached].every((state) => ADMISSION_STATES.includes(state))).toBe(true)
  })

  test('nothing but a decision closes an admission of a child who lives here already', () => {
    const closing = (state: 'requested' | 'in-dictamen'): AdmissionAct[] =>
      possibleActs({ state, enteredOn: '2026-10-01' }).filter((act) => !isOpen(ADMISSION[state][act] ?? state))
    expect(closing('requested')).toEqual([])
    expect(closing('in-dictamen')).toEqual(['admit', 'deny'])
  })

  test('an emergency admission is to be decided within the days of the rule, until it is', () => {
    const facts = { state: 'requested' as const, enteredOn: '2026-10-25', emergency: true }
    expect(regulariseBy(facts, 10)).toBe('2026-11-04')
    expect(regulariseBy({ ...facts, state: 'admitted' }, 10)).toBeNull()
    expect(regulariseBy({ ...facts, emergency: false }, 10)).toBeNull()
  })
})

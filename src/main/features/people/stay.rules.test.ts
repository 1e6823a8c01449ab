import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/kernel/civil-date'
import { absenceFault, awayLimit, STAY_ACTS, STAY_STATES, STAY_STEPS, stateOf, stepFault } from './stay.rules'

/** SM-1, written a second time as the office says it: what each state allows, and where it leads. */
const ALLOWED: Readonly<Record<string, string>> = {
  'none expect': 'registered',
  'none admit': 'active',
  'registered arrive': 'active',
  'registered cancelArrival': 'none',
  'active move': 'active',
  'active goAway': 'away',
  'active leave': 'left',
  'away move': 'away',
  'away comeBack': 'active',
  'away leave': 'left',
  'left expect': 'registered',
  'left admit': 'active',
  'left correctLeaving': 'left',
}

const REFUSED: Readonly<Record<string, string>> = {
  'none arrive': 'person-not-expected',
  'none cancelArrival': 'person-not-expected',
  'none move': 'person-not-here',
  'none goAway': 'person-not-here',
  'none comeBack': 'person-not-here',
  'none leave': 'person-not-here',
  'none correctLeaving': 'person-has-not-left',
  'registered expect': 'person-expected-already',
  'registered admit': 'person-expected-already',
  'registered move': 'person-not-here',
  'registered goAway': 'person-not-here',
  'registered comeBack': 'person-not-here',
  'registered leave': 'person-not-here',
  'registered correctLeaving': 'person-has-not-left',
  'active expect': 'person-here-already',
  'active arrive': 'person-here-already',
  'active cancelArrival': 'person-here-already',
  'active admit': 'person-here-already',
  'active comeBack': 'person-not-away',
  'active correctLeaving': 'person-has-not-left',
  'away expect': 'person-here-already',
  'away arrive': 'person-here-already',
  'away cancelArrival': 'person-here-already',
  'away admit': 'person-here-already',
  'away goAway': 'person-away-already',
  'away correctLeaving': 'person-has-not-left',
  'left arrive': 'person-not-expected',
  'left cancelArrival': 'person-not-expected',
  'left move': 'person-not-here',
  'left goAway': 'person-not-here',
  'left comeBack': 'person-not-here',
  'left leave': 'person-not-here',
}

const pairs = STAY_STATES.flatMap((state) => STAY_ACTS.map((act) => [state, act] as const))

describe('SM-1, every state × every act', () => {
  test.each(pairs)('%s × %s', (state, act) => {
    const step = STAY_STEPS[state][act]
    const key = `${state} ${act}`
    if ('to' in step) {
      expect(step.to).toBe(ALLOWED[key])
      expect(stepFault(state, act)).toBeUndefined()
    } else {
      expect(step.no).toBe(REFUSED[key])
      expect(stepFault(state, act)).toBe(REFUSED[key])
    }
  })

  test('nothing is said twice and nothing left out', () => {
    expect(Object.keys(ALLOWED).length + Object.keys(REFUSED).length).toBe(pairs.length)
  })
})

test('an open stay goes before an announced arrival, and that before having left', () => {
  const facts = { hasArrival: true, hasOpenStay: true, isAway: false, hasLeft: true }
  expect(stateOf(facts)).toBe('active')
  expect(stateOf({ ...facts, isAway: true })).toBe('away')
  expect(stateOf({ ...facts, hasOpenStay: false })).toBe('registered')
  expect(stateOf({ ...facts, hasOpenStay: false, hasArrival: false })).toBe('left')
  expect(stateOf({ hasArrival: false, hasOpenStay: false, isAway: false, hasLeft: false })).toBe('none')
})

test('an absence begins within the stay, not ahead of today, and is not expected to end before', () => {
  const facts = { today: '2026-10-31', admittedOn: '2026-10-01' }
  expect(absenceFault({ leftOn: '2026-11-01', expectedOn: null }, facts)).toBe('day-in-the-future')
  expect(absenceFault({ leftOn: '2026-09-30', expectedOn: null }, facts)).toBe('before-admission')
  expect(absenceFault({ leftOn: '2026-10-20', expectedOn: '2026-10-19' }, facts)).toBe('back-before-leaving')
  expect(absenceFault({ leftOn: '2026-10-01', expectedOn: '2026-10-01' }, facts)).toBeUndefined()
})

describe('the limit of days away', () => {
  const rule = { awayDays: 21, awayWarnDays: 5 }

  test('is warned of five days before and passed on the twenty-first', () => {
    const at = (day: string) => awayLimit('2026-10-01', day, rule)
    expect(at('2026-10-16')).toEqual({ limitOn: '2026-10-22', daysAway: 15, standing: 'within' })
    expect(at('2026-10-17').standing).toBe('soon')
    expect(at('2026-10-21').standing).toBe('soon')
    expect(at('2026-10-22')).toEqual({ limitOn: '2026-10-22', daysAway: 21, standing: 'past' })
  })

  test('never goes back as days pass, whatever the center has set', () => {
    const rank = { within: 0, soon: 1, past: 2 }
    fc.assert(
      fc.property(
        fc.record({ awayDays: fc.integer({ min: 1, max: 365 }), awayWarnDays: fc.integer({ min: 0, max: 60 }) }),
        fc.integer({ min: 0, max: 400 }),
        (set, days) => {
          const today = awayLimit('2026-01-01', addDays('2026-01-01', days), set)
          const tomorrow = awayLimit('2026-01-01', addDays('2026-01-01', days + 1), set)
          expect(rank[tomorrow.standing]).toBeGreaterThanOrEqual(rank[today.standing])
          expect(today.standing === 'past').toBe(days >= set.awayDays)
        },
      ),
    )
  })
})

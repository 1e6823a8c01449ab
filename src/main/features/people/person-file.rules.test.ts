import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALERT_KIND_NAMES,
  ALERT_STATES,
  CIRCLES,
  CIRCLE_NAMES,
  circlesOf,
} from '../../../shared/contract/alerts.contract'
import { PURPOSES } from '../../../shared/contract/consents.contract'
import { KEEP_APART_STATES } from '../../../shared/contract/keep-apart.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { ALERT_ACTS, alertState, circleFits, isInForce, ownerReads } from './alert.rules'
import { allows, consentState } from './consent.rules'
import { KEEP_APART_ACTS, keepApartState } from './keep-apart.rules'
import { monthEntries, placeEntries, withOwnPages } from './life.rules'
import { intakeTasks } from './person-tasks.rules'

const today = '2026-10-31'

describe('a pair, by the day', () => {
  const pair = { startsOn: '2026-10-01', reviewOn: '2027-01-01', closedOn: null }

  test.each([
    ['ahead', { startsOn: '2026-11-01' }],
    ['open', {}],
    ['review-due', { reviewOn: today }],
    ['closed', { closedOn: '2026-10-20' }],
  ] as const)('is %s', (state, change) => expect(keepApartState({ ...pair, ...change }, today)).toBe(state))

  test.each([
    ['ahead', 'done', 'done', 'keep-apart-open'],
    ['open', 'done', 'done', 'keep-apart-open'],
    ['review-due', 'done', 'done', 'keep-apart-open'],
    ['closed', 'keep-apart-closed', 'keep-apart-closed', 'done'],
  ] as const)('%s: revise %s, close %s, reopen %s', (state, revise, close, reopen) =>
    expect(KEEP_APART_ACTS[state]).toEqual({ revise, close, reopen }),
  )

  test('has no state without its acts', () => {
    expect(Object.keys(KEEP_APART_ACTS).sort()).toEqual([...KEEP_APART_STATES].sort())
  })
})

describe('an alert, by the day', () => {
  const alert = { startsOn: '2026-10-01', reviewOn: '2026-12-01', endsOn: null, closedOn: null }

  test.each([
    ['ahead', { startsOn: '2026-11-01' }],
    ['open', {}],
    ['open', { endsOn: today }],
    ['review-due', { reviewOn: today }],
    ['expired', { endsOn: '2026-10-30', reviewOn: '2026-10-15' }],
    ['closed', { closedOn: today, endsOn: '2026-10-30' }],
  ] as const)('is %s', (state, change) => expect(alertState({ ...alert, ...change }, today)).toBe(state))

  test.each(ALERT_STATES)('%s: reviewed and closed unless it is closed', (state) => {
    const expected = state === 'closed' ? 'alert-closed' : 'done'
    expect(ALERT_ACTS[state]).toEqual({ review: expected, close: expected })
    expect(isInForce(state)).toBe(state === 'open' || state === 'review-due')
  })

  test('circles lie one inside the other, and no kind is read more widely than it may be', () => {
    for (const [at, circle] of CIRCLE_NAMES.slice(1).entries())
      for (const role of CIRCLES[circle]) expect(CIRCLES[CIRCLE_NAMES[at] ?? 'office']).toContain(role)
    for (const kind of ALERT_KIND_NAMES)
      for (const circle of CIRCLE_NAMES) expect(circleFits(kind, circle)).toBe(circlesOf(kind).includes(circle))
    expect(circleFits('risk', 'office')).toBe(false)
    expect(circleFits('risk', 'direction')).toBe(true)
    expect([ownerReads('direction', 'mental-health'), ownerReads('health', 'mental-health')]).toEqual([false, true])
  })
})

describe('what she agreed to', () => {
  const paper = (answer: 'yes' | 'no', withdrawnOn: string | null = null) => ({ answer, withdrawnOn })

  test('a paper outweighs the register, whatever the register says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PURPOSES),
        fc.constantFrom(paper('yes'), paper('no'), paper('yes', today)),
        fc.constantFrom(true, false, null),
        (purpose, current, register) => {
          const state = consentState(purpose, current, register)
          expect(state).toBe(consentState(purpose, current, null))
          expect(allows(state)).toBe(current.answer === 'yes' && current.withdrawnOn === null)
        },
      ),
    )
  })

  test('without a paper the register speaks of taking part and of headquarters only', () => {
    for (const purpose of PURPOSES) {
      const speaks = purpose === 'participation' || purpose === 'headquarters'
      expect(consentState(purpose, undefined, true)).toBe(speaks ? 'register-yes' : 'unknown')
      expect(allows(consentState(purpose, undefined, true))).toBe(speaks)
      expect(allows(consentState(purpose, undefined, false))).toBe(false)
      expect(allows(consentState(purpose, undefined, null))).toBe(false)
    }
  })
})

describe('the line of time', () => {
  const place = { editionId: 'e', code: 'SM-01', title: 'Manejo de ansiedad', openedOn: '2026-10-01', endedOn: null }
  const of = (sensitive: number) => ({ ...place, sensitive, result: null, cause: null })

  test('of a sensitive group keeps the day, and nothing else, from who may not know', () => {
    const [entry] = withOwnPages(placeEntries({ readsSensitive: false, readsPairs: false }, [of(1)], []), 'p')
    expect(entry).toEqual({ area: 'places', kind: 'reserved', day: '2026-10-01', facts: {}, words: {}, path: null })
    expect(placeEntries({ readsSensitive: true, readsPairs: false }, [of(1)], [])[0]?.kind).toBe('placeOpened')
  })

  test('sums a month over open and sensitive groups for who may know, else over the open ones alone', () => {
    const month = { month: '2026-10', attended: 3, counted: 4, excused: 1, notHeld: 0 }
    const months = [
      { ...month, sensitive: 0, day: '2026-10-20' },
      { ...month, sensitive: 1, day: '2026-10-27' },
    ]
    const facts = (readsSensitive: boolean) =>
      monthEntries({ readsSensitive, readsPairs: false }, months).map((entry) => [entry.day, entry.facts['counted']])
    expect(facts(true)).toEqual([['2026-10-27', 8]])
    expect(facts(false)).toEqual([['2026-10-20', 4]])
  })
})

test('every woman without an intake stands in one task: her own if she came lately, else with all who came before', () => {
  const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 })
  fc.assert(
    fc.property(days, (ago) => {
      const women = ago.map((each, at) => ({
        personId: `p${at}`,
        stayId: `s${at}`,
        admittedOn: addDays(today, -each),
        surname1: 'Ruiz',
        surname2: null,
        givenNames: 'Ana',
      }))
      const tasks = intakeTasks(women, 10, today)
      const told = tasks.reduce((sum, task) => sum + (task.kind === 'intake' ? 1 : Number(task.facts['count'])), 0)
      expect(told).toBe(women.length)
      expect(new Set(tasks.map((task) => task.key)).size).toBe(tasks.length)
    }),
  )
})

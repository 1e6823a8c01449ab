import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PERMISSION_ACTS, PERMISSION_STATES, type PermissionAct } from '../../../shared/contract/permission-states'
import {
  may,
  needsNewRound,
  pairLines,
  PERMISSION_TABLE,
  permissionState,
  type OutingOf,
  type SignedFor,
} from './permission.rules'

/** What each state lets be done: said a second time, by hand, so that a slip in the table is seen. */
const ALLOWED: Readonly<Record<(typeof PERMISSION_STATES)[number], readonly PermissionAct[]>> = {
  draft: ['alter', 'submit', 'cancel'],
  consents: ['alter', 'review', 'sign', 'withdraw', 'cancel'],
  'to-authorise': ['alter', 'review', 'sign', 'withdraw', 'authorise', 'deny', 'return', 'cancel'],
  authorised: ['alter', 'review', 'sign', 'authorise', 'regularise', 'withdraw', 'pause', 'cancel'],
  paused: ['resume', 'withdraw', 'cancel'],
  denied: [],
  cancelled: [],
  expired: ['regularise'],
}

describe('every state × every act', () => {
  const pairs = PERMISSION_STATES.flatMap((state) => PERMISSION_ACTS.map((act) => [state, act] as const))
  test.each(pairs)('%s × %s', (state, act) => {
    expect(may(state, act)).toBe(ALLOWED[state].includes(act))
    for (const to of PERMISSION_TABLE[state][act] ?? []) expect(PERMISSION_STATES).toContain(to)
  })

  test('what is final leads nowhere: an emergency may still be put on paper, and stays expired', () => {
    expect([PERMISSION_TABLE.denied, PERMISSION_TABLE.cancelled]).toEqual([{}, {}])
    expect(PERMISSION_TABLE.expired).toEqual({ regularise: ['expired'] })
  })
})

const line = (office: number, director: number, open = true): OutingOf => ({ open, missing: { office, director } })

describe('how a permission stands', () => {
  test.each([
    ['nothing signed', [line(2, 1)], 'consents'],
    ['the direction signed and a consent was taken back', [line(1, 0)], 'consents'],
    ['only the direction is missing', [line(0, 1)], 'to-authorise'],
    ['nothing missing', [line(0, 0)], 'authorised'],
    ['one mother of a list has not signed', [line(1, 0), line(0, 0)], 'authorised'],
    ['one mother has, before the direction', [line(1, 1), line(0, 1)], 'to-authorise'],
    ['one was made, the next lacks a consent', [line(0, 0, false), line(1, 0)], 'consents'],
    ['all its days are over', [line(0, 0, false)], 'expired'],
    ['none is left', [], 'expired'],
  ] as const)('%s', (_name, outings, state) => {
    expect(permissionState('asked', outings)).toBe(state)
  })

  test('it does not expire while a child is out on it, not even paused', () => {
    expect(permissionState('asked', [line(0, 0, false)], 1)).toBe('authorised')
    expect(permissionState('paused', [line(0, 0, false)], 1)).toBe('paused')
    expect(permissionState('paused', [line(0, 0, false)])).toBe('expired')
  })

  test('a pause, a draft, a denial and a cancellation hold whatever is signed', () => {
    for (const stored of ['paused', 'draft', 'denied', 'cancelled'] as const)
      expect(permissionState(stored, [line(0, 0)])).toBe(stored)
  })

  test('never authorised while every open outing lacks something', () => {
    const outing = fc.record({
      open: fc.boolean(),
      missing: fc.record({ office: fc.nat(2), director: fc.nat(1) }),
    })
    fc.assert(
      fc.property(fc.array(outing), fc.nat(1), (outings, outNow) => {
        const complete = outings.some(({ missing }) => missing.office + missing.director === 0)
        if (permissionState('asked', outings, outNow) === 'authorised') expect(complete).toBe(true)
      }),
    )
  })
})

describe('lines of a child that is planned anew', () => {
  const on = (leavesOn: string, folio = '') => ({
    ...{ folio, leavesOn, leavesAt: '09:00', returnsOn: leavesOn, returnsAt: '17:00' },
  })
  const pairs = (standing: string[], wanted: string[]) =>
    pairLines(
      standing.map((day) => on(day, `of ${day}`)),
      wanted.map((day) => on(day)),
    ).map(([is, was]) => [is.leavesOn, was?.folio])

  test('one at the same times keeps its line and what was signed for it; the others move by their days, the rest is new', () => {
    expect(pairs(['2026-10-03', '2026-10-10'], ['2026-10-10'])).toEqual([['2026-10-10', 'of 2026-10-10']])
    expect(pairs(['2026-10-03', '2026-10-10'], ['2026-10-24', '2026-10-17', '2026-10-10'])).toEqual([
      ['2026-10-10', 'of 2026-10-10'],
      ['2026-10-17', 'of 2026-10-03'],
      ['2026-10-24', undefined],
    ])
  })

  test('no line serves two, and none of the same times serves another', () => {
    const days = fc.uniqueArray(fc.integer({ min: 10, max: 28 }).map((day) => `2026-10-${String(day)}`))
    fc.assert(
      fc.property(days, days, (standing, wanted) => {
        const found = pairs(standing, wanted)
        const used = found.flatMap(([, folio]) => folio ?? [])
        expect(new Set(used).size).toBe(used.length)
        expect(used).toHaveLength(Math.min(standing.length, wanted.length))
        for (const [day, folio] of found) if (standing.includes(day ?? '')) expect(folio).toBe(`of ${String(day)}`)
      }),
    )
  })
})

describe('a new round', () => {
  const was: SignedFor = {
    kind: 'family',
    destination: 'casa',
    transport: null,
    travels: false,
    adult: 'tia',
    returner: null,
    helpers: ['helper Ana', 'doctor Vera'],
    lines: [
      {
        childId: 'a',
        leavesOn: '2026-10-17',
        leavesAt: '09:00',
        returnsOn: '2026-10-18',
        returnsAt: '17:00',
        photo: null,
      },
      {
        childId: 'b',
        leavesOn: '2026-10-17',
        leavesAt: '09:00',
        returnsOn: '2026-10-18',
        returnsAt: '17:00',
        photo: true,
      },
    ],
  }
  const [first] = was.lines as [SignedFor['lines'][number]]
  test.each<[string, Partial<SignedFor>, boolean]>([
    ['nothing changes', {}, false],
    ['the same helpers in another order', { helpers: ['doctor Vera', 'helper Ana'] }, false],
    ['fewer children or days', { lines: [first] }, false],
    ['another kind', { kind: 'group' }, true],
    ['another place', { destination: 'parque' }, true],
    ['another way', { transport: 'taxi' }, true],
    ['further away', { travels: true }, true],
    ['another adult', { adult: 'abuela' }, true],
    ['somebody else brings her back', { returner: 'abuela' }, true],
    ['another helper', { helpers: ['helper Ana'] }, true],
    ['other hours', { lines: [{ ...first, returnsAt: '18:00' }] }, true],
    ['another child', { lines: [...was.lines, { ...first, childId: 'c' }] }, true],
    ['another answer about photographs', { lines: [{ ...first, photo: true }] }, true],
  ])('%s', (_name, change, anew) => {
    expect(needsNewRound(was, { ...was, ...change })).toBe(anew)
  })
})

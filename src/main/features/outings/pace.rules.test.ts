import { describe, expect, test } from 'vitest'
import { nightsIn, reasonsOfGroup, reasonsOfPace, tooSoonBefore, type Group } from './pace.rules'
import { problemWithGoers, problemWithTimes, reasonsAgainst } from './request.rules'
import { permissionTasks, type PermissionDue } from './outing-tasks.rules'
import { summaryOf } from './month-summary.rules'
import { aPlan, at, leaveFacts } from '../../../../tests/factories/leave-facts'

const NOW = at('2026-10-16', '10:00')
const pace = { nightsPerYear: 3, hoursBetween: 12, asOf: NOW }
const asked = (
  others = [aPlan()],
  outing = aPlan({ folio: 'new', leavesOn: '2026-10-24', returnsOn: '2026-10-25' }),
) => ({
  outing,
  others,
  pace,
})
const codes = (reasons: readonly { code: string }[]) => reasons.map((each) => each.code)
const JUDGED = at('2026-10-24', '09:00')

describe('nights', () => {
  test('count in the year in which they fall, as they were if it was made', () => {
    const newYear = aPlan({ leavesOn: '2026-12-30', returnsOn: '2027-01-02' })
    expect([nightsIn(newYear, '2026'), nightsIn(newYear, '2027')]).toEqual([2, 1])
    const late = aPlan({ out: at('2026-10-17', '09:00'), back: at('2026-10-20', '09:00') })
    expect(nightsIn(late, '2026')).toBe(3)
    expect(nightsIn(aPlan({ kind: 'medical' }), '2026')).toBe(0)
  })

  test('the last one within the limit may be, the next may not', () => {
    const made = (n: number) =>
      aPlan({
        folio: `m${String(n)}`,
        leavesOn: `2026-0${String(n)}-10`,
        returnsOn: `2026-0${String(n)}-11`,
        out: at(`2026-0${String(n)}-10`, '09:00'),
        back: at(`2026-0${String(n)}-11`, '09:00'),
      })
    expect(codes(reasonsOfPace(asked([made(1), made(2)]), JUDGED))).toEqual([])
    expect(reasonsOfPace(asked([made(1), made(2), made(3)]), JUDGED)).toEqual([
      { code: 'outing-nights', facts: { nights: 4, limit: 3, year: '2026' } },
    ])
  })

  test('of two plans that together go too far, only the later one gives way', () => {
    const early = aPlan({ folio: 'a', leavesOn: '2026-10-20', returnsOn: '2026-10-22' })
    const late = aPlan({ folio: 'b', leavesOn: '2026-10-24', returnsOn: '2026-10-26' })
    expect(codes(reasonsOfPace(asked([late], early), at('2026-10-20', '09:00')))).toEqual([])
    expect(codes(reasonsOfPace(asked([early], late), JUDGED))).toEqual(['outing-nights'])
  })
})

describe('rest', () => {
  const back = (time: string, day = '2026-10-23') =>
    aPlan({
      folio: 'last',
      leavesOn: '2026-10-23',
      returnsOn: '2026-10-23',
      returnsAt: '20:00',
      out: at('2026-10-23', '08:00'),
      back: at(day, time),
    })

  test('is counted from when she came back, to the minute', () => {
    expect(codes(reasonsOfPace(asked([back('21:00')]), JUDGED))).toEqual([])
    expect(reasonsOfPace(asked([back('21:01')]), JUDGED)).toEqual([
      { code: 'outing-too-soon', facts: { folio: 'last', hours: 12 } },
    ])
  })

  test('is not asked of doctors, school, papers and emergencies, before or after', () => {
    for (const kind of ['medical', 'school', 'papers', 'emergency'] as const) {
      expect(
        codes(
          reasonsOfPace(
            asked([back('23:00')], aPlan({ kind, leavesOn: '2026-10-24', returnsOn: '2026-10-24' })),
            JUDGED,
          ),
        ),
      ).toEqual([])
      expect(codes(reasonsOfPace(asked([{ ...back('23:00'), kind }]), JUDGED))).toEqual([])
    }
  })

  test('a request sees the one that it would come too close before', () => {
    const next = aPlan({ folio: 'next', leavesOn: '2026-10-26', leavesAt: '04:00', returnsOn: '2026-10-26' })
    expect(tooSoonBefore(asked([next]))).toEqual([
      { code: 'outing-too-soon-before', facts: { folio: 'next', hours: 12 } },
    ])
    expect(tooSoonBefore(asked([{ ...next, cancelledOn: '2026-10-01' }]))).toEqual([])
  })
})

describe('a group', () => {
  const group = (over: Partial<Group>): Group => ({
    children: 4,
    adults: 2,
    doctor: true,
    childrenPerAdult: 2,
    doctorFrom: 3,
    ...over,
  })
  test.each<[string, Partial<Group>, string[]]>([
    ['enough of both', {}, []],
    ['one child too many', { children: 5 }, ['outing-ratio']],
    ['no doctor', { doctor: false }, ['outing-no-doctor']],
    ['no doctor, and few enough', { doctor: false, children: 2 }, []],
    ['no doctor, and none is ever asked', { doctor: false, doctorFrom: 0 }, []],
    ['neither', { doctor: false, adults: 1 }, ['outing-ratio', 'outing-no-doctor']],
  ])('%s', (_name, over, expected) => {
    expect(codes(reasonsOfGroup(group(over)))).toEqual(expected)
  })
})

describe('a request', () => {
  test('sees any open permission of the same hours, whichever begins first', () => {
    const other = aPlan({
      folio: 'SAL-9',
      leavesOn: '2026-10-18',
      leavesAt: '10:00',
      returnsOn: '2026-10-18',
      returnsAt: '12:00',
    })
    expect(codes(reasonsAgainst(leaveFacts({ others: [other] })))).toEqual(['outing-overlap'])
    expect(codes(reasonsAgainst(leaveFacts({ others: [{ ...other, cancelledOn: '2026-10-01' }] })))).toEqual([])
  })

  test('has dates that fit together', () => {
    const day = (leavesOn: string, returnsOn = leavesOn) => ({
      leavesOn,
      leavesAt: '09:00',
      returnsOn,
      returnsAt: '17:00',
    })
    expect(problemWithTimes([day('2026-10-17'), day('2026-10-24')], 6)).toBe(null)
    expect(problemWithTimes([{ ...day('2026-10-17'), returnsAt: '09:00' }], 6)?.code).toBe(
      'outing-return-before-leaving',
    )
    expect(problemWithTimes([day('2026-10-18'), day('2026-10-17', '2026-10-18')], 6)).toEqual({
      code: 'occurrences-overlap',
      day: '2026-10-18',
    })
    expect(problemWithTimes([day('2026-10-17'), day('2027-04-17')], 6)).toBe(null)
    expect(problemWithTimes([day('2026-10-17'), day('2027-04-18')], 6)).toEqual({
      code: 'permission-too-long',
      months: 6,
    })
  })

  test('has somebody on each date, and a date for each child', () => {
    const goers = (...without: string[][]) =>
      problemWithGoers(
        ['a', 'b'],
        without.map((each, n) => ({ leavesOn: `2026-10-1${String(n)}`, without: each })),
      )
    expect(goers([], ['a'])).toBe(null)
    expect(goers(['a'], ['b'])).toBe(null)
    expect(goers(['a'], ['a', 'b'])).toEqual({ code: 'nobody-goes', day: '2026-10-11' })
    expect(goers(['b'], ['b', 'somebody else'])).toEqual({ code: 'child-never-goes', childId: 'b' })
  })
})

describe('tasks', () => {
  const due = (over: Partial<PermissionDue>): PermissionDue => ({
    id: 'p',
    folio: 'SA-1',
    state: 'authorised',
    round: 1,
    children: 'Camila',
    leavesOn: '2026-10-18',
    missing: [],
    reasons: [],
    owed: [],
    owedBy: null,
    ...over,
  })
  const kinds = (over: Partial<PermissionDue>) => permissionTasks(due(over), '2026-10-16').map((each) => each.kind)
  test.each<[string, Partial<PermissionDue>, string[]]>([
    ['nothing to decide', {}, []],
    ['the direction decides', { state: 'to-authorise' }, ['outing-to-authorise']],
    ['consents missing and the day near', { state: 'consents', missing: ['madre'] }, ['outing-consents']],
    ['consents missing and the day far', { state: 'consents', leavesOn: '2026-10-30' }, []],
    [
      'an emergency owes signatures',
      { state: 'expired', owed: ['madre'], owedBy: '2026-10-17' },
      ['outing-regularise'],
    ],
    ['the adult may no longer', { reasons: [{ code: 'outing-adult-ended' }] }, ['outing-no-longer']],
    [
      'her mother was transferred without her',
      { reasons: [{ code: 'outing-mother-transferred' }] },
      ['outing-mother-transferred-open'],
    ],
  ])('%s', (_name, over, expected) => {
    expect(kinds(over)).toEqual(expected)
  })
})

test('a month is counted by kind, each outing once', () => {
  expect(
    summaryOf(
      ['family', 'group', 'medical'],
      [
        { kind: 'medical', state: 'cancelled', nights: 0 },
        { kind: 'family', state: 'back', nights: 1 },
        { kind: 'family', state: 'back-late', nights: 2 },
        { kind: 'family', state: 'not-made', nights: 1 },
      ],
    ),
  ).toEqual([
    { kind: 'family', asked: 3, made: 2, late: 1, notMade: 1, cancelled: 0, notReturned: 0, nights: 3 },
    { kind: 'medical', asked: 1, made: 0, late: 0, notMade: 0, cancelled: 1, notReturned: 0, nights: 0 },
  ])
})

import { describe, expect, test } from 'vitest'
import { LEAVE_CODES, type LeaveCode } from '../../../shared/contract/outings.contract'
import { mayLeave, type LeaveFacts, type MotherLeft } from './may-leave.rules'
import type { OutingPlan } from './plan.rules'
import type { Group } from './pace.rules'
import { aLine, aPlan, at, leaveFacts as facts } from '../../../../tests/factories/leave-facts'

const THE_DAY = at('2026-10-17', '09:05')

const codes = (of: LeaveFacts, when = THE_DAY, live = true) => mayLeave(of, when, live).reasons.map(({ code }) => code)

/** Each reason as the one thing that is wrong, or as what it adds to whatever else is wrong. */
type Spoiler = readonly [(sound: LeaveFacts) => LeaveFacts, LeaveCode, kin?: string]

const withOther = (f: LeaveFacts, other: Partial<OutingPlan>): LeaveFacts => ({
  ...f,
  others: [...f.others, aPlan(other)],
})
const withLine = (f: LeaveFacts, line: Parameters<typeof aLine>[0]): LeaveFacts => ({ ...f, grid: [aLine(line)] })
const outing = (f: LeaveFacts, over: Partial<OutingPlan>): LeaveFacts => ({ ...f, outing: { ...f.outing, ...over } })
const staff = (suspended: boolean) => ({ name: 'Marta', adultId: null, fromHouse: 'staff', suspended }) as const
const group = (over: Partial<Group>): Group => ({
  ...{ children: 2, adults: 1, doctor: false, childrenPerAdult: 2, doctorFrom: 0 },
  ...over,
})
const uncle = { name: 'Óscar Tirado', adultId: 'tio', fromHouse: null, suspended: false }
const withReturner = (f: LeaveFacts, line: Parameters<typeof aLine>[0]): LeaveFacts => ({
  ...f,
  returner: uncle,
  grid: [...f.grid, aLine({ adultId: 'tio', name: uncle.name, document: null, ...line })],
})
const left = (f: LeaveFacts, cause: MotherLeft): LeaveFacts => ({ ...f, motherLeft: { on: '2026-10-12', cause } })
const state = (f: LeaveFacts, stored: LeaveFacts['permission']['state']): LeaveFacts => ({
  ...f,
  permission: { ...f.permission, state: stored, stateOn: '2026-10-10', stateReason: 'oficio' },
})

/** Of one kin only one can be wrong at once. */
const kin = (name: string, rows: Readonly<Record<string, Spoiler>>): Readonly<Record<string, Spoiler>> =>
  Object.fromEntries(Object.entries(rows).map(([what, [spoil, code]]) => [what, [spoil, code, name]]))

const SPOILERS: Readonly<Record<string, Spoiler>> = {
  ...kin('adult', {
    'the adult is forbidden by an order': [(f) => withLine(f, { order: 'Oficio 1184/2026' }), 'outing-adult-forbidden'],
    'the adult is listed but may not': [(f) => withLine(f, { mayNot: true }), 'outing-adult-may-not'],
    "the adult's authority is yet to begin": [(f) => withLine(f, { from: '2026-10-18' }), 'outing-adult-not-yet'],
    "the adult's authority has ended": [(f) => withLine(f, { until: '2026-10-16' }), 'outing-adult-ended'],
    'the adult is not on the list': [(f) => ({ ...f, grid: [] }), 'outing-adult-unlisted'],
    'a member of staff who leads was suspended': [
      (f) => ({ ...outing(f, { kind: 'group' }), escort: staff(true) }),
      'outing-adult-suspended',
    ],
  }),
  ...kin('returner', {
    'who brings her back is forbidden': [
      (f) => withReturner(f, { order: 'Oficio 9/2026' }),
      'outing-returner-forbidden',
    ],
    'who brings her back may not': [(f) => withReturner(f, { mayNot: true }), 'outing-returner-may-not'],
    'who brings her back may only later': [(f) => withReturner(f, { from: '2026-10-19' }), 'outing-returner-not-yet'],
    'the right to bring her back ends while she is away': [
      (f) => withReturner(f, { until: '2026-10-17' }),
      'outing-returner-ended',
    ],
  }),
  'a signature is missing': [(f) => ({ ...f, signatures: f.signatures.slice(1) }), 'outing-signature-missing'],
  'the child is out on another outing': [
    (f) => withOther(f, { folio: 'SAL-001', leavesOn: '2026-10-16', out: at('2026-10-16', '09:10') }),
    'outing-child-out',
  ],
  'an earlier permission holds the same hours': [
    (f) => withOther(f, { folio: 'SAL-002', leavesAt: '08:00' }),
    'outing-overlap',
  ],
  'the child no longer lives here': [
    (f) => ({ ...f, child: { ...f.child, livesHereUntil: '2026-10-16' } }),
    'outing-child-gone',
  ],
  ...kin('mother', {
    'her mother was released without her': [(f) => left(f, 'release'), 'outing-mother-released'],
    'her mother was transferred without her': [(f) => left(f, 'transfer'), 'outing-mother-transferred'],
    'her mother died': [(f) => left(f, 'death'), 'outing-mother-died'],
    'her mother left in another way': [(f) => left(f, 'other'), 'outing-mother-left'],
  }),
  ...kin('state', {
    'it is only a draft': [(f) => state(f, 'draft'), 'outing-draft'],
    'the permission is paused': [(f) => state(f, 'paused'), 'outing-paused'],
    'the permission was denied': [(f) => state(f, 'denied'), 'outing-denied'],
    'the permission was cancelled': [(f) => state(f, 'cancelled'), 'outing-cancelled'],
  }),
  'the outing was cancelled': [(f) => outing(f, { cancelledOn: '2026-10-15' }), 'outing-cancelled'],
  ...kin('movement', {
    'the child has left already': [(f) => outing(f, { out: at('2026-10-17', '09:01') }), 'outing-already-left'],
    'the child has left and come back already': [
      (f) => outing(f, { out: at('2026-10-17', '09:01'), back: at('2026-10-17', '09:03') }),
      'outing-already-back',
    ],
  }),
  ...kin('day', {
    'its day has not come': [
      (f) => outing(f, { leavesOn: '2026-10-18', leavesAt: '10:00', returnsOn: '2026-10-19' }),
      'outing-too-early',
    ],
    'its day is over': [(f) => outing(f, { leavesOn: '2026-10-16' }), 'outing-too-late'],
  }),
  ...kin('pace', {
    'she would be away too many nights': [(f) => ({ ...f, pace: { ...f.pace, nightsPerYear: 0 } }), 'outing-nights'],
    'it comes too soon after the last': [
      (f) =>
        withOther(f, {
          ...{ folio: 'SAL-003', leavesOn: '2026-10-16', returnsOn: '2026-10-16' },
          ...{ out: at('2026-10-16', '20:00'), back: at('2026-10-17', '08:00') },
        }),
      'outing-too-soon',
    ],
  }),
  ...kin('group', {
    'the group has too few adults': [(f) => ({ ...f, group: group({ children: 3 }) }), 'outing-ratio'],
    'the group has no doctor': [(f) => ({ ...f, group: group({ doctorFrom: 2 }) }), 'outing-no-doctor'],
  }),
}

describe('may this child leave', () => {
  test('yes, when every fact is there', () => {
    expect(mayLeave(facts(), THE_DAY, true)).toEqual({ may: true, reasons: [] })
  })

  test.each(Object.entries(SPOILERS))('no, when %s: that reason alone', (_name, [spoil, code]) => {
    expect(mayLeave(spoil(facts()), THE_DAY, true).may).toBe(false)
    expect(codes(spoil(facts()))).toEqual([code])
  })

  /** Two that cannot be wrong at once, or of which one hides what the other looks at. */
  const never = (a: Spoiler, b: Spoiler): boolean => {
    const is = (one: LeaveCode, other: string): boolean =>
      (a[1] === one && (b[1] === other || b[2] === other)) || (b[1] === one && (a[1] === other || a[2] === other))
    return (
      (a[2] !== undefined && a[2] === b[2]) ||
      // A permission that holds another begins before it, and none whose own day is over holds anybody.
      is('outing-overlap', 'outing-too-late') ||
      // Rest is counted up to the planned leaving, and nobody rests who is still out.
      is('outing-too-soon', 'day') ||
      is('outing-too-soon', 'outing-child-out') ||
      // A right that begins on the day of a later return is there in time.
      is('outing-returner-not-yet', 'outing-too-early') ||
      // Who came back on the same day was away no night.
      is('outing-nights', 'outing-already-back')
    )
  }
  const pairs = Object.entries(SPOILERS).flatMap(([nameA, a], index) =>
    Object.entries(SPOILERS)
      .slice(index + 1)
      .filter(([, b]) => !never(a, b))
      .map(([nameB, b]) => ({ name: `${nameA} and ${nameB}`, a, b })),
  )
  test.each(pairs)('no, for both reasons, when $name', ({ a, b }) => {
    expect(codes(b[0](a[0](facts())))).toEqual(expect.arrayContaining([a[1], b[1]]))
  })

  test('every reason of the contract is shown above, but for the one that only a request can meet', () => {
    const shown = new Set<string>(Object.values(SPOILERS).map(([, code]) => code))
    expect(LEAVE_CODES.filter((code) => !shown.has(code))).toEqual(['outing-too-soon-before'])
  })

  test('each missing authorisation is a reason of its own, by name', () => {
    const { reasons } = mayLeave(facts({ signatures: [] }), THE_DAY)
    expect(reasons.map((reason) => reason.facts?.['authorisation'])).toEqual(['madre', 'trabajo social', 'dirección'])
  })

  test('a denial speaks for the outing that it called off and for the signature that it withheld, for nothing else', () => {
    const denied = state(facts(), 'denied')
    const unsigned = denied.signatures.filter((each) => each.authorisation !== 'dirección')
    const calledOff = outing({ ...denied, signatures: unsigned }, { cancelledOn: denied.permission.stateOn })
    expect(codes(calledOff)).toEqual(['outing-denied'])
    expect(codes({ ...calledOff, signatures: [] })).toEqual([
      'outing-denied',
      'outing-signature-missing',
      'outing-signature-missing',
    ])
    expect(codes(outing(denied, { cancelledOn: '2026-10-09' }))).toEqual(['outing-denied', 'outing-cancelled'])
  })

  test('a signature dated after the day does not count yet', () => {
    const signatures = facts().signatures.map((each) => ({ ...each, signedOn: '2026-10-18' }))
    expect(codes(facts({ signatures }))).toHaveLength(3)
  })

  test('the last day of an authority still counts; the day after does not', () => {
    const grid = [aLine({ until: '2026-10-17' })]
    const day = aPlan({ returnsOn: '2026-10-17' })
    expect(codes(facts({ grid, outing: day }))).toEqual([])
    // Taking out ended in time, bringing back does not: an adult who loses that right on the way may not leave with her.
    expect(codes(facts({ grid }))).toEqual(['outing-returner-ended'])
    const outing = aPlan({ leavesOn: '2026-10-18', leavesAt: '09:00', returnsOn: '2026-10-19' })
    expect(mayLeave(facts({ grid, outing }), at('2026-10-18', '09:00')).reasons).toEqual([
      {
        code: 'outing-adult-ended',
        facts: { adult: 'Daniela Torres Domínguez', ended: '2026-10-17' },
      },
    ])
  })

  test('leaving early or late on its own day is no reason; after the planned return it is', () => {
    const outing = aPlan({ returnsOn: '2026-10-17', returnsAt: '13:00' })
    expect(codes(facts({ outing }), at('2026-10-17', '07:00'))).toEqual([])
    expect(codes(facts({ outing }), at('2026-10-17', '12:59'))).toEqual([])
    expect(codes(facts({ outing }), at('2026-10-17', '13:00'))).toEqual(['outing-too-late'])
  })
})

describe('the adult', () => {
  test('an order beats everything, and comes first', () => {
    const forbidden = aLine({ order: 'Oficio 1184/2026', until: '2020-01-01' })
    const { reasons } = mayLeave(facts({ grid: [forbidden], signatures: [] }), THE_DAY)
    expect(reasons[0]).toEqual({
      code: 'outing-adult-forbidden',
      facts: { adult: 'Daniela Torres Domínguez', order: 'Oficio 1184/2026' },
    })
    expect(reasons.filter((reason) => reason.code.startsWith('outing-adult'))).toHaveLength(1)
  })

  const father = { adultId: 'padre', mayNot: true, order: 'X' }
  const forbiddenMan = aLine({ ...father, name: 'RAMIRO  SALAS TOVAR', document: null })
  test('an order is found by name too, whatever the accents, and also against a member of staff', () => {
    const escort = { name: 'Ramiro Salas Továr', adultId: null, fromHouse: 'staff', suspended: false } as const
    const group = aPlan({ kind: 'group' })
    expect(codes(facts({ outing: group, escort, grid: [forbiddenMan] }))).toEqual(['outing-adult-forbidden'])
  })

  test('an order is found by the same document under another name', () => {
    const grid = [aLine(), aLine({ ...father, name: 'Otro Nombre', document: 'ine-1651' })]
    expect(codes(facts({ grid }))).toEqual(['outing-adult-forbidden'])
  })

  test('of two namesakes, nobody may leave with "one of them"', () => {
    const grid = [aLine({ adultId: 'a' }), aLine({ adultId: 'b' })]
    const escort = { ...facts().escort, adultId: null }
    expect(codes(facts({ grid, escort }))).toEqual(['outing-adult-unlisted'])
  })

  test('an instructor or member of staff may lead a group outing, and no other', () => {
    for (const fromHouse of ['instructor', 'staff'] as const) {
      const escort = { name: 'Lic. Abril Zamora', adultId: null, fromHouse, suspended: false }
      expect(codes(facts({ escort, outing: aPlan({ kind: 'group' }) }))).toEqual([])
      expect(codes(facts({ escort, outing: aPlan({ kind: 'medical' }) }))).toEqual(['outing-adult-unlisted'])
    }
  })

  test('a member of staff who was suspended leads no group', () => {
    expect(codes(facts({ escort: staff(true), outing: aPlan({ kind: 'group' }) }))).toEqual(['outing-adult-suspended'])
  })
})

describe('two permissions', () => {
  const first = aPlan({ folio: 'SAL-001', leavesOn: '2026-10-03', returnsOn: '2026-10-04' })
  const second = aPlan({
    folio: 'SAL-008',
    leavesOn: '2026-10-04',
    leavesAt: '10:00',
    returnsOn: '2026-10-04',
    returnsAt: '12:00',
  })

  test('the child who is out on the first may not leave on the second, and the folio says which', () => {
    const out = { ...first, out: at('2026-10-03', '09:12'), back: at('2026-10-04', '16:40') }
    expect(mayLeave(facts({ outing: second, others: [out] }), at('2026-10-04', '10:00')).reasons).toEqual([
      { code: 'outing-child-out', facts: { folio: 'SAL-001' } },
    ])
  })

  test('the first is not held by the second', () => {
    expect(codes(facts({ outing: first, others: [second] }), at('2026-10-03', '09:00'))).toEqual([])
  })

  test('one that is cancelled, back, or went unused holds nobody', () => {
    const early = { ...first, leavesOn: '2026-10-04', leavesAt: '09:00', returnsAt: '17:00' }
    expect(codes(facts({ outing: second, others: [early] }), at('2026-10-04', '10:00'))).toEqual(['outing-overlap'])
    const cancelled = { ...early, cancelledOn: '2026-10-03' }
    const back = { ...early, out: at('2026-10-04', '09:00'), back: at('2026-10-04', '09:40') }
    for (const other of [cancelled, back, first])
      expect(
        codes(
          facts({ outing: second, others: [other], pace: { ...facts().pace, hoursBetween: 0 } }),
          at('2026-10-04', '10:00'),
        ),
      ).toEqual([])
  })

  test('a clock set back lets nobody out twice: at the gate an open leaving counts whatever its time', () => {
    const open = { ...first, out: at('2026-10-05', '09:12') }
    expect(codes(facts({ outing: second, others: [open] }), at('2026-10-04', '10:00'), true)).toEqual([
      'outing-child-out',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OUTING_STATES, type LeaveCode } from '../../../shared/contract/outings.contract'
import { isAway, mayLeave, stateOf, type At, type GridLine, type LeaveFacts, type OutingPlan } from './outings.rules'

const at = (day: string, time: string): At => ({ day, time })
const THE_DAY = at('2026-10-17', '09:05')

const aPlan = (overrides: Partial<OutingPlan> = {}): OutingPlan => ({
  folio: 'SAL-100',
  kind: 'family',
  leavesOn: '2026-10-17',
  leavesAt: '09:00',
  returnsOn: '2026-10-18',
  returnsAt: '17:00',
  cancelledOn: null,
  out: null,
  back: null,
  ...overrides,
})

const aLine = (overrides: Partial<GridLine> = {}): GridLine => ({
  adultId: 'tia',
  name: 'Daniela Torres Domínguez',
  document: 'INE 1651',
  mayCollect: true,
  validUntil: '2027-03-31',
  forbiddenBy: null,
  ...overrides,
})

/** A child who may leave: every test takes away what it is about. */
const facts = (overrides: Partial<LeaveFacts> = {}): LeaveFacts => ({
  outing: aPlan(),
  child: { livesHereFrom: '2025-11-28', livesHereUntil: null },
  escort: { name: 'Daniela Torres Domínguez', adultId: 'tia', fromHouse: null, suspended: false },
  grid: [aLine()],
  required: ['madre', 'trabajo social', 'dirección'],
  signatures: [
    { authorisation: 'madre', signedOn: '2026-10-01' },
    { authorisation: 'trabajo social', signedOn: null },
    { authorisation: 'Dirección', signedOn: '2026-10-02' },
  ],
  others: [],
  ...overrides,
})

const codes = (of: LeaveFacts, when = THE_DAY, live = true) => mayLeave(of, when, live).reasons.map(({ code }) => code)

/** Each reason as the one thing that is wrong, or as what it adds to whatever else is wrong. */
const SPOILERS: Readonly<Record<string, readonly [(sound: LeaveFacts) => LeaveFacts, LeaveCode, kin?: string]>> = {
  'the adult is forbidden by an order': [
    (f) => ({ ...f, grid: f.grid.map((line) => ({ ...line, mayCollect: false, forbiddenBy: 'Oficio 1184/2026' })) }),
    'outing-adult-forbidden',
    'adult',
  ],
  'the adult is listed but may not collect': [
    (f) => ({ ...f, grid: f.grid.map((line) => ({ ...line, mayCollect: false })) }),
    'outing-adult-may-not',
    'adult',
  ],
  "the adult's authority has ended": [
    (f) => ({ ...f, grid: f.grid.map((line) => ({ ...line, validUntil: '2026-10-16' })) }),
    'outing-adult-ended',
    'adult',
  ],
  'the adult is not on the list': [(f) => ({ ...f, grid: [] }), 'outing-adult-unlisted', 'adult'],
  'a signature is missing': [(f) => ({ ...f, signatures: f.signatures.slice(1) }), 'outing-signature-missing'],
  'the child is out on another outing': [
    (f) => ({
      ...f,
      others: [...f.others, aPlan({ folio: 'SAL-001', leavesOn: '2026-10-16', out: at('2026-10-16', '09:10') })],
    }),
    'outing-child-out',
  ],
  'an earlier permission holds the same hours': [
    (f) => ({ ...f, others: [...f.others, aPlan({ folio: 'SAL-002', leavesAt: '08:00' })] }),
    'outing-overlap',
  ],
  'the child no longer lives here': [
    (f) => ({ ...f, child: { ...f.child, livesHereUntil: '2026-10-16' } }),
    'outing-child-gone',
  ],
  'the outing was cancelled': [
    (f) => ({ ...f, outing: { ...f.outing, cancelledOn: '2026-10-15' } }),
    'outing-cancelled',
  ],
  'the child has left already': [
    (f) => ({ ...f, outing: { ...f.outing, out: at('2026-10-17', '09:01') } }),
    'outing-already-left',
    'movement',
  ],
  'the child has left and come back already': [
    (f) => ({ ...f, outing: { ...f.outing, out: at('2026-10-17', '09:01'), back: at('2026-10-17', '09:03') } }),
    'outing-already-back',
    'movement',
  ],
  'its day has not come': [
    (f) => ({ ...f, outing: { ...f.outing, leavesOn: '2026-10-18', leavesAt: '10:00' } }),
    'outing-too-early',
    'day',
  ],
  'its day is over': [(f) => ({ ...f, outing: { ...f.outing, leavesOn: '2026-10-16' } }), 'outing-too-late', 'day'],
}

describe('may this child leave', () => {
  test('yes, when every fact is there', () => {
    expect(mayLeave(facts(), THE_DAY, true)).toEqual({ may: true, reasons: [] })
  })

  test.each(Object.entries(SPOILERS))('no, when %s: that reason alone', (_name, [spoil, code]) => {
    expect(mayLeave(spoil(facts()), THE_DAY, true).may).toBe(false)
    expect(codes(spoil(facts()))).toEqual([code])
  })

  const pairs = Object.entries(SPOILERS).flatMap(([nameA, a], index) =>
    Object.entries(SPOILERS)
      .slice(index + 1)
      .filter(([, b]) => a[2] === undefined || a[2] !== b[2])
      // A permission that holds another begins before it, and none whose own day is over holds anybody.
      .filter(([, b]) => !(a[1] === 'outing-overlap' && b[1] === 'outing-too-late'))
      .map(([nameB, b]) => ({ name: `${nameA} and ${nameB}`, a, b })),
  )
  test.each(pairs)('no, for both reasons, when $name', ({ a, b }) => {
    expect(codes(b[0](a[0](facts())))).toEqual(expect.arrayContaining([a[1], b[1]]))
    expect(codes(a[0](b[0](facts())))).toEqual(expect.arrayContaining([a[1], b[1]]))
  })

  test('every reason of the contract is shown above', () => {
    const shown = new Set(Object.values(SPOILERS).map(([, code]) => code))
    expect(OUTING_STATES.length).toBe(8)
    expect([...shown, 'outing-adult-suspended'].sort()).toEqual(
      [
        'outing-adult-ended',
        'outing-adult-forbidden',
        'outing-adult-may-not',
        'outing-adult-suspended',
        'outing-adult-unlisted',
        'outing-already-back',
        'outing-already-left',
        'outing-cancelled',
        'outing-child-gone',
        'outing-child-out',
        'outing-overlap',
        'outing-signature-missing',
        'outing-too-early',
        'outing-too-late',
      ].sort(),
    )
  })

  test('each missing authorisation is a reason of its own, by name', () => {
    const { reasons } = mayLeave(facts({ signatures: [] }), THE_DAY)
    expect(reasons.map((reason) => reason.facts?.['authorisation'])).toEqual(['madre', 'trabajo social', 'dirección'])
  })

  test('a signature dated after the day does not count yet', () => {
    const signatures = facts().signatures.map((each) => ({ ...each, signedOn: '2026-10-18' }))
    expect(codes(facts({ signatures }))).toHaveLength(3)
  })

  test('the last day of an authority still counts; the day after does not', () => {
    const grid = [aLine({ validUntil: '2026-10-17' })]
    expect(codes(facts({ grid }))).toEqual([])
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
    const forbidden = aLine({ mayCollect: false, forbiddenBy: 'Oficio 1184/2026', validUntil: '2020-01-01' })
    const { reasons } = mayLeave(facts({ grid: [forbidden], signatures: [] }), THE_DAY)
    expect(reasons[0]).toEqual({
      code: 'outing-adult-forbidden',
      facts: { adult: 'Daniela Torres Domínguez', order: 'Oficio 1184/2026' },
    })
    expect(reasons.filter((reason) => reason.code.startsWith('outing-adult'))).toHaveLength(1)
  })

  const forbiddenMan = aLine({
    adultId: 'padre',
    name: 'RAMIRO  SALAS TOVAR',
    document: null,
    mayCollect: false,
    forbiddenBy: 'X',
  })
  test('an order is found by name too, whatever the accents, and also against a member of staff', () => {
    const escort = { name: 'Ramiro Salas Továr', adultId: null, fromHouse: 'staff', suspended: false } as const
    const group = aPlan({ kind: 'group' })
    expect(codes(facts({ outing: group, escort, grid: [forbiddenMan] }))).toEqual(['outing-adult-forbidden'])
  })

  test('an order is found by the same document under another name', () => {
    const grid = [
      aLine(),
      aLine({ adultId: 'padre', name: 'Otro Nombre', document: 'ine-1651', mayCollect: false, forbiddenBy: 'X' }),
    ]
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
    const escort = { name: 'Marta', adultId: null, fromHouse: 'staff', suspended: true } as const
    expect(codes(facts({ escort, outing: aPlan({ kind: 'group' }) }))).toEqual(['outing-adult-suspended'])
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
      expect(codes(facts({ outing: second, others: [other] }), at('2026-10-04', '10:00'))).toEqual([])
  })

  test('a clock set back lets nobody out twice: at the gate an open leaving counts whatever its time', () => {
    const open = { ...first, out: at('2026-10-05', '09:12') }
    expect(codes(facts({ outing: second, others: [open] }), at('2026-10-04', '10:00'), true)).toEqual([
      'outing-child-out',
    ])
  })
})

describe('how an outing stands', () => {
  const GRACE = 15
  const out = at('2026-10-17', '09:05')
  const cases: readonly [string, Partial<OutingPlan>, number, At, string, number][] = [
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
    ['out although cancelled: still out', { out, cancelledOn: '2026-10-17' }, 0, at('2026-10-18', '10:00'), 'out', 0],
  ]
  test.each(cases)('%s', (_name, plan, missing, now, state, lateMinutes) => {
    expect(stateOf(aPlan(plan), missing, GRACE, now)).toEqual({ state, lateMinutes })
  })

  test('every state is shown above', () => {
    expect(new Set(cases.map((each) => each[4]))).toEqual(new Set(OUTING_STATES))
  })
})

/**
 * Random acts on two permissions of one child, the clock moving both ways, against what must never happen. The model
 * keeps only what the gate keeps: who signed, which movements stand.
 */
describe('whatever happens', () => {
  const DOES = {
    sign: 12,
    unsign: 1,
    leave: 3,
    comeBack: 2,
    cancel: 1,
    wait: 3,
    forbid: 1,
    allow: 1,
  } as const
  const step = fc.record({
    does: fc.oneof(
      ...Object.entries(DOES).map(([does, weight]) => ({ weight, arbitrary: fc.constant(does as keyof typeof DOES) })),
    ),
    on: fc.constantFrom<(0 | 1)[]>(0, 1),
    which: fc.nat(2),
    minutes: fc.integer({ min: -200, max: 240 }),
  })
  const clock = (minutes: number): At => {
    const text = new Date(Date.UTC(2026, 9, 17) + minutes * 60_000).toISOString()
    return at(text.slice(0, 10), text.slice(11, 16))
  }

  test('no child is out twice, none leaves unsigned, forbidden or cancelled, and the count is never lost', () => {
    let left = 0
    const required = ['madre', 'trabajo social', 'dirección']
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const plans: [OutingPlan, OutingPlan] = [
          aPlan({ folio: 'A', returnsOn: '2026-10-17', returnsAt: '20:00' }),
          aPlan({ folio: 'B', leavesAt: '12:00', returnsOn: '2026-10-18' }),
        ]
        const signed: [Set<string>, Set<string>] = [new Set(), new Set()]
        let minutes = 8 * 60
        let forbidden = false
        let inside = 1
        for (const each of steps) {
          const now = clock(minutes)
          if (each.does === 'wait') minutes = Math.max(0, minutes + each.minutes)
          else if (each.does === 'forbid' || each.does === 'allow') forbidden = each.does === 'forbid'
          else if (each.does === 'sign') signed[each.on].add(required[each.which] ?? '')
          else if (each.does === 'unsign') signed[each.on].delete(required[each.which] ?? '')
          else if (each.does === 'cancel') {
            if (!plans[each.on].out) plans[each.on] = { ...plans[each.on], cancelledOn: now.day }
          } else if (each.does === 'comeBack') {
            const plan = plans[each.on]
            if (plan.out && !plan.back) {
              plans[each.on] = { ...plan, back: now }
              inside += 1
            }
          } else {
            const answer = mayLeave(
              facts({
                outing: plans[each.on],
                others: [plans[1 - each.on] as OutingPlan],
                grid: [aLine(forbidden ? { mayCollect: false, forbiddenBy: 'X' } : {})],
                signatures: [...signed[each.on]].map((authorisation) => ({ authorisation, signedOn: null })),
              }),
              now,
              true,
            )
            expect(answer.may).toBe(answer.reasons.length === 0)
            if (!answer.may) continue
            expect(inside).toBe(1)
            expect(signed[each.on].size).toBe(3)
            expect(forbidden).toBe(false)
            expect(plans[each.on]).toMatchObject({ out: null, back: null, cancelledOn: null, leavesOn: now.day })
            plans[each.on] = { ...plans[each.on], out: now }
            inside -= 1
            left += 1
          }
          expect(plans.filter((plan) => isAway(plan, clock(minutes), true)).length).toBe(1 - inside)
        }
      }),
      { numRuns: 400, seed: 20261017 },
    )
    // The walk would prove nothing if nobody ever left.
    expect(left).toBeGreaterThan(50)
  })
})

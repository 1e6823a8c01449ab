import { expect, test } from 'vitest'
import { monthFigures, type MonthFacts } from './month.rules'

const session = (overrides: Partial<MonthFacts['sessions'][number]> = {}): MonthFacts['sessions'][number] => ({
  axisId: 'a',
  day: '2026-10-06',
  startsAt: '10:00',
  endsAt: '12:00',
  cancelledCause: null,
  marks: { A: 8, F: 2 },
  ...overrides,
})
const outing = (overrides: Partial<MonthFacts['outings'][number]> = {}): MonthFacts['outings'][number] => ({
  leavesOn: '2026-10-03',
  returnsOn: '2026-10-03',
  returnsAt: '17:00',
  cancelled: false,
  outOn: '2026-10-03',
  backOn: '2026-10-03',
  backAt: '17:00',
  ...overrides,
})
const figures = (overrides: Partial<MonthFacts>, today = '2026-10-31') =>
  monthFigures(
    {
      stays: [],
      axes: [
        { id: 'a', name: 'Capacitación laboral' },
        { id: 'b', name: 'Sin sesiones' },
      ],
      sessions: [],
      certificates: 0,
      outings: [],
      graceMinutes: 15,
      ...overrides,
    },
    '2026-10',
    today,
  )

test('women: who was there at the start, who came, who left and why, who is there at the end', () => {
  const stay = (admittedOn: string, leftOn: string | null, leftCause: string | null = null) => ({
    admittedOn,
    leftOn,
    leftCause,
  })
  const stays = [
    stay('2025-01-01', null),
    stay('2025-01-01', '2026-10-01', 'release'),
    stay('2025-01-01', '2026-10-31', 'transfer'),
    stay('2026-10-01', null),
    stay('2026-10-15', '2026-10-20', 'release'),
    stay('2026-09-30', '2026-11-01', 'release'),
  ]
  expect(figures({ stays }).women).toEqual({
    atStart: 4,
    admitted: 2,
    left: [
      { code: 'release', count: 2 },
      { code: 'transfer', count: 1 },
    ],
    atEnd: 3,
  })
})

test('sessions: held with a roll; cancelled by cause with the hours lost; without a roll; still ahead', () => {
  const sessions = [
    session(),
    session({ cancelledCause: 'custody', marks: {} }),
    session({ cancelledCause: 'custody', endsAt: '11:30', marks: { S: 10 } }),
    session({ marks: { S: 9 } }),
    session({ marks: {} }),
    session({ marks: {}, day: '2026-10-30' }),
  ]
  expect(figures({ sessions }, '2026-10-29').sessions).toEqual({
    planned: 6,
    held: 1,
    cancelled: [
      { code: 'custody', count: 2, minutes: 210 },
      { code: 'none', count: 1, minutes: 120 },
    ],
    withoutRoll: 1,
    ahead: 1,
    heldMinutes: 120,
  })
})

test('the rate of an axis counts late as present and leaves excuses and custody out; an axis without sessions is not shown', () => {
  const sessions = [session({ marks: { A: 6, R: 2, F: 2, JM: 3, C: 4 } }), session({ marks: { A: 1 } })]
  expect(figures({ sessions }).axes).toEqual([
    { id: 'a', name: 'Capacitación laboral', held: 2, cancelled: 0, attended: 9, absent: 2 },
  ])
})

test('outings: made, late beyond the grace, cancelled, not made, still out', () => {
  const outings = [
    outing(),
    outing({ backAt: '17:15' }),
    outing({ backAt: '17:16' }),
    outing({ backOn: '2026-10-04', backAt: '08:00' }),
    outing({ outOn: null, backOn: null, backAt: null, cancelled: true }),
    outing({ outOn: null, backOn: null, backAt: null }),
    outing({ outOn: null, backOn: null, backAt: null, leavesOn: '2026-10-31' }),
    outing({ backOn: null, backAt: null }),
  ]
  expect(figures({ outings }, '2026-10-30').outings).toEqual({
    planned: 8,
    made: 5,
    late: 2,
    cancelled: 1,
    notMade: 1,
    stillOut: 1,
  })
})

test('a month is over once its last day has passed', () => {
  expect(figures({}, '2026-10-31').over).toBe(false)
  expect(figures({}, '2026-11-01').over).toBe(true)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '../../../shared/kernel/civil-date'
import {
  checkLines,
  doseKey,
  doseLines,
  lateness,
  listedTwice,
  openLines,
  schemeOn,
  stateOf,
  type DoseRecord,
  windowOf,
} from './scheme.rules'

const BIRTH = '2025-01-31'
const row = (vaccine: string, dose: string, fromMonths: number, untilMonths = fromMonths + 1) => ({
  ...{ vaccine, dose, fromMonths, untilMonths },
  note: null,
})
const scheme = [row('BCG', 'Única', 0), row('Hexavalente', '1ª', 2), row('Hexavalente', '2ª', 4), row('SRP', '1ª', 12)]
const record = (vaccine: string, dose: string, over: Partial<DoseRecord> = {}): DoseRecord => ({
  ...{ id: `${vaccine} ${dose}`, version: 1, recordedOn: '2026-01-01', recordedBy: null },
  ...{ vaccine, dose, outcome: 'done', day: '2026-01-01', seenOnCard: true, note: null },
  ...over,
})

describe('when a dose is due', () => {
  test.each([
    ['2025-03-30', 'ahead'],
    ['2025-03-31', 'due'],
    ['2025-04-29', 'due'],
    ['2025-04-30', 'overdue'],
  ])('the dose of two months, born 31 January, on %s: %s', (today, state) => {
    expect(doseLines(scheme, [], BIRTH, today)[1]?.state).toBe(state)
  })

  test('without a birth date nobody can say', () => {
    expect(doseLines(scheme, [], null, '2026-01-01').map((line) => line.state)).toEqual(scheme.map(() => 'unknown'))
  })

  test('what was done stands, whatever was said later; else the latest word does', () => {
    const window = windowOf(BIRTH, 2, 3, 'months')
    const said = (...outcomes: DoseRecord['outcome'][]) =>
      stateOf(
        outcomes.map((outcome) => ({ outcome })),
        window,
        '2026-01-01',
      )
    expect(said('referred', 'done')).toBe('done')
    expect(said('referred', 'not-wanted')).toBe('referred')
    expect(said('not-wanted', 'referred')).toBe('not-wanted')
  })

  test('check-ups of days come before those of months, and one outside the scheme is kept', () => {
    const checks = [
      { age: 2, untilAge: 3, unit: 'months' as const },
      { age: 28, untilAge: 42, unit: 'days' as const },
      { age: 7, untilAge: 14, unit: 'days' as const },
    ]
    const lines = checkLines(checks, [{ ...record('', ''), milestone: null }], BIRTH, '2025-02-07')
    expect(lines.map((line) => [line.milestone, line.state])).toEqual([
      ['7d', 'due'],
      ['28d', 'ahead'],
      ['2m', 'ahead'],
      [null, 'done'],
    ])
  })

  test('a check-up is overdue until the next one is due: then it was missed', () => {
    const checks = [2, 4, 6].map((age) => ({ age, untilAge: age + 1, unit: 'months' as const }))
    const states = (today: string) => checkLines(checks, [], BIRTH, today).map((line) => line.state)
    expect(states('2025-05-30')).toEqual(['overdue', 'ahead', 'ahead'])
    expect(states('2025-05-31')).toEqual(['missed', 'due', 'ahead'])
    expect(states('2026-01-01')).toEqual(['missed', 'missed', 'overdue'])
  })

  test('a check-up past its days is not overdue once the child was seen at that age; seen before, or only sent, it is', () => {
    const checks = [2, 4].map((age) => ({ age, untilAge: age + 1, unit: 'months' as const }))
    const newest = (milestone: string | null, day: string, outcome: DoseRecord['outcome'] = 'done') =>
      checkLines(checks, [{ ...record('', '', { day, outcome }), milestone }], BIRTH, '2025-08-01')[1]?.state
    expect(newest(null, '2025-05-31')).toBe('unread')
    expect(newest('2m', '2025-07-20')).toBe('unread')
    expect(newest(null, '2025-05-30')).toBe('overdue')
    expect(newest(null, '2025-07-20', 'referred')).toBe('overdue')
    expect(newest('4m', '2025-05-31')).toBe('done')
  })

  test('the longest overdue stands first, then what is due, then what was referred', () => {
    const line = (state: 'overdue' | 'due' | 'referred' | 'done', until: string) => ({ state, until })
    expect(
      openLines([
        line('referred', '1'),
        line('due', '2'),
        line('overdue', '4'),
        line('done', '1'),
        line('overdue', '3'),
      ]),
    ).toEqual([line('overdue', '3'), line('overdue', '4'), line('due', '2'), line('referred', '1')])
  })
})

test('the scheme in force is the one that began last, and of two of one day the one added last', () => {
  const old = { fromDay: '2000-01-01', addedAt: '2026-01-01' }
  const first = { fromDay: '2026-05-01', addedAt: '2026-04-01' }
  const second = { fromDay: '2026-05-01', addedAt: '2026-04-02' }
  expect(schemeOn([second, old, first], '2026-04-30')).toBe(old)
  expect(schemeOn([second, old, first], '2026-05-01')).toBe(second)
  expect(schemeOn([second], '2026-04-30')).toBeUndefined()
})

test('a dose listed twice is found however it is written', () => {
  expect(listedTwice([row('SRP', '1ª', 12), row('BCG', 'Única', 0), row(' srp', '1ª', 18)].map(doseKey))).toBe('srp|1a')
  expect(listedTwice(['a', 'b'])).toBeUndefined()
})

const aDay = fc.integer({ min: 0, max: 2200 }).map((days) => addDays('2022-01-01', days))
const aName = fc.constantFrom('BCG', 'Hexavalente', 'hexavalente', 'SRP', 'Rotavirus')
const aRow = fc
  .record({
    vaccine: aName,
    dose: fc.constantFrom('1ª', '2ª'),
    from: fc.nat(48),
    length: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ vaccine, dose, from, length }) => row(vaccine, dose, from, from + length))
const aScheme = fc.uniqueArray(aRow, { selector: doseKey, maxLength: 8 })
const aRecord = fc
  .record({
    vaccine: aName,
    dose: fc.constantFrom('1ª', '2ª'),
    outcome: fc.constantFrom('done', 'referred', 'not-wanted'),
  })
  .map(({ vaccine, dose, outcome }) => record(vaccine, dose, { outcome: outcome }))
const records = fc.array(aRecord, { maxLength: 6 })

describe('laws', () => {
  test('a dose is never due before its age', () => {
    fc.assert(
      fc.property(aScheme, records, aDay, aDay, (rows, done, birth, today) => {
        for (const [index, line] of doseLines(rows, done, birth, today).slice(0, rows.length).entries())
          if (line.state === 'due' || line.state === 'overdue')
            expect(today >= addMonths(birth, rows[index]?.fromMonths ?? 0)).toBe(true)
      }),
    )
  })

  test('marking one done removes it from what is open, and nothing else', () => {
    fc.assert(
      fc.property(aScheme, records, aDay, aDay, fc.nat(7), (rows, done, birth, today, pick) => {
        const chosen = rows[pick % Math.max(1, rows.length)]
        fc.pre(chosen !== undefined)
        const open = (of: readonly DoseRecord[]) => openLines(doseLines(rows, of, birth, today)).map(doseKey)
        const after = open([...done, record(chosen.vaccine, chosen.dose)])
        expect(after).toEqual(open(done).filter((key) => key !== doseKey(chosen)))
      }),
    )
  })

  test('a newer scheme never un-does a recorded dose, nor loses any record', () => {
    fc.assert(
      fc.property(aScheme, records, aDay, aDay, (rows, done, birth, today) => {
        const lines = doseLines(rows, done, birth, today)
        for (const each of done) {
          const line = lines.find((one) => doseKey(one) === doseKey(each))
          expect(line?.records).toHaveLength(done.filter((other) => doseKey(other) === doseKey(each)).length)
          if (each.outcome === 'done') expect(line?.state).toBe('done')
        }
      }),
    )
  })

  test('with the days a dose goes from ahead to due to overdue, and never back', () => {
    const order = ['ahead', 'due', 'overdue']
    fc.assert(
      fc.property(aRow, aDay, aDay, fc.nat(400), (one, birth, today, later) => {
        const at = (day: string) => order.indexOf(doseLines([one], [], birth, day)[0]?.state ?? '')
        expect(at(addDays(today, later))).toBeGreaterThanOrEqual(at(today))
        expect(at(today)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

test('the list for the health service calls nothing overdue that may stand on a card nobody has keyed', () => {
  expect(lateness('overdue', true)).toEqual({ overdue: false, unread: true })
  expect(lateness('overdue', false)).toEqual({ overdue: true })
  expect(lateness('due', true)).toEqual({ overdue: false })
})

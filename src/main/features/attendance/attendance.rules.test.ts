import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS, type Cell, type Mark, type SessionState } from '../../../shared/contract/marks'
import {
  cellsOf,
  decideRoll,
  isBelow,
  isOverdue,
  isWithoutRoll,
  monthMarks,
  reaches,
  tally,
  UNMARKED,
  type RollFacts,
  type SessionDay,
} from './attendance.rules'

const aCell = fc.constantFrom<Cell>(...MARKS, '?', 'unmarked', 'away', 'ahead')
const fold = (name: string): string => name.toLowerCase()

describe('the rate', () => {
  test('counts late as attended, and leaves the excused, the not brought and the suspended out', () => {
    expect(tally(['A', 'R', 'F', 'JM', 'JA', 'JV', 'JH', 'C', 'S', '?', 'unmarked', 'away'])).toEqual({
      attended: 2,
      absent: 1,
      counted: 3,
    })
  })

  test('exactly the minimum is enough: 4 of 5 reach 80 %, and 7 of 10 reach 70 %', () => {
    expect(reaches({ attended: 4, counted: 5 }, 80)).toBe(true)
    expect(reaches({ attended: 7, counted: 10 }, 70)).toBe(true)
    expect(isBelow({ attended: 79, counted: 99 }, 80)).toBe(true)
  })

  test('nobody is below, and nobody reaches, while nothing counts', () => {
    expect(isBelow({ attended: 0, counted: 0 }, 80)).toBe(false)
    expect(reaches({ attended: 0, counted: 0 }, 0)).toBe(false)
  })

  test('is exact where floats are not: attended = minimum × counted / 100 always reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 40 }), (percent, times) => {
        const rate = { attended: percent * times, counted: 100 * times }
        expect(reaches(rate, percent)).toBe(true)
        expect(reaches({ ...rate, attended: rate.attended - 1 }, percent)).toBe(false)
      }),
    )
  })

  test('what is outside the denominator never moves it, and order does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(aCell),
        fc.array(fc.constantFrom<Cell>('JM', 'JA', 'JV', 'JH', 'C', 'S')),
        (cells, excused) => {
          expect(tally([...excused, ...cells])).toEqual(tally([...cells].reverse()))
        },
      ),
    )
  })

  test('one more attendance never lowers a woman under the minimum', () => {
    fc.assert(
      fc.property(fc.array(aCell), fc.integer({ min: 0, max: 100 }), (cells, minimum) => {
        fc.pre(reaches(tally(cells), minimum))
        expect(reaches(tally([...cells, 'A']), minimum)).toBe(true)
      }),
    )
  })
})

const SPAN = { from: '2026-10-01', to: '2026-10-31' }
const session = (id: string, day: string, cancelledCause: string | null = null): SessionDay => ({
  id,
  editionId: 'e',
  day,
  cancelledCause,
})
const place = (personId: string, endedOn: string | null = null) => ({
  personId,
  editionId: 'e',
  openedOn: '2026-09-01',
  endedOn,
})
const facts = (over: Partial<RollFacts>): RollFacts => ({ sessions: [], places: [], marks: [], doubts: [], ...over })

describe('who is on a roll', () => {
  test('the day she leaves is still hers, the day after is not', () => {
    const days = [session('1', '2026-10-07'), session('2', '2026-10-08')]
    const cells = cellsOf(facts({ sessions: days, places: [place('ana', '2026-10-07')] }), SPAN, '2026-10-31')
    expect(days.map((day) => cells.roll(day))).toEqual([['ana'], []])
    expect(days.map((day) => cells.of(day, 'ana'))).toEqual(['unmarked', 'away'])
  })

  test('a mark stands though she was not on the list, and though the session was suspended', () => {
    const day = session('1', '2026-10-07', 'provider')
    const marks = [{ sessionId: '1', personId: 'eva', mark: 'A' as const }]
    const cells = cellsOf(facts({ sessions: [day], places: [place('ana')], marks }), SPAN, '2026-10-31')
    expect(cells.roll(day)).toEqual(['ana', 'eva'])
    expect([cells.of(day, 'ana'), cells.of(day, 'eva')]).toEqual(['S', 'A'])
  })

  test('a woman excluded, suspended or away is neither on the roll nor in the denominator, unless she came', () => {
    const days = [session('1', '2026-10-07'), session('2', '2026-10-08')]
    const off = ['1', '2'].map((sessionId) => ({ sessionId, personId: 'ana' }))
    const marks = [{ sessionId: '2', personId: 'ana', mark: 'A' as const }]
    const cells = cellsOf(facts({ sessions: days, places: [place('ana')], off, marks }), SPAN, '2026-10-31')
    expect(days.map((day) => cells.roll(day))).toEqual([[], ['ana']])
    expect(days.map((day) => cells.of(day, 'ana'))).toEqual(['away', 'A'])
  })

  test('a session that has not come is not owed', () => {
    const day = session('1', '2026-10-30')
    const cells = cellsOf(facts({ sessions: [day], places: [place('ana')] }), SPAN, '2026-10-29')
    expect(cells.of(day, 'ana')).toBe('ahead')
    expect(isWithoutRoll(cells, day)).toBe(false)
  })

  test('a roll is overdue once it has waited longer than the center allows', () => {
    const after = (patience: number) =>
      [1, 2, 3].map((late) => isOverdue('2026-10-10', `2026-10-1${String(late)}`, patience))
    expect([after(2), after(0)]).toEqual([
      [false, false, true],
      [true, true, true],
    ])
  })
})

describe('the marks of a month', () => {
  const days = [session('1', '2026-10-07'), session('2', '2026-10-14'), session('3', '2026-10-21', 'provider')]

  test('count an unread mark, a suspension for each woman on the list, and what nobody took', () => {
    const given = facts({
      sessions: days,
      places: [place('ana'), place('eva')],
      marks: [{ sessionId: '1', personId: 'ana', mark: 'A' }],
      doubts: [{ sessionId: '1', personId: 'eva', written: '+' }],
    })
    expect(monthMarks(cellsOf(given, SPAN, SPAN.to), days, ['ana', 'eva'])).toEqual({
      A: 1,
      '?': 1,
      [UNMARKED]: 2,
      S: 2,
    })
  })

  test('name what is not registered with 0 if the only empty cells are of women who had left', () => {
    const marks = ['1', '2'].map((sessionId) => ({ sessionId, personId: 'ana', mark: 'A' as const }))
    const given = facts({ sessions: days, places: [place('ana'), place('eva', '2026-10-05')], marks })
    const cells = cellsOf(given, SPAN, SPAN.to)
    expect(monthMarks(cells, days, cells.women('e'))).toEqual({ A: 2, S: 1, [UNMARKED]: 0 })
    expect(monthMarks(cells, days, ['ana'])).toEqual({ A: 2, S: 1 })
  })
})

describe('a roll keyed in', () => {
  const day = session('1', '2026-10-07')
  const onRoll = new Set(['ana', 'eva', 'ida'])
  const none = { names: [], marks: [] }
  const keyed = (marks: readonly [string, Mark | null][], attended: number, absent: number) => ({
    marks: marks.map(([personId, mark]) => ({ personId, mark })),
    unlisted: [],
    paper: { attended, absent },
  })

  test('is refused unless the totals are those of the paper, whatever was keyed', () => {
    const aMark = fc.option(fc.constantFrom(...MARKS))
    fc.assert(
      fc.property(aMark, aMark, aMark, fc.nat(3), fc.nat(3), (a, b, c, attended, absent) => {
        const found = tally([a, b, c].map((each) => each ?? 'unmarked'))
        const reasons = decideRoll(
          day,
          'awaiting-roll',
          onRoll,
          none,
          keyed(
            [
              ['ana', a],
              ['eva', b],
              ['ida', c],
            ],
            attended,
            absent,
          ),
          fold,
        )
        expect(reasons.length === 0).toBe(found.attended === attended && found.absent === absent)
      }),
    )
  })

  test('counts the women below the list, and refuses one written twice', () => {
    const eva = { name: 'Rosalba', mark: 'A' as const }
    const once = { ...keyed([['ana', 'A']], 2, 0), unlisted: [eva] }
    expect(decideRoll(day, 'closed', onRoll, none, once, fold)).toEqual([])
    const twice = { ...once, unlisted: [eva, { ...eva, name: 'ROSALBA' }] }
    expect(decideRoll(day, 'closed', onRoll, none, twice, fold)).toEqual([
      { code: 'named-twice', facts: { name: 'ROSALBA' } },
    ])
    expect(
      decideRoll(day, 'closed', onRoll, { names: ['rosalba'], marks: ['A'] }, keyed([['ana', 'A']], 2, 0), fold),
    ).toEqual([])
  })

  test('is refused for a session suspended, ahead, or with a woman who was not on the list', () => {
    const code = (state: SessionState, marks: ReturnType<typeof keyed>) =>
      decideRoll(day, state, onRoll, none, marks, fold)[0]?.code
    expect(code('cancelled', keyed([], 0, 0))).toBe('session-cancelled')
    expect(code('made-up', keyed([], 0, 0))).toBe('session-cancelled')
    expect(code('planned', keyed([], 0, 0))).toBe('session-ahead')
    expect(code('under-way', keyed([['otra', 'A']], 1, 0))).toBe('not-on-the-roll')
  })
})

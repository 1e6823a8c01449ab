import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS, type Cell } from '../../../shared/contract/marks'
import { isBelow, tally } from './attendance.rules'
import { absencesInARow, canStillReach, isSampled } from './follow-up.rules'
import { differsIn, isUncounted, toolState } from './tools.rules'

const aCell = fc.constantFrom<Cell>(...MARKS, '?', 'unmarked', 'away', 'ahead')

describe('absences in a row', () => {
  test('are those without notice at the end; an excuse neither breaks the row nor adds to it', () => {
    expect(absencesInARow(['F', 'F', 'A', 'F', 'JM', 'unmarked', 'F'])).toBe(2)
    expect(absencesInARow(['F', 'C', 'F', 'F'])).toBe(3)
    expect(absencesInARow(['F', 'F', 'F', 'R'])).toBe(0)
  })

  test('never depend on what does not count', () => {
    fc.assert(
      fc.property(fc.array(aCell), (cells) => {
        const counted = cells.filter((each) => each === 'A' || each === 'R' || each === 'F')
        expect(absencesInARow(cells)).toBe(absencesInARow(counted))
      }),
    )
  })
})

describe('a rate that can still be reached', () => {
  test('is what coming to every session left would give', () => {
    expect(canStillReach({ attended: 6, counted: 10 }, 10, 80)).toBe(true)
    expect(canStillReach({ attended: 6, counted: 10 }, 9, 80)).toBe(false)
  })

  test('agrees with trying it out', () => {
    fc.assert(
      fc.property(fc.array(aCell), fc.nat(40), fc.integer({ min: 0, max: 100 }), (cells, left, minimum) => {
        const best = tally([...cells, ...Array.from({ length: left }, () => 'A' as const)])
        expect(canStillReach(tally(cells), left, minimum)).toBe(!isBelow(best, minimum))
      }),
    )
  })
})

describe('the sheets that are read twice', () => {
  const folios = Array.from({ length: 2000 }, (_, number) => `LD-2026-${String(number).padStart(5, '0')}-X`)

  test('are always the same, and about as many as asked', () => {
    const picked = folios.filter((folio) => isSampled(folio, 10))
    expect(folios.filter((folio) => isSampled(folio, 10))).toEqual(picked)
    expect(picked.length).toBeGreaterThan(150)
    expect(picked.length).toBeLessThan(250)
  })

  test('are none with 0 and all with 1', () => {
    expect(folios.some((folio) => isSampled(folio, 0))).toBe(false)
    expect(folios.every((folio) => isSampled(folio, 1))).toBe(true)
  })
})

describe('the tools of a session', () => {
  const line = (out: number | null, back: number | null) => ({
    kitId: 'k',
    tool: 'Tijeras',
    quantity: 6,
    out,
    in: back,
  })

  test('hold it open until they are counted out and back; a difference is then told and settled', () => {
    const states = [
      toolState([], false),
      toolState([line(null, null)], false),
      toolState([line(6, null)], false),
      toolState([line(6, 6)], false),
      toolState([line(6, 5)], false),
      toolState([line(6, 5)], true),
    ]
    expect(states).toEqual(['no-kit', 'not-counted', 'out', 'whole', 'differs', 'settled'])
    expect(states.map(isUncounted)).toEqual([false, true, true, false, false, false])
    expect([differsIn([line(6, 6), line(6, null)]), differsIn([line(5, 6)])]).toEqual([false, true])
  })
})

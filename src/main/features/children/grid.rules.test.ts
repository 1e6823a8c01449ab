import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AUTHORITY_ACTS, type GridLine, type RightSpan } from '../../../shared/contract/child-adults.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { holdsOn, mayOn, ordersOn, rightFor, stateOn, withOrdersOfAlike } from './grid.rules'

const aLine = (more: Partial<GridLine> = {}): GridLine => ({
  childId: 'c1',
  adultId: 'a1',
  name: 'Rosa Soto Ek',
  document: 'INE 1651',
  relation: 'tía',
  phone: null,
  photoId: null,
  told: null,
  visit: null,
  takeOut: null,
  bringBack: null,
  prohibitions: [],
  ...more,
})
const ever: RightSpan = { from: null, until: null, evidence: null }
const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2020-01-01', days))
const span = fc.record({ from: fc.option(day), until: fc.option(day) })
const right = fc.option(fc.record({ from: fc.option(day), until: fc.option(day), evidence: fc.option(fc.string()) }))
const order = fc.record({ order: fc.string(), from: fc.option(day), until: fc.option(day) })
const line = fc
  .record({ told: right, visit: right, takeOut: right, bringBack: right, prohibitions: fc.array(order) })
  .map(aLine)

describe('what stands in a cell', () => {
  test.each([
    ['2026-09-30', 'may'],
    ['2026-10-01', 'ended'],
    ['2026-01-31', 'not-yet'],
    ['2026-02-01', 'may'],
  ])('on %s a right from 1 February through 30 September reads %s', (on, state) => {
    expect(stateOn({ prohibitions: [] }, { from: '2026-02-01', until: '2026-09-30' }, on)).toBe(state)
  })
  test('a right that ends before the day asked for is shown as ending, and holds until then', () => {
    const until = { from: null, until: '2026-09-30' }
    expect(stateOn({ prohibitions: [] }, until, '2026-09-10', '2026-10-10')).toBe('soon')
    expect(stateOn({ prohibitions: [] }, until, '2026-08-10', '2026-09-09')).toBe('may')
    expect(mayOn(aLine({ takeOut: { ...until, evidence: null } }), 'take-out', '2026-09-30')).toBe(true)
  })
  test('without a right nobody may, and one act never stands for another', () => {
    for (const act of AUTHORITY_ACTS) expect(mayOn(aLine(), act, '2026-10-01')).toBe(false)
    const onlyOut = aLine({ takeOut: ever })
    expect(AUTHORITY_ACTS.filter((act) => mayOn(onlyOut, act, '2026-10-01'))).toEqual(['take-out'])
    expect(rightFor(onlyOut, 'bring-back')).toBeNull()
  })
})

describe('an order', () => {
  test('holds on its first and its last day and not beyond', () => {
    const prohibitions = [{ order: 'Oficio 1', from: '2026-02-01', until: '2026-02-28' }]
    const held = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(
      (on) => ordersOn({ prohibitions }, on).length,
    )
    expect(held).toEqual([0, 1, 1, 0])
  })
  test('in force beats whatever else stands in the grid: no act is allowed', () => {
    fc.assert(
      fc.property(line, order, day, (some, against, on) => {
        const forbidden = { ...some, prohibitions: [...some.prohibitions, { ...against, from: null, until: null }] }
        for (const act of AUTHORITY_ACTS) {
          expect(mayOn(forbidden, act, on)).toBe(false)
          expect(stateOn(forbidden, rightFor(forbidden, act), on)).toBe('forbidden')
        }
      }),
    )
  })
  test('one more right never undoes it, and one more order never allows anything', () => {
    fc.assert(
      fc.property(line, order, day, fc.constantFrom(...AUTHORITY_ACTS), (some, against, on, act) => {
        const may = mayOn(some, act, on)
        const more = { ...some, prohibitions: [...some.prohibitions, against] }
        if (!may) expect(mayOn(more, act, on)).toBe(false)
        if (ordersOn(some, on).length > 0) {
          const all = { ...some, told: ever, visit: ever, takeOut: ever, bringBack: ever }
          expect(mayOn(all, act, on)).toBe(false)
        }
      }),
    )
  })
  test('allowed is: no order holds, and the right for that act does', () => {
    fc.assert(
      fc.property(line, day, fc.constantFrom(...AUTHORITY_ACTS), (some, on, act) => {
        const own = rightFor(some, act)
        const held = some.prohibitions.some((each) => holdsOn(each, on))
        expect(mayOn(some, act, on)).toBe(own !== null && holdsOn(own, on) && !held)
      }),
    )
  })
  test('a span holds on a day only if neither end excludes it', () => {
    fc.assert(
      fc.property(span, day, (some, on) => {
        const [from, until] = [some.from ?? '0000-01-01', some.until ?? '9999-12-31']
        expect(holdsOn(some, on)).toBe(from <= on && on <= until)
      }),
    )
  })
})

describe('an order reaches whoever may be the same person', () => {
  const order1 = { order: 'Oficio 1', from: null, until: null }
  const kept = (more: Partial<GridLine>) => aLine({ adultId: 'b', name: 'Otro', prohibitions: [order1], ...more })
  test.each<[string, Partial<GridLine>, boolean]>([
    ['the same name in capitals', { name: 'ROSA SOTO EK', document: null }, true],
    ['the same document under another name', { document: 'ine-1651' }, true],
    ['another name and document', { document: 'INE 9999' }, false],
    ['another name, no document', { document: null }, false],
    ['the same document, of another child', { childId: 'c2' }, false],
  ])('%s', (_what, more, reached) => {
    const [own] = withOrdersOfAlike([aLine({ takeOut: ever }), kept(more)])
    if (!own) throw new Error('no line')
    expect(mayOn(own, 'take-out', '2026-10-31')).toBe(!reached)
  })
  test('and never lifts one: whoever was forbidden stays so', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), day, (lines, on) => {
        const spread = withOrdersOfAlike(lines)
        for (const [index, each] of lines.entries())
          if (ordersOn(each, on).length > 0)
            for (const act of AUTHORITY_ACTS) expect(mayOn(spread[index] as GridLine, act, on)).toBe(false)
      }),
    )
  })
})

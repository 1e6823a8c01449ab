import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MARKS, type Mark } from '../../../shared/contract/attendance.contract'
import { countRoll, fillRest, pressKey, type Hand } from './roll-keys'

const press = (keys: string, women = 5) => {
  let hand: Hand = { at: 0, waiting: false }
  const marks: (Mark | null | undefined)[] = []
  for (const key of keys.split(' ')) {
    const keyed = pressKey(hand, key, women)
    if (keyed && keyed.mark !== undefined) marks[hand.at] = keyed.mark
    hand = keyed?.hand ?? hand
  }
  return { marks, hand }
}

describe('a hand on the roll', () => {
  test('one letter marks and goes on to the next woman; J waits for M, A, V or H', () => {
    expect(press('a r f J m j V').marks).toEqual(['A', 'R', 'F', 'JM', 'JV'])
  })

  test('a J that meets no excuse is forgotten, and the letter counts for itself', () => {
    expect(press('J r').marks).toEqual(['R'])
    expect(press('J Escape').hand).toEqual({ at: 0, waiting: false })
  })

  test('moves by arrows and Enter, never beyond the list, and empties a box', () => {
    expect(press('ArrowUp Enter Enter ArrowDown ArrowDown ArrowDown ArrowDown').hand.at).toBe(4)
    expect(press('A ArrowUp Backspace').marks).toEqual([null])
  })

  test('leaves other keys to the page', () => {
    for (const key of ['Tab', 'k', 'F5', '1']) expect(pressKey({ at: 0, waiting: false }, key, 5)).toBeUndefined()
  })
})

describe('filling the rest', () => {
  test('never changes a mark that stands nor one in doubt, and leaves no other box empty', () => {
    const aWoman = fc.record({
      personId: fc.uuid(),
      doubt: fc.constantFrom(null, { written: '?' }),
      mark: fc.option(fc.constantFrom(...MARKS)),
    })
    const manyWomen = fc.uniqueArray(aWoman, { comparator: (one, other) => one.personId === other.personId })
    fc.assert(
      fc.property(manyWomen, (women) => {
        const before = Object.fromEntries(women.map((woman) => [woman.personId, woman.mark]))
        const after = fillRest(before, women, 'A')
        for (const { personId, mark, doubt } of women) expect(after[personId]).toBe(mark ?? (doubt ? null : 'A'))
      }),
    )
  })
})

test('the running totals count every box once', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...MARKS))), (marks) => {
      expect(Object.values({ ...countRoll(marks) }).reduce((sum, each) => sum + each, 0)).toBe(marks.length)
    }),
  )
})

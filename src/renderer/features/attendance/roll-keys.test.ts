import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detailProblem } from '../../../shared/contract/mark-minutes'
import { MARKS, plainMark, type MarkDetail } from '../../../shared/contract/marks'
import { boxText, countRoll, fillRest, handAt, pressKey, type Hand } from './roll-keys'

const press = (keys: string, women = 5) => {
  let hand: Hand = handAt(0)
  const marks: (MarkDetail | null)[] = Array.from({ length: women }, () => null)
  for (const key of keys.split(' ')) {
    const keyed = pressKey(hand, key, marks)
    if (keyed?.write) marks[keyed.write.at] = keyed.write.mark
    hand = keyed?.hand ?? hand
  }
  return { marks, boxes: marks.map(boxText), hand }
}

describe('a hand on the roll', () => {
  test('one letter marks and goes on to the next woman; J waits for M, A, V or H', () => {
    expect(press('a r f J m j V').boxes).toEqual(['A', 'R', 'F', 'JM', 'JV'])
  })

  test('a J that meets no excuse is forgotten, and the letter counts for itself', () => {
    expect(press('J r').boxes[0]).toBe('R')
    expect(press('J Escape').hand).toEqual(handAt(0))
  })

  test('moves by arrows and Enter, never beyond the list, and empties a box', () => {
    expect(press('ArrowUp Enter Enter ArrowDown ArrowDown ArrowDown ArrowDown').hand.at).toBe(4)
    expect(press('A ArrowUp Backspace').boxes[0]).toBe('')
  })

  test('leaves other keys to the page, and digits that speak of no mark', () => {
    const none = [null, null, null]
    for (const key of ['Tab', 'k', 'F5', '1', '-']) expect(pressKey(handAt(0), key, none)).toBeUndefined()
  })
})

describe('what is typed after a letter', () => {
  test('are minutes late after R, and minutes early after a minus', () => {
    expect(press('R 1 5 A R 5 - 3 0 F').boxes).toEqual(['R 15', 'A', 'R 5 −30', 'F', ''])
    expect(press('A - 4 5 A').boxes.slice(0, 2)).toEqual(['A −45', 'A'])
  })

  test('is the number of the reason after any other letter; 0 takes it back', () => {
    const reasons = (keys: string) => press(keys).marks.map((mark) => mark?.reason ?? null)
    expect(reasons('J m 2 C 2 C 6').slice(0, 3)).toEqual(['medical-appointment', 'not-brought', 'sanction'])
    expect(reasons('J m 2 0').slice(0, 1)).toEqual([null])
    expect(reasons('J m 9').slice(0, 1)).toEqual([null])
    expect(press('F 2 - 2 0').boxes[0]).toBe('F −20')
  })

  test('belongs to the woman under the hand once the hand has moved', () => {
    expect(press('R R ArrowUp ArrowUp 2 0').boxes.slice(0, 2)).toEqual(['R 20', 'R'])
  })

  test('never makes a mark that its letter does not bear', () => {
    const keys = fc.constantFrom(...'arfcsjmvh0123456789-'.split(''), 'ArrowUp', 'ArrowDown', 'Backspace', 'Enter')
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 40 }), (typed) => {
        for (const mark of press(typed.join(' ') || 'Enter').marks) {
          const problem = mark && detailProblem(mark, 10_000)
          if (problem) expect(['text-missing', 'minutes-missing']).toContain(problem)
        }
      }),
    )
  })
})

describe('filling the rest', () => {
  test('never changes a mark that stands nor one in doubt, and leaves no other box empty', () => {
    const aWoman = fc.record({
      personId: fc.uuid(),
      doubt: fc.constantFrom(null, { written: '?' }),
      mark: fc.option(fc.constantFrom(...MARKS).map(plainMark)),
    })
    const manyWomen = fc.uniqueArray(aWoman, { comparator: (one, other) => one.personId === other.personId })
    fc.assert(
      fc.property(manyWomen, (women) => {
        const before = Object.fromEntries(women.map((woman) => [woman.personId, woman.mark]))
        const after = fillRest(before, women, 'A')
        for (const { personId, mark, doubt } of women)
          expect(after[personId]).toEqual(mark ?? (doubt ? null : plainMark('A')))
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

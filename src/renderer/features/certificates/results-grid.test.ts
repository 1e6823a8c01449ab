import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cellsToSend,
  fillBlanks,
  isChanged,
  resultOfKey,
  shownIn,
  stepFrom,
  typeInto,
  type Result,
  type Typed,
  type Woman,
} from './results-grid'

const woman = (personId: string, results: Woman['results'] = {}, folio: string | null = null): Woman => ({
  personId,
  fileNumber: personId,
  surname1: 'Ruiz',
  surname2: null,
  givenNames: 'Ana',
  chosenName: null,
  left: false,
  folio,
  results,
})
const ana = woman('ana', { final: { result: 'NA', version: 3 } })
const eva = woman('eva')
const fixed = woman('fix', { final: { result: 'A', version: 1 } }, '2026-X')

describe('the grid of results', () => {
  test('understands A, N, P and Del in either case; P only at the end', () => {
    expect(['a', 'N', 'Delete', 'Backspace', 'p', 'x'].map((key) => resultOfKey(key, 'm1'))).toEqual([
      'A',
      'NA',
      null,
      null,
      undefined,
      undefined,
    ])
    expect(resultOfKey('P', 'final')).toBe('NP')
  })
  test('sends only what differs, with the version seen, and forgets what was typed back', () => {
    const typed = typeInto(typeInto({}, ana, 'final', 'A'), eva, 'm1', 'NA')
    expect(cellsToSend(typed, [ana, eva], ['m1', 'final'])).toEqual([
      { personId: 'ana', of: 'final', result: 'A', version: 3 },
      { personId: 'eva', of: 'm1', result: 'NA', version: null },
    ])
    expect(typeInto(typed, ana, 'final', 'NA')).toEqual({ 'eva m1': 'NA' })
    expect(cellsToSend(typeInto({}, ana, 'final', null), [ana], ['final'])).toMatchObject([
      { result: null, version: 3 },
    ])
  })
  test('leaves what rests on a certificate alone, also when filling', () => {
    expect(typeInto({}, fixed, 'final', 'NA')).toEqual({})
    const filled = fillBlanks({}, [ana, eva, fixed], 'final')
    expect(filled).toEqual({ 'eva final': 'A' })
  })
  test('law: what is shown is what will be kept', () => {
    const results = fc.constantFrom<(Result | null)[]>('A', 'NA', null)
    const keys = fc.array(fc.tuple(fc.constantFrom(ana, eva, fixed), fc.constantFrom('m1', 'final'), results))
    fc.assert(
      fc.property(keys, (typing) => {
        const typed = typing.reduce<Typed>((all, [row, of, result]) => typeInto(all, row, of, result), {})
        const women = [ana, eva, fixed]
        const sent = cellsToSend(typed, women, ['m1', 'final'])
        for (const row of women)
          for (const of of ['m1', 'final']) {
            const mine = sent.find((cell) => cell.personId === row.personId && cell.of === of)
            expect(mine ? mine.result : (row.results[of]?.result ?? null)).toBe(shownIn(row, of, typed))
            expect(mine !== undefined).toBe(isChanged(row, of, typed))
          }
      }),
    )
  })
  test('is walked by arrows and never left by them', () => {
    const size = { rows: 2, columns: 3 }
    expect(stepFrom({ row: 1, column: 1 }, 'ArrowDown', size)).toEqual({ row: 1, column: 1 })
    expect(stepFrom({ row: 0, column: 1 }, 'Enter', size)).toEqual({ row: 1, column: 1 })
    expect(stepFrom({ row: 0, column: 0 }, 'ArrowLeft', size)).toEqual({ row: 0, column: 0 })
    expect(stepFrom({ row: 0, column: 0 }, 'End', size)).toEqual({ row: 0, column: 2 })
    expect(stepFrom({ row: 0, column: 0 }, 'q', size)).toBeUndefined()
  })
})

import { describe, expect, test } from 'vitest'
import { compareValues, matches, type CellValue } from './table-rows'

describe('the order of a column', () => {
  test('is Spanish for text, by size for numbers, and what is missing comes last', () => {
    expect(['Ñáñez', null, 'Nava', 'Ortega', 'álvarez', ''].sort(compareValues)).toEqual([
      'álvarez',
      'Nava',
      'Ñáñez',
      'Ortega',
      null,
      '',
    ])
    const numbers: CellValue[] = [10, null, 9, 100]
    expect(numbers.sort(compareValues)).toEqual([9, 10, 100, null])
  })
})

describe('the search of a table', () => {
  const row = ['García Peña, Lucía', 'Dormitorio 4', 12, null]
  test.each(['garc', 'pena luc', 'LUCÍA', '4 gar', '', '12'])('"%s" finds her', (typed) =>
    expect(matches(row, typed)).toBe(true),
  )
  test.each(['arcia', 'lucia x', 'null'])('"%s" does not', (typed) => expect(matches(row, typed)).toBe(false))
})

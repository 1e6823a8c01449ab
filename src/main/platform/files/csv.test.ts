import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv'

test('lines end in CRLF, quotes are doubled, null is empty and empty text is quoted', () => {
  expect(
    csvOf(
      ['a', 'b'],
      [
        ['uno, "dos"', null],
        ['', 3],
        ['tres\ncuatro', true],
      ],
    ),
  ).toBe('a,b\r\n"uno, ""dos""",\r\n"",3\r\n"tres\ncuatro",true\r\n')
})

test('no text begins like a formula, but a negative number stays a number', () => {
  expect(csvOf(['a'], [['=1+1'], ['-2'], [-2], ['@x'], ['+52'], ['\tx'], [' =1']])).toBe(
    "a\r\n'=1+1\r\n'-2\r\n-2\r\n'@x\r\n'+52\r\n'\tx\r\n' =1\r\n",
  )
})

test('another reader reads back what was written', () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((each) => !/^\s*[=+\-@\t\r\n]/.test(each))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
      expect(parse(csvOf(['a', 'b'], rows), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...rows])
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { widthAtOnePoint } from '../../platform/documents/measure'
import { fitText } from './fit.rules'

const room = { width: 644, floor: 27, ceiling: 44, maxLines: 3 }
const measure = (text: string): number => widthAtOnePoint(CERTIFICATE_FONT, 'bold', text)

const NAMES = [
  'María',
  'de',
  'los',
  'Ángeles',
  'Xóchitl',
  'Nʉmʉ',
  'Ñáñez',
  'Saꞌvi',
  'Fernández',
  'Córdova',
  'Wm',
  'Guadalupe',
]
const names = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 14 }).map((words) => words.join(' '))

test('a short name takes one line at the largest size', () => {
  expect(fitText('Ana Ruiz', room, measure)).toEqual({ size: 44, lines: ['Ana Ruiz'] })
})

test('a long one shrinks to the floor before it takes a second line', () => {
  const shrunk = fitText('María de los Ángeles Fernández de Córdova', room, measure)
  expect(shrunk.lines).toHaveLength(1)
  expect(shrunk.size).toBeLessThan(room.ceiling)
  expect(shrunk.size).toBeGreaterThanOrEqual(room.floor)
  expect(fitText('María de los Ángeles Guadalupe Fernández de Córdova del Ángel', room, measure).lines).toHaveLength(2)
})

test('whatever the name: every word once and in order, no line wider than the page, no size above the ceiling', () => {
  fc.assert(
    fc.property(names, (name) => {
      const { size, lines } = fitText(name, room, measure)
      expect(lines.join(' ')).toBe(name)
      expect(lines.length).toBeLessThanOrEqual(room.maxLines)
      expect(size).toBeLessThanOrEqual(room.ceiling)
      expect(size).toBeGreaterThan(0)
      for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(room.width)
    }),
  )
})

test('the floor is left only when the most lines do not hold the name at it', () => {
  fc.assert(
    fc.property(names, (name) => {
      const { size, lines } = fitText(name, room, measure)
      if (size >= room.floor) return
      expect(lines.length).toBe(Math.min(room.maxLines, name.split(' ').length))
    }),
  )
})

test('more lines are taken only where fewer would go below the floor', () => {
  fc.assert(
    fc.property(names, (name) => {
      const { lines, size } = fitText(name, room, measure)
      if (lines.length === 1 || size < room.floor) return
      const fewer = fitText(name, { ...room, maxLines: lines.length - 1 }, measure)
      expect(fewer.size).toBeLessThan(room.floor)
    }),
  )
})

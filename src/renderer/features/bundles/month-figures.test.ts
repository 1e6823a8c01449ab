import { expect, test } from 'vitest'
import { unlessNothing } from './month-figures'

test('a month in which nothing happened has no bars; one thing is enough to show them all', () => {
  const none = [
    { key: 'a', label: 'Asistió', value: 0 },
    { key: 'b', label: 'Faltó', value: 0 },
  ]
  expect(unlessNothing(none)).toEqual([])
  const one = [...none, { key: 'c', label: 'Retardo', value: 1 }]
  expect(unlessNothing(one)).toEqual(one)
})

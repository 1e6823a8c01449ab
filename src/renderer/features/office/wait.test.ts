import { expect, test } from 'vitest'
import { secondsAsked, secondsLeft } from './wait'

test('the wait is what main asks for, and only then', () => {
  expect(secondsAsked([{ code: 'wait', facts: { seconds: 20 } }])).toBe(20)
  expect(secondsAsked([{ code: 'wrong-name-or-password' }])).toBe(0)
  expect(secondsAsked([{ code: 'wait' }])).toBe(0)
})

test('the last started second still counts', () => {
  expect(secondsLeft(5000, 0)).toBe(5)
  expect(secondsLeft(5000, 4001)).toBe(1)
  expect(secondsLeft(5000, 5000)).toBe(0)
  expect(secondsLeft(5000, 9000)).toBe(0)
})

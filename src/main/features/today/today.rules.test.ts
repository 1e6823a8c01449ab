import { expect, test } from 'vitest'
import { byLoudness, rollState } from './today.rules'

const session = { cancelled: false, endsAt: '11:00', places: 10, marks: 0 }

test.each([
  ['a session that is not over yet', session, '10:59', 'to-come'],
  ['a session that is over and has no mark', session, '11:00', 'missing'],
  ['a roll begun', { ...session, marks: 3 }, '09:00', 'part'],
  ['a whole roll', { ...session, marks: 10 }, '12:00', 'taken'],
  ['a cancelled session', { ...session, cancelled: true }, '12:00', 'off'],
] as const)('%s', (_name, facts, time, state) => expect(rollState(facts, time)).toBe(state))

test('a late child comes before all others', () => {
  const states = ['back', 'authorised', 'late', 'out', 'cancelled'] as const
  expect(
    states
      .map((state) => ({ state }))
      .sort(byLoudness)
      .map(({ state }) => state),
  ).toEqual(['late', 'out', 'authorised', 'back', 'cancelled'])
})

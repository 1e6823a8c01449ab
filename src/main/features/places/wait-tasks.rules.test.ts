import { expect, test } from 'vitest'
import { waitTasksOf, type DueFact } from './wait-tasks.rules'

const fact = (day: string, over: Partial<DueFact> = {}): DueFact => ({
  kind: 'offer-lapsed',
  workshopId: 'w1',
  title: 'Yoga',
  day,
  ...over,
})

test('one task says how many of a workshop, due by the oldest, and is asked anew when another joins', () => {
  const [task, ...rest] = waitTasksOf([fact('2026-10-18'), fact('2026-10-16')])
  expect(rest).toEqual([])
  expect(task).toEqual({
    kind: 'offer-lapsed',
    key: 'offer-lapsed:w1:2026-10-18',
    path: '/places/offers',
    dueOn: '2026-10-16',
    facts: { count: 2, title: 'Yoga' },
  })
  expect(waitTasksOf([fact('2026-10-18'), fact('2026-10-20')])[0]?.key).not.toBe(task?.key)
})

test('workshops and kinds are apart, and nothing due is no task', () => {
  const kinds = waitTasksOf([
    fact('2026-10-18'),
    fact('2026-10-18', { workshopId: 'w2', title: 'Tejido' }),
    fact('2026-10-01', { kind: 'waits-pending' }),
  ]).map((task) => [task.kind, task.facts['title']])
  expect(kinds).toEqual([
    ['offer-lapsed', 'Yoga'],
    ['offer-lapsed', 'Tejido'],
    ['waits-pending', 'Yoga'],
  ])
  expect(waitTasksOf([])).toEqual([])
})

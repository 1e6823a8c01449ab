import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Settled, Task } from '../../../shared/contract/tasks.contract'
import { openTasks } from './tasks.rules'

const TODAY = '2026-11-22'
const aTask = (key: string, dueOn: string | null = null, kind = 'a'): Task => ({
  kind,
  key,
  path: '/',
  dueOn,
  facts: {},
})

describe('which tasks stand', () => {
  test('one that nobody settled stands; one seen to or not needed does not', () => {
    const tasks = [aTask('a'), aTask('b'), aTask('c')]
    const settled = new Map<string, Settled>([
      ['b', { outcome: 'done', until: null }],
      ['c', { outcome: 'not-needed', until: null }],
    ])
    expect(openTasks(tasks, settled, TODAY).map((task) => task.key)).toEqual(['a'])
  })

  test('one put off comes back on its day, and not a day before', () => {
    const settled = new Map<string, Settled>([['a', { outcome: 'later', until: TODAY }]])
    expect(openTasks([aTask('a')], settled, '2026-11-21')).toEqual([])
    expect(openTasks([aTask('a')], settled, TODAY)).toHaveLength(1)
  })

  test('its day is not yet overdue; the day after is', () => {
    expect(openTasks([aTask('a', TODAY)], new Map(), TODAY)[0]?.overdue).toBe(false)
    expect(openTasks([aTask('a', TODAY)], new Map(), '2026-11-23')[0]?.overdue).toBe(true)
  })

  test('the order does not depend on the order of the sources, and what has no day comes last', () => {
    const day = fc.constantFrom(null, '2026-11-20', '2026-11-22', '2026-12-01')
    const tasks = fc.uniqueArray(fc.record({ key: fc.string(), dueOn: day, kind: fc.constantFrom('a', 'b') }), {
      selector: (each) => each.key,
    })
    fc.assert(
      fc.property(tasks, (drawn) => {
        const list = drawn.map((each) => aTask(each.key, each.dueOn, each.kind))
        const sorted = openTasks(list, new Map(), TODAY)
        expect(openTasks([...list].reverse(), new Map(), TODAY)).toEqual(sorted)
        const firstWithout = sorted.findIndex((task) => task.dueOn === null)
        if (firstWithout >= 0) expect(sorted.slice(firstWithout).every((task) => task.dueOn === null)).toBe(true)
      }),
    )
  })
})

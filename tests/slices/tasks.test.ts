import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dictionary } from '../../src/shared/i18n'
import { DEMO_MONTH } from '../factories/demo'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'

let it: TestOffice
beforeAll(async () => {
  it = await openTestOffice({ now: '2026-11-05T18:00:00.000Z', scene: DEMO_MONTH })
}, 120_000)
afterAll(() => it.close())

const list = () => it.must('tasks.list', {})
const settle = (key: string, outcome: 'done' | 'not-needed' | 'later', until: string | null = null) =>
  it.call('tasks.settle', { key, outcome, until, note: 'se habló con la tallerista' })

describe('the tasks that follow from the demo month', () => {
  test('each has its own key, a sentence in both languages and a title for when it is settled', async () => {
    const tasks = await list()
    expect(tasks.length).toBeGreaterThan(3)
    expect(new Set(tasks.map((task) => task.key)).size).toBe(tasks.length)
    for (const language of ['es', 'en'] as const) {
      const words = Object.keys(dictionary(language))
      const has = (key: string) => words.some((each) => each.replace(/_(one|other|zero)$/, '') === key)
      for (const { kind } of tasks)
        expect([kind, has(`task.${kind}`), has(`task.${kind}.title`)]).toEqual([kind, true, true])
    }
  })

  test('the overdue ones come first, and are counted on the first page', async () => {
    const tasks = await list()
    const days = tasks.flatMap((task) => (task.dueOn ? [task.dueOn] : []))
    expect(days).toEqual([...days].sort())
    const { tasks: counted } = await it.must('today.overview', {})
    expect(counted).toEqual({ count: tasks.length, overdue: tasks.filter((task) => task.overdue).length })
  })

  test('one that is seen to goes, with who, when and what came of it', async () => {
    const [first, ...rest] = await list()
    expect(codesOf(await settle(first!.key, 'done'))).toEqual([])
    expect((await list()).map((task) => task.key)).toEqual(rest.map((task) => task.key))
    expect((await it.must('tasks.settled', {}))[0]).toMatchObject({
      kind: first!.kind,
      outcome: 'done',
      note: 'se habló con la tallerista',
      settledBy: 'Rosa Directora',
    })
    expect(codesOf(await settle(first!.key, 'done'))).toEqual(['unknown-task'])
  })

  test('one put off is back on its day; it cannot be put off to today', async () => {
    const [first] = await list()
    expect(codesOf(await settle(first!.key, 'later', '2026-11-05'))).toEqual(['day-not-ahead'])
    expect(codesOf(await settle(first!.key, 'later'))).toEqual(['bad-input'])
    expect(codesOf(await settle(first!.key, 'later', '2026-11-06'))).toEqual([])
    expect((await list()).some((task) => task.key === first!.key)).toBe(false)
    it.now = '2026-11-06T18:00:00.000Z'
    expect((await list()).some((task) => task.key === first!.key)).toBe(true)
  })

  test('who only reads may see tasks and settle none; the gate sees none', async () => {
    const [first] = await list()
    await it.signInAs('reader')
    expect(codesOf(await it.call('tasks.list', {}))).toEqual([])
    expect(codesOf(await settle(first!.key, 'done'))).toEqual(['not-allowed'])
    await it.signInAs('gate')
    expect(codesOf(await it.call('tasks.list', {}))).toEqual(['not-allowed'])
  })
})

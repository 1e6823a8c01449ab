import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SETTING_DEFAULTS, SETTING_KEYS } from '../../src/shared/contract/settings'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'

let it: TestOffice
beforeAll(async () => {
  it = await openTestOffice()
})
afterAll(() => it.close())

const ruleOf = async (key: string) => (await it.must('office.rules', {})).find((rule) => rule.key === key)!
const decide = (key: 'offerDays' | 'awayDays', fromDay: string, value: number) =>
  it.call('office.decideRule', { decision: { key, fromDay, value }, reason: 'acuerdo del comité' })

describe('the rules of the center', () => {
  test('are those Umbral came with until somebody decides', async () => {
    const rules = await it.must('office.rules', {})
    expect(rules.map((rule) => rule.key)).toEqual(SETTING_KEYS)
    for (const rule of rules) expect(rule).toMatchObject({ value: SETTING_DEFAULTS[rule.key], decisions: [] })
  })

  test('a decision holds from its day on, and what was before stays known', async () => {
    expect(codesOf(await decide('offerDays', '2026-11-02', 5))).toEqual([])
    expect(await ruleOf('offerDays')).toMatchObject({ value: 3, decisions: [{ fromDay: '2026-11-02', value: 5 }] })
    it.now = '2026-11-02T18:00:00.000Z'
    expect(await ruleOf('offerDays')).toMatchObject({ value: 5 })
    await decide('offerDays', '2026-11-02', 7)
    expect(await ruleOf('offerDays')).toMatchObject({ value: 7, decisions: [{ fromDay: '2026-11-02', value: 7 }] })
  })

  test('never change the past, and never to what already holds', async () => {
    expect(codesOf(await decide('awayDays', '2026-11-01', 30))).toEqual(['day-has-passed'])
    expect(codesOf(await decide('awayDays', '2026-11-02', 21))).toEqual(['nothing-changed'])
  })

  test('take no value outside their bounds', async () => {
    expect(codesOf(await decide('awayDays', '2026-11-03', 0))).toEqual(['bad-input'])
  })

  test('are decided by the director and the coordinator, and read by the office', async () => {
    await it.signInAs('axis-lead')
    expect(codesOf(await decide('awayDays', '2026-11-03', 30))).toEqual(['not-allowed'])
    expect((await it.must('office.rules', {})).length).toBe(SETTING_KEYS.length)
    await it.signInAs('gate')
    expect(codesOf(await it.call('office.rules', {}))).toEqual(['not-allowed'])
  })
})

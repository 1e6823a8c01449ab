import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { KEEP_APART_READERS } from '../../src/shared/contract/keep-apart.contract'
import { ROLES } from '../../src/shared/kernel/roles'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let one: string
let other: string
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
  one = await registerWoman(it, { givenNames: 'Ana' })
  other = await registerWoman(it, { givenNames: 'Bea' })
})
afterEach(() => it.close())

const code = async (answer: Promise<{ ok: boolean; refusals?: readonly { code: string }[] }>): Promise<string[]> =>
  (await answer).refusals?.map((refusal) => refusal.code) ?? []

const aPair = (more: Partial<Parameters<typeof it.call<'people.recordKeepApart'>>[1]> = {}) => ({
  personId: one,
  otherId: other,
  scope: 'session' as const,
  reasonGroup: 'threat' as const,
  level: 'block' as const,
  startsOn: '2026-10-01',
  reviewOn: '2027-01-15',
  note: '',
  ...more,
})

const pairs = (show: 'open' | 'closed' | 'all' = 'open') => it.must('people.keepApart', { show })

describe('a pair', () => {
  test('is the same from both sides, and once only for each scope', async () => {
    await it.must('people.recordKeepApart', aPair())
    const turned = aPair({ personId: other, otherId: one })
    expect(await code(it.call('people.recordKeepApart', turned))).toEqual(['keep-apart-exists'])
    await it.must('people.recordKeepApart', { ...turned, scope: 'corridor', level: 'warn' })
    const ofOne = await it.must('people.keepApart', { personId: one })
    expect(ofOne.map((pair) => pair.scope)).toEqual(['corridor', 'session'])
    expect(await it.must('people.keepApart', { personId: other })).toEqual(ofOne)
    expect(ofOne[0]?.women.map((woman) => woman.givenNames).sort()).toEqual(['Ana', 'Bea'])
  })

  test('needs two women and a review after its start', async () => {
    expect(await code(it.call('people.recordKeepApart', aPair({ otherId: one })))).toEqual(['same-woman'])
    expect(await code(it.call('people.recordKeepApart', aPair({ reviewOn: '2026-09-30' })))).toEqual([
      'review-before-start',
    ])
    const nobody = '00000000-0000-4000-8000-000000000000'
    expect(await code(it.call('people.recordKeepApart', aPair({ otherId: nobody })))).toEqual(['unknown-person'])
  })

  test('is revised, closed and opened again, each with its reason', async () => {
    const { id } = await it.must('people.recordKeepApart', aPair())
    const kept = { scope: 'session', reasonGroup: 'threat', level: 'block', reviewOn: '2027-01-15', note: '' } as const
    const revise = (version: number, more: object = {}) =>
      it.call('people.reviseKeepApart', { id, version, ...kept, ...more, why: 'Hablaron' })
    expect(await code(revise(1))).toEqual(['nothing-changed'])
    expect(await code(revise(9, { level: 'warn' }))).toEqual(['stale'])
    expect(await code(revise(1, { level: 'warn', reviewOn: '2027-06-01' }))).toEqual([])
    expect(await code(it.call('people.reopenKeepApart', { id, version: 2, reviewOn: '2027-02-01', why: 'x' }))).toEqual(
      ['keep-apart-open'],
    )
    await it.must('people.closeKeepApart', { id, version: 2, why: 'Se trasladó a otro módulo' })
    expect(await pairs()).toEqual([])
    expect(await pairs('closed')).toMatchObject([
      { state: 'closed', closedOn: '2026-10-31', closeReason: 'Se trasladó a otro módulo', level: 'warn' },
    ])
    expect(await code(revise(3, { level: 'block' }))).toEqual(['keep-apart-closed'])
    expect(await code(it.call('people.closeKeepApart', { id, version: 3, why: 'x' }))).toEqual(['keep-apart-closed'])
    await it.must('people.reopenKeepApart', { id, version: 3, reviewOn: '2027-02-01', why: 'Volvió' })
    expect(await pairs()).toMatchObject([{ state: 'open', closedOn: null, reviewOn: '2027-02-01', version: 4 }])
    const { entries } = await it.must('office.audit', { subjectId: id })
    expect(entries.map((entry) => [entry.event, entry.reason])).toEqual([
      ['keep-apart.reopened', 'Volvió'],
      ['keep-apart.closed', 'Se trasladó a otro módulo'],
      ['keep-apart.revised', 'Hablaron'],
      ['keep-apart.recorded', null],
    ])
  })

  test('is not opened again beside another that has taken its place', async () => {
    const { id } = await it.must('people.recordKeepApart', aPair())
    await it.must('people.closeKeepApart', { id, version: 1, why: 'x' })
    await it.must('people.recordKeepApart', aPair())
    expect(await code(it.call('people.reopenKeepApart', { id, version: 2, reviewOn: '2027-02-01', why: 'x' }))).toEqual(
      ['keep-apart-exists'],
    )
  })

  test('that has not begun can be closed, and then held on no day', async () => {
    const { id } = await it.must('people.recordKeepApart', aPair({ startsOn: '2026-11-10' }))
    expect(await pairs()).toMatchObject([{ state: 'ahead' }])
    await it.must('people.closeKeepApart', { id, version: 1, why: 'Fue un error' })
    expect(await pairs('closed')).toMatchObject([{ startsOn: '2026-11-10', closedOn: '2026-11-10' }])
  })

  test('still holds when its review is due, and asks for it without a name', async () => {
    await it.must('people.recordKeepApart', aPair({ reviewOn: '2026-10-30' }))
    expect(await pairs()).toMatchObject([{ state: 'review-due' }])
    const task = (await it.must('tasks.list', {})).find((each) => each.kind === 'keep-apart-review')
    expect(task).toMatchObject({ path: '/people/keep-apart', dueOn: '2026-10-30', overdue: true, facts: {} })
  })
})

test.each(ROLES.filter((role) => !KEEP_APART_READERS.includes(role)))('is closed to %s', async (role) => {
  const { id } = await it.must('people.recordKeepApart', aPair({ reviewOn: '2026-10-30' }))
  await it.signInAs(role)
  expect(await code(it.call('people.keepApart', {}))).toEqual(['not-allowed'])
  expect(await code(it.call('people.closeKeepApart', { id, version: 1, why: 'x' }))).toEqual(['not-allowed'])
  if (role !== 'gate')
    expect((await it.must('tasks.list', {})).filter((task) => task.kind === 'keep-apart-review')).toEqual([])
})

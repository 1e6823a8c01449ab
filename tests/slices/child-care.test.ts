import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Render } from '../../src/main/platform/documents/render'
import type { Input } from '../../src/shared/contract'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, STAFF, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let it: TestOffice
let childId: string
const printed: { type: string; facts: unknown }[] = []
const render: Render = (type, facts) => {
  printed.push({ type, facts })
  return Promise.resolve({ pdf: Buffer.from('%PDF'), pages: 1 })
}
beforeEach(async () => {
  printed.length = 0
  it = await openTestOffice({ role: 'coordinator', render })
  const motherId = await registerWoman(it, { surname1: 'Soto', surname2: null, givenNames: 'Elena' })
  childId = (await registerChild(it, motherId)).id
})
afterEach(() => it.close())

type Paper = Input<'children.setPaper'>
const aPaper = (more: Partial<Paper> = {}): Paper => ({
  childId,
  kind: 'birth-record',
  version: 0,
  state: 'has',
  askedOn: null,
  askedOf: null,
  copySeenOn: '2026-10-30',
  namesPlace: 'no',
  note: null,
  ...more,
})
const kindsOfTasks = async () => (await it.must('tasks.list', {})).map((task) => task.kind)

describe('the papers of a child', () => {
  test('tell who saw the copy and when, and keep it until another copy is seen', async () => {
    await it.must('children.setPaper', aPaper())
    await it.signInAs('mother-child')
    await it.must('children.setPaper', aPaper({ version: 1, note: 'copia certificada' }))
    const of = async () =>
      (await it.must('children.checklist', { id: childId })).papers.find((paper) => paper.kind === 'birth-record')
    expect(await of()).toMatchObject({ copySeenBy: STAFF.coordinator, version: 2 })
    await it.must('children.setPaper', aPaper({ version: 2, copySeenOn: '2026-10-31' }))
    expect(await of()).toMatchObject({ copySeenBy: STAFF['mother-child'] })
  })
  test('that name the place become a task, until they are put right', async () => {
    await it.must('children.setPaper', aPaper({ namesPlace: 'unchecked' }))
    expect(await kindsOfTasks()).toContain('child-paper-unchecked')
    await it.must('children.setPaper', aPaper({ version: 1, namesPlace: 'yes' }))
    expect(await kindsOfTasks()).toContain('child-paper-names-place')
    await it.must('children.setPaper', aPaper({ version: 2 }))
    expect((await kindsOfTasks()).filter((kind) => kind.startsWith('child-paper'))).toEqual([])
  })
  test.each<[string, Partial<Paper>, string]>([
    ['of a passed version', { version: 3 }, 'stale'],
    ['asked for on no day', { state: 'asked', copySeenOn: null, namesPlace: 'unchecked' }, 'paper-asked-when'],
    ['missing, and naming the place', { state: 'missing', copySeenOn: null, namesPlace: 'yes' }, 'paper-not-here'],
    ['seen tomorrow', { copySeenOn: '2026-11-01' }, 'day-in-the-future'],
    ['of no child', { childId: '00000000-0000-4000-8000-000000000000' }, 'unknown-child'],
  ])('refuses one %s', async (_why, more, code) => {
    expect(codesOf(await it.call('children.setPaper', aPaper(more)))).toEqual([code])
  })
})

describe('needs', () => {
  const ask = () =>
    it.must('children.askNeed', {
      childId,
      kind: 'nappies',
      what: null,
      size: 'etapa 4',
      quantity: 100,
      askedOn: '2026-10-12',
    })
  const step = (id: string, version: number, kind: 'promised' | 'delivered' | 'withdrawn', quantity: number) =>
    it.call('children.stepNeed', { id, version, kind, day: '2026-10-20', quantity, who: 'Fundación', note: null })
  const need = async () => (await it.must('children.needs', { id: childId })).needs[0]

  test('are promised, brought in part, and met; then nothing more is taken', async () => {
    const { id } = await ask()
    expect(codesOf(await step(id, 1, 'withdrawn', 1))).toEqual(['need-not-promised'])
    await step(id, 1, 'promised', 60)
    expect(codesOf(await step(id, 2, 'withdrawn', 61))).toEqual(['need-not-promised'])
    expect(await need()).toMatchObject({ state: 'promised', pledged: 60 })
    await step(id, 2, 'delivered', 50)
    expect(await need()).toMatchObject({ state: 'part', given: 50, pledged: 10 })
    expect(codesOf(await step(id, 2, 'delivered', 50))).toEqual(['stale'])
    await step(id, 3, 'delivered', 50)
    expect(await need()).toMatchObject({ state: 'met', given: 100, pledged: 0 })
    for (const kind of ['promised', 'delivered', 'withdrawn'] as const)
      expect(codesOf(await step(id, 4, kind, 1))).toEqual(['need-met'])
    expect(codesOf(await it.call('children.dropNeed', { id, version: 4, reason: 'x' }))).toEqual(['need-met'])
    expect((await it.must('children.openNeeds', {})).needs).toEqual([])
  })
  test('dropped leave the open list and take nothing more', async () => {
    const { id } = await ask()
    await it.must('children.dropNeed', { id, version: 1, reason: 'ya no usa' })
    expect(await need()).toMatchObject({ state: 'dropped', dropReason: 'ya no usa' })
    expect(codesOf(await step(id, 2, 'delivered', 1))).toEqual(['need-dropped'])
    expect(codesOf(await it.call('children.printNeeds', {}))).toEqual(['no-open-needs'])
  })
  test('are printed by given name and size only', async () => {
    await ask()
    await it.must('children.printNeeds', {})
    const facts = JSON.stringify(printed.at(-1)?.facts)
    expect(facts).toContain('Camila')
    expect(facts).not.toMatch(/Ibarra|Soto|DEM-H/)
  })
})

describe('first times', () => {
  const first = (more: Partial<Input<'children.addFirst'>> = {}): Input<'children.addFirst'> => ({
    childId,
    day: '2026-10-24',
    what: 'Vio el mar',
    withWhom: 'su abuela',
    outingId: null,
    picture: null,
    photoConsent: null,
    ...more,
  })
  const log = async () => (await it.must('children.firsts', { id: childId })).firsts

  test('have a photo only with the paper of the consent, and lose it when the mother takes it back', async () => {
    expect(codesOf(await it.call('children.addFirst', first({ picture: PIXEL })))).toEqual(['bad-input'])
    const { id } = await it.must('children.addFirst', first({ picture: PIXEL, photoConsent: 'Hoja del 3 oct' }))
    expect(await it.must('children.firstPhoto', { id })).toMatchObject({ kind: 'png' })
    await it.must('children.forgetFirstPhoto', { id, version: 1, reason: 'lo pidió su madre' })
    expect(await it.must('children.firstPhoto', { id })).toBeNull()
    expect(await log()).toMatchObject([{ what: 'Vio el mar', hasPhoto: false, photoConsent: null }])
  })
  test('are corrected with their reason, and taken out', async () => {
    const { id } = await it.must('children.addFirst', first())
    const facts = {
      id,
      version: 1,
      day: '2026-10-23',
      what: 'Vio el mar',
      withWhom: null,
      outingId: null,
      reason: 'fue antes',
    }
    await it.must('children.correctFirst', facts)
    expect(codesOf(await it.call('children.correctFirst', facts))).toEqual(['nothing-changed'])
    expect(codesOf(await it.call('children.correctFirst', { ...facts, day: '2026-11-01' }))).toEqual([
      'day-in-the-future',
    ])
    expect(codesOf(await it.call('children.removeFirst', { id, version: 1, reason: 'x' }))).toEqual(['stale'])
    await it.must('children.removeFirst', { id, version: 2, reason: 'era de otra niña' })
    expect(await log()).toEqual([])
    expect(codesOf(await it.call('children.printFirsts', { id: childId, withPhotos: true }))).toEqual(['no-firsts'])
  })
  test('are printed for the mother without code and without the center', async () => {
    await it.must('children.addFirst', first({ picture: PIXEL, photoConsent: 'Hoja del 3 oct' }))
    await it.must('children.printFirsts', { id: childId, withPhotos: true })
    const { sheet, ...facts } = printed.at(-1)?.facts as { sheet: unknown }
    expect(sheet).toBeDefined()
    expect(JSON.stringify(facts)).toMatch(/data:image\/png;base64/)
    expect(JSON.stringify(facts)).not.toMatch(/DEM-|Centro|Hoja del/)
    await it.must('children.printFirsts', { id: childId, withPhotos: false })
    expect(JSON.stringify(printed.at(-1)?.facts)).not.toContain('data:image')
  })
  test('know only outings that she made', async () => {
    const outingId = '00000000-0000-4000-8000-000000000000'
    expect(codesOf(await it.call('children.addFirst', first({ outingId })))).toEqual(['outing-unknown'])
  })
})

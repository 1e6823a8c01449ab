import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Render } from '../../src/main/platform/documents/render'
import { contract, type Input } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { PROTECTION, ROLES, type Role } from '../../src/shared/kernel/roles'
import { inputsFor, type Known } from '../factories/any-input'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

const WHAT = 'Moretón Xochiquetzalli en el brazo'
const SEEN_BY = 'Educadora Citlalmina'
const AUTHORITY = 'Procuraduría Yolotzin'
const outsiders = ROLES.filter((role) => !PROTECTION.includes(role))

let it: TestOffice
let childId: string
const printed: unknown[] = []
const render: Render = (_type, facts) => {
  printed.push(facts)
  return Promise.resolve({ pdf: Buffer.from('%PDF'), pages: 1 })
}
beforeEach(async () => {
  it = await openTestOffice({ role: 'mother-child', now: '2026-10-27T16:30:00.000Z', render })
  await it.signInAs('coordinator')
  const motherId = await registerWoman(it, { surname1: 'Soto', surname2: null, givenNames: 'Elena' })
  childId = (await registerChild(it, motherId)).id
  await it.signInAs('mother-child')
})
afterEach(() => it.close())

const raise = () =>
  it.must('children.raiseConcern', { childId, seenOn: '2026-10-26', seenAt: '11:30', what: WHAT, seenBy: SEEN_BY })
type Step = Input<'children.stepConcern'>
const aStep = (id: string, version: number, more: Partial<Step> = {}): Step => ({
  id,
  version,
  kind: 'notified',
  day: '2026-10-27',
  time: null,
  authority: AUTHORITY,
  folio: 'PP-77/2026',
  what: 'Se llamó y se entregó oficio',
  ...more,
})
const concern = async () => {
  const found = (await it.must('children.protection', { id: childId })).concerns[0]
  if (!found) throw new Error('no concern')
  return found
}
const tasks = async () =>
  (await it.must('tasks.list', {})).filter((task) => task.kind.startsWith('protection-')).map((task) => task.kind)

describe('a protection concern', () => {
  test('runs a clock until an authority is told, and asks how it goes a fortnight later', async () => {
    const { id } = await raise()
    expect(await concern()).toMatchObject({ state: 'to-notify', notifyBy: '2026-10-28T16:30:00.000Z', isLate: false })
    expect(await tasks()).toEqual(['protection-notify'])
    it.now = '2026-10-28T16:31:00.000Z'
    expect(await concern()).toMatchObject({ isLate: true })
    await it.must('children.stepConcern', aStep(id, 1))
    expect(await concern()).toMatchObject({ state: 'notified', isLate: false, steps: [{ authority: AUTHORITY }] })
    expect(await tasks()).toEqual([])
    it.now = '2026-11-10T18:00:00.000Z'
    expect(await tasks()).toEqual(['protection-follow'])
    await it.must('children.stepConcern', aStep(id, 2, { kind: 'closed', day: '2026-11-10', authority: null }))
    expect(await tasks()).toEqual([])
    expect(await it.must('children.openConcerns', {})).toEqual([])
  })

  test.each<[string, Partial<Step>, string]>([
    ['closing what nobody was told of', { kind: 'closed', authority: null }, 'concern-not-notified'],
    ['reopening what is open', { kind: 'reopened', authority: null }, 'concern-open'],
    ['a step of tomorrow', { day: '2026-10-28' }, 'day-in-the-future'],
    ['a step before it was seen', { day: '2026-10-25' }, 'before-concern'],
    ['a notice to nobody', { authority: null }, 'bad-input'],
    ['a version that has passed', { version: 7 }, 'stale'],
  ])('refuses %s', async (_why, more, code) => {
    const { id } = await raise()
    expect(codesOf(await it.call('children.stepConcern', aStep(id, 1, more)))).toEqual([code])
  })

  test('leaves an audit event at each reading, which the coordinator’s audit does not show or count', async () => {
    const { id } = await raise()
    await concern()
    await it.must('children.stepConcern', aStep(id, 1))
    await it.signInAs('director')
    const audit = await it.must('office.audit', { event: 'protection' })
    expect(audit.entries.map((entry) => entry.event)).toEqual([
      'protection.step-added',
      'protection.read',
      'protection.raised',
    ])
    await it.signInAs('coordinator')
    expect(await it.must('office.audit', { event: 'protection' })).toMatchObject({ entries: [], total: 0 })
    expect((await it.must('office.audit', { subjectId: childId })).entries.map((entry) => entry.event)).toEqual([
      'child.registered',
    ])
  })

  test('settled as a task is seen as such only by those who knew of it', async () => {
    await raise()
    const task = (await it.must('tasks.list', {})).find((each) => each.kind === 'protection-notify')
    await it.must('tasks.settle', { key: task?.key ?? '', outcome: 'later', until: '2026-10-28', note: 'se avisa hoy' })
    expect(await it.must('tasks.settled', {})).toMatchObject([{ kind: 'protection-notify' }])
    await it.signInAs('coordinator')
    expect(await it.must('tasks.settled', {})).toEqual([])
    expect((await it.must('office.audit', { event: 'task.settled' })).total).toBe(0)
  })
})

const channels = Object.entries(contract as Record<string, Channel>).filter(
  ([, channel]) => channel.kind === 'read' || channel.kind === 'issue',
)
const known = (): Known => ({
  id: [childId],
  childId: [childId],
  day: ['2026-10-27'],
  month: ['2026-10'],
  period: ['2026-10'],
  monday: ['2026-10-26'],
  presence: ['all'],
})

/** Every answer and paper that a role can get, by channel and input, without what the clock and folios alter. */
async function allAnswers(role: Role): Promise<Map<string, string>> {
  await it.signInAs(role)
  const answers = new Map<string, string>()
  for (const [name, channel] of channels) {
    if (channel.who !== 'anyone' && !channel.who.includes(role)) continue
    for (const input of inputsFor(channel.input, known())) {
      printed.length = 0
      const answer = await it.office.call(it.client, name, input)
      answers.set(`${name} ${JSON.stringify(input)}`, JSON.stringify([answer, printed]))
    }
  }
  return answers
}

test('no other role can tell from any channel or paper that there is a concern, nor what it says', async () => {
  const before = new Map<Role, Map<string, string>>()
  for (const role of outsiders) before.set(role, await allAnswers(role))
  await it.signInAs('mother-child')
  const { id } = await raise()
  await it.must('children.stepConcern', aStep(id, 1))
  const leaks: string[] = []
  const secrets = [id, 'Xochiquetzalli', 'Citlalmina', 'Yolotzin', 'PP-77', 'protection.', 'protection-']
  for (const role of outsiders)
    for (const [asked, text] of await allAnswers(role)) {
      for (const secret of secrets) if (text.includes(secret)) leaks.push(`${role}: ${asked} says ${secret}`)
      const counted = asked.startsWith('tasks.') || asked.startsWith('today.') || asked.startsWith('children.')
      if (counted && lengths(text) !== lengths(before.get(role)?.get(asked) ?? ''))
        leaks.push(`${role}: ${asked} has another number of things`)
    }
  expect(leaks).toEqual([])
  await it.signInAs('mother-child')
  const own = [...(await allAnswers('mother-child'))].filter(([, text]) => text.includes('Xochiquetzalli'))
  expect(own.map(([asked]) => asked.split(' ')[0])).toEqual(['children.protection'])
}, 120_000)

/** How many things an answer holds, whatever they say: folios and times differ from one asking to the next. */
const lengths = (text: string): number => text.split('{').length

test.each(outsiders)('the %s is refused at every channel of protection', async (role) => {
  await it.signInAs(role)
  for (const name of Object.keys(contract).filter((each) => /protection|oncern/i.test(each))) {
    const channel = (contract as Record<string, Channel>)[name]
    const [input] = channel ? inputsFor(channel.input, known()) : []
    expect(codesOf((await it.office.call(it.client, name, input ?? {})) as never)[0], name).toMatch(
      /not-allowed|bad-input/,
    )
    expect(channel?.who).toEqual(PROTECTION)
  }
})

/** A child's health, its orders and its absence from anybody's business: walked over all channels with every role. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Render } from '../../src/main/platform/documents/render'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { CHILDREN, ROLES, type Role } from '../../src/shared/kernel/roles'
import { inputsFor, type Known } from '../factories/any-input'
import { anAdult, anOrder, aPerson, registerChild } from '../factories/children'
import { letOut } from '../factories/gate'
import { openTestOffice, type TestOffice } from '../factories/office'
import { anOuting, signAll } from '../factories/outings'
import { registerWoman } from '../factories/people'

const HEALTH = [
  'Cacahuatzin',
  'Salbutamolli',
  'Nahualpediatra',
  'Xoloneurología',
  'Arrulloyotl',
  'Papillatzin',
  'ZZ-BCG',
  'Enfermerayotl',
]
const CONFIDENTIAL = ['Ometochtli', 'Juzgado Tezcatl', 'Custodiatzin', 'Dictamenyotl']

let it: TestOffice
let known: Known
let childId: string
const printed: unknown[] = []
const render: Render = (_type, facts) => {
  printed.push(facts)
  return Promise.resolve({ pdf: Buffer.from('%PDF'), pages: 1 })
}
const channels = Object.entries(contract as Record<string, Channel>).filter(
  ([, channel]) => channel.kind === 'read' || channel.kind === 'issue',
)

beforeAll(async () => {
  it = await openTestOffice({ role: 'coordinator', now: '2026-10-16T16:00:00.000Z', render })
  const motherId = await registerWoman(it, { surname1: 'Soto', surname2: null, givenNames: 'Elena' })
  childId = (await registerChild(it, motherId, { givenNames: 'Quetzalxóchitl', surname1: 'Ibarramendi' })).id
  const aunt = aPerson({ fullName: 'Daniela Torres', document: 'INE 1651', phone: '5512164126' })
  await it.must('children.addAdult', anAdult(childId, { adult: aunt, until: '2026-12-31' }))
  await it.must(
    'children.prohibit',
    anOrder([childId], aPerson({ fullName: 'Ometochtli Salas' }), { orderedBy: 'Juzgado Tezcatl' }),
  )
  await it.must('children.keepEmergencySheet', {
    childId,
    version: null,
    carers: [],
    allergies: 'Cacahuatzin',
    medicines: 'Salbutamolli',
    doctor: 'Nahualpediatra',
    doctorPhone: null,
    comfort: 'Arrulloyotl',
    feeding: 'Papillatzin',
  })
  const growth = { childId, day: '2026-10-10', weightG: 8765, heightMm: null, headMm: null, lying: true }
  await it.must('children.recordGrowth', { ...growth, measuredBy: 'Enfermerayotl', confirmed: true })
  await it.must('children.recordCheck', {
    childId,
    milestone: null,
    outcome: 'done',
    day: '2026-10-10',
    note: 'Xoloneurología',
  })
  await it.must('children.recordDoses', {
    doses: [{ childId, vaccine: 'ZZ-BCG', dose: 'única', day: '2026-10-10' }],
    outcome: 'done',
    seenOnCard: true,
    reason: null,
  })
  const { children } = await it.must('outings.choices', {})
  const adultId = children[0]?.adults.find((adult) => adult.name.startsWith('Daniela'))?.id ?? ''
  const { id, permissionId, folio } = await anOuting(it, { childId, adultId, forbiddenId: '' })
  await signAll(it, permissionId, '2026-10-16')
  it.now = '2026-10-17T15:05:00.000Z'
  await it.signInAs('gate')
  await letOut(it, id)
  known = {
    id: [childId, motherId, id, permissionId, adultId],
    childId: [childId],
    personId: [motherId],
    motherId: [motherId],
    permissionId: [permissionId],
    folio: [folio],
    day: ['2026-10-17', '2026-10-10'],
    from: ['2026-10-01'],
    until: ['2026-10-31'],
    month: ['2026-10'],
    period: ['2026-10'],
    monday: ['2026-10-12'],
    presence: ['all'],
    year: [2026],
  }
}, 60_000)
afterAll(() => it.close())

async function allAnswers(role: Role): Promise<Map<string, string>> {
  await it.signInAs(role)
  const answers = new Map<string, string>()
  for (const [name, channel] of channels) {
    if (channel.who !== 'anyone' && !channel.who.includes(role)) continue
    for (const input of inputsFor(channel.input, known)) {
      printed.length = 0
      const answer = await it.office.call(it.client, name, input)
      answers.set(`${name} ${JSON.stringify(input)}`, JSON.stringify([answer, printed]))
    }
  }
  return answers
}

const outsiders = ROLES.filter((role) => !CHILDREN.includes(role))
/** The list of who is inside when the bell rings names everybody, and who is outside with whom: for all of the office. */
const NAMED = ['today.emergency', 'today.printEmergency']

test.each(outsiders)(
  'the %s learns no health of a child, no order and no file',
  async (role) => {
    const leaks: string[] = []
    for (const [asked, text] of await allAnswers(role)) {
      const [name = ''] = asked.split(' ')
      for (const secret of HEALTH) if (text.includes(secret)) leaks.push(`${asked} says ${secret}`)
      for (const secret of CONFIDENTIAL) if (text.includes(secret)) leaks.push(`${asked} says ${secret}`)
      if (role !== 'gate' && !NAMED.includes(name) && !asked.includes(childId))
        for (const secret of ['Quetzalx', 'Ibarramendi', childId])
          if (text.includes(secret)) leaks.push(`${asked} says ${secret}`)
    }
    expect(leaks).toEqual([])
  },
  60_000,
)

test('the walk asks what it means to ask: whoever keeps the files finds all of it', async () => {
  const all = [...(await allAnswers('mother-child')).values()].join('')
  for (const word of [...HEALTH, 'Ometochtli', 'Juzgado Tezcatl']) expect(all, word).toContain(word)
  await it.signInAs('gate')
  expect(JSON.stringify(await it.must('outings.gate', {}))).toContain('Ibarramendi')
}, 60_000)

import { expect, test } from 'vitest'
import type { Render } from '../../src/main/platform/documents/render'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { KEEP_APART_READERS } from '../../src/shared/contract/keep-apart.contract'
import { ROLES, type Role } from '../../src/shared/kernel/roles'
import { inputsFor, type Known } from '../factories/any-input'
import { openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

/**
 * Two women are kept apart. Whatever a role that may not know of it reads or prints, the one's name, number and id
 * stand there no more often than before: nobody learns from any answer that the two have to do with each other.
 */
const NOTE = 'testigo protegida de Tlaxcaltécatl'
const channels = Object.entries(contract as Record<string, Channel>).filter(
  ([, channel]) => channel.kind === 'read' || channel.kind === 'issue',
)
const outsiders = ROLES.filter((role) => !KEEP_APART_READERS.includes(role))

interface World {
  readonly it: TestOffice
  readonly known: Known
  readonly needles: readonly string[]
  /** Facts of the papers that were printed since the last look. */
  readonly printed: unknown[]
}

async function aWorld(): Promise<World> {
  const printed: unknown[] = []
  const render: Render = (_type, facts) => {
    printed.push(facts)
    return Promise.resolve({ pdf: Buffer.from('%PDF'), pages: 1 })
  }
  const it = await openTestOffice({ role: 'coordinator', now: '2026-10-27T16:30:00.000Z', render })
  const one = await registerWoman(it, { surname1: 'Tlaxcaltécatl', fileNumber: 'DEM-26-7771', birthDate: '1990-02-03' })
  const other = await registerWoman(it, { surname1: 'Cuauhtzin', fileNumber: 'DEM-26-8882', birthDate: '1991-02-03' })
  const axisId = await createAxis(it)
  const first = await createEdition(it, axisId, 'CL-01-26B', 'Tejido a gancho')
  const second = await createEdition(it, axisId, 'CL-02-26B', 'Bordado a mano', {
    room: 'Aula 2',
    instructor: 'Mtra. Otra',
    slots: [{ weekday: 2, startsAt: '10:00', endsAt: '12:00' }],
  })
  for (const personId of [one, other])
    await it.must('places.give', { editionId: first, personId, openedOn: '2026-10-01' })
  const waiting = await it.must('places.waiting', {})
  const workshopIds = waiting.workshops.map((workshop) => workshop.id)
  const day = await it.must('timetable.day', { day: '2026-10-27' })
  const women = [one, other]
  return {
    it,
    printed,
    needles: [one, other, 'Tlaxcaltécatl', 'Cuauhtzin', 'DEM-26-7771', 'DEM-26-8882'],
    known: {
      id: [...women, first, second, ...day.sessions.map((session) => session.id)],
      personId: women,
      motherId: women,
      editionId: [first, second],
      sessionId: day.sessions.map((session) => session.id),
      workshopId: workshopIds,
      roomId: day.sessions.map((session) => session.roomId),
      day: ['2026-10-27'],
      from: ['2026-10-26', '10:00'],
      until: ['2026-11-01', '12:00'],
      month: ['2026-10'],
      period: ['2026-10'],
      monday: ['2026-10-26'],
      presence: ['all'],
    },
  }
}

async function keepApart({ it, known }: World): Promise<readonly string[]> {
  await it.signInAs('coordinator')
  const [personId, otherId] = known['personId'] as [string, string]
  const ids: string[] = []
  for (const [scope, level] of [
    ['session', 'block'],
    ['room', 'warn'],
    ['corridor', 'block'],
  ] as const) {
    const facts = { scope, level, reasonGroup: 'threat', startsOn: '2026-10-01', reviewOn: '2026-10-20' } as const
    ids.push((await it.must('people.recordKeepApart', { personId, otherId, ...facts, note: NOTE })).id)
  }
  return ids
}

/** Every answer and paper that a role can get, by channel and input. */
async function allAnswers({ it, known, printed }: World, role: Role): Promise<Map<string, string>> {
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

const timesIn = (text: string, needle: string): number => text.split(needle).length - 1

test('no role that may not know of a pair can tell from any answer or paper who the other is', async () => {
  const world = await aWorld()
  const before = new Map<Role, Map<string, string>>()
  for (const role of outsiders) before.set(role, await allAnswers(world, role))
  const pairIds = await keepApart(world)
  const leaks: string[] = []
  for (const role of outsiders) {
    const after = await allAnswers(world, role)
    for (const [asked, text] of after) {
      const earlier = before.get(role)?.get(asked) ?? ''
      for (const needle of world.needles)
        if (timesIn(text, needle) > timesIn(earlier, needle)) leaks.push(`${role}: ${asked} says ${needle} more often`)
      for (const secret of [...pairIds, NOTE]) if (text.includes(secret)) leaks.push(`${role}: ${asked} says ${secret}`)
    }
  }
  expect(leaks).toEqual([])
  await world.it.close()
}, 120_000)

test('the walk asks what it means to ask: channels about a woman are answered, and a reader of pairs does see both', async () => {
  const world = await aWorld()
  const answered = [...(await allAnswers(world, 'axis-lead'))]
    .filter(([, text]) => text.startsWith('[{"ok":true'))
    .map(([asked]) => asked.split(' ')[0])
  for (const name of [
    'people.get',
    'people.life',
    'people.alerts',
    'people.list',
    'people.printPack',
    'tasks.list',
    'today.emergency',
    'today.printEmergency',
    'today.whereabouts',
    'timetable.clashes',
    'timetable.printMovements',
    'places.candidates',
    'attendance.roll',
  ])
    expect(answered, name).toContain(name)
  const [pairId] = await keepApart(world)
  const coordinator = [...(await allAnswers(world, 'coordinator'))].filter(([, text]) => text.includes(pairId ?? ''))
  expect(coordinator.map(([asked]) => asked.split(' ')[0])).toContain('people.keepApart')
  await world.it.close()
}, 120_000)

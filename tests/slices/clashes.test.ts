import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clashesIfPlaced, hidesFrom } from '../../src/main/features/timetable'
import type { Role } from '../../src/shared/kernel/roles'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { givePlace } from '../factories/places'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let axisId: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  axisId = await createAxis(it)
})
afterEach(() => it.close())

const at = (weekday: number, startsAt: string, endsAt: string) => ({ slots: [{ weekday, startsAt, endsAt }] })
const weaving = (more = {}) =>
  createEdition(it, axisId, 'CL-21-26B', 'Telar', {
    ...at(2, '12:00', '14:00'),
    room: 'Taller 3',
    instructor: 'Mtra. Elisa Baeza',
    ...more,
  })
const reading = () => createEdition(it, axisId, 'CL-19-26B', 'Alfabetización')
const tuesday = { from: '2026-10-13', until: '2026-10-13' }
const sessionOf = async (editionId: string, day = '2026-10-13') => {
  const found = (await it.must('timetable.day', { day })).sessions.find((each) => each.editionId === editionId)
  if (!found) throw new Error(`no session on ${day}`)
  return found
}
const roomOf = async (name: string) =>
  (await it.must('timetable.walks', {})).rooms.find((room) => room.name === name)?.id ?? ''
const keepApart = (
  personId: string,
  otherId: string,
  scope: 'session' | 'room' | 'corridor',
  level: 'block' | 'warn',
) =>
  it.must('people.recordKeepApart', {
    personId,
    otherId,
    scope,
    level,
    reasonGroup: 'threat',
    note: '',
    startsOn: '2026-10-01',
    reviewOn: '2027-01-01',
  })

/** Two hours on a Tuesday between nine and two. */
const wish = {
  roomId: null,
  instructorId: null,
  minutes: 120,
  from: '2026-10-12',
  until: '2026-10-16',
  weekdays: [2],
  opensAt: '09:00',
  closesAt: '14:00',
  least: 0,
}

describe('walking time', () => {
  test('is the usual one between two rooms, and their own if they have one', async () => {
    const ana = await registerWoman(it)
    await givePlace(it, await reading(), ana)
    await givePlace(it, await weaving(), ana)
    const walks = async () =>
      (await it.must('timetable.clashes', tuesday)).map(({ kind, why, asks, has }) => [kind, why, asks, has])
    expect(await walks()).toEqual([['woman', 'walk', 5, 0]])
    const [a, b] = [await roomOf('Aula 1'), await roomOf('Taller 3')]
    await it.must('timetable.setWalk', { a: b, b: a, minutes: 12 })
    expect(await walks()).toEqual([['woman', 'walk', 12, 0]])
    await it.must('timetable.setWalk', { a, b, minutes: 0 })
    expect(await walks()).toEqual([])
    await it.must('timetable.setWalk', { a, b, minutes: null })
    expect(await walks()).toHaveLength(1)
    expect(codesOf(await it.call('timetable.setWalk', { a, b: a, minutes: 1 }))).toEqual(['same-room'])
  })

  test('the office’s own rule holds from its day on', async () => {
    const ana = await registerWoman(it)
    await givePlace(it, await reading(), ana)
    await givePlace(it, await weaving(), ana)
    const decision = { key: 'walkingMinutes' as const, fromDay: '2026-10-14', value: 0 }
    await it.must('office.decideRule', { decision, reason: 'Están juntas' })
    expect(await it.must('timetable.clashes', tuesday)).toHaveLength(1)
    expect(await it.must('timetable.clashes', { from: '2026-10-20', until: '2026-10-20' })).toEqual([])
  })
})

describe('the dormitory’s hours', () => {
  test('lock-up is a block, a count a warning, each with how many women it keeps', async () => {
    const edition = await reading()
    await givePlace(it, edition, await registerWoman(it, {}, { dormitory: 'B-01' }))
    await givePlace(it, edition, await registerWoman(it, {}, { dormitory: 'B-02' }))
    await givePlace(it, edition, await registerWoman(it, {}, { dormitory: 'A-01' }))
    const routine = { weekdays: [2], validFrom: '2026-10-01', validUntil: null, startsAt: '11:00', endsAt: '11:30' }
    await it.must('office.addRoutine', { ...routine, kind: 'lock-up', title: 'Encierro', dormitories: 'dormitorio B' })
    await it.must('office.addRoutine', { ...routine, kind: 'count', title: 'Pase de lista', dormitories: null })
    const clashes = await it.must('timetable.clashes', tuesday)
    expect(clashes.map(({ kind, level, resource, has, b }) => [kind, level, resource, has, b.title])).toEqual([
      ['dormitory', 'block', 'B', 2, 'Encierro'],
      ['dormitory', 'warn', '—', 3, 'Pase de lista'],
    ])
  })
})

describe('two women kept apart', () => {
  test('in one group: the director goes on with a reason, nobody else; the other’s name is for who may know it', async () => {
    const edition = await reading()
    const ana = await registerWoman(it, { surname1: 'Ku', surname2: null, givenNames: 'Ana' })
    const eva = await registerWoman(it, { surname1: 'Pat', surname2: null, givenNames: 'Eva' })
    await givePlace(it, edition, ana)
    await keepApart(ana, eva, 'session', 'block')
    const asked = { editionId: edition, from: '2026-10-05', people: [eva] }
    const heard = async (role: Role) => {
      await it.signInAs(role)
      const look = it.office.look()
      return (await clashesIfPlaced(look.db, asked, hidesFrom({ ...look, actor: { ...look.actor, role } }))).get(
        eva,
      )?.[0]
    }
    expect(await heard('coordinator')).toMatchObject({
      kind: 'keep-apart',
      level: 'block',
      resource: 'Ku, Ana · Pat, Eva',
    })
    const hidden = await heard('axis-lead')
    expect(hidden).toMatchObject({ kind: 'keep-apart', level: 'block', why: 'together', resource: '—' })
    expect(JSON.stringify(hidden)).not.toContain('Ana')
  })

  test('a move that brings them into one room is refused, but for the director', async () => {
    const [morning, other] = [await reading(), await weaving({ room: 'Aula 1' })]
    const ana = await registerWoman(it)
    const eva = await registerWoman(it)
    await givePlace(it, morning, ana)
    await givePlace(it, other, eva)
    await keepApart(ana, eva, 'corridor', 'block')
    const { id } = await sessionOf(other)
    const to = { id, day: '2026-10-14', startsAt: '12:00', endsAt: '14:00' }
    // On a day of its own nobody meets.
    expect((await it.must('timetable.previewMove', to)).clashes).toEqual([])
    const back = { ...to, day: '2026-10-13', startsAt: '12:02', endsAt: '14:02' }
    const { clashes } = await it.must('timetable.previewMove', back)
    expect(clashes).toMatchObject([{ kind: 'keep-apart', why: 'same-way' }])
    const move = { ...back, version: 1, reason: 'x', seen: clashes.map((clash) => clash.key) }
    await it.signInAs('coordinator')
    expect(codesOf(await it.call('timetable.move', move))).toEqual(['clash-blocks'])
    await it.signInAs('director')
    await it.must('timetable.move', move)
  })
})

describe('moving', () => {
  test('a room that is taken forbids it; women who cannot come must have been seen', async () => {
    const [first, second] = [await reading(), await weaving()]
    const ana = await registerWoman(it)
    await givePlace(it, first, ana)
    await givePlace(it, second, ana)
    const session = await sessionOf(second)
    const to = { id: session.id, day: '2026-10-13', startsAt: '10:00', endsAt: '12:00' }
    const { clashes } = await it.must('timetable.previewMove', to)
    expect(clashes).toMatchObject([{ kind: 'woman', level: 'block', why: 'same-time' }])
    expect(codesOf(await it.call('timetable.move', { ...to, version: 1, reason: 'x' }))).toEqual(['clash-unseen'])
    const roomId = await roomOf('Aula 1')
    expect(codesOf(await it.call('timetable.move', { ...to, roomId, version: 1, reason: 'x' }))).toContain(
      'clash-blocks',
    )
    await it.must('timetable.move', { ...to, version: 1, reason: 'x', seen: clashes.map((clash) => clash.key) })
  })

  test('nor is a session given a room or an instructor that is in use', async () => {
    const [first, second] = [await reading(), await weaving(at(2, '11:00', '13:00'))]
    const session = await sessionOf(second)
    const { rooms, instructors } = await it.must('timetable.arrangement', { id: session.id })
    const ofFirst = await sessionOf(first)
    const ref = { id: session.id, version: 1, reason: 'x' }
    const room = { ...ref, roomId: rooms.find((each) => each.name === 'Aula 1')?.id ?? '', care: null }
    expect(await it.call('timetable.arrange', room)).toMatchObject({
      refusals: [{ code: 'clash-blocks', facts: { with: 'Aula 1, Alfabetización, 10:00–12:00' } }],
    })
    const instructorId = instructors.find((each) => each.id === ofFirst.instructorId)?.id ?? ''
    expect(codesOf(await it.call('timetable.substitute', { ...ref, instructorId }))).toEqual(['clash-blocks'])
    await it.must('timetable.cancel', { id: ofFirst.id, version: 1, cause: 'provider', note: null })
    await it.must('timetable.substitute', { ...ref, instructorId })
  })

  test('what one session is said to collide with is what the week says of it', async () => {
    const editions = [await reading(), await weaving(), await weavingTwice()]
    const women = await Promise.all([registerWoman(it), registerWoman(it)])
    for (const edition of editions) for (const woman of women) await givePlace(it, edition, woman)
    await keepApart(women[0] ?? '', women[1] ?? '', 'room', 'warn')
    const week = await it.must('timetable.clashes', tuesday)
    expect(week.length).toBeGreaterThan(4)
    for (const edition of editions) {
      const { id } = await sessionOf(edition)
      const { clashes } = await it.must('timetable.session', { id })
      const hers = week.filter((clash) => clash.a.sessionId === id || clash.b.sessionId === id)
      expect(clashes.map((clash) => clash.key).sort()).toEqual(hers.map((clash) => clash.key).sort())
    }
  })
  const weavingTwice = () =>
    createEdition(it, axisId, 'CL-22-26B', 'Bordado', { ...at(2, '11:00', '13:00'), instructor: 'Mtra. Elisa Baeza' })
})

describe('one more session of a group', () => {
  test('is added at a slot that was found, asks as a move does, and is traced with its reason', async () => {
    const [first, second] = [await reading(), await weaving()]
    const ana = await registerWoman(it)
    await givePlace(it, first, ana)
    await givePlace(it, second, ana)
    const add = { editionId: second, roomId: null, instructorId: null, reason: 'Repone horas', seen: [] }
    const taken = { ...add, day: '2026-10-13', startsAt: '10:00', endsAt: '12:00' }
    expect(codesOf(await it.call('timetable.addSession', taken))).toEqual(['clash-unseen'])
    const roomId = await roomOf('Aula 1')
    expect(codesOf(await it.call('timetable.addSession', { ...taken, roomId }))).toContain('clash-blocks')
    expect(codesOf(await it.call('timetable.addSession', { ...taken, day: '2026-11-03' }))).toEqual(['outside-edition'])
    const women = { from: 'edition' as const, editionId: second }
    const { slots } = await it.must('timetable.freeSlots', { ...wish, women, weekdays: [3], least: 1 })
    const [best] = slots
    if (!best) throw new Error('no slot')
    const { day, startsAt, endsAt } = best
    const { id } = await it.must('timetable.addSession', { ...add, day, startsAt, endsAt, roomId })
    expect(await sessionOf(second, day)).toMatchObject({ id, room: 'Aula 1', startsAt })
    expect((await it.must('office.audit', { event: 'session.added' })).entries).toMatchObject([
      { subjectId: id, reason: 'Repone horas' },
    ])
    const again = await it.call('timetable.addSession', { ...add, day, startsAt, endsAt })
    expect(codesOf(again)).toEqual(['session-there'])
  })
})

describe('a free slot', () => {
  test('counts who can come, names who cannot and why, and leaves out where the room is taken', async () => {
    const edition = await reading()
    const ana = await registerWoman(it, { surname1: 'Ku', surname2: null, givenNames: 'Ana' })
    await registerWoman(it, { surname1: 'Pat', surname2: null, givenNames: 'Eva' })
    await givePlace(it, edition, ana)
    const list = { from: 'list' as const, text: 'Ku Ana\nPat; Nadie de Aquí' }
    const { women, unknown, slots } = await it.must('timetable.freeSlots', { ...wish, women: list })
    expect(women.map((woman) => woman.who)).toEqual(['Ku, Ana', 'Pat, Eva'])
    expect(unknown).toEqual(['Nadie de Aquí'])
    // 12:00 begins when she comes from the other room: the walk needs a decision.
    expect(slots.find((slot) => slot.startsAt === '10:00')).toMatchObject({
      free: 1,
      taken: [{ id: ana, clashes: [{ kind: 'woman', a: { title: 'Alfabetización' } }] }],
    })
    const roomId = await roomOf('Aula 1')
    const inRoom = await it.must('timetable.freeSlots', { ...wish, women: list, roomId, least: 2 })
    expect(inRoom.slots.map((slot) => [slot.startsAt, slot.free])).toEqual([['12:00', 2]])
    expect(inRoom).toMatchObject({ looked: 7, leftOut: { closed: 0, taken: 6, few: 0 } })
  })

  test('of a reserved group is not looked for by who may not know its women', async () => {
    const sensitive = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
    const edition = await createEdition(it, sensitive, 'SM-07-26B', 'Manejo de ansiedad')
    await givePlace(it, edition, await registerWoman(it))
    const women = { from: 'edition' as const, editionId: edition }
    expect((await it.must('timetable.freeSlots', { ...wish, women })).women).toHaveLength(1)
    await it.signInAs('axis-lead')
    expect(codesOf(await it.call('timetable.freeSlots', { ...wish, women }))).toEqual(['sensitive-group'])
  })
})

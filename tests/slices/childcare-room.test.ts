import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contract } from '../../src/shared/contract'
import type { Channel } from '../../src/shared/contract/define'
import { CHILDREN, ROLES } from '../../src/shared/kernel/roles'
import { registerChild } from '../factories/children'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'

let it: TestOffice
let woman: string
let leo: string
let luz: string
beforeAll(async () => {
  // 12:00 at the center.
  it = await openTestOffice({ now: '2026-10-20T18:00:00.000Z' })
  woman = await registerWoman(it)
  leo = (await registerChild(it, woman, { givenNames: 'Leo', birthDate: '2026-03-01', livesHereFrom: '2026-03-01' })).id
  luz = (await registerChild(it, woman, { givenNames: 'Luz', birthDate: '2024-01-01', livesHereFrom: '2024-01-01' })).id
})
beforeEach(() => it.signInAs('mother-child'))
afterAll(() => it.close())

const MOTHER = { by: 'mother' as const }
const STAFF = { by: 'staff' as const, name: ' Custodia  Ríos ' }
const enter = (childId: string, at = '11:30', brought: typeof MOTHER | typeof STAFF = MOTHER) =>
  it.call('children.enterRoom', { childId, at, brought })
const room = (day?: string) => it.must('children.room', day ? { day } : {})
const inside = async (childId: string) => {
  const stay = (await room()).inside.find((each) => each.childId === childId)
  if (!stay) throw new Error('She is not in the room')
  return stay
}

describe('coming and going', () => {
  test('who brought her and when is kept; nobody is in twice, and no hour lies ahead', async () => {
    expect(codesOf(await enter(leo, '12:01'))).toEqual(['time-in-the-future'])
    expect(codesOf(await enter(leo, '11:30', STAFF))).toEqual([])
    expect(await inside(leo)).toMatchObject({ inAt: '11:30', brought: { by: 'staff', name: 'Custodia Ríos' } })
    expect(codesOf(await enter(leo, '11:45'))).toEqual(['in-room-already'])
    expect(codesOf(await it.call('children.enterRoom', { childId: woman, at: '11:00', brought: MOTHER }))).toEqual([
      'unknown-child',
    ])
  })
  test('the emergency list and her mother’s head of record say that she is in the room', async () => {
    expect(await it.must('today.emergency', {})).toMatchObject({
      inChildcare: ['Ibarra Soto, Leo'],
      childrenInChildcare: 1,
    })
    expect(await it.must('today.whereabouts', { personId: woman })).toMatchObject({ childrenInRoom: 1 })
    await it.signInAs('axis-lead')
    expect(await it.must('today.whereabouts', { personId: woman })).toMatchObject({ childrenInRoom: null })
    expect(await it.must('today.emergency', {})).toMatchObject({ inChildcare: null, childrenInChildcare: 1 })
  })
  test('who fetched her and when is kept; she leaves after she came, once', async () => {
    const { id, version } = await inside(leo)
    const leave = (at: string, seen = version) =>
      it.call('children.leaveRoom', { id, version: seen, at, fetched: MOTHER })
    expect(codesOf(await leave('11:30'))).toEqual(['out-before-in'])
    expect(codesOf(await leave('12:30'))).toEqual(['time-in-the-future'])
    expect(codesOf(await leave('11:50', version + 1))).toEqual(['stale'])
    expect(codesOf(await leave('11:50'))).toEqual([])
    expect(codesOf(await leave('11:55'))).toEqual(['left-room-already'])
    expect((await room()).gone).toMatchObject([{ childId: leo, outAt: '11:50', fetched: MOTHER }])
    expect(codesOf(await enter(leo, '11:40'))).toEqual(['stays-overlap'])
  })
  test('a stay written by mistake is withdrawn with its reason', async () => {
    expect(codesOf(await enter(luz, '11:00'))).toEqual([])
    const { id, version } = await inside(luz)
    await it.must('children.withdrawStay', { id, version, reason: 'Era Leo' })
    expect((await room()).inside).toEqual([])
    expect(codesOf(await it.call('children.withdrawStay', { id, version, reason: 'Era Leo' }))).toEqual([
      'unknown-record',
    ])
  })
})

describe('enough adults', () => {
  test('are those on duty now against the ages in the room, by the center’s rules', async () => {
    expect(codesOf(await enter(leo, '11:55'))).toEqual([])
    expect((await room()).ratio).toMatchObject({ children: 1, adults: 0, needed: 1, enough: false, under12: 1 })
    const { id } = await it.must('children.beginDuty', { name: 'Mtra. Sol', at: '11:00' })
    expect(codesOf(await it.call('children.beginDuty', { name: 'Mtra.  Sol', at: '11:10' }))).toEqual([
      'on-duty-already',
    ])
    expect((await room()).ratio).toMatchObject({ adults: 1, enough: true })
    expect(codesOf(await it.call('children.endDuty', { id, at: '10:00' }))).toEqual(['out-before-in'])
    await it.must('children.endDuty', { id, at: '12:00' })
    expect((await room()).ratio).toMatchObject({ adults: 0, enough: false })
    expect(codesOf(await it.call('children.endDuty', { id, at: '12:00' }))).toEqual(['unknown-record'])
  })
  test('nobody is left in: a task from the day’s end on, until it is written down when she left that day', async () => {
    const tasks = async () => (await it.must('tasks.list', {})).filter(({ kind }) => kind === 'children-room-left')
    expect(await tasks()).toEqual([])
    it.now = '2026-10-21T15:00:00.000Z'
    expect(await tasks()).toMatchObject([{ overdue: true, path: '/children/room' }])
    const { id, version, day } = await inside(leo)
    expect(day).toBe('2026-10-20')
    await it.must('children.leaveRoom', { id, version, at: '13:30', fetched: MOTHER })
    expect(await tasks()).toEqual([])
  })
})

describe('the sheet of a day', () => {
  const DAY = '2026-10-20'
  const line = (childId: string, inAt: string, outAt: string) => ({
    ...{ childId, inAt, outAt },
    brought: MOTHER,
    fetched: STAFF,
  })
  test('is found again by its folio and says where there is a newer one', async () => {
    const first = await it.must('children.printRoom', { day: DAY })
    expect(first.folio).toMatch(/^SI-2026-\d{5}-[0-9A-Z]$/)
    const second = await it.must('children.printRoom', { day: DAY })
    const typed = first.folio.toLowerCase().replaceAll('-', ' ')
    expect(await it.must('children.roomByFolio', { folio: typed })).toEqual({
      day: DAY,
      folio: first.folio,
      newerFolio: second.folio,
    })
    expect(codesOf(await it.call('children.roomByFolio', { folio: 'SI-2026-1-0' }))).toEqual(['folio-mistyped'])
    const { folio } = await it.must('today.printEmergency', {})
    expect(codesOf(await it.call('children.roomByFolio', { folio }))).toEqual(['unknown-room-folio'])
  })
  test('is keyed as one and taken back as one; what overlaps is refused with its line', async () => {
    const key = (...stays: ReturnType<typeof line>[]) => it.call('children.keyRoom', { day: DAY, folio: null, stays })
    expect(codesOf(await key(line(luz, '10:00', '09:00')))).toEqual(['out-before-in'])
    const overlapping = await key(line(luz, '09:00', '11:00'), line(luz, '10:59', '12:00'))
    expect(overlapping).toMatchObject({ refusals: [{ code: 'stays-overlap', field: 'stays.1' }] })
    expect(
      codesOf(
        await it.call('children.keyRoom', { day: '2026-10-22', folio: null, stays: [line(luz, '09:00', '10:00')] }),
      ),
    ).toEqual(['day-in-the-future'])
    const answer = await key(line(luz, '08:00', '09:00'), line(luz, '09:00', '10:00'))
    if (!answer.ok) throw new Error('refused')
    const hers = async () => (await room(DAY)).gone.filter(({ childId }) => childId === luz).length
    expect(await hers()).toBe(2)
    await it.must('batches.undo', { id: answer.value.batchId })
    expect(await hers()).toBe(0)
  })
  test('nobody is keyed on a day on which she did not live here', async () => {
    const other = (
      await registerChild(it, woman, { givenNames: 'Iris', birthDate: '2026-10-20', livesHereFrom: '2026-10-21' })
    ).id
    const answer = await it.call('children.keyRoom', { day: DAY, folio: null, stays: [line(other, '09:00', '10:00')] })
    expect(codesOf(answer)).toEqual(['child-not-here'])
  })
})

describe('whoever may not read children’s files', () => {
  const channels = Object.entries(contract as Record<string, Channel>)
  const OF_HEALTH =
    /^children\.(health|noteGestation|record(Growth|Doses|Check|Screening)|followReferral|withdrawHealth|due|printDue|schemes|addScheme|room|enterRoom|leaveRoom|withdrawStay|beginDuty|endDuty|printRoom|roomByFolio|keyRoom)$/

  test('health and the room are for the roles of the children alone, and each look at health leaves a trace', () => {
    const found = channels.filter(([name]) => OF_HEALTH.test(name))
    expect(found).toHaveLength(21)
    for (const [name, channel] of found) expect([name, channel.who]).toEqual([name, CHILDREN])
    expect(contract['children.health'].audited).toBe('child.health-read')
    expect(contract['children.due'].audited).toBe('child.health-list-read')
  })
  test.each(ROLES.filter((role) => !CHILDREN.includes(role)))('the seam lets %s into none of them', async (role) => {
    await it.signInAs(role)
    expect(codesOf(await it.call('children.health', { id: leo }))).toEqual(['not-allowed'])
    expect(codesOf(await it.call('children.due', {}))).toEqual(['not-allowed'])
    expect(codesOf(await it.call('children.room', {}))).toEqual(['not-allowed'])
  })
  test('opening a child’s health, and the list of all, stands in the audit', async () => {
    await it.must('children.health', { id: leo })
    await it.must('children.due', {})
    await it.signInAs('director')
    const events = (await it.must('office.audit', {})).entries.map(({ event }) => event)
    expect(events).toEqual(expect.arrayContaining(['child.health-read', 'child.health-list-read']))
  })
})

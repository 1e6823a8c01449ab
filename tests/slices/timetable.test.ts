import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { givePlace } from '../factories/places'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let axisId: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  axisId = await createAxis(it)
})
afterEach(() => it.close())

const at = (weekday: number, startsAt: string, endsAt: string) => ({ slots: [{ weekday, startsAt, endsAt }] })
const place = (editionId: string, personId: string) => givePlace(it, editionId, personId)
const sessionOn = async (day: string, editionId: string) => {
  const found = (await it.must('timetable.day', { day })).sessions.find((each) => each.editionId === editionId)
  if (!found) throw new Error(`no session on ${day}`)
  return found
}

/** Anxiety in Aula 1 and mending in Taller 3 at the same hour, reading in Aula 1 an hour later; one woman in the first two. */
async function aClashingWeek() {
  const sensitive = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
  const anxiety = await createEdition(it, sensitive, 'SM-07-26B', 'Manejo de ansiedad', at(2, '10:00', '12:00'))
  const mending = await createEdition(it, axisId, 'CL-20-26B', 'Reparación de prendas', {
    ...at(2, '10:00', '12:00'),
    room: 'Taller 3',
    instructor: 'Mtra. Elisa Baeza',
  })
  const reading = await createEdition(it, axisId, 'CL-19-26B', 'Alfabetización', {
    ...at(2, '11:00', '13:00'),
    instructor: 'Profa. Olga Sierra',
  })
  const woman = await registerWoman(it, { surname1: 'Ñáñez', surname2: 'Ku', givenNames: 'Xóchitl' })
  await place(anxiety, woman)
  await place(mending, woman)
  return { anxiety, mending, reading, woman }
}

describe('clashes', () => {
  test('of room and woman are found and both sides named', async () => {
    const { woman } = await aClashingWeek()
    const clashes = await it.must('timetable.clashes', { from: '2026-10-06', until: '2026-10-06' })
    expect(clashes).toMatchObject([
      {
        kind: 'woman',
        resourceId: woman,
        resource: 'Ñáñez Ku, Xóchitl',
        from: '10:00',
        until: '12:00',
      },
      {
        kind: 'room',
        resource: 'Aula 1',
        from: '11:00',
        until: '12:00',
        a: { title: 'Manejo de ansiedad' },
        b: { title: 'Alfabetización' },
      },
    ])
    expect([clashes[0]?.a.title, clashes[0]?.b.title].sort()).toEqual(['Manejo de ansiedad', 'Reparación de prendas'])
  })

  test('a cancelled session clashes no more, and clashes again when it is put back', async () => {
    const { anxiety } = await aClashingWeek()
    const { id } = await sessionOn('2026-10-06', anxiety)
    await it.must('timetable.cancel', { id, version: 1, cause: 'provider', note: 'Faltó la tallerista' })
    const day = { from: '2026-10-06', until: '2026-10-06' }
    expect(await it.must('timetable.clashes', day)).toEqual([])
    expect(await it.call('timetable.cancel', { id, version: 2, cause: 'provider', note: null })).toMatchObject({
      refusals: [{ code: 'already-cancelled' }],
    })
    await it.must('timetable.restore', { id, version: 2, reason: 'Sí llegó' })
    expect(await it.must('timetable.clashes', day)).toHaveLength(2)
  })

  test('who may not read the reserved group sees that she is busy, not with what', async () => {
    const { woman } = await aClashingWeek()
    await it.signInAs('axis-lead')
    const week = await it.must('timetable.week', { day: '2026-10-08', by: 'woman', id: woman })
    expect(week.sessions.map(({ title, room }) => [title, room])).toEqual([
      [null, 'Aula 1'],
      ['Reparación de prendas', 'Taller 3'],
    ])
    const hers = week.clashes.find((clash) => clash.kind === 'woman')
    expect([hers?.a.title, hers?.b.title]).toContain(null)
    expect([hers?.a.title, hers?.b.title]).not.toContain('Manejo de ansiedad')
  })
})

describe('moving a session', () => {
  test('shows what it would collide with, then moves and leaves a trace', async () => {
    const { anxiety, mending, woman } = await aClashingWeek()
    const session = await sessionOn('2026-10-06', mending)
    const same = { id: session.id, day: '2026-10-06', startsAt: '11:00', endsAt: '13:00' }
    expect((await it.must('timetable.previewMove', same)).clashes).toMatchObject([
      { kind: 'woman', resourceId: woman, from: '11:00', until: '12:00' },
    ])
    const free = { ...same, day: '2026-10-07' }
    expect((await it.must('timetable.previewMove', free)).clashes).toEqual([])
    await it.must('timetable.move', { ...free, version: 1, reason: 'Chocaba con otro grupo' })
    expect(await it.must('timetable.clashes', { from: '2026-10-07', until: '2026-10-07' })).toEqual([])
    expect((await it.must('office.audit', { event: 'session.moved' })).entries).toMatchObject([
      { subjectId: session.id, reason: 'Chocaba con otro grupo' },
    ])
    expect(await it.call('timetable.move', { ...free, version: 1, reason: 'x' })).toMatchObject({
      refusals: [{ code: 'stale' }],
    })
    expect((await sessionOn('2026-10-06', anxiety)).day).toBe('2026-10-06')
  })

  test('is refused on a closed day and outside the edition', async () => {
    const { mending } = await aClashingWeek()
    await it.must('office.addSpecialDay', {
      day: '2026-10-07',
      title: 'Fumigación',
      kind: 'closure',
      dormitories: null,
      startsAt: null,
      endsAt: null,
      effect: null,
    })
    const { id } = await sessionOn('2026-10-06', mending)
    const move = { id, version: 1, startsAt: '10:00', endsAt: '12:00', reason: 'x' }
    expect(await it.call('timetable.move', { ...move, day: '2026-10-07' })).toMatchObject({
      refusals: [{ code: 'closed-day', facts: { title: 'Fumigación' } }],
    })
    expect(await it.call('timetable.move', { ...move, day: '2026-11-03' })).toMatchObject({
      refusals: [{ code: 'outside-edition' }],
    })
  })
})

describe('papers', () => {
  test('the week and the day are printed under folios of their own', async () => {
    await aClashingWeek()
    const week = await it.must('timetable.printWeek', { day: '2026-10-08' })
    expect(week).toMatchObject({ folio: expect.stringMatching(/^HS-2026-00001-/), pages: 1 })
    const list = await it.must('timetable.printMovements', { day: '2026-10-06' })
    expect(list).toMatchObject({ folio: expect.stringMatching(/^LM-2026-00001-/), pages: 1 })
    expect(await it.call('timetable.printMovements', { day: '2026-10-07' })).toMatchObject({
      refusals: [{ code: 'nothing-to-print' }],
    })
  })
})

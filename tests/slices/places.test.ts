import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endPlacesOf } from '../../src/main/features/places'
import { openClassroom, putEdition, putPlace, putWoman, type Classroom } from '../factories/classroom'

let room: Classroom
beforeEach(async () => {
  room = await openClassroom('2026-10-15T18:00:00.000Z')
})
afterEach(() => room.close())

const yoga = (over: Partial<Parameters<typeof putEdition>[1]> = {}) =>
  putEdition(room, { code: 'EAC-12', title: 'Yoga', slots: [[1, '08:30', '09:30']], ...over })

describe('the waiting list', () => {
  test('a woman waits, is first in turn, gets the place from it, and is off the list', async () => {
    const { id: editionId, workshopId } = yoga()
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-09-07' })
    await room.must('places.wait', { personId: eva, workshopId, requestedOn: '2026-08-20' })
    const list = await room.must('places.waiting', {})
    expect(list.waits.map((row) => [row.surname1, row.position, row.daysWaiting])).toEqual([
      ['Ibarra', 1, 56],
      ['Ñáñez', 2, 38],
    ])
    const first = await room.must('places.candidates', { editionId })
    expect(first.map((row) => row.surname1)).toEqual(['Ibarra', 'Ñáñez'])
    await room.must('places.give', { editionId, personId: eva, openedOn: '2026-10-15' })
    const now = await room.must('places.ofEdition', { id: editionId })
    expect([now.open.map((row) => row.surname1), now.waiting.map((row) => row.surname1), now.edition.taken]).toEqual([
      ['Ibarra'],
      ['Ñáñez'],
      1,
    ])
    expect(room.events().map((event) => event.event)).toEqual([
      'wait.opened',
      'wait.opened',
      'place.given',
      'wait.closed',
    ])
  })

  test('one woman waits once for a workshop, and not for one that she is in', async () => {
    const { id: editionId, workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const asked = { personId: ana, workshopId, requestedOn: '2026-09-07' }
    await room.must('places.wait', asked)
    expect(await room.call('places.wait', asked)).toMatchObject({ refusals: [{ code: 'waiting-already' }] })
    await room.must('places.give', { editionId, personId: ana, openedOn: '2026-10-15' })
    expect(await room.call('places.wait', asked)).toMatchObject({ refusals: [{ code: 'place-taken-already' }] })
  })

  test('taking a woman off asks the version that was seen, and keeps why', async () => {
    const { workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const { id } = await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-09-07' })
    const off = { id, version: 1, cause: 'declined' as const, note: 'Prefiere teatro' }
    expect(await room.call('places.closeWait', { ...off, version: 7 })).toMatchObject({ refusals: [{ code: 'stale' }] })
    await room.must('places.closeWait', off)
    expect(room.events().at(-1)).toMatchObject({ event: 'wait.closed', reason: 'Prefiere teatro' })
  })
})

describe('a place', () => {
  test('is refused in a full edition, and to a woman who has left', async () => {
    const { id: editionId } = yoga({ capacity: 1 })
    putPlace(room, putWoman(room, { surname1: 'Ruiz' }), editionId)
    const gone = putWoman(room, { surname1: 'Mata', leftOn: '2026-10-01' })
    const answer = await room.call('places.give', { editionId, personId: gone, openedOn: '2026-10-15' })
    expect(answer).toMatchObject({
      ok: false,
      refusals: [{ code: 'person-not-here' }, { code: 'edition-full', facts: { capacity: 1 } }],
    })
  })

  test('with a clash is given only once the clash has been seen', async () => {
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido a gancho', slots: [[1, '09:00', '11:00']] })
    const { id: editionId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    putPlace(room, ana, other.id)
    const [shown] = await room.must('places.candidates', { editionId, search: 'nanez' })
    expect(shown?.clashes).toMatchObject([{ title: 'Tejido a gancho', weekday: 1, startsAt: '09:00' }])
    const give = { editionId, personId: ana, openedOn: '2026-10-15' }
    expect(await room.call('places.give', give)).toMatchObject({
      refusals: [{ code: 'place-clash', facts: { with: 'Tejido a gancho' } }],
    })
    expect(await room.call('places.give', { ...give, acceptedClashes: [other.id] })).toMatchObject({ ok: true })
  })

  test('ends with result and cause, and may be given anew', async () => {
    const { id: editionId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const id = putPlace(room, ana, editionId)
    const end = { id, version: 1, endedOn: '2026-10-14', result: 'not-completed', cause: 'health' } as const
    expect(await room.call('places.end', { ...end, endedOn: '2026-08-01' })).toMatchObject({
      refusals: [{ code: 'ends-before-it-opened', field: 'endedOn' }],
    })
    await room.must('places.end', end)
    expect(await room.call('places.end', end)).toMatchObject({ refusals: [{ code: 'place-ended-already' }] })
    await room.must('places.give', { editionId, personId: ana, openedOn: '2026-10-15' })
    const now = await room.must('places.ofEdition', { id: editionId })
    expect([now.open.length, now.ended.map((row) => row.endCause)]).toEqual([1, ['health']])
  })

  test('of a woman who leaves ends with all her others and her waits, each in the audit', async () => {
    const [a, b] = [yoga(), putEdition(room, { code: 'CL-01', title: 'Tejido' })]
    const { workshopId } = putEdition(room, { code: 'CL-09', title: 'Teatro' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    putPlace(room, ana, a.id)
    putPlace(room, ana, b.id, '2026-09-30')
    await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-09-07' })
    expect(await room.act((act) => endPlacesOf(act, ana, '2026-10-15', 'transfer'))).toEqual({ places: 1, waits: 1 })
    const { places, waits } = await room.must('places.ofPerson', { id: ana })
    expect(places.map((each) => [each.code, each.endedOn, each.endCause])).toEqual([
      ['CL-01', '2026-09-30', 'release'],
      ['EAC-12', '2026-10-15', 'transfer'],
    ])
    expect(waits).toEqual([])
    expect(room.events().map((event) => event.event)).toEqual(['wait.opened', 'place.ended', 'wait.closed'])
  })

  test('is not the reader’s to give', async () => {
    room.role = 'reader'
    const { id } = yoga()
    expect(await room.call('places.candidates', { editionId: id })).toMatchObject({
      refusals: [{ code: 'not-allowed' }],
    })
  })
})

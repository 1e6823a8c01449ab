import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endPlacesOf } from '../../src/main/features/places'
import { openClassroom, putEdition, putPlace, putSession, putWoman, type Classroom } from '../factories/classroom'

let room: Classroom
beforeEach(async () => {
  room = await openClassroom('2026-10-15T18:00:00.000Z')
})
afterEach(() => room.close())

const yoga = (over: Partial<Parameters<typeof putEdition>[1]> = {}) =>
  putEdition(room, { code: 'EAC-12', title: 'Yoga', slots: [[1, '09:00', '11:00']], ...over })

/** Two groups on the same Mondays; she has a place in the first. */
function aClash() {
  const knitting = putEdition(room, {
    code: 'CL-01',
    title: 'Tejido',
    room: 'Aula 2',
    instructor: 'Otra',
    slots: [[1, '09:00', '11:00']],
  })
  const { id: editionId } = yoga()
  for (const day of ['2026-10-19', '2026-10-26']) for (const id of [knitting.id, editionId]) putSession(room, id, day)
  const ana = putWoman(room, { surname1: 'Ñáñez' })
  const placeId = putPlace(room, ana, knitting.id)
  return { editionId, ana, placeId, give: { editionId, personId: ana, openedOn: '2026-10-15' } }
}

const warningsOf = async (editionId: string, search: string) =>
  (await room.must('places.candidates', { editionId, search })).rows[0]?.warnings ?? []

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

  test('is refused after the last day, in a closed edition, and a second time', async () => {
    const { id: editionId } = yoga({ endsOn: '2026-10-31' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    const give = { editionId, personId: ana, openedOn: '2026-10-15' }
    expect(await room.call('places.give', { ...give, openedOn: '2026-11-01' })).toMatchObject({
      refusals: [{ code: 'edition-over', facts: { day: '2026-10-31' } }],
    })
    await room.must('places.give', give)
    expect(await room.call('places.give', give)).toMatchObject({ refusals: [{ code: 'place-taken-already' }] })
    room.opened.raw.prepare(`UPDATE edition SET closed_on = '2026-10-14'`).run()
    const eva = putWoman(room, { surname1: 'Ibarra' })
    expect(await room.call('places.give', { ...give, personId: eva })).toMatchObject({
      refusals: [{ code: 'edition-closed' }],
    })
  })

  test('at the hours of another is for the director alone, with a reason that stays with it', async () => {
    const { editionId, ana, give } = aClash()
    const [clash] = await warningsOf(editionId, 'nanez')
    expect(clash).toMatchObject({ level: 'block', says: 'same-time', facts: { title: 'Tejido', count: 2 } })
    const despite = { keys: [clash?.key ?? ''], reason: 'Lo pidió su defensa' }
    const refusal = { refusals: [{ code: 'place-clash', facts: { with: 'Tejido' } }] }
    expect(await room.call('places.give', give)).toMatchObject(refusal)
    expect(await room.call('places.give', { ...give, despite })).toMatchObject(refusal)
    room.role = 'director'
    const given = await room.must('places.give', { ...give, despite })
    expect(given.clashing).toMatchObject([{ code: 'CL-01', title: 'Tejido' }])
    const { open } = await room.must('places.ofEdition', { id: editionId })
    expect(open.map((place) => [place.personId, place.givenReason])).toEqual([[ana, 'Lo pidió su defensa']])
    expect(room.events().at(-1)).toMatchObject({ event: 'place.given', reason: 'Lo pidió su defensa' })
  })

  test('can take the hours of another that ends in the same act, and both are taken back as one', async () => {
    const { ana, placeId, give } = aClash()
    const given = await room.must('places.give', { ...give, ending: [{ placeId, version: 1 }] })
    const hers = async () =>
      (await room.must('places.ofPerson', { id: ana })).places.map((each) => [each.code, each.state, each.endCause])
    expect(await hers()).toEqual([
      ['EAC-12', 'active', null],
      ['CL-01', 'ended', 'moved'],
    ])
    await room.must('batches.undo', { id: given.batchId })
    expect(await hers()).toEqual([['CL-01', 'active', null]])
  })

  test('is not lost to a single hour: that asks a reason, from whoever plans', async () => {
    const { editionId, give } = aClash()
    for (let day = 20; day < 28; day++) putSession(room, editionId, `2026-11-${String(day)}`)
    const [clash] = await warningsOf(editionId, 'nanez')
    expect(clash?.level).toBe('warn')
    expect(await room.call('places.give', give)).toMatchObject({
      refusals: [{ code: 'place-needs-reason', facts: { count: 1 } }],
    })
    const despite = { keys: [clash?.key ?? ''], reason: 'Solo dos veces' }
    expect(await room.call('places.give', { ...give, despite })).toMatchObject({ ok: true })
  })

  test('asks whether she can be with the others, and never says with whom she cannot', async () => {
    const { id: editionId } = yoga()
    putSession(room, editionId, '2026-10-19')
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })].sort()
    putPlace(room, eva ?? '', editionId)
    room.insert('keep_apart', {
      id: '00000000-0000-4000-8000-000000000001',
      person_a: ana ?? '',
      person_b: eva ?? '',
      scope: 'session',
      reason_group: 'threat',
      level: 'block',
      starts_on: '2026-01-01',
      review_on: '2027-01-01',
    })
    const give = { editionId, personId: ana ?? '', openedOn: '2026-10-15' }
    const rows = (await room.must('places.candidates', { editionId })).rows
    expect(rows[0]?.warnings).toEqual([
      { key: 'keep-apart:block', kind: 'keep-apart', level: 'block', says: 'block', facts: {} },
    ])
    const despite = { keys: ['keep-apart:block'], reason: 'Acuerdo con custodia' }
    expect(await room.call('places.give', { ...give, despite })).toMatchObject({
      refusals: [{ code: 'keep-apart-blocks' }],
    })
    room.role = 'director'
    expect(await room.call('places.give', { ...give, despite })).toMatchObject({ ok: true })
  })

  test('says which requirements are not met, and asks nothing about what nobody knows', async () => {
    const { id: editionId, workshopId } = yoga()
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    room.opened.raw.prepare(`UPDATE person SET schooling = 'primaria incompleta'`).run()
    room.insert('workshop_requirement', { workshop_id: workshopId, kind: 'schooling', value: 'secondary' })
    room.insert('workshop_requirement', { workshop_id: workshopId, kind: 'to-check', value: 'Sin alergia' })
    expect((await warningsOf(editionId, 'nanez')).map((each) => [each.says, each.level])).toEqual([
      ['schooling', 'warn'],
      ['to-check', 'info'],
    ])
    const despite = { keys: ['requirement:schooling:secondary'], reason: 'Lee bien' }
    const give = { editionId, personId: ana, openedOn: '2026-10-15' }
    expect(await room.call('places.give', give)).toMatchObject({ refusals: [{ code: 'place-needs-reason' }] })
    expect(await room.call('places.give', { ...give, despite })).toMatchObject({ ok: true })
  })

  test('of a woman who leaves ends with all her others and her waits, each in the audit', async () => {
    const [a, b, c] = [yoga(), putEdition(room, { code: 'CL-01', title: 'Tejido' }), yoga({ code: 'EAC-13' })]
    const { workshopId } = putEdition(room, { code: 'CL-09', title: 'Teatro' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    putPlace(room, ana, a.id)
    putPlace(room, ana, b.id, '2026-09-30')
    await room.must('places.give', { editionId: c.id, personId: ana, openedOn: '2026-11-03' })
    await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-10-07' })
    expect(await room.act((act) => endPlacesOf(act, ana, '2026-10-15', 'transfer'))).toEqual({ places: 2, waits: 1 })
    const { places, waits } = await room.must('places.ofPerson', { id: ana })
    expect(places.map((each) => [each.code, each.endedOn, each.endResult, each.endCause])).toEqual([
      ['EAC-13', '2026-10-15', 'not-completed', 'transfer'],
      ['CL-01', '2026-09-30', 'not-completed', 'release'],
      ['EAC-12', '2026-10-15', 'not-completed', 'transfer'],
    ])
    expect(waits).toEqual([])
  })

  test('is not the reader’s to give', async () => {
    room.role = 'reader'
    const { id } = yoga()
    expect(await room.call('places.candidates', { editionId: id })).toMatchObject({
      refusals: [{ code: 'not-allowed' }],
    })
  })
})

describe('who could take a place', () => {
  test('are those who wait in turn, then who never had one, then the others', async () => {
    const { id: editionId, workshopId } = yoga()
    const other = putEdition(room, { code: 'CL-01', title: 'Tejido', slots: [[2, '09:00', '10:30']] })
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    const served = putWoman(room, { surname1: 'Abad' })
    putPlace(room, served, other.id)
    putWoman(room, { surname1: 'Zúñiga' })
    putWoman(room, { surname1: 'Mata', leftOn: '2026-10-01' })
    await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-10-07' })
    await room.must('places.wait', { personId: eva, workshopId, requestedOn: '2026-09-20' })
    const found = await room.must('places.candidates', { editionId })
    expect(found.rows.map((row) => [row.surname1, row.group, row.turn, row.otherPlaces, row.hoursPerWeek])).toEqual([
      ['Ibarra', 'waiting', 1, 0, 0],
      ['Ñáñez', 'waiting', 2, 0, 0],
      ['Zúñiga', 'never-served', null, 0, 0],
      ['Abad', 'others', null, 1, 1.5],
    ])
    expect(found).toMatchObject({ waiting: 2, neverServed: 1, total: 4, found: 4, openedOn: '2026-10-15' })
    const never = await room.must('places.candidates', { editionId, show: 'never-served' })
    expect(never.rows.map((row) => row.surname1)).toEqual(['Zúñiga'])
    const searched = await room.must('places.candidates', { editionId, search: 'ÑAÑEZ' })
    expect(searched.rows.map((row) => row.surname1)).toEqual(['Ñáñez'])
  })

  test('who asked for it gets it and is off the list; out of turn only with a reason that the list keeps', async () => {
    const { id: editionId, workshopId } = yoga({ capacity: 2 })
    const [ana, eva] = [putWoman(room, { surname1: 'Ñáñez' }), putWoman(room, { surname1: 'Ibarra' })]
    await room.must('places.wait', { personId: ana, workshopId, requestedOn: '2026-10-07' })
    await room.must('places.wait', { personId: eva, workshopId, requestedOn: '2026-09-20' })
    const zoe = putWoman(room, { surname1: 'Zúñiga' })
    const give = { editionId, personId: zoe, openedOn: '2026-10-15' }
    expect(await room.call('places.give', give)).toMatchObject({ refusals: [{ code: 'place-needs-reason' }] })
    await room.must('places.give', { ...give, personId: eva })
    await room.must('places.give', { ...give, despite: { keys: ['turn'], reason: 'Sale en dos meses' } })
    const now = await room.must('places.ofEdition', { id: editionId })
    expect(now.waiting.map((row) => row.surname1)).toEqual(['Ñáñez'])
    const [jump] = await room.must('places.jumps', { from: '2026-10-01', until: '2026-10-31' })
    expect(jump).toMatchObject({ surname1: 'Zúñiga', note: 'Sale en dos meses', kind: 'place' })
  })

  test('shows when she was there before, and what she signed', async () => {
    const { id: editionId } = yoga()
    const before = yoga({ code: 'EAC-01', endsOn: '2026-06-30', startsOn: '2026-02-01' })
    const ana = putWoman(room, { surname1: 'Ñáñez' })
    putPlace(room, ana, before.id, '2026-09-30')
    room.opened.raw.prepare('UPDATE person SET consents = 0').run()
    const [row] = (await room.must('places.candidates', { editionId })).rows
    expect(row).toMatchObject({
      before: { code: 'EAC-01', result: 'not-completed', endedOn: '2026-09-30', certificate: false },
      consent: 'no',
      warnings: [{ says: 'no', level: 'warn' }],
    })
  })
})

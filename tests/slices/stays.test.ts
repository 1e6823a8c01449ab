import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerChild } from '../factories/children'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'
import { recordLeaving, stayOf } from '../factories/stays'

let it: TestOffice
beforeEach(async () => {
  it = await openTestOffice({ role: 'coordinator' })
})
afterEach(() => it.close())

const events = async (id: string): Promise<string[]> =>
  (await it.must('office.audit', { subjectId: id })).entries.map((entry) => entry.event)

const placesOf = async (id: string) => (await it.must('places.ofPerson', { id })).places
const waitsOf = async (id: string) => (await it.must('places.ofPerson', { id })).waits

/** A woman with a place that runs, a wait, and a child who lives here. */
async function aBusyWoman() {
  const id = await registerWoman(it)
  const axisId = await createAxis(it)
  const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Tejido a gancho', { endsOn: '2026-12-15' })
  const other = { endsOn: '2026-12-15', room: 'Aula 2', instructor: 'Otra' }
  await createEdition(it, axisId, 'CL-02-26B', 'Bordado a mano', other)
  await it.must('places.give', { personId: id, editionId, openedOn: '2026-10-01' })
  const { workshops } = await it.must('places.waiting', {})
  const workshopId = workshops.find((each) => each.title === 'Bordado a mano')?.id ?? ''
  await it.must('places.wait', { personId: id, workshopId, requestedOn: '2026-10-02' })
  const { id: childId } = await registerChild(it, id)
  return { id, editionId, workshopId, childId, axisId }
}

describe('coming', () => {
  test('who is announced is on no list until somebody confirms that she is here', async () => {
    const id = await registerWoman(it)
    await recordLeaving(it, id, { leftOn: '2026-10-01', cause: 'release' })
    expect(codesOf(await it.call('people.expect', { id, expectedOn: '2026-09-30', dormitory: null }))).toEqual([
      'before-leaving',
    ])
    await it.must('people.expect', { id, expectedOn: '2026-11-05', dormitory: 'A-01', note: 'Oficio 9' })
    const { state, arrival } = await stayOf(it, id)
    expect(state).toBe('registered')
    expect((await it.must('people.list', {})).rows).toEqual([])
    expect((await it.must('people.list', { presence: 'expected' })).rows).toMatchObject([
      { id, state: 'registered', arrivesOn: '2026-11-05', dormitory: 'A-01', here: false },
    ])
    const version = arrival?.version ?? 0
    expect(
      codesOf(
        await it.call('people.confirmArrival', { id, version: version + 1, admittedOn: '2026-10-31', dormitory: null }),
      ),
    ).toEqual(['stale'])
    await it.must('people.confirmArrival', { id, version, admittedOn: '2026-10-31', dormitory: 'A-02' })
    expect((await stayOf(it, id)).state).toBe('active')
    expect((await it.must('people.get', { id })).stays).toMatchObject([
      { admittedOn: '2026-10-31', dormitory: 'A-02', leftOn: null },
      { leftOn: '2026-10-01' },
    ])
  })

  test('whoever is registered before she comes has no stay until then', async () => {
    const id = await registerWoman(it, {}, { admittedOn: '2026-11-20', expected: true, dormitory: 'A-09' })
    expect(await stayOf(it, id)).toMatchObject({ state: 'registered', arrival: { expectedOn: '2026-11-20' } })
    expect((await it.must('people.list', {})).total).toBe(0)
    expect((await it.must('people.get', { id })).stays).toEqual([])
  })

  test('who will not come is as she was before she was announced', async () => {
    const id = await registerWoman(it)
    await recordLeaving(it, id, { leftOn: '2026-10-01', cause: 'release' })
    await it.must('people.expect', { id, expectedOn: '2026-11-05', dormitory: null })
    const { arrival } = await stayOf(it, id)
    await it.must('people.cancelArrival', { id, version: arrival?.version ?? 0, reason: 'Fue a otro centro' })
    expect(await stayOf(it, id)).toMatchObject({ state: 'left', arrival: null })
    expect(await events(id)).toContain('person.arrivalCancelled')
  })
})

describe('leaving', () => {
  test('shows all that follows before anything is done', async () => {
    const { id, childId } = await aBusyWoman()
    const seen = await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })
    expect(seen).toMatchObject({
      places: [{ code: 'CL-01-26B', title: 'Tejido a gancho' }],
      waits: [{ title: 'Bordado a mano', offered: false }],
      hidden: { places: 0, waits: 0, certificates: 0 },
      absence: null,
      children: { count: 1, names: [{ id: childId, name: 'Camila' }] },
      outings: { count: 0, rows: [] },
    })
    // Tuesdays after 30 October until 15 December.
    expect(seen.sessions).toBe(7)
    expect((await stayOf(it, id)).state).toBe('active')
  })

  test('names no child and no reserved group to whoever may not know them, and counts them', async () => {
    const { id } = await aBusyWoman()
    const axisId = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
    const editionId = await createEdition(it, axisId, 'SM-01-26B', 'Grupo de duelo', {
      endsOn: '2026-12-15',
      room: 'Aula 3',
      instructor: 'Psic.',
      slots: [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }],
    })
    await it.signInAs('mental-health')
    await it.signInAs('director')
    await it.must('places.give', { personId: id, editionId, openedOn: '2026-10-01' })
    await it.signInAs('axis-lead')
    const seen = await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })
    expect(seen.places.map((place) => place.code)).toEqual(['CL-01-26B'])
    expect(seen.hidden.places).toBe(1)
    expect(seen.children).toEqual({ count: 1, names: null })
    expect(seen.outings).toEqual({ count: 0, rows: null })
    expect(JSON.stringify(seen)).not.toContain('duelo')
  })

  test('is refused as stale when anything has changed since it was shown, and by its days', async () => {
    const { id, workshopId } = await aBusyWoman()
    const { stayVersion } = await stayOf(it, id)
    const { seen } = await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })
    const leave = (leftOn: string, what = seen) =>
      it.call('people.recordLeaving', { id, stayVersion: stayVersion ?? 0, leftOn, cause: 'transfer', seen: what })
    expect(codesOf(await leave('2026-11-01'))).toEqual(['day-in-the-future'])
    expect(codesOf(await leave('2026-01-14'))).toEqual(['before-admission'])
    expect(codesOf(await leave('2026-10-30', 'otra cosa'))).toEqual(['stale'])
    const waits = await waitsOf(id)
    const wait = waits.find((each) => each.workshopId === workshopId)
    await it.must('places.decideWaits', {
      decision: 'withdraw',
      waits: [{ id: wait?.id ?? '', version: wait?.version ?? 0 }],
      reason: 'Ya no quiere',
    })
    expect(codesOf(await leave('2026-10-30'))).toEqual(['stale'])
    const now = await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })
    expect((await leave('2026-10-30', now.seen)).ok).toBe(true)
  })

  test('ends places and waits with the day and the cause, in one batch, and undoing gives back exactly what it ended', async () => {
    const { id } = await aBusyWoman()
    const [before, waitsBefore] = [await placesOf(id), await waitsOf(id)]
    const done = await recordLeaving(it, id, { leftOn: '2026-10-30', cause: 'house-arrest', note: 'Oficio 12' })
    expect(done).toMatchObject({ places: 1, waits: 1, appointments: 0 })
    expect(await placesOf(id)).toMatchObject([{ endedOn: '2026-10-30', endCause: 'release' }])
    expect(await waitsOf(id)).toEqual([])
    expect(await stayOf(it, id)).toMatchObject({
      state: 'left',
      leaving: { leftOn: '2026-10-30', cause: 'house-arrest', batchId: done.batchId, closed: false },
    })
    expect((await it.must('people.get', { id })).stays).toMatchObject([{ leftCause: 'house-arrest' }])
    await it.must('people.undo', { id, batchId: done.batchId, reason: 'Era otra' })
    expect(await placesOf(id)).toEqual(before)
    expect(await waitsOf(id)).toEqual(waitsBefore)
    expect((await stayOf(it, id)).state).toBe('active')
    expect((await events(id)).slice(0, 2)).toEqual(['person.leavingUndone', 'person.left'])
    expect(codesOf(await it.call('people.undo', { id, batchId: done.batchId, reason: 'x' }))).toEqual(['batch-undone'])
  })

  test('correcting its day ends everything anew with the right one', async () => {
    const { id } = await aBusyWoman()
    await recordLeaving(it, id, { leftOn: '2026-10-30', cause: 'release' })
    const correct = async (leftOn: string, cause: 'release' | 'transfer') => {
      const { leaving } = await stayOf(it, id)
      const stayVersion = leaving?.stayVersion ?? 0
      return it.call('people.correctLeaving', { id, stayVersion, leftOn, cause, reason: 'El oficio dice otra cosa' })
    }
    expect(codesOf(await correct('2026-10-30', 'release'))).toEqual(['nothing-changed'])
    expect(codesOf(await correct('2026-11-03', 'release'))).toEqual(['day-in-the-future'])
    expect(await correct('2026-10-20', 'transfer')).toMatchObject({ ok: true, value: { followed: true } })
    expect(await placesOf(id)).toMatchObject([{ endedOn: '2026-10-20', endCause: 'transfer' }])
    expect(await stayOf(it, id)).toMatchObject({ leaving: { leftOn: '2026-10-20', cause: 'transfer' } })
    const { leaving } = await stayOf(it, id)
    await it.must('people.undo', { id, batchId: leaving?.batchId ?? '', reason: 'No egresó' })
    expect(await placesOf(id)).toMatchObject([{ endedOn: null }])
  })

  test('is not undone once she has been admitted anew, from her page or from the list of batches', async () => {
    const { id } = await aBusyWoman()
    const { batchId } = await recordLeaving(it, id, { leftOn: '2026-10-20', cause: 'release' })
    await it.must('people.readmit', { id, admittedOn: '2026-10-25', dormitory: null })
    expect(codesOf(await it.call('people.undo', { id, batchId, reason: 'x' }))).toEqual(['returned-since'])
    expect(codesOf(await it.call('batches.undo', { id: batchId }))).toEqual(['batch-in-use'])
    expect((await stayOf(it, id)).state).toBe('active')
  })

  test('cancels her own appointments ahead and leaves those of her children to be looked at', async () => {
    const { id, childId } = await aBusyWoman()
    const at = {
      kind: 'lawyer' as const,
      day: '2026-11-04',
      startsAt: '16:00',
      endsAt: null,
      place: null,
      roomId: null,
    }
    const rest = { outside: false, note: null, despite: null }
    await it.must('timetable.addAppointments', { personIds: [id], ...at, ...rest })
    await it.must('timetable.addChildAppointment', { childId, ...at, ...rest, startsAt: '09:00' })
    const { appointments } = await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })
    expect(appointments.map((each) => each.ofChild)).toEqual([true, false])
    const done = await recordLeaving(it, id, { leftOn: '2026-10-30', cause: 'transfer' })
    expect(done.appointments).toBe(1)
  })
})

describe('away for a time', () => {
  const goAway = async (id: string, leftOn = '2026-10-20', expectedOn: string | null = null) => {
    const stayVersion = (await stayOf(it, id)).stayVersion ?? 0
    return it.must('people.recordAbsence', { id, stayVersion, reason: 'hospital', leftOn, expectedOn })
  }
  const suspensions = () =>
    it.office
      .look()
      .db.selectFrom('place_suspension')
      .select(['cause', 'from_day', 'back_on'])
      .orderBy('cause')
      .execute()

  test('her places rest, and her return gives back just those', async () => {
    const { id } = await aBusyWoman()
    const [place] = await placesOf(id)
    await it.must('places.suspend', {
      placeId: place?.id ?? '',
      cause: 'health',
      from: '2026-10-15',
      backOn: null,
      reviewOn: null,
    })
    expect((await it.must('people.get', { id })).places.map((each) => each.state)).toEqual(['suspended'])
    expect(await goAway(id)).toMatchObject({ suspended: 1 })
    expect((await it.must('people.get', { id })).places.map((each) => each.state)).toEqual(['auto-suspended'])
    expect(await stayOf(it, id)).toMatchObject({
      state: 'away',
      away: { reason: 'hospital', daysAway: 11, limitOn: '2026-11-10', standing: 'within' },
    })
    expect((await it.must('people.list', { presence: 'away' })).rows).toMatchObject([
      { id, state: 'away', here: true, awaySince: '2026-10-20' },
    ])
    const { away } = await stayOf(it, id)
    const back = (returnedOn: string) => it.call('people.recordReturn', { id, version: away?.version ?? 0, returnedOn })
    expect(codesOf(await back('2026-10-19'))).toEqual(['back-before-leaving'])
    expect(codesOf(await back('2026-11-01'))).toEqual(['day-in-the-future'])
    expect(await back('2026-10-30')).toMatchObject({ ok: true, value: { restored: 1 } })
    expect(await suspensions()).toEqual([
      { cause: 'away', from_day: '2026-10-20', back_on: '2026-10-30' },
      { cause: 'health', from_day: '2026-10-15', back_on: null },
    ])
    expect(await stayOf(it, id)).toMatchObject({ state: 'active', absences: [{ endKind: 'returned' }] })
  })

  test('becomes a task before the limit, another past it, and nothing ends by itself', async () => {
    const { id } = await aBusyWoman()
    await goAway(id, '2026-10-20', '2026-10-28')
    const kinds = async () =>
      (await it.must('tasks.list', {})).filter((task) => task.path === `/people/${id}`).map((task) => task.kind)
    expect(await kinds()).toContain('away-late')
    expect(await kinds()).not.toContain('away-soon')
    it.now = '2026-11-06T18:00:00.000Z'
    expect(await kinds()).toContain('away-soon')
    it.now = '2026-11-12T18:00:00.000Z'
    expect(await kinds()).toContain('away-past')
    expect((await stayOf(it, id)).away?.standing).toBe('past')
    expect(await placesOf(id)).toMatchObject([{ endedOn: null }])
  })

  test('past it her places can be ended while her stay goes on, and that is taken back like all else', async () => {
    const { id } = await aBusyWoman()
    await goAway(id, '2026-10-01')
    const { seen } = await it.must('people.previewLeaving', { id, leftOn: '2026-10-31' })
    const end = (what: string) => it.call('people.endPlacesAway', { id, seen: what, reason: 'Lleva un mes fuera' })
    expect(codesOf(await end('otra cosa'))).toEqual(['stale'])
    const ended = await end(seen)
    expect(ended).toMatchObject({ ok: true, value: { places: 1, waits: 1 } })
    expect((await stayOf(it, id)).state).toBe('away')
    expect(await placesOf(id)).toMatchObject([{ endedOn: '2026-10-31' }])
    const batchId = ended.ok ? ended.value.batchId : ''
    await it.must('people.undo', { id, batchId, reason: 'Regresa mañana' })
    expect(await placesOf(id)).toMatchObject([{ endedOn: null }])
    expect(await waitsOf(id)).toHaveLength(1)
  })

  test('recorded by mistake it is taken back; leaving while away ends the absence with the stay', async () => {
    const { id } = await aBusyWoman()
    const { batchId } = await goAway(id)
    await it.must('people.undo', { id, batchId, reason: 'Era otra' })
    expect(await suspensions()).toEqual([])
    expect((await stayOf(it, id)).state).toBe('active')
    await goAway(id)
    expect(codesOf(await it.call('people.previewLeaving', { id, leftOn: '2026-10-19' }))).toEqual(['before-absence'])
    expect(await it.must('people.previewLeaving', { id, leftOn: '2026-10-30' })).toMatchObject({
      absence: { reason: 'hospital', leftOn: '2026-10-20' },
    })
    await recordLeaving(it, id, { leftOn: '2026-10-30', cause: 'transfer' })
    expect(await stayOf(it, id)).toMatchObject({
      state: 'left',
      absences: [{ endKind: 'left', endedOn: '2026-10-30' }],
    })
  })

  test('is not for whoever may not plan', async () => {
    const id = await registerWoman(it)
    await it.signInAs('mother-child')
    const away = { id, stayVersion: 1, reason: 'court' as const, leftOn: '2026-10-20', expectedOn: null }
    expect(codesOf(await it.call('people.recordAbsence', away))).toEqual(['not-allowed'])
    expect((await stayOf(it, id)).state).toBe('active')
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input, Output } from '../../src/shared/contract'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition, editionFields } from '../factories/programs'

let it: TestOffice
let axisId: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-13T17:30:00.000Z' })
  axisId = await createAxis(it)
})
afterEach(() => it.close())

const editionOf = (id: string) => it.must('programs.edition', { id })
const daysOf = (edition: Output<'programs.edition'>): string[] => edition.sessions.map((each) => each.day)
const changed = async (id: string, fields: Parameters<typeof editionFields>[0]) => {
  const { version } = await editionOf(id)
  return it.call('programs.change', { id, version, fields: editionFields(fields), reason: 'Cambio' })
}

describe('a pattern of two weeks', () => {
  const slots = [
    { week: 'A' as const, weekday: 1, startsAt: '09:00', endsAt: '11:00' },
    { week: 'B' as const, weekday: 1, startsAt: '09:00', endsAt: '12:00' },
  ]
  test('holds the same hour in both weeks with another end, also across a year of 53 weeks', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado', {
      slots,
      startsOn: '2026-12-21',
      endsOn: '2027-01-17',
    })
    const { sessions } = await editionOf(id)
    expect(sessions.map(({ day, endsAt }) => `${day} ${endsAt}`)).toEqual([
      '2026-12-21 12:00',
      '2026-12-28 11:00',
      '2027-01-04 12:00',
      '2027-01-11 11:00',
    ])
  })
  test('meets no edition of the other week in its room', async () => {
    const weekly = (week: 'A' | 'B') => [{ week, weekday: 1, startsAt: '09:00', endsAt: '11:00' }]
    await createEdition(it, axisId, 'CL-01-26B', 'Bordado', { slots: weekly('A') })
    const of = async (week: 'A' | 'B') =>
      (await it.must('programs.preview', { fields: editionFields({ slots: weekly(week) }) })).clashes
    expect(await of('B')).toEqual([])
    expect((await of('A')).map(({ kind, times, day }) => [kind, times, day])).toEqual([
      ['room', 2, '2026-10-05'],
      ['instructor', 2, '2026-10-05'],
    ])
  })
})

describe('exceptions', () => {
  const exceptions = [
    { kind: 'skip' as const, day: '2026-10-20', startsAt: '10:00', note: 'Auditorio ocupado' },
    { kind: 'extra' as const, day: '2026-10-23', startsAt: '16:00', toStartsAt: '16:00', toEndsAt: '18:00' },
    { kind: 'time' as const, day: '2026-10-27', startsAt: '10:00', toStartsAt: '12:00', toEndsAt: '14:00' },
  ]
  test('survive a change of the pattern', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado', { exceptions })
    const starts = async () => (await editionOf(id)).sessions.map(({ day, startsAt }) => `${day} ${startsAt}`)
    expect(await starts()).toEqual(['2026-10-06 10:00', '2026-10-13 10:00', '2026-10-23 16:00', '2026-10-27 12:00'])
    const thursdays = { weekday: 4, startsAt: '10:00', endsAt: '12:00' }
    await changed(id, { exceptions, slots: [...editionFields().slots, thursdays] })
    expect(await starts()).toEqual([
      '2026-10-06 10:00',
      '2026-10-13 10:00',
      '2026-10-15 10:00',
      '2026-10-22 10:00',
      '2026-10-23 16:00',
      '2026-10-27 12:00',
      '2026-10-29 10:00',
    ])
    expect((await editionOf(id)).exceptions).toHaveLength(3)
  })
  test('are refused where they meet another session, lie outside, or run backwards', async () => {
    const attempt = async (exception: Input<'programs.create'>['fields']['exceptions']) =>
      codesOf(
        await it.call('programs.create', {
          axisId,
          code: 'CL-09-26B',
          workshop: 'Bordado',
          fields: editionFields({ exceptions: exception }),
        }),
      )
    const extra = (day: string, from: string, until: string) => [
      { kind: 'extra' as const, day, startsAt: from, toStartsAt: from, toEndsAt: until },
    ]
    expect(await attempt(extra('2026-10-20', '11:00', '13:00'))).toEqual(['exceptions-overlap'])
    expect(await attempt(extra('2026-11-03', '10:00', '12:00'))).toEqual(['exception-outside'])
    expect(await attempt(extra('2026-10-21', '12:00', '10:00'))).toEqual(['exception-reversed'])
    expect(await attempt([...extra('2026-10-21', '10:00', '11:00'), ...extra('2026-10-21', '10:00', '12:00')])).toEqual(
      ['exceptions-overlap'],
    )
  })
})

/** A workshop of two modules, three hours and five, and an edition of it on Tuesdays. */
async function withModules() {
  const { id: workshopId } = await it.must('programs.createWorkshop', { axisId, title: 'Bordado' })
  const fields = {
    title: 'Bordado',
    modules: [
      { id: null, title: 'Puntadas', minutes: 180 },
      { id: null, title: 'Manteles', minutes: 300 },
    ],
    requirements: [],
    kit: [],
  }
  await it.must('programs.changeWorkshop', { id: workshopId, version: 1, fields })
  const { moduleList } = await it.must('programs.workshop', { id: workshopId })
  const modules = moduleList.map(({ id, minutes }) => ({ id, minutes }))
  const editionId = await createEdition(it, axisId, 'CL-01-26B', 'Bordado', { modules })
  return { workshopId, modules, editionId }
}

describe('planning', () => {
  test('is taken back as one: the change of an edition, and the edition itself with what it brought', async () => {
    const made = await it.must('programs.create', {
      axisId,
      code: 'CL-01-26B',
      workshop: 'Bordado',
      fields: editionFields(),
    })
    const before = await editionOf(made.id)
    const fields = editionFields({ room: 'Aula 9', slots: [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }] })
    const change = await it.must('programs.change', { id: made.id, version: 1, fields, reason: 'Cambio' })
    expect(daysOf(await editionOf(made.id))).not.toEqual(daysOf(before))
    expect(codesOf(await it.call('batches.undo', { id: made.batchId }))).toEqual(['batch-in-use'])
    await it.must('batches.undo', { id: change.batchId })
    expect(await editionOf(made.id)).toEqual(before)
    await it.must('batches.undo', { id: made.batchId })
    expect(await it.must('programs.choices', {})).toMatchObject({ workshops: [], rooms: [], instructors: [] })
  })
})

describe('modules over sessions', () => {
  test('each session teaches one, and the hours of each are totalled', async () => {
    const { editionId } = await withModules()
    const edition = await editionOf(editionId)
    expect(edition.modules.map(({ title, minutes, planned, held }) => [title, minutes, planned, held])).toEqual([
      ['Puntadas', 180, 120, 120],
      ['Manteles', 300, 360, 0],
    ])
    expect([edition.minutes, edition.minutesWithoutModule]).toEqual([480, 0])
  })
  test('a module of another workshop is none of this one', async () => {
    const { modules } = await withModules()
    const fields = editionFields({ modules, slots: [{ weekday: 5, startsAt: '08:00', endsAt: '10:00' }] })
    const answer = await it.call('programs.create', { axisId, code: 'CL-02-26B', workshop: 'Tejido', fields })
    expect(codesOf(answer)).toEqual(['unknown-module'])
  })
})

test('modules that add up to more hours than the edition has are refused, when it is planned and when it changes', async () => {
  const { modules, editionId } = await withModules()
  const [first, second] = modules
  const long = [first!, { ...second!, minutes: second!.minutes + 15 }]
  const slots = [{ weekday: 5, startsAt: '08:00', endsAt: '10:00' }]
  const fresh = (over: object) => ({
    axisId,
    code: 'CL-02-26B',
    workshop: 'Bordado',
    fields: editionFields({ room: 'Aula 2', instructor: 'Otra', slots, ...over }),
  })
  expect(codesOf(await it.call('programs.create', fresh({ modules: long })))).toEqual(['modules-too-long'])
  expect(codesOf(await it.call('programs.create', fresh({ modules })))).toEqual([])
  const { version } = await it.must('programs.edition', { id: editionId })
  const shorter = { id: editionId, version, fields: editionFields({ modules, hours: 7 }), reason: 'Menos horas' }
  expect(codesOf(await it.call('programs.change', shorter))).toEqual(['modules-too-long'])
})

describe('a catch-up session', () => {
  async function cancelled() {
    const { editionId } = await withModules()
    const missed = (await editionOf(editionId)).sessions[2]
    if (!missed) throw new Error('no session')
    await it.must('timetable.cancel', { id: missed.id, version: missed.version, cause: 'provider', note: null })
    return { editionId, missed }
  }
  test('is proposed on free dates of the same weekday first, and credits the module once', async () => {
    const { editionId, missed } = await cancelled()
    const [first] = await it.must('timetable.catchUpDates', { id: missed.id })
    // The Tuesday after already has a session at ten; right after it the room and the instructor are free.
    expect(first).toMatchObject({ day: '2026-10-27', startsAt: '12:00', endsAt: '14:00', afterEnd: false, clashes: [] })
    if (!first) return
    const { day, startsAt, endsAt } = first
    await it.must('timetable.catchUp', { id: missed.id, day, startsAt, endsAt })
    const edition = await editionOf(editionId)
    expect(edition.sessions.map(({ day, state, catchUpOf, madeUpOn }) => [day, state, catchUpOf, madeUpOn])).toEqual([
      ['2026-10-06', 'without-roll', null, null],
      ['2026-10-13', 'coming', null, null],
      ['2026-10-20', 'made-up', null, '2026-10-27'],
      ['2026-10-27', 'coming', null, null],
      ['2026-10-27', 'coming', '2026-10-20', null],
    ])
    expect(edition.sessions[4]?.moduleId).toBe(missed.moduleId)
    expect(edition.modules.map(({ planned }) => planned)).toEqual([120, 360])
    expect(edition.minutes).toBe(480)
  })
  test('is refused twice, for what was not cancelled, on a closed day and where one stands', async () => {
    const { editionId, missed } = await cancelled()
    const span = { day: '2026-10-28', startsAt: '10:00', endsAt: '12:00' }
    const coming = (await editionOf(editionId)).sessions[3]
    const attempt = async (id: string, more: Partial<typeof span> = {}) =>
      codesOf(await it.call('timetable.catchUp', { id, ...span, ...more }))
    expect(await attempt(coming?.id ?? '')).toEqual(['not-cancelled'])
    expect(await attempt(missed.id, { endsAt: '09:00' })).toEqual(['times-reversed'])
    expect(await attempt(missed.id, { day: '2026-10-27' })).toEqual(['session-there'])
    expect(await attempt(missed.id, { day: '2026-09-30' })).toEqual(['outside-edition'])
    await it.must('office.addSpecialDay', {
      day: '2026-10-29',
      title: 'Fumigación',
      kind: 'closure',
      dormitories: null,
      startsAt: null,
      endsAt: null,
      effect: null,
    })
    expect(await attempt(missed.id, { day: '2026-10-29' })).toEqual(['closed-day'])
    expect(await attempt(missed.id)).toEqual([])
    expect(await attempt(missed.id, { day: '2026-10-30' })).toEqual(['made-up-already'])
    const { version } = (await editionOf(editionId)).sessions[2] ?? { version: 0 }
    const restored = await it.call('timetable.restore', { id: missed.id, version, reason: 'Sí se dio' })
    expect(codesOf(restored)).toEqual(['made-up-already'])
  })
  test('stays where it is when the pattern changes', async () => {
    const { editionId, missed } = await cancelled()
    await it.must('timetable.catchUp', { id: missed.id, day: '2026-10-28', startsAt: '10:00', endsAt: '12:00' })
    const { modules } = await editionOf(editionId)
    const plan = modules.map(({ id, minutes }) => ({ id, minutes }))
    expect(
      codesOf(await changed(editionId, { slots: [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }], modules: plan })),
    ).toEqual([])
    // What was cancelled stays beside it: it is what the catch-up session points at.
    expect(daysOf(await editionOf(editionId))).toEqual([
      '2026-10-06',
      '2026-10-13',
      '2026-10-15',
      '2026-10-20',
      '2026-10-22',
      '2026-10-28',
      '2026-10-29',
    ])
  })
})

describe('who gives a session', () => {
  test('is told apart from who was to give it, and the report names whoever did not come', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    await createEdition(it, axisId, 'CL-02-26B', 'Tejido', {
      instructor: 'Mtra. Olga Ruiz',
      room: 'Aula 2',
      slots: [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }],
    })
    const { instructors } = await it.must('programs.resources', {})
    const [irene, olga] = ['Psic. Irene Cota', 'Mtra. Olga Ruiz'].map((name) =>
      instructors.find((each) => each.name === name),
    )
    if (!irene || !olga) throw new Error('no instructors')
    const facts = { provider: 'Casa Semillas', clearanceUntil: '2026-10-25', active: true }
    await it.must('programs.changeInstructor', { id: olga.id, name: olga.name, ...facts })
    const [past, today, , last] = (await editionOf(id)).sessions
    if (!past || !today || !last) throw new Error('no sessions')
    const reason = 'No llegó la titular'
    await it.must('timetable.substitute', { id: today.id, version: 1, instructorId: olga.id, reason })
    await it.must('timetable.cancel', { id: past.id, version: 1, cause: 'provider', note: 'No llegó' })
    expect((await editionOf(id)).sessions[1]).toMatchObject({ planned: irene.name, substitute: olga.name })
    expect(
      codesOf(await it.call('timetable.substitute', { id: last.id, version: 1, instructorId: olga.id, reason })),
    ).toEqual(['clearance-lapsed'])
    it.now = '2026-10-13T23:00:00.000Z'
    const period = { from: '2026-10-01', until: '2026-10-31', editionId: id }
    expect(await it.must('programs.instruction', { ...period, by: 'instructor' })).toEqual([
      {
        name: irene.name,
        provider: null,
        sessions: 2,
        given: 0,
        substituted: 1,
        missed: 1,
        otherwise: 0,
        missedMinutes: 120,
      },
    ])
    // Whoever is planned ahead is another plan, not a substitute.
    const { version } = (await editionOf(id)).sessions[2] ?? { version: 0, id: '' }
    const third = (await editionOf(id)).sessions[2]?.id ?? ''
    await it.must('timetable.substitute', { id: third, version, instructorId: olga.id, reason })
    expect((await editionOf(id)).sessions[2]).toMatchObject({ planned: olga.name, substitute: null })
  })
})

describe('copies', () => {
  test('an edition is copied with all but its dates and exceptions, and the copy is taken back to the byte', async () => {
    const { editionId, modules } = await withModules()
    const waiting = await registerWoman(it, { surname1: 'Canul', givenNames: 'Rosa' })
    const { workshopId } = await editionOf(editionId)
    await it.must('places.wait', { personId: waiting, workshopId, requestedOn: '2026-10-01' })
    const draft = await it.must('programs.copyDraft', { id: editionId })
    expect(draft).toMatchObject({
      code: 'CL-02-26B',
      startsOn: '2026-11-05',
      endsOn: '2026-12-05',
      sessions: 4,
      hours: 8,
      clashes: [],
      waitingCount: 1,
      completedCount: 0,
    })
    expect(draft.waiting?.map((each) => each.name)).toEqual(['Canul Núñez, Rosa'])
    const { code, startsOn, endsOn } = draft
    const made = await it.must('programs.copy', { id: editionId, code, startsOn, endsOn, takesWaiting: false })
    expect(made.sessions).toBe(4)
    const copy = await editionOf(made.id)
    expect(copy).toMatchObject({
      code: 'CL-02-26B',
      room: 'Aula 1',
      instructor: 'Psic. Irene Cota',
      capacity: 15,
      takesWaiting: false,
      copiedFrom: { id: editionId, code: 'CL-01-26B' },
    })
    expect(copy.modules.map(({ id, minutes }) => ({ id, minutes }))).toEqual(modules)
    expect(codesOf(await it.call('programs.copy', { id: editionId, code, startsOn, endsOn }))).toEqual(['same-code'])
    await it.must('batches.undo', { id: made.batchId })
    expect((await it.must('programs.editions', {})).editions.map((each) => each.code)).toEqual(['CL-01-26B'])
  })
  test('a whole term is planned from the one before, all of it or none', async () => {
    const ids = []
    for (let i = 1; i <= 20; i += 1) {
      const slots = [{ weekday: (i % 5) + 1, startsAt: '09:00', endsAt: '11:00' }]
      ids.push(
        await createEdition(it, axisId, `CL-${String(i).padStart(2, '0')}-26B`, `Taller ${i}`, {
          slots,
          room: `Aula ${i}`,
          instructor: `Tallerista ${i}`,
        }),
      )
    }
    const dates = { startsOn: '2027-01-11', endsOn: '2027-02-12' }
    const draft = await it.must('programs.termDraft', { ids, ...dates })
    expect(draft.map((each) => each.code)).toEqual(ids.map((_, i) => `CL-${String(i + 1).padStart(2, '0')}-27A`))
    expect(draft.flatMap((each) => each.clashes)).toEqual([])
    const editions = draft.map(({ id, code }) => ({ id, code }))
    const twice = editions.map((each, i) => (i === 19 ? { ...each, code: editions[0]?.code ?? '' } : each))
    expect(codesOf(await it.call('programs.copyTerm', { editions: twice, ...dates }))).toEqual(['same-code'])
    expect((await it.must('programs.editions', {})).editions).toHaveLength(20)
    const made = await it.must('programs.copyTerm', { editions, ...dates })
    expect(made).toMatchObject({ editions: 20, sessions: 100 })
    await it.must('batches.undo', { id: made.batchId })
    expect((await it.must('programs.editions', {})).editions).toHaveLength(20)
  })
  test('hides who waits and who has completed a group of a reserved axis', async () => {
    const sensitive = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
    const id = await createEdition(it, sensitive, 'SM-01-26B', 'Manejo de ansiedad')
    await it.signInAs('axis-lead')
    expect(await it.must('programs.copyDraft', { id })).toMatchObject({
      waiting: null,
      completed: null,
      waitingCount: 0,
    })
  })
})

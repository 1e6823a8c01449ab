import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestOffice, type TestOffice } from '../factories/office'
import { createAxis, createEdition, editionFields } from '../factories/programs'
import { registerWoman } from '../factories/people'

let it: TestOffice
let axisId: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-13T17:30:00.000Z' })
  axisId = await createAxis(it)
})
afterEach(() => it.close())

const THURSDAYS = [{ weekday: 4, startsAt: '10:00', endsAt: '12:00' }]

describe('a new edition', () => {
  test('comes with all its sessions; the one on a closed day is there, cancelled with its cause', async () => {
    await it.must('office.addSpecialDay', {
      day: '2026-10-20',
      title: 'Revisión general: sin salida a talleres',
      kind: 'closure',
      dormitories: null,
      startsAt: null,
      endsAt: null,
      effect: null,
    })
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado a mano')
    const edition = await it.must('programs.edition', { id })
    expect(edition.sessions.map(({ day, state, cancelledCause }) => [day, state, cancelledCause])).toEqual([
      ['2026-10-06', 'without-roll', null],
      ['2026-10-13', 'coming', null],
      ['2026-10-20', 'cancelled', 'custody'],
      ['2026-10-27', 'coming', null],
    ])
    expect(edition.sessions[2]?.cancelledNote).toBe('Revisión general: sin salida a talleres')
  })

  test('knows a room and an instructor again whatever the accents, and proposes the next code', async () => {
    await createEdition(it, axisId, 'CL-07-26B', 'Macramé', { room: 'Salón Ñandú' })
    await createEdition(it, axisId, 'CL-08-26B', 'Bordado', { room: 'salon ñandu', slots: THURSDAYS })
    const choices = await it.must('programs.choices', { startsOn: '2026-11-01' })
    expect(choices.rooms).toEqual(['Salón Ñandú'])
    expect(choices.axes[0]?.nextCode).toBe('CL-09-26B')
    expect((await it.must('programs.choices', { startsOn: '2027-01-10' })).axes[0]?.nextCode).toBe('CL-01-27A')
  })

  test('is refused with overlapping hours, reversed dates, a code in use or hours that never come', async () => {
    await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    const attempt = (code: string, fields: Parameters<typeof editionFields>[0]) =>
      it.call('programs.create', { axisId, code, workshop: 'Tejido', fields: editionFields(fields) })
    expect(await attempt('CL-01-26B', {})).toMatchObject({ refusals: [{ code: 'same-code', field: 'code' }] })
    expect(await attempt('CL-02-26B', { endsOn: '2026-09-30' })).toMatchObject({
      refusals: [{ code: 'dates-reversed' }],
    })
    const twice = [...editionFields().slots, { weekday: 2, startsAt: '11:30', endsAt: '13:00' }]
    expect(await attempt('CL-02-26B', { slots: twice })).toMatchObject({
      refusals: [{ code: 'slots-overlap', field: 'slots.1' }],
    })
    expect(await attempt('CL-02-26B', { startsOn: '2026-10-01', endsOn: '2026-10-02' })).toMatchObject({
      refusals: [{ code: 'pattern-empty' }],
    })
    expect((await it.must('programs.editions', {})).editions).toHaveLength(1)
  })

  test('preview names the edition that already has the room and the instructor at that hour', async () => {
    await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    const slots = [{ weekday: 2, startsAt: '11:00', endsAt: '13:00' }]
    const preview = await it.must('programs.preview', { fields: editionFields({ slots }) })
    expect(preview.add).toHaveLength(4)
    expect(preview.hours).toBe(8)
    expect(preview.clashes).toEqual([
      {
        kind: 'room',
        resource: 'Aula 1',
        weekday: 2,
        from: '11:00',
        until: '12:00',
        code: 'CL-01-26B',
        title: 'Bordado',
        day: '2026-10-06',
        times: 4,
      },
      {
        kind: 'instructor',
        resource: 'Psic. Irene Cota',
        weekday: 2,
        from: '11:00',
        until: '12:00',
        code: 'CL-01-26B',
        title: 'Bordado',
        day: '2026-10-06',
        times: 4,
      },
    ])
  })
})

describe('a changed edition', () => {
  test('has in its preview the hours that will really stand: what was cancelled gives none', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    const { sessions } = await it.must('programs.edition', { id })
    const { version } = (await it.must('timetable.session', { id: sessions[0]!.id })).session
    await it.must('timetable.cancel', { id: sessions[0]!.id, version, cause: 'provider', note: null })
    const hours = async (slots: typeof THURSDAYS) =>
      (await it.must('programs.preview', { id, fields: editionFields({ slots }) })).hours
    expect(await hours(editionFields().slots)).toBe((sessions.length - 1) * 2)
    const thursdays = await it.must('programs.preview', { id, fields: editionFields({ slots: THURSDAYS }) })
    expect(thursdays.hours).toBe((thursdays.kept - 1 + thursdays.add.length) * 2)
  })

  test('replans only what is to come, exactly as the preview said', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    const fields = editionFields({ slots: THURSDAYS })
    const preview = await it.must('programs.preview', { id, fields })
    expect(preview.remove.map((each) => each.day)).toEqual(['2026-10-20', '2026-10-27'])
    expect(preview.add.map((each) => each.day)).toEqual(['2026-10-15', '2026-10-22', '2026-10-29'])
    const done = await it.must('programs.change', { id, version: 1, fields, reason: 'La tallerista cambió de día' })
    expect(done).toMatchObject({ added: 3, removed: 2 })
    const after = await it.must('programs.edition', { id })
    expect(after.sessions.map((each) => each.day)).toEqual([
      '2026-10-06',
      '2026-10-13',
      '2026-10-15',
      '2026-10-22',
      '2026-10-29',
    ])
    expect(after.version).toBe(2)
    expect(await it.call('programs.change', { id, version: 1, fields, reason: 'Otra vez' })).toMatchObject({
      refusals: [{ code: 'stale' }],
    })
  })

  test('keeps a session that was moved by hand', async () => {
    const id = await createEdition(it, axisId, 'CL-01-26B', 'Bordado')
    const last = (await it.must('programs.edition', { id })).sessions.at(-1)
    if (!last) throw new Error('no session')
    await it.must('timetable.move', {
      id: last.id,
      version: 1,
      day: '2026-10-30',
      startsAt: '10:00',
      endsAt: '12:00',
      reason: 'Visita de la institución',
    })
    const fields = editionFields({ slots: THURSDAYS })
    await it.must('programs.change', { id, version: 1, fields, reason: 'Cambio de día' })
    const days = (await it.must('programs.edition', { id })).sessions.map((each) => each.day)
    expect(days).toContain('2026-10-30')
    expect(days).not.toContain('2026-10-27')
  })
})

describe('who comes to a group of a reserved axis', () => {
  test('is shown to few, and each look is written down', async () => {
    const sensitive = await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true })
    const id = await createEdition(it, sensitive, 'SM-01-26B', 'Manejo de ansiedad')
    const personId = await registerWoman(it, { surname1: 'Ñáñez', surname2: 'Ku', givenNames: 'Xóchitl' })
    await it.must('places.give', { editionId: id, personId, openedOn: '2026-10-01' })
    expect(await it.call('programs.roster', { id })).toMatchObject({ refusals: [{ code: 'sensitive-group' }] })
    expect(await it.must('programs.sensitiveRoster', { id })).toMatchObject([{ name: 'Ñáñez Ku, Xóchitl' }])
    expect((await it.must('office.audit', { event: 'edition.roster-read' })).entries).toMatchObject([{ subjectId: id }])
    await it.signInAs('axis-lead')
    expect(await it.call('programs.sensitiveRoster', { id })).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
  })
})

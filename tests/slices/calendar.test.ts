import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../src/shared/contract'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'

let it: TestOffice
let reading: string
let mending: string
beforeEach(async () => {
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  const axisId = await createAxis(it)
  const at = (startsAt: string, endsAt: string) => ({ slots: [{ weekday: 2, startsAt, endsAt }] })
  reading = await createEdition(it, axisId, 'CL-19-26B', 'Alfabetización', at('10:00', '12:00'))
  mending = await createEdition(it, axisId, 'CL-20-26B', 'Reparación de prendas', {
    ...at('11:00', '13:00'),
    room: 'Taller 3',
    instructor: 'Mtra. Elisa Baeza',
  })
})
afterEach(() => it.close())

const DAY = '2026-10-06'
const aDay = (more: Partial<Input<'office.addSpecialDay'>> = {}): Input<'office.addSpecialDay'> => ({
  day: DAY,
  title: 'Fumigación',
  kind: 'closure',
  dormitories: null,
  startsAt: null,
  endsAt: null,
  effect: null,
  ...more,
})
const sessionOf = async (editionId: string, day = DAY) => {
  const found = (await it.must('timetable.day', { day })).sessions.find((each) => each.editionId === editionId)
  if (!found) throw new Error(`no session on ${day}`)
  return found
}
const theDay = async () => {
  const [found] = (await it.must('office.calendar', { from: DAY, until: DAY })).days
  if (!found) throw new Error('no such day')
  return found
}
const rows = (table: 'session' | 'special_day') =>
  it.office.look().db.selectFrom(table).selectAll().orderBy('id').execute()

describe('a special day', () => {
  test('cancels what the preview listed, with its cause; taken away, it is held again as it was', async () => {
    const before = await sessionOf(reading)
    const preview = await it.must('office.previewSpecialDay', { id: null, day: aDay() })
    expect(preview).toMatchObject({ does: 'cancels', cause: 'office', marked: 0 })
    expect(preview.changes.map(({ becomes }) => becomes)).toEqual(['cancelled', 'cancelled'])
    const { id, cancelled } = await it.must('office.addSpecialDay', aDay())
    expect(cancelled).toBe(2)
    expect(await sessionOf(reading)).toMatchObject({ cancelledCause: 'office', cancelledNote: 'Fumigación' })
    expect(await theDay()).toMatchObject({ id, cancelled: 2, shortened: 0, version: 1 })
    const back = await it.must('office.previewSpecialDay', { id, day: null })
    expect(back.changes.map(({ becomes }) => becomes)).toEqual(['held', 'held'])
    expect(await it.must('office.removeSpecialDay', { id, version: 1, reason: 'Se pospuso' })).toMatchObject({
      restored: 2,
    })
    const { version: _v, changedAt: _c, ...held } = await sessionOf(reading)
    expect(before).toMatchObject(held)
  })

  test('that is taken away puts back only the chosen sessions; the others stay cancelled by nobody', async () => {
    const { id } = await it.must('office.addSpecialDay', aDay({ kind: 'lock-down', title: 'Operativo' }))
    const { id: chosen } = await sessionOf(reading)
    await it.must('office.removeSpecialDay', { id, version: 1, reason: 'Terminó antes', restore: [chosen] })
    expect((await sessionOf(reading)).cancelledCause).toBeNull()
    expect(await sessionOf(mending)).toMatchObject({ cancelledCause: 'custody', cancelledNote: 'Operativo' })
    const left = await it.office.look().db.selectFrom('session').select('special_day_id as id').execute()
    expect(left.every((row) => row.id === null)).toBe(true)
  })

  test('that is short leaves the hours before it, says who took the rest, and gives them back', async () => {
    const { id, shortened, cancelled } = await it.must(
      'office.addSpecialDay',
      aDay({ kind: 'short-day', title: 'Junta', startsAt: '11:15' }),
    )
    expect([shortened, cancelled]).toEqual([1, 1])
    expect(await sessionOf(reading)).toMatchObject({
      startsAt: '10:00',
      endsAt: '11:15',
      cancelledCause: null,
      shortened: { startsAt: '10:00', endsAt: '12:00', cause: 'office' },
    })
    await it.must('office.changeSpecialDay', {
      id,
      version: 1,
      ...aDay({ kind: 'short-day', title: 'Junta', startsAt: '11:45' }),
    })
    expect((await sessionOf(reading)).endsAt).toBe('11:45')
    expect((await sessionOf(mending)).endsAt).toBe('11:45')
    await it.must('office.removeSpecialDay', { id, version: 2, reason: 'No hubo junta' })
    expect(await sessionOf(reading)).toMatchObject({ endsAt: '12:00', shortened: null })
  })

  test('moved to another day gives back the one and takes the other', async () => {
    const { id } = await it.must('office.addSpecialDay', aDay())
    const moved = { id, version: 1, ...aDay({ day: '2026-10-13' }) }
    expect(await it.must('office.changeSpecialDay', moved)).toMatchObject({ cancelled: 2, restored: 2 })
    expect((await sessionOf(reading)).cancelledCause).toBeNull()
    expect((await sessionOf(reading, '2026-10-13')).cancelledCause).toBe('office')
    expect(codesOf(await it.call('office.changeSpecialDay', moved))).toEqual(['stale'])
  })

  test('leaves alone what somebody cancelled, or put back on that very day', async () => {
    const hers = await sessionOf(mending)
    await it.must('timetable.cancel', { id: hers.id, version: hers.version, cause: 'provider', note: 'No llegó' })
    const { id } = await it.must('office.addSpecialDay', aDay())
    const closed = await sessionOf(reading)
    await it.must('timetable.restore', { id: closed.id, version: closed.version, reason: 'Sí se tuvo' })
    await it.must('office.addSpecialDay', aDay({ title: 'Otra', kind: 'holiday' }))
    expect((await sessionOf(reading)).cancelledCause).toBeNull()
    await it.must('office.removeSpecialDay', { id, version: 1, reason: 'x' })
    expect(await sessionOf(mending)).toMatchObject({ cancelledCause: 'provider', cancelledNote: 'No llegó' })
  })

  test('of some dormitories, or that only warns, takes no session and says how many it meets', async () => {
    for (const more of [{ kind: 'visit' as const }, { dormitories: 'dormitorio A' }, { kind: 'event' as const }]) {
      const preview = await it.must('office.previewSpecialDay', { id: null, day: aDay(more) })
      expect(preview).toMatchObject({ does: 'warns', changes: [], met: 2 })
    }
    expect((await it.must('office.addSpecialDay', aDay({ kind: 'event', effect: 'cancels' }))).cancelled).toBe(2)
  })

  test('is refused twice under one name, and with its hours reversed', async () => {
    await it.must('office.addSpecialDay', aDay())
    expect(codesOf(await it.call('office.addSpecialDay', aDay({ title: 'FUMIGACION' })))).toEqual(['same-special-day'])
    const reversed = aDay({ title: 'x', startsAt: '12:00', endsAt: '10:00' })
    expect(codesOf(await it.call('office.addSpecialDay', reversed))).toEqual(['times-reversed'])
  })

  test('that comes before the group does is in its plan from the start', async () => {
    const { id } = await it.must('office.addSpecialDay', aDay({ kind: 'search', title: 'Revisión' }))
    const axisId = await createAxis(it, { code: 'EA', name: 'Educación' })
    const late = await createEdition(it, axisId, 'EA-01-26B', 'Coro', {
      room: 'Auditorio',
      instructor: 'Mtro. Raúl Dzib',
    })
    expect((await sessionOf(late)).cancelledCause).toBe('custody')
    await it.must('office.removeSpecialDay', { id, version: 1, reason: 'No hubo' })
    expect((await sessionOf(late)).cancelledCause).toBeNull()
  })
})

describe('the days of a year', () => {
  test('are proposed once, written in one act, and taken back to the byte', async () => {
    const before = { session: await rows('session'), special_day: await rows('special_day') }
    const proposed = await it.must('office.daysOfYear', { year: 2026 })
    expect(proposed.filter((each) => each.statutory).map((each) => each.day)).toEqual([
      '2026-01-01',
      '2026-02-02',
      '2026-03-16',
      '2026-05-01',
      '2026-09-16',
      '2026-11-16',
      '2026-12-25',
    ])
    const keys = proposed.filter((each) => each.statutory).map((each) => each.key)
    const { batchId, added } = await it.must('office.addDaysOfYear', { year: 2026, keys })
    expect(added).toBe(7)
    const again = await it.must('office.daysOfYear', { year: 2026 })
    expect(again.filter((each) => each.standsAs !== null)).toHaveLength(7)
    expect(codesOf(await it.call('office.addDaysOfYear', { year: 2026, keys: ['christmas'] }))).toEqual([
      'same-special-day',
    ])
    await it.must('batches.undo', { id: batchId })
    expect({ session: await rows('session'), special_day: await rows('special_day') }).toEqual(before)
  })
})

describe('a routine', () => {
  const meal: Input<'office.addRoutine'> = {
    kind: 'meal',
    title: 'Comida',
    dormitories: null,
    weekdays: [1, 2, 3, 4, 5],
    startsAt: '14:00',
    endsAt: '14:45',
    validFrom: '2026-01-01',
    validUntil: null,
  }
  const inForce = async (day: string) => (await it.must('office.calendar', { from: day, until: day })).routines

  test('changed from a day on stays what it was before it', async () => {
    const { id } = await it.must('office.addRoutine', meal)
    const { validFrom: _from, ...rest } = meal
    await it.must('office.changeRoutine', { ...rest, id, startsAt: '13:30', from: '2026-10-12' })
    expect(await inForce('2026-10-11')).toMatchObject([{ startsAt: '14:00', validUntil: '2026-10-11' }])
    expect(await inForce('2026-10-12')).toMatchObject([{ startsAt: '13:30', weekdays: [1, 2, 3, 4, 5] }])
  })
  test('that is ended before it began was never there', async () => {
    const { id } = await it.must('office.addRoutine', { ...meal, validFrom: '2027-01-01' })
    await it.must('office.endRoutine', { id, lastDay: '2026-12-31', reason: 'Error' })
    expect(await inForce('2027-01-04')).toEqual([])
    expect(codesOf(await it.call('office.endRoutine', { id, lastDay: '2026-12-31', reason: 'x' }))).toEqual([
      'unknown-routine',
    ])
  })
  test('lies in the week of a woman of its dormitory and of no other', async () => {
    await it.must('office.addRoutine', { ...meal, dormitories: 'A', title: 'Comida A' })
    const ana = await registerWoman(it, { surname1: 'Aké' }, { dormitory: 'A-01' })
    const eva = await registerWoman(it, { surname1: 'Euán' }, { dormitory: 'B-01' })
    const week = async (id: string) => (await it.must('timetable.week', { day: DAY, by: 'woman', id })).routines
    expect(await week(ana)).toHaveLength(5)
    expect(await week(eva)).toEqual([])
    expect((await it.must('timetable.week', { day: DAY, by: 'dormitory', id: 'A' })).routines).toHaveLength(5)
  })
})

test('who only reads or leads an axis does not write the calendar', async () => {
  for (const role of ['axis-lead', 'reader', 'gate'] as const) {
    await it.signInAs(role)
    expect(codesOf(await it.call('office.addSpecialDay', aDay())), role).toEqual(['not-allowed'])
    expect(codesOf(await it.call('office.addDaysOfYear', { year: 2027, keys: ['christmas'] })), role).toEqual([
      'not-allowed',
    ])
  }
})

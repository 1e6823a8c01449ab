import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attendanceTasks } from '../../src/main/features/attendance'
import { listRectifications } from '../../src/main/features/bundles/rectifications.repo'
import type { Reason } from '../../src/shared/contract/marks'
import {
  openClassroom,
  putEdition,
  putMark,
  putPlace,
  putSession,
  putWoman,
  type Classroom,
} from '../factories/classroom'
import { closeMonth } from '../factories/rolls'

let room: Classroom
let edition: { id: string; workshopId: string }
let ana: string
let eva: string

beforeEach(async () => {
  room = await openClassroom('2026-10-08T18:00:00.000Z')
  edition = putEdition(room, { code: 'CL-02-26B', title: 'Bordado a mano', slots: [[2, '09:00', '12:00']] })
  ana = putWoman(room, { surname1: 'Ñáñez', fileNumber: 'DEM-22-0310' })
  eva = putWoman(room, { surname1: 'Güemes', fileNumber: 'DEM-26-0108' })
  putPlace(room, ana, edition.id)
  putPlace(room, eva, edition.id)
})
afterEach(() => room.close())

const nothing = { reason: null, minutesLate: null, minutesEarly: null, note: null }
const save = (id: string, marks: readonly object[], paper: [number, number], more: object = {}) =>
  room.call('attendance.saveRoll', {
    id,
    version: 0,
    unlisted: [],
    paper: { attended: paper[0], absent: paper[1] },
    marks: marks as [],
    ...more,
  })
const herOn = async (id: string, personId: string) =>
  (await room.must('attendance.roll', { id })).women.find((woman) => woman.personId === personId)
const refusedWith = (code: string) => ({ ok: false, refusals: [{ code }] })

describe('a mark with what stands beside its letter', () => {
  test('credits the minutes that she was there, on the roll and in the month', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const marks = [
      { personId: ana, mark: 'R', minutesLate: 25, minutesEarly: 30, reason: 'hearing' },
      { personId: eva, mark: 'F', reason: 'left-session', minutesEarly: 90 },
    ]
    expect(await save(id, marks, [1, 1])).toMatchObject({ ok: true })
    expect(await herOn(id, ana)).toMatchObject({
      mark: 'R',
      detail: { mark: 'R', minutesLate: 25, minutesEarly: 30, reason: 'hearing', note: null },
    })
    const month = await room.must('attendance.month', { id: edition.id, month: '2026-10' })
    // 120 minutes: 15 late beyond the grace of ten and 30 early; 30 until she walked out.
    expect(month.women.map((woman) => woman.credited)).toEqual([30, 75])
  })

  test.each([
    ['reason-of-another-letter', { mark: 'JM', reason: 'hearing' }],
    ['text-missing', { mark: 'F', reason: 'other' }],
    ['minutes-missing', { mark: 'F', reason: 'left-session' }],
    ['minutes-too-many', { mark: 'R', minutesLate: 121 }],
  ])('is refused as %s, and nothing is stored', async (code, mark) => {
    const id = putSession(room, edition.id, '2026-10-06')
    const absent = mark.mark === 'F' ? 1 : 0
    const attended = mark.mark === 'R' ? 1 : 0
    expect(await save(id, [{ personId: ana, ...mark }], [attended, absent])).toMatchObject(refusedWith(code))
    expect((await herOn(id, ana))?.mark).toBeNull()
  })
})

describe('changing a mark', () => {
  test('is free on the day it was keyed, then asks for a reason, and what it was stands beside it', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    await save(id, [{ personId: ana, mark: 'F' }], [0, 1])
    expect(await save(id, [{ personId: ana, mark: 'A' }], [1, 0], { version: 1 })).toMatchObject({ ok: true })
    room.now = '2026-10-09T18:00:00.000Z'
    expect((await herOn(id, ana))?.window).toBe('reason')
    const again = [{ personId: ana, mark: 'JM', reason: 'illness' }]
    expect(await save(id, again, [0, 0], { version: 2 })).toMatchObject(refusedWith('correction-reason-missing'))
    expect(await save(id, again, [0, 0], { version: 2, why: 'Trajo receta' })).toMatchObject({ ok: true })
    expect(await save(id, [{ personId: ana, mark: null }], [0, 0], { version: 3 })).toMatchObject({ ok: true })
    expect((await herOn(id, ana))?.history).toMatchObject([
      { was: { mark: 'JM', reason: 'illness' }, now: null, kind: 'corrected', by: 'Clara Coordinadora' },
      { was: { mark: 'A' }, now: 'JM', why: 'Trajo receta' },
      { was: { mark: 'F' }, now: 'A', why: null },
    ])
  })

  test('is a rectification once the month has closed: with a reason, by few, and told apart for ever', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    await save(id, [{ personId: ana, mark: 'F' }], [0, 1])
    closeMonth(room, '2026-10')
    const change = [{ personId: ana, mark: 'A' }]
    expect(await save(id, change, [1, 0], { version: 1 })).toMatchObject(refusedWith('rectification-reason-missing'))
    room.role = 'axis-lead'
    expect(await save(id, change, [1, 0], { version: 1, why: 'x' })).toMatchObject(refusedWith('not-a-rectifier'))
    room.role = 'coordinator'
    expect(await save(id, change, [1, 0], { version: 1, why: 'El papel dice A' })).toMatchObject({ ok: true })
    const her = await herOn(id, ana)
    expect([her?.window, her?.history[0]?.kind]).toEqual(['rectify', 'rectified'])
    expect(room.events().at(-1)).toMatchObject({ event: 'roll.rectified', reason: 'El papel dice A' })
    const carried = (from: string, until: string) => listRectifications(room.look().db, from, until)
    expect(await carried('2026-10-01', '2026-10-31')).toEqual([
      { sessionId: id, personId: ana, day: '2026-10-06', was: 'F', now: 'A' },
    ])
    expect(await carried('2026-11-01', '2026-11-30')).toEqual([])
  })

  test('a doubt of a closed month is not settled by the way', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const doubt = randomUUID()
    room.insert('doubtful_mark', { id: doubt, session_id: id, person_id: ana, written: '?' })
    closeMonth(room, '2026-10')
    expect(await room.call('attendance.settleDoubt', { id: doubt, mark: 'A' })).toMatchObject(
      refusedWith('month-closed'),
    )
  })
})

describe('an excuse', () => {
  const told = (reason: Reason, more: object = {}) =>
    room.call('attendance.addExcuses', { personIds: [ana], reason, from: '2026-10-08', until: '2026-10-14', ...more })

  test('is proposed on the roll, and typed over if she does come', async () => {
    const id = putSession(room, edition.id, '2026-10-13')
    expect(await told('illness')).toMatchObject({ ok: true, value: { count: 1, sessions: 1 } })
    expect((await herOn(id, ana))?.proposal).toEqual({ mark: 'JM', reason: 'illness', source: 'excuse' })
    expect(await told('illness')).toMatchObject(refusedWith('excuse-twice'))
    room.now = '2026-10-13T18:00:00.000Z'
    await save(id, [{ personId: ana, mark: 'A' }], [1, 0])
    expect((await herOn(id, ana))?.mark).toBe('A')
  })

  test('withdrawn, it is proposed no longer and stays with its reason', async () => {
    const id = putSession(room, edition.id, '2026-10-13')
    await told('visit', { startsAt: '08:00', endsAt: '09:30' })
    const [excuse] = await room.must('attendance.excuses', {})
    await room.must('attendance.withdrawExcuse', { id: excuse?.id ?? '', reason: 'No vino su familia' })
    expect((await herOn(id, ana))?.proposal).toBeNull()
    expect(await room.must('attendance.excuses', {})).toEqual([])
    expect(await room.must('attendance.excuses', { personId: ana })).toMatchObject([
      { withdrawnReason: 'No vino su familia', mark: 'JV' },
    ])
    const again = { id: excuse?.id ?? '', reason: 'x' }
    expect(await room.call('attendance.withdrawExcuse', again)).toMatchObject(refusedWith('excuse-withdrawn'))
  })

  test('yields to nothing but her own word: an appointment proposes its reason too', async () => {
    const id = putSession(room, edition.id, '2026-10-13')
    const appointment = { id: randomUUID(), person_id: eva, kind: 'court', day: '2026-10-13', starts_at: '10:00' }
    room.insert('appointment', appointment)
    expect((await herOn(id, eva))?.proposal).toEqual({ mark: 'JA', reason: 'hearing', source: 'appointment' })
  })
})

test('a woman excluded from that hour is neither on the roll nor in the totals, and stands beside it with why', async () => {
  const id = putSession(room, edition.id, '2026-10-06')
  const place = room.opened.raw.prepare('SELECT id FROM place WHERE person_id = ?').pluck().get(eva) as string
  const exclusion = { id: randomUUID(), place_id: place, weekday: 2, reason: 'school', from_day: '2026-10-01' }
  room.insert('place_exclusion', exclusion)
  const roll = await room.must('attendance.roll', { id })
  expect([roll.women.map((woman) => woman.personId), roll.off.map((woman) => woman.personId)]).toEqual([[ana], [eva]])
  expect(roll.off[0]).toMatchObject({ kind: 'exclusion', why: 'school' })
  expect(await save(id, [{ personId: eva, mark: 'A' }], [1, 0])).toMatchObject(refusedWith('not-on-the-roll'))
  await save(id, [{ personId: ana, mark: 'A' }], [1, 0])
  expect(await room.must('attendance.pending', {})).toEqual([])
})

describe('a session that was not held after all', () => {
  const noted = (id: string) =>
    room.call('attendance.notHeld', { id, version: 1, cause: 'provider', reason: 'No llegó la maestra' })

  test('keeps its marks in their history and leaves nobody absent', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    await save(id, [{ personId: ana, mark: 'F' }], [0, 1])
    expect(await noted(id)).toMatchObject({ ok: true, value: { marks: 1 } })
    const roll = await room.must('attendance.roll', { id })
    expect([roll.state, roll.session.cancelledCause]).toEqual(['cancelled', 'provider'])
    expect(roll.women.find((woman) => woman.personId === ana)?.history[0]).toMatchObject({ kind: 'cancelled' })
    const month = await room.must('attendance.month', { id: edition.id, month: '2026-10' })
    expect(month.women.every((woman) => woman.absent === 0)).toBe(true)
    expect(await noted(id)).toMatchObject(refusedWith('session-cancelled'))
  })

  test('is refused while somebody came, before it begins, and once the month has closed', async () => {
    const held = putSession(room, edition.id, '2026-10-06')
    putMark(room, held, ana, 'A')
    expect(await noted(held)).toMatchObject(refusedWith('women-came'))
    expect(await noted(putSession(room, edition.id, '2026-10-20'))).toMatchObject(refusedWith('session-ahead'))
    const other = putSession(room, edition.id, '2026-10-07')
    closeMonth(room, '2026-10')
    expect(await noted(other)).toMatchObject(refusedWith('month-closed'))
  })
})

describe('what attendance asks somebody to decide', () => {
  test('absences in a row, a minimum out of reach, rolls overdue, women not on the list, reasons in words', async () => {
    for (const day of ['2026-09-22', '2026-09-29', '2026-10-06'])
      await save(putSession(room, edition.id, day), [{ personId: ana, ...nothing, mark: 'F' }], [0, 1])
    const words = { personId: eva, mark: 'F', reason: 'other', note: 'Fue a la capilla' }
    await save(putSession(room, edition.id, '2026-09-30'), [words], [0, 1], {
      unlisted: [{ name: 'Rosalba Registro', mark: 'JV' }],
    })
    const kinds = (await attendanceTasks(room.look())).map((task) => [task.kind, task.facts.name ?? task.facts.count])
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['attendance-unlisted', 'Rosalba Registro'],
        ['attendance-rolls-overdue', 3],
        ['attendance-absences', 'Ñáñez, María'],
        ['attendance-out-of-reach', 'Ñáñez, María'],
        ['attendance-others', 1],
      ]),
    )
  })
})

import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { monthReport, talliesOf } from '../../src/main/features/attendance'
import {
  openClassroom,
  putEdition,
  putMark,
  putPlace,
  putSession,
  putWoman,
  type Classroom,
} from '../factories/classroom'
import { pdfText } from '../factories/pdf-text'
import { hasTool } from '../factories/tools'

let room: Classroom
let edition: { id: string; workshopId: string }
let ana: string
let eva: string

beforeEach(async () => {
  room = await openClassroom('2026-10-31T18:00:00.000Z')
  edition = putEdition(room, { code: 'CL-02-26B', title: 'Bordado a mano', slots: [[2, '09:00', '12:00']] })
  ana = putWoman(room, { surname1: 'Ñáñez', surname2: 'del Ángel', givenNames: 'Dolores', fileNumber: 'DEM-22-0310' })
  eva = putWoman(room, { surname1: 'Güemes', givenNames: 'Ximena', chosenName: 'Jesús', fileNumber: 'DEM-26-0108' })
  putPlace(room, ana, edition.id)
  putPlace(room, eva, edition.id)
})
afterEach(() => room.close())

describe('keying a roll in', () => {
  test('stores the marks of the paper in one change, and a second keeper is told that it has changed', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const roll = await room.must('attendance.roll', { id })
    expect(roll.women.map((woman) => [woman.surname1, woman.mark])).toEqual([
      ['Güemes', null],
      ['Ñáñez', null],
    ])
    const marks = [
      { personId: ana, mark: 'R' as const },
      { personId: eva, mark: 'F' as const },
    ]
    const keyed = { id, version: 0, marks, unlisted: [], paper: { attended: 1, absent: 1 } }
    expect(await room.must('attendance.saveRoll', keyed)).toEqual({ attended: 1, absent: 1, unmarked: 0, version: 1 })
    expect(await room.call('attendance.saveRoll', keyed)).toMatchObject({ refusals: [{ code: 'stale' }] })
    expect(room.events().map((event) => event.event)).toEqual(['roll.keyed'])
  })

  test('is refused, and stores nothing, while the totals are not those of the paper', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const marks = [{ personId: ana, mark: 'A' as const }]
    const keyed = { id, version: 0, marks, unlisted: [], paper: { attended: 2, absent: 0 } }
    expect(await room.call('attendance.saveRoll', keyed)).toMatchObject({
      refusals: [{ code: 'totals-differ', facts: { attended: 1, absent: 0, paperAttended: 2, paperAbsent: 0 } }],
    })
    expect((await room.must('attendance.roll', { id })).women.every((woman) => woman.mark === null)).toBe(true)
  })

  test('corrects a mark and keeps what it was; an emptied box is again not registered', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    putMark(room, id, ana, 'F')
    putMark(room, id, eva, 'A')
    const marks = [
      { personId: ana, mark: 'JM' as const },
      { personId: eva, mark: null },
    ]
    const keyed = { id, version: 0, marks, unlisted: [], paper: { attended: 0, absent: 0 } }
    expect(await room.call('attendance.saveRoll', keyed)).toMatchObject({
      refusals: [{ code: 'correction-reason-missing' }],
    })
    await room.must('attendance.saveRoll', { ...keyed, why: 'El papel dice otra cosa' })
    const event = room.events().at(-1)
    expect(JSON.parse(event?.before_json ?? '')).toEqual({ [ana]: 'F', [eva]: 'A' })
    expect(JSON.parse(event?.after_json ?? '')).toMatchObject({ [ana]: 'JM', [eva]: null })
    expect((await room.must('attendance.pending', {})).map((row) => [row.unmarked, row.onRoll])).toEqual([[1, 2]])
  })

  test('keeps a woman written below the list, who is then named and gets her mark', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const ida = putWoman(room, { surname1: 'Registro' })
    const keyed = { id, version: 0, marks: [], unlisted: [{ name: 'Rosalba Registro', mark: 'A' as const }] }
    await room.must('attendance.saveRoll', { ...keyed, paper: { attended: 1, absent: 0 } })
    const [below] = (await room.must('attendance.doubts', {})).unlisted
    expect(below).toMatchObject({ name: 'Rosalba Registro', mark: 'A' })
    const settle = { id: below?.id ?? '', personId: null }
    expect(await room.call('attendance.settleUnlisted', settle)).toMatchObject({
      refusals: [{ code: 'reason-missing' }],
    })
    await room.must('attendance.settleUnlisted', { ...settle, personId: ida })
    const roll = await room.must('attendance.roll', { id })
    expect(roll.women.filter((woman) => woman.extra).map((woman) => [woman.personId, woman.mark])).toEqual([[ida, 'A']])
    expect(roll.unlisted).toEqual([])
  })

  test('settles a mark nobody could read', async () => {
    const id = putSession(room, edition.id, '2026-10-06')
    const doubt = randomUUID()
    room.insert('doubtful_mark', { id: doubt, session_id: id, person_id: ana, written: '?' })
    await room.must('attendance.settleDoubt', { id: doubt, mark: 'JV' })
    expect(await room.call('attendance.settleDoubt', { id: doubt, mark: 'A' })).toMatchObject({
      refusals: [{ code: 'settled-already' }],
    })
    expect((await room.must('attendance.roll', { id })).women.map((woman) => woman.mark)).toEqual([null, 'JV'])
  })
})

describe('sessions without a roll', () => {
  test('are listed with the days they wait, in red after two, and not before they are held', async () => {
    putSession(room, edition.id, '2026-10-28')
    putSession(room, edition.id, '2026-10-29')
    putSession(room, edition.id, '2026-10-20', 'custody')
    putSession(room, edition.id, '2026-11-03')
    const rows = await room.must('attendance.pending', {})
    expect(rows.map((row) => [row.day, row.daysWaiting, row.overdue])).toEqual([
      ['2026-10-28', 3, true],
      ['2026-10-29', 2, false],
    ])
  })

  test('do not hold those of today that are not over yet', async () => {
    const today = { edition_id: edition.id, day: '2026-10-31', cancelled_cause: null }
    const over = randomUUID()
    room.insert('session', { ...today, id: over, starts_at: '10:00', ends_at: '12:00' })
    room.insert('session', { ...today, id: randomUUID(), starts_at: '12:00', ends_at: '12:01' })
    expect((await room.must('attendance.pending', {})).map((row) => row.id)).toEqual([over])
    expect((await room.must('attendance.editions', { month: '2026-10' })).map((row) => row.withoutRoll)).toEqual([1])
  })
})

describe('the month', () => {
  test('has a grid with totals both ways, and the rate of the whole edition beside it', async () => {
    const [before, one, two] = ['2026-09-29', '2026-10-06', '2026-10-13'].map((day) =>
      putSession(room, edition.id, day),
    )
    putMark(room, before ?? '', ana, 'F')
    putMark(room, one ?? '', ana, 'A')
    putMark(room, one ?? '', eva, 'C')
    putMark(room, two ?? '', ana, 'R')
    const month = await room.must('attendance.month', { id: edition.id, month: '2026-10' })
    expect(month.women.map((woman) => [woman.surname1, ...woman.cells, woman.attended, woman.absent])).toEqual([
      ['Güemes', 'C', 'unmarked', 0, 0],
      ['Ñáñez', 'A', 'R', 2, 0],
    ])
    expect(month.sessions.map((each) => [each.attended, each.absent, each.unmarked])).toEqual([
      [1, 0, 0],
      [1, 0, 1],
    ])
    expect(month.women[1]?.soFar).toEqual({ attended: 2, counted: 3, below: true, credited: 240, reachable: false })
    expect(month.women.map((woman) => woman.credited)).toEqual([0, 240])
    const rates = await talliesOf(room.look(), { id: edition.id, startsOn: '2026-09-01' }, '2026-10-31')
    expect(rates.get(ana)).toEqual({ attended: 2, absent: 1, counted: 3, credited: 240 })
  })

  test('is reported in figures: sessions without a roll, unread marks, who was not on the list', async () => {
    const one = putSession(room, edition.id, '2026-10-06')
    putSession(room, edition.id, '2026-10-13')
    putMark(room, one, ana, 'A')
    room.insert('doubtful_mark', { id: randomUUID(), session_id: one, person_id: eva, written: '+' })
    room.insert('unlisted_attendee', { id: randomUUID(), session_id: one, name: 'Rosalba Sin Registro', code: 'A' })
    expect(await monthReport(room.look(), '2026-10')).toEqual({
      editions: [
        {
          code: 'CL-02-26B',
          title: 'Bordado a mano',
          enrolled: 2,
          sessions: 2,
          cancelled: 0,
          marks: { A: 1, '?': 1, 'sin registrar': 2 },
        },
      ],
      unmarkedSessions: [{ edition: 'CL-02-26B', date: '2026-10-13' }],
      unknownMarks: [{ edition: 'CL-02-26B', file: 'DEM-26-0108', date: '2026-10-06', mark: '+' }],
      notOnTheList: [{ edition: 'CL-02-26B', name: 'Rosalba Sin Registro', date: '2026-10-06', mark: 'A' }],
    })
  })
})

describe('a group of a sensitive axis', () => {
  test('shows who attends only to those who care for it, and writes each look down', async () => {
    const reserved = putEdition(room, { code: 'SM-07', title: 'Manejo de ansiedad', sensitive: true })
    putPlace(room, ana, reserved.id)
    const id = putSession(room, reserved.id, '2026-10-06')
    room.insert('doubtful_mark', { id: randomUUID(), session_id: id, person_id: ana, written: '?' })
    const month = { id: reserved.id, month: '2026-10' }
    const hidden = { refusals: [{ code: 'sensitive-group' }] }
    room.role = 'axis-lead'
    expect(await room.call('attendance.month', month)).toMatchObject(hidden)
    expect(await room.call('attendance.roll', { id })).toMatchObject(hidden)
    expect(await room.call('attendance.printMonth', month)).toMatchObject(hidden)
    expect(await room.call('places.ofEdition', { id: reserved.id })).toMatchObject(hidden)
    const keyed = { id, version: 0, marks: [], unlisted: [], paper: { attended: 0, absent: 0 } }
    expect(await room.call('attendance.saveRoll', keyed)).toMatchObject(hidden)
    expect((await room.must('attendance.doubts', {})).doubts).toEqual([])
    expect((await room.must('places.ofPerson', { id: ana })).places.map((place) => place.code)).toEqual(['CL-02-26B'])
    expect(await room.call('attendance.sensitiveMonth', month)).toMatchObject({ refusals: [{ code: 'not-allowed' }] })
    room.role = 'mental-health'
    expect((await room.must('attendance.sensitiveMonth', month)).women).toHaveLength(1)
    expect((await room.must('attendance.sensitiveRoll', { id })).women).toHaveLength(1)
    expect(room.events().map((event) => event.event)).toEqual(['edition.roster-read', 'session.roll-read'])
  })
})

describe('the roster paper', () => {
  test.runIf(hasTool('pdftotext'))(
    'holds whole names, the chosen one, marks, totals, legend, folio and page',
    async () => {
      const id = putSession(room, edition.id, '2026-10-06')
      putMark(room, id, ana, 'JM')
      putMark(room, id, eva, 'A')
      const paper = await room.must('attendance.printMonth', { id: edition.id, month: '2026-10' })
      const text = pdfText(paper.pdf)
      for (const words of [
        'Ñáñez del Ángel',
        'Dolores',
        'Güemes',
        'Jesús',
        'DEM-22-0310',
        'octubre de 2026',
        'JM',
        paper.folio,
      ])
        expect(text).toContain(words)
      expect(text).not.toContain('Ximena')
      expect(text).toContain('página 1 de 1')
      expect(text).toMatch(/Vo\.Bo\./i)
    },
  )

  test.runIf(hasTool('pdftotext'))(
    'bears at most 16 women a sheet, as many on each, and is refused for nobody',
    async () => {
      for (let each = 0; each < 16; each += 1)
        putPlace(room, putWoman(room, { surname1: `Cruz${String(each)}` }), edition.id)
      const paper = await room.must('attendance.printMonth', { id: edition.id, month: '2026-10' })
      expect(paper.pages).toBe(2)
      const sheets = pdfText(paper.pdf).split('\f')
      expect(sheets.map((sheet) => sheet.match(/DEM-26-|DEM-22-/g)?.length ?? 0).slice(0, 2)).toEqual([9, 9])
      const empty = putEdition(room, { code: 'X', title: 'Sin nadie' })
      expect(await room.call('attendance.printMonth', { id: empty.id, month: '2026-10' })).toMatchObject({
        refusals: [{ code: 'nobody-on-the-roll' }],
      })
    },
  )
})

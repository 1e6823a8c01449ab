import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listName } from '../../src/shared/kernel/text'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { importDemoMonth } from '../factories/demo'
import { readBack } from '../factories/graduation'
import { hasTool } from '../factories/tools'

const DAY = '2026-10-14'
let it: TestOffice
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umbral-day-'))
  it = await openTestOffice({ now: '2026-10-14T13:00:00.000Z' })
  await importDemoMonth(it)
}, 120_000)
beforeEach(() => it.signInAs('director'))
afterAll(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const wordsOf = (paper: { pdf: string }): string =>
  readBack(folder, Buffer.from(paper.pdf, 'base64')).text.replace(/\s+/g, ' ')
const sessionsOfDay = async () =>
  (await it.must('timetable.day', { day: DAY })).sessions.filter((each) => each.cancelledCause === null)
async function aSession(sensitive: boolean) {
  const { editions } = await it.must('programs.editions', {})
  const groups = new Set(editions.filter((each) => each.sensitive === sensitive).map((each) => each.id))
  const all = await it.must('timetable.week', { day: DAY, by: 'room' })
  const found = all.sessions.find(
    (each) => groups.has(each.editionId) && each.cancelledCause === null && each.places > 0,
  )
  if (!found) throw new Error('The demo month has such a session that week')
  return found
}
const namesIn = async (personIds: ReadonlySet<string>): Promise<string[]> => {
  const { rows } = await it.must('people.list', { presence: 'all' })
  return rows.filter((row) => personIds.has(row.id)).map(listName)
}

describe('the day roster', () => {
  test('is found again by its folio, however it is typed; a slip of the finger is told from a folio that is not there', async () => {
    const session = await aSession(false)
    const { folio } = await it.must('attendance.printDay', { id: session.id })
    expect(folio).toMatch(/^LD-2026-\d{5}-[0-9A-Z]$/)
    for (const typed of [folio, folio.toLowerCase().replaceAll('-', ''), ` ${folio.replaceAll('-', ' ')} `])
      expect(await it.must('attendance.byFolio', { folio: typed })).toEqual({
        sessionId: session.id,
        newerFolio: null,
      })
    const wrong = folio.replace(/\d-(.)$/, (end) => `${String((Number(end[0]) + 1) % 10)}${end.slice(1)}`)
    expect(codesOf(await it.call('attendance.byFolio', { folio: wrong }))).toEqual(['folio-mistyped'])
    const { folio: other } = await it.must('timetable.printArrivals', { day: DAY })
    expect(codesOf(await it.call('attendance.byFolio', { folio: other }))).toEqual(['unknown-folio'])
  })

  test('both the first print and the reprint open the roll, and the first says that there is a newer one', async () => {
    const session = await aSession(false)
    const folios = [
      (await it.must('attendance.printDay', { id: session.id })).folio,
      (await it.must('attendance.printDay', { id: session.id })).folio,
    ]
    for (const [at, folio] of folios.entries())
      expect(await it.must('attendance.byFolio', { folio })).toEqual({
        sessionId: session.id,
        newerFolio: folios[at + 1] ?? null,
      })
  })

  test('of a group of a sensitive axis is for those who may know its women', async () => {
    const { id } = await aSession(true)
    for (const role of ['axis-lead', 'mother-child', 'reader'] as const) {
      await it.signInAs(role)
      expect(codesOf(await it.call('attendance.printDay', { id })), role).toEqual(['sensitive-group'])
    }
    for (const role of ['director', 'coordinator', 'mental-health'] as const) {
      await it.signInAs(role)
      expect((await it.must('attendance.printDay', { id })).pages, role).toBeGreaterThan(0)
    }
  })

  test('is not printed of a cancelled session', async () => {
    const { sessions } = await it.must('timetable.week', { day: DAY, by: 'room' })
    const cancelled = sessions.find((each) => each.cancelledCause !== null)!
    expect(codesOf(await it.call('attendance.printDay', { id: cancelled.id }))).toEqual(['session-cancelled'])
  })

  test.runIf(hasTool('pdftotext'))(
    'holds the women of the roll in its order, what stands, and what a reprint replaces',
    async () => {
      const session = await aSession(false)
      const first = await it.must('attendance.printDay', { id: session.id })
      const text = wordsOf(await it.must('attendance.printDay', { id: session.id }))
      const { women } = await it.must('attendance.roll', { id: session.id })
      const onPaper = women.map((woman) => ({
        at: text.indexOf(listName(woman)),
        file: text.indexOf(woman.fileNumber),
      }))
      expect(onPaper.length).toBeGreaterThan(3)
      for (const { at, file } of onPaper) expect(Math.min(at, file)).toBeGreaterThan(-1)
      expect(onPaper.map(({ file }) => file)).toEqual(onPaper.map(({ file }) => file).sort((a, b) => a - b))
      expect(text).toContain(`sustituye a ${first.folio}`)
      expect(text.toLocaleLowerCase('es')).toContain('no está en la lista')
      for (const { mark } of women) if (mark?.startsWith('J')) expect(text).toContain(mark)
      expect(text).toMatch(/página 1 de \d/)
    },
  )
})

describe.runIf(hasTool('pdftotext'))('arrivals and passes, read back with a second tool', () => {
  test('the arrival list names every room of the day and every woman expected, and no activity', async () => {
    const sessions = await sessionsOfDay()
    const text = wordsOf(await it.must('timetable.printArrivals', { day: DAY }))
    for (const session of sessions) expect(text).toContain(session.room)
    const expected = new Set<string>()
    for (const { id } of sessions)
      for (const woman of (await it.must('attendance.sensitiveRoll', { id })).women)
        if (!woman.extra) expected.add(woman.personId)
    const left = new Set((await it.must('people.list', { presence: 'left' })).rows.map((row) => row.id))
    const names = await namesIn(new Set([...expected].filter((id) => !left.has(id))))
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) expect(text).toContain(name)
    const { editions } = await it.must('programs.editions', {})
    for (const { code, title } of editions) for (const word of [code, title]) expect(text).not.toContain(word)
  })

  test('a woman has a pass for each of her moves of the day, with place and hour and no activity', async () => {
    const [session] = await sessionsOfDay()
    const { women } = await it.must('attendance.sensitiveRoll', { id: session!.id })
    const personId = women.find((woman) => !woman.extra)!.personId
    const mine = await it.must('timetable.week', { day: DAY, by: 'woman', id: personId })
    const moves = mine.sessions.filter((each) => each.day === DAY && each.cancelledCause === null)
    const paper = await it.must('timetable.printPass', { day: DAY, personId })
    const text = wordsOf(paper)
    expect(paper.pages).toBe(Math.ceil(moves.length / 2))
    expect(text.split(paper.folio)).toHaveLength(moves.length + 1)
    for (const move of moves) {
      expect(text).toContain(move.room)
      expect(text).toContain(`${move.startsAt} – ${move.endsAt}`)
      expect(text).not.toContain(move.title)
    }
    for (const name of await namesIn(new Set([personId]))) expect(text).toContain(name)
  })

  test('passes of one session are two to a sheet, for those who may know its women', async () => {
    const session = await aSession(true)
    const input = { day: session.day, sessionId: session.id }
    const paper = await it.must('timetable.printPass', input)
    const text = wordsOf(paper)
    expect(paper.pages).toBe(Math.ceil((text.split(paper.folio).length - 1) / 2))
    expect(text).not.toContain(session.title)
    const kept = await it.office.look().db.selectFrom('paper').select('subject_id').where('id', '=', paper.id).execute()
    expect(kept).toEqual([{ subject_id: null }])
    for (const role of ['axis-lead', 'mother-child', 'reader'] as const) {
      await it.signInAs(role)
      expect(codesOf(await it.call('timetable.printPass', input)), role).toEqual(['sensitive-group'])
    }
  })
})

test('a day on which nobody goes anywhere has no arrivals and no passes', async () => {
  const sunday = '2026-10-18'
  expect(codesOf(await it.call('timetable.printArrivals', { day: sunday }))).toEqual(['nothing-to-print'])
  const { rows } = await it.must('people.list', {})
  const personId = rows[0]!.id
  expect(codesOf(await it.call('timetable.printPass', { day: sunday, personId }))).toEqual(['nothing-to-print'])
  expect(codesOf(await it.call('timetable.printPass', { day: sunday }))).toEqual(['bad-input'])
})

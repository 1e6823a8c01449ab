import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importDemoMonth } from '../factories/demo'
import { readBack } from '../factories/graduation'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { hasTool } from '../factories/tools'

/** Tuesday 20 October 2026, 10:30 at the center, when a group of mental health runs too. */
const TUESDAY = '2026-10-20T16:30:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'umbral-emergency-'))
let it: TestOffice
beforeAll(async () => {
  it = await openTestOffice({ now: TUESDAY })
  await importDemoMonth(it)
}, 120_000)
afterAll(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

describe('the emergency list of the demo month', () => {
  test('has every woman who is here once, in the room of her session or in her dormitory', async () => {
    const list = await it.must('today.emergency', {})
    const { rows } = await it.must('people.list', { presence: 'all' })
    const here = rows.filter(
      ({ admittedOn, leftOn }) => admittedOn && admittedOn <= '2026-10-20' && (!leftOn || leftOn > '2026-10-20'),
    )
    expect(here.length).toBeLessThan(rows.length)
    expect(list).toMatchObject({ day: '2026-10-20', time: '10:30', totals: { women: here.length } })
    expect(sum(list.places.map((place) => place.women.length))).toBe(here.length)
    const running = (await it.must('timetable.day', { day: '2026-10-20' })).sessions.filter(
      (each) => each.cancelledCause === null && each.startsAt <= '10:30' && each.endsAt > '10:30',
    )
    expect(running.length).toBeGreaterThan(1)
    const rooms = list.places.filter((place) => place.kind === 'room').map((place) => place.name)
    expect(rooms.toSorted()).toEqual([...new Set(running.map((each) => each.room))].toSorted())
    expect(list.totals.inRooms).toBeGreaterThan(0)
  })

  test('has every child who lives here with her mother, out, or said to be without her', async () => {
    const list = await it.must('today.emergency', {})
    const inPlaces = sum(list.places.map((place) => place.children))
    expect(inPlaces + list.childrenWithoutMother).toBe(list.totals.children)
    const named = list.places.flatMap((place) => place.women.flatMap((woman) => woman.children))
    expect(named).toHaveLength(inPlaces)
    expect(list.outside).toHaveLength(list.totals.childrenOut)
  })

  test('gives whoever may not read children’s files the same counts and no name', async () => {
    const full = await it.must('today.emergency', {})
    for (const role of ['axis-lead', 'mental-health', 'reader'] as const) {
      await it.signInAs(role)
      const list = await it.must('today.emergency', {})
      expect(list.totals).toEqual(full.totals)
      expect(list).toMatchObject({ outside: null, withoutMother: null })
      expect(list.places.flatMap((place) => place.women.flatMap((woman) => woman.children))).toEqual([])
    }
    await it.signInAs('gate')
    expect(codesOf(await it.call('today.emergency', {}))).toEqual(['not-allowed'])
    expect(codesOf(await it.call('today.printEmergency', {}))).toEqual(['not-allowed'])
    await it.signInAs('director')
  })

  test('outside the hours of the timetable has everyone in her dormitory', async () => {
    it.now = '2026-10-21T04:00:00.000Z'
    await it.signInAs('director')
    const list = await it.must('today.emergency', {})
    expect(list.totals.inRooms).toBe(0)
    expect(list.totals.inDormitories).toBe(list.totals.women)
    it.now = TUESDAY
    await it.signInAs('director')
  })

  test.runIf(hasTool('pdftotext'))('prints in one step: every name once, places only, no activity', async () => {
    const list = await it.must('today.emergency', {})
    const paper = await it.must('today.printEmergency', {})
    const { text, info } = readBack(folder, Buffer.from(paper.pdf, 'base64'))
    expect(info).toMatch(/Page size:\s+612 x 792 pts/)
    const flat = text.replace(/\s+/g, ' ')
    for (const place of list.places) for (const woman of place.women) expect(flat).toContain(woman.name)
    expect(flat).toContain(`${list.totals.women} participantes`)
    expect(flat).toContain('10:30')
    expect(flat).toContain(paper.folio)
    const { sessions } = await it.must('timetable.day', { day: '2026-10-20' })
    for (const { title, code } of sessions) {
      expect(flat).not.toContain(title)
      expect(flat).not.toContain(code)
    }
    expect(flat).not.toMatch(/salud mental|ansiedad|Irene Cota/i)
  })
})

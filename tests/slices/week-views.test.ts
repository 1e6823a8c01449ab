import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../src/shared/kernel/roles'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { readBack } from '../factories/graduation'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'
import { hasTool } from '../factories/tools'

const DAY = '2026-10-06'
let it: TestOffice
let folder: string
let ana: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umbral-week-'))
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  const open = await createEdition(it, await createAxis(it), 'CL-19-26B', 'Alfabetización')
  const reserved = await createEdition(
    it,
    await createAxis(it, { code: 'SM', name: 'Salud mental', sensitive: true }),
    'SM-07-26B',
    'Manejo de ansiedad',
    { slots: [{ weekday: 3, startsAt: '10:00', endsAt: '12:00' }], room: 'Aula 2', instructor: 'Psic. Irene Cota' },
  )
  ana = await registerWoman(it, { surname1: 'Aké', givenNames: 'Ana' }, { dormitory: 'A-01' })
  const eva = await registerWoman(it, { surname1: 'Euán', givenNames: 'Eva' }, { dormitory: 'A-02' })
  const sol = await registerWoman(it, { surname1: 'Sosa', givenNames: 'Sol' }, { dormitory: 'B-07' })
  for (const personId of [ana, eva, sol])
    await it.must('places.give', { editionId: open, personId, openedOn: '2026-10-01' })
  await it.must('places.give', { editionId: reserved, personId: ana, openedOn: '2026-10-01' })
})
afterEach(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const wordsOf = (paper: { pdf: string }): string =>
  readBack(folder, Buffer.from(paper.pdf, 'base64')).text.replace(/\s+/g, ' ')
const ofDormitory = (id: string) => it.must('timetable.week', { day: DAY, by: 'dormitory', id })
const hearing = {
  kind: 'court' as const,
  day: '2026-10-08',
  startsAt: '08:15',
  endsAt: null,
  roomId: null,
  place: 'Juzgado Segundo',
  outside: true,
  note: null,
  despite: null,
}

describe('the week of a dormitory', () => {
  test('has the sessions to which its women go, and how many of them', async () => {
    expect((await ofDormitory('A')).sessions.map((each) => [each.title, each.fromHere])).toEqual([
      ['Alfabetización', 2],
      ['Manejo de ansiedad', 1],
    ])
    expect((await ofDormitory('b')).sessions.map((each) => [each.title, each.fromHere])).toEqual([
      ['Alfabetización', 1],
    ])
    const picks = await it.must('timetable.picks', { by: 'dormitory' })
    expect(picks.map((pick) => [pick.id, pick.hint])).toEqual([
      ['A', '2'],
      ['B', '1'],
    ])
    expect(codesOf(await it.call('timetable.week', { day: DAY, by: 'dormitory' }))).toEqual(['pick-a-dormitory'])
  })

  test('says of a hearing whose it is and that it is outside, not what it is', async () => {
    await it.must('timetable.addAppointments', { ...hearing, personIds: [ana] })
    const { appointments } = await ofDormitory('A')
    expect(appointments).toMatchObject([{ who: 'Aké Núñez, Ana', outside: true, place: null, endsAt: null }])
    expect((await ofDormitory('B')).appointments).toEqual([])
  })

  test.each<Role>(['axis-lead', 'mother-child', 'reader'])('names no reserved group to %s', async (role) => {
    await it.signInAs(role)
    for (const by of [
      { by: 'dormitory' as const, id: 'A' },
      { by: 'woman' as const, id: ana },
    ]) {
      const { sessions } = await it.must('timetable.week', { day: DAY, ...by })
      expect(sessions.map((each) => each.title)).toEqual(['Alfabetización', null])
    }
  })
})

describe.runIf(hasTool('pdftotext'))('the printed week, read back with a second tool', () => {
  test('of a woman or a dormitory names no reserved group, whoever prints it; of a room it does', async () => {
    for (const asked of [
      { by: 'dormitory' as const, id: 'A' },
      { by: 'woman' as const, id: ana },
    ]) {
      const paper = await it.must('timetable.printWeek', { day: DAY, ...asked })
      expect(paper.pages).toBe(1)
      const text = wordsOf(paper)
      expect(text).toContain('Actividad programada')
      expect(text).not.toMatch(/ansiedad|SM-07/i)
    }
    expect(wordsOf(await it.must('timetable.printWeek', { day: DAY }))).toContain('Manejo de ansiedad')
  })

  test('printed again for the same dormitory is a reprint, for another one it is not', async () => {
    const first = await it.must('timetable.printWeek', { day: DAY, by: 'dormitory', id: 'A' })
    const again = await it.must('timetable.printWeek', { day: '2026-10-07', by: 'dormitory', id: 'A' })
    const other = await it.must('timetable.printWeek', { day: DAY, by: 'dormitory', id: 'B' })
    expect(wordsOf(again)).toContain(`Reimpresión 2 · sustituye a ${first.folio}`)
    expect(wordsOf(other)).not.toContain('Reimpresión')
  })
})

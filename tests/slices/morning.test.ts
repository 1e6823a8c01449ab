import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { readBack } from '../factories/graduation'
import { registerWoman } from '../factories/people'
import { createAxis, createEdition } from '../factories/programs'
import { hasTool } from '../factories/tools'

/** A Tuesday, eight in the morning at the center. */
const DAY = '2026-10-06'
let it: TestOffice
let folder: string
let reading: string
const women: Record<'ana' | 'eva' | 'sol', string> = { ana: '', eva: '', sol: '' }
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'umbral-morning-'))
  it = await openTestOffice({ now: '2026-10-05T18:00:00.000Z' })
  const axisId = await createAxis(it)
  reading = await createEdition(it, axisId, 'CL-19-26B', 'Alfabetización')
  women.ana = await registerWoman(it, { surname1: 'Aké', givenNames: 'Ana' }, { dormitory: 'A-01' })
  women.eva = await registerWoman(it, { surname1: 'Euán', givenNames: 'Eva' }, { dormitory: 'A-02' })
  women.sol = await registerWoman(it, { surname1: 'Sosa', givenNames: 'Sol' }, { dormitory: 'B-07' })
  for (const personId of Object.values(women))
    await it.must('places.give', { editionId: reading, personId, openedOn: '2026-10-01' })
  await theDayBegins()
})
const theDayBegins = async () => {
  it.now = '2026-10-06T14:00:00.000Z'
  await it.signInAs('director')
}
afterEach(async () => {
  await it.close()
  rmSync(folder, { recursive: true, force: true })
})

const wordsOf = (paper: { pdf: string }): string =>
  readBack(folder, Buffer.from(paper.pdf, 'base64')).text.replace(/\s+/g, ' ')
const movements = async () => wordsOf(await it.must('timetable.printMovements', { day: DAY }))
const theSession = async () => {
  const [session] = (await it.must('timetable.day', { day: DAY })).sessions
  if (!session) throw new Error('no session')
  return session
}

describe('the morning as one job', () => {
  test('prints what was listed in the order of custody, with numbers that follow each other', async () => {
    const kinds = ['movements', 'arrivals', 'rosters', 'passes'] as const
    const { papers } = await it.must('today.morning', { day: DAY })
    expect(papers.map((each) => [each.kind, each.of, each.women])).toMatchObject([
      ['movements', 'A', 2],
      ['movements', 'B', 1],
      ['arrivals', null, 3],
      ['rosters', '10:00–12:00 · Aula 1 · Alfabetización', 3],
      ['passes', null, 3],
    ])
    const job = await it.must('today.printMorning', { day: DAY, kinds: [...kinds] })
    expect(job.papers.map((paper) => paper.folio.slice(0, 13))).toEqual([
      'LM-2026-00001',
      'LM-2026-00002',
      'LG-2026-00001',
      'LD-2026-00001',
      'PA-2026-00001',
    ])
    const printed = (await it.must('today.morning', { day: DAY })).papers
    expect(printed.every((each) => each.printed?.version === 1)).toBe(true)
  })

  test('printed again says that it is a reprint and whose place it takes, and the old folio warns', async () => {
    const kinds: ('movements' | 'rosters')[] = ['movements', 'rosters']
    const first = await it.must('today.printMorning', { day: DAY, kinds })
    const second = await it.must('today.printMorning', { day: DAY, kinds })
    const roster = first.papers.find((paper) => paper.folio.startsWith('LD'))!
    const newer = second.papers.find((paper) => paper.folio.startsWith('LD'))!
    expect(await it.must('attendance.byFolio', { folio: roster.folio })).toMatchObject({ newerFolio: newer.folio })
    expect(await it.must('attendance.byFolio', { folio: newer.folio })).toMatchObject({ newerFolio: null })
    if (!hasTool('pdftotext')) return
    for (const [at, paper] of second.papers.entries()) {
      expect(wordsOf(paper)).toContain(`Reimpresión 2 · sustituye a ${first.papers[at]?.folio ?? ''}`)
      expect(wordsOf(first.papers[at]!)).not.toContain('Reimpresión')
    }
  })

  test('has nothing to print on a day without sessions, and is not for who only reads', async () => {
    const asked = { day: '2026-10-07', kinds: ['movements' as const] }
    expect(codesOf(await it.call('today.printMorning', asked))).toEqual(['nothing-to-print'])
    await it.signInAs('reader')
    expect(codesOf(await it.call('today.printMorning', asked))).toEqual(['not-allowed'])
  })
})

describe.runIf(hasTool('pdftotext'))('the movement list, read back with a second tool', () => {
  test('has neither the suspended, nor the excluded, nor the away, nor the excused', async () => {
    const placed = it.office.look().db.selectFrom('place').select('id').where('person_id', '=', women.ana)
    const { id: placeId } = await placed.executeTakeFirstOrThrow()
    it.now = '2026-10-05T18:00:00.000Z'
    await it.must('places.suspend', { placeId, cause: 'health', from: DAY, backOn: null, reviewOn: null })
    await it.must('attendance.addExcuses', { personIds: [women.eva], reason: 'illness', from: DAY, until: DAY })
    await theDayBegins()
    const text = await movements()
    expect(text).toContain('Sosa Núñez, Sol')
    expect(text).not.toContain('Aké')
    expect(text).not.toContain('Euán')
  })

  test('marks what changed that day, and only what did', async () => {
    expect((await movements()).toLocaleLowerCase('es')).not.toContain('cambió hoy')
    const session = await theSession()
    await it.must('timetable.cancel', { id: session.id, version: session.version, cause: 'provider', note: null })
    const text = (await movements()).toLocaleLowerCase('es')
    expect(text).toContain('ya no va · cambió hoy')
  })

  test('says of two who may not meet that each leaves by herself, and not because of whom', async () => {
    await it.must('people.recordKeepApart', {
      personId: women.ana,
      otherId: women.sol,
      scope: 'corridor',
      reasonGroup: 'threat',
      level: 'warn',
      startsOn: '2026-01-01',
      reviewOn: '2027-01-01',
      note: '',
    })
    const text = (await movements()).toLocaleLowerCase('es')
    expect(text.split('sale por separado')).toHaveLength(3)
    expect(text).not.toMatch(/amenaza|riesgo|no debe/)
  })

  test('says outside and nothing more of a hearing', async () => {
    await it.must('timetable.addAppointments', {
      personIds: [women.sol],
      kind: 'court',
      day: DAY,
      startsAt: '08:15',
      endsAt: null,
      roomId: null,
      place: 'Juzgado Segundo',
      outside: true,
      note: null,
      despite: null,
    })
    const text = await movements()
    expect(text).toMatch(/08:15 sin hora Fuera/)
    expect(text).not.toContain('Juzgado')
  })
})

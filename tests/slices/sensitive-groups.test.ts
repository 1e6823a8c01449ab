import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SENSITIVE_READERS } from '../../src/shared/contract/timetable.contract'
import { OFFICE, type Role } from '../../src/shared/kernel/roles'
import { codesOf, openTestOffice, type TestOffice } from '../factories/office'
import { DEMO_MONTH } from '../factories/demo'

/** Who goes to a group of mental health is for three roles; the demo month is walked as each of the others. */
const OTHERS = OFFICE.filter((role) => !SENSITIVE_READERS.includes(role))
let it: TestOffice
let groups: { id: string; code: string; title: string }[]
/** Women of those groups, found as the director finds them. */
let women: string[]
let sessions: string[]
/** The groups of each of them. */
const groupsOf = new Map<string, typeof groups>()

beforeAll(async () => {
  it = await openTestOffice({ scene: DEMO_MONTH })
  const { editions } = await it.must('programs.editions', {})
  groups = editions.filter((edition) => edition.sensitive)
  const found = []
  for (const { id } of groups) found.push(await it.must('places.ofSensitiveEdition', { id }))
  women = found.flatMap((each) => each.open.map((place) => place.personId))
  for (const [index, group] of groups.entries())
    for (const { personId } of found[index]?.open ?? [])
      groupsOf.set(personId, [...(groupsOf.get(personId) ?? []), group])
  const details = await Promise.all(groups.map(({ id }) => it.must('programs.edition', { id })))
  sessions = details.flatMap((edition) => edition.sessions.map((session) => session.id))
}, 120_000)
afterAll(() => it.close())

const says = (answer: unknown, of = groups): string[] =>
  of.flatMap(({ id, code, title }) => [id, code, title]).filter((word) => JSON.stringify(answer).includes(word))
const names = (answer: unknown): string[] => women.filter((id) => JSON.stringify(answer).includes(id))

test('the demo month has such groups, with women in them', () => {
  expect(groups.length).toBeGreaterThan(0)
  expect(women.length).toBeGreaterThan(10)
  expect(sessions.length).toBeGreaterThan(4)
})

describe.each(OTHERS)('%s', (role: Role) => {
  beforeAll(() => it.signInAs(role))

  test('asks what a group holds and learns no woman', async () => {
    for (const { id } of groups) {
      const answers = [
        await it.call('places.ofEdition', { id }),
        await it.call('programs.roster', { id }),
        await it.call('attendance.month', { id, month: '2026-10' }),
        await it.call('attendance.printMonth', { id, month: '2026-10' }),
        await it.call('certificates.list', { editionId: id }),
        await it.call('places.candidates', { editionId: id }),
      ]
      for (const [index, answer] of answers.entries())
        expect(codesOf(answer), String(index)).toContainEqual(expect.stringMatching(/^(sensitive-group|not-allowed)$/))
    }
    for (const id of sessions.slice(0, 3)) {
      expect(codesOf(await it.call('attendance.roll', { id }))).toEqual(['sensitive-group'])
      expect(names(await it.call('timetable.session', { id }))).toEqual([])
    }
  })

  test('asks for a woman and learns none of those groups', async () => {
    for (const [id, hers] of groupsOf) {
      expect(says(await it.must('people.get', { id }), hers), 'people.get').toEqual([])
      expect(says(await it.must('places.ofPerson', { id }), hers), 'places.ofPerson').toEqual([])
      expect(says(await it.must('places.requestsOf', { personId: id }), hers), 'places.requestsOf').toEqual([])
      for (const day of ['2026-10-05', '2026-10-19'])
        expect(says(await it.must('timetable.week', { day, by: 'woman', id }), hers), 'timetable.week').toEqual([])
    }
    const clashes = await it.must('timetable.clashes', { from: '2026-10-01', until: '2026-10-31' })
    expect(says(clashes.filter((each) => each.kind === 'woman'))).toEqual([])
  })

  test('asks for the whole office and learns no woman of those groups beside her group', async () => {
    const rows = (answer: object): unknown[] =>
      Array.isArray(answer)
        ? (answer as unknown[])
        : Object.values(answer).flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []))
    const answers: [string, unknown[]][] = [
      ['attendance.doubts', rows(await it.must('attendance.doubts', {}))],
      ['places.waiting', rows(await it.must('places.waiting', {}))],
      ['certificates.editions', (await it.must('certificates.editions', { year: 2026 })).editions],
      ['attendance.pending', rows(await it.must('attendance.pending', {}))],
      ['places.offers', await it.must('places.offers', {})],
      ['places.neverServed', await it.must('places.neverServed', {})],
      ['places.jumps', await it.must('places.jumps', { from: '2026-01-01', until: '2026-12-31' })],
    ]
    for (const [name, list] of answers)
      for (const row of list) expect(says(row).length * names(row).length, name).toBe(0)
    const today = await it.must('today.overview', {})
    expect(says(today).length * names(today).length).toBe(0)
  })
})

test('they who care for those groups see them', async () => {
  for (const role of SENSITIVE_READERS) {
    await it.signInAs(role)
    for (const { id } of groups) {
      expect(names(await it.must('attendance.sensitiveMonth', { id, month: '2026-10' })).length).toBeGreaterThan(0)
      expect(await it.call('certificates.list', { editionId: id })).toMatchObject({ ok: true })
    }
  }
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { monthOf } from '../../src/shared/kernel/civil-date'
import { demo, dryRun, everything, figures, importFile, importMonth, monthFiles, rowsOf } from '../factories/importing'
import { openTestOffice, type TestOffice } from '../factories/office'

let it: TestOffice

interface Expected {
  women: { distinct: number; curp_invalid: string[]; without_curp: number; left_in_october: string[] }
  editions: {
    code: string
    title: string
    enrolled: number
    sessions_october: number
    cancelled_october: number
    marks_october: Record<string, number>
  }[]
  certificates: { decided: { edition: string; file: string; evaluation: string }[] }
  unknown_marks: { edition: string; file: string; date: string; mark: string }[]
  children: { count: number; approximate_birth_date: string[] }
  import: { padron_rows: number; duplicate_rows: string[]; rejected_rows: number }
  not_on_the_list: { edition: string; name: string }[]
  waiting: number
}
const expected = JSON.parse(demo('expected.json').toString('utf8')) as Expected

describe('the demo month', () => {
  let months: Awaited<ReturnType<typeof importMonth>>
  beforeAll(async () => {
    it = await openTestOffice()
    months = await importMonth(it)
  })
  afterAll(() => it.close())

  test('comes in whole: women, editions, sessions, marks, evaluations, children, waiting list', async () => {
    const { db } = it.office.look()

    const register = months.find(({ name }) => name === 'padron.xlsx')?.preview
    const duplicates = rowsOf(register!).flatMap((row) =>
      row.reasons.filter(({ code }) => code === 'duplicate-in-file').map(({ facts }) => facts.file),
    )
    expect({
      padron_rows: register?.counts.rows,
      duplicate_rows: duplicates,
      rejected_rows: register?.counts.rejected,
    }).toEqual(expected.import)

    const people = await db
      .selectFrom('person')
      .innerJoin('stay', 'stay.person_id', 'person.id')
      .selectAll('person')
      .select(['stay.left_on', 'stay.admitted_on'])
      .orderBy('file_number')
      .execute()
    const badCurps = rowsOf(register!)
      .filter((row) => row.reasons.some(({ code }) => code.startsWith('curp-')))
      .map((row) => row.label.split(' · ')[0])
    expect({
      distinct: people.length,
      curp_invalid: badCurps.sort(),
      without_curp: people.filter((row) => row.curp === null).length,
      left_in_october: people.filter((row) => monthOf(row.left_on ?? '') === '2026-10').map((row) => row.file_number),
    }).toEqual(expected.women)
    expect(people.filter((row) => /\s\s|^\s|\s$/.test(row.surname1 + row.given_names))).toEqual([])
    expect(people.find((row) => row.file_number === 'DEM-22-0106')).toMatchObject({
      surname1: 'Ñáñez',
      surname2: 'Muñoz',
      given_names: 'Berenice',
      birth_date: '2006-05-07',
      admitted_on: '2022-04-21',
    })
    expect(people.find((row) => row.file_number === 'DEM-23-0156')?.surname1).toBe('de la Cruz')

    const { marks, sessions, places } = await figures(it)
    for (const edition of expected.editions) {
      const october = sessions.filter((row) => row.edition === edition.code && monthOf(row.day) === '2026-10')
      const hers = places.filter((row) => row.edition === edition.code)
      const counted = new Map<string, number>()
      for (const mark of marks)
        if (mark.edition === edition.code && monthOf(mark.day) === '2026-10')
          counted.set(mark.code, (counted.get(mark.code) ?? 0) + 1)
      const { 'sin registrar': _none, '?': _unknown, ...known } = edition.marks_october
      expect({
        code: edition.code,
        enrolled: hers.length,
        sessions: october.length,
        cancelled: october.filter((row) => row.cause !== null).length,
        marks: Object.fromEntries([...counted].sort()),
      }).toEqual({
        code: edition.code,
        enrolled: edition.enrolled,
        sessions: edition.sessions_october,
        cancelled: edition.cancelled_october,
        marks: Object.fromEntries(Object.entries(known).sort()),
      })
    }

    const evaluations = await db
      .selectFrom('evaluation')
      .innerJoin('edition', 'edition.id', 'evaluation.edition_id')
      .innerJoin('person', 'person.id', 'evaluation.person_id')
      .select(['edition.code as edition', 'person.file_number as file', 'result as evaluation'])
      .execute()
    const inOrder = (rows: { edition: string; file: string; evaluation: string }[]) =>
      rows.map(({ edition, file, evaluation }) => `${edition} ${file} ${evaluation}`).sort()
    expect(inOrder(evaluations)).toEqual(inOrder(expected.certificates.decided))

    const doubtful = await db
      .selectFrom('doubtful_mark')
      .innerJoin('session', 'session.id', 'doubtful_mark.session_id')
      .innerJoin('edition', 'edition.id', 'session.edition_id')
      .innerJoin('person', 'person.id', 'doubtful_mark.person_id')
      .select(['edition.code as edition', 'person.file_number as file', 'session.day as date', 'written as mark'])
      .execute()
    expect(doubtful).toEqual(expected.unknown_marks)
    const unlisted = await db
      .selectFrom('unlisted_attendee')
      .innerJoin('session', 'session.id', 'unlisted_attendee.session_id')
      .innerJoin('edition', 'edition.id', 'session.edition_id')
      .select(['edition.code as edition', 'unlisted_attendee.name'])
      .execute()
    expect(unlisted).toEqual(expected.not_on_the_list)

    const children = await db.selectFrom('child').selectAll().execute()
    expect(children).toHaveLength(expected.children.count)
    expect(children.filter((row) => row.birth_precision === 'approximate').map((row) => row.code)).toEqual(
      expected.children.approximate_birth_date,
    )
    expect(await db.selectFrom('wait').selectAll().execute()).toHaveLength(expected.waiting)
    expect(await db.selectFrom('prohibition').select('order_number').execute()).toEqual([
      { order_number: 'Oficio 1184/2026' },
    ])
    const days = await db.selectFrom('special_day').selectAll().orderBy('day').execute()
    expect(days.map(({ day, kind, dormitories }) => [day, kind, dormitories])).toEqual([
      ['2026-09-16', 'holiday', null],
      ['2026-09-24', 'closure', null],
      ['2026-10-10', 'visit', 'A, B, C'],
      ['2026-10-11', 'visit', 'D, E, F'],
      ['2026-10-13', 'closure', null],
    ])
  })

  test('a woman, a child and an outing that a file brought say in their history which file, and when', async () => {
    const [woman] = (await it.must('people.list', {})).rows
    const [child] = (await it.must('children.list', {})).rows
    const [outing] = await it.must('outings.list', {})
    const from = (fileName: string) => [{ event: 'import.done', fileName, at: it.now }]
    expect((await it.must('people.get', { id: woman?.id ?? '' })).timeline).toMatchObject(from('padron.xlsx'))
    const events = await it.must('children.timeline', { id: child?.id ?? '' })
    expect(events.find((each) => each.event === 'import.done')?.facts).toEqual({ file: 'hijas-e-hijos.xlsx' })
    expect((await it.must('outings.get', { id: outing?.id ?? '' })).history).toMatchObject(from('salidas-2026-10.xlsx'))
  })

  test('sorts a folder into an order that can be imported, and leaves other files out', async () => {
    expect((await monthFiles()).map(({ name }) => name)).toEqual([
      'padron.xlsx',
      'talleres.xlsx',
      'calendario.xlsx',
      'hijas-e-hijos.xlsx',
      'lista-de-espera.csv',
      'salidas-2026-10.xlsx',
      'asistencia-2026-09.xlsx',
      'asistencia-2026-10.xlsx',
    ])
  })

  test('gives the same month whichever order the files come in', async () => {
    const other = await openTestOffice()
    await importMonth(other, [
      'talleres.xlsx',
      'padron.xlsx',
      'asistencia-2026-10.xlsx',
      'asistencia-2026-09.xlsx',
      'calendario.xlsx',
    ])
    const figuresThere = await figures(other)
    await other.close()
    expect(figuresThere).toEqual(await figures(it))
  })

  test('changes nothing when the same files come again', async () => {
    const before = await everything(it)
    for (const { name } of months) {
      const file = { fileName: name, bytes: demo(name).toString('base64') }
      const again = await it.must('imports.dryRun', file)
      expect(again.counts).toMatchObject({ ready: 0, made: {}, changed: {} })
      expect(again.importedBefore).not.toBeNull()
      expect(await it.call('imports.confirm', { ...file, token: again.token })).toMatchObject({
        refusals: [{ code: 'nothing-new' }],
      })
    }
    expect(await everything(it)).toEqual(before)
  })

  test('says which file must come first', async () => {
    const fresh = await openTestOffice()
    const first = async (name: string) => {
      const answer = await dryRun(fresh, name, demo(name))
      return answer.ok ? 'ok' : answer.refusals[0]?.code
    }
    expect(await first('asistencia-2026-10.xlsx')).toBe('people-first')
    expect(await first('hijas-e-hijos.xlsx')).toBe('people-first')
    expect(await first('lista-de-espera.csv')).toBe('people-first')
    expect(await first('salidas-2026-10.xlsx')).toBe('children-first')
    await importFile(fresh, 'padron.xlsx')
    expect(await first('asistencia-2026-10.xlsx')).toBe('programs-first')
    expect(await first('lista-de-espera.csv')).toBe('programs-first')
    await fresh.close()
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { importFolderOrder } from '../../src/main/features/imports'
import { IMPORTED_TABLES } from '../../src/main/features/imports/imports.repo'
import type { Output } from '../../src/shared/contract'
import { monthOf } from '../../src/shared/kernel/civil-date'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aWorkbook, type Value } from '../factories/spreadsheets'

const MONTH = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname
const demo = (name: string): Buffer => readFileSync(join(MONTH, name))

let it: TestOffice
afterEach(() => it.close())

type Preview = Output<'imports.dryRun'>

const dryRun = (fileName: string, bytes: Buffer, chosen: string[] = []) =>
  it.call('imports.dryRun', { fileName, bytes: bytes.toString('base64'), chosen })

/** Dry run and confirm; answers what the dry run said, and the batch. */
async function importFile(fileName: string, bytes = demo(fileName), chosen: string[] = []) {
  const file = { fileName, bytes: bytes.toString('base64'), chosen }
  const preview = await it.must('imports.dryRun', file)
  const { batchId } = await it.must('imports.confirm', { ...file, token: preview.token })
  return { preview, batchId }
}

const monthFiles = () =>
  importFolderOrder(readdirSync(MONTH).map((name) => ({ name, bytes: readFileSync(join(MONTH, name)) })))

async function importMonth(names?: readonly string[]): Promise<{ name: string; preview: Preview; batchId: string }[]> {
  const order = names ?? (await monthFiles()).map(({ name }) => name)
  const done = []
  for (const name of order) done.push({ name, ...(await importFile(name)) })
  return done
}

const rowsOf = (preview: Preview) => preview.sheets.flatMap((sheet) => sheet.rows)
const codesOf = (preview: Preview) => rowsOf(preview).flatMap((row) => row.reasons.map((reason) => reason.code))

/** Every row of every table that an import may write, in a fixed order. */
async function everything(): Promise<Record<string, string[]>> {
  const { db } = it.office.look()
  const tables: Record<string, string[]> = {}
  for (const table of IMPORTED_TABLES)
    tables[table] = (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
  return tables
}

/** The same, without what an import makes by chance: ids. */
async function figures() {
  const { db } = it.office.look()
  const marks = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('person', 'person.id', 'mark.person_id')
    .select(['edition.code as edition', 'session.day', 'mark.code', 'person.file_number as file'])
    .orderBy('edition.code')
    .orderBy('session.day')
    .orderBy('person.file_number')
    .execute()
  const sessions = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .select(['edition.code as edition', 'day', 'cancelled_cause as cause', 'cancelled_note as note'])
    .orderBy('edition.code')
    .orderBy('day')
    .execute()
  const places = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('person', 'person.id', 'place.person_id')
    .select(['edition.code as edition', 'person.file_number as file', 'opened_on', 'ended_on'])
    .orderBy('edition.code')
    .orderBy('person.file_number')
    .execute()
  return { marks, sessions, places }
}

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
  test('comes in whole: women, editions, sessions, marks, evaluations, children, waiting list', async () => {
    it = await openTestOffice()
    const done = await importMonth()
    const { db } = it.office.look()

    const register = done.find(({ name }) => name === 'padron.xlsx')?.preview
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

    const { marks, sessions, places } = await figures()
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
    const forbidden = await db.selectFrom('child_adult').selectAll().where('forbidden_by', 'is not', null).execute()
    expect(forbidden).toMatchObject([{ forbidden_by: 'Oficio 1184/2026', may_collect: 0 }])
    const days = await db.selectFrom('special_day').selectAll().orderBy('day').execute()
    expect(days.map(({ day, kind, dormitories }) => [day, kind, dormitories])).toEqual([
      ['2026-09-16', 'holiday', null],
      ['2026-09-24', 'closure', null],
      ['2026-10-10', 'visit', 'A, B, C'],
      ['2026-10-11', 'visit', 'D, E, F'],
      ['2026-10-13', 'closure', null],
    ])
  })

  test('sorts a folder into an order that can be imported, and leaves other files out', async () => {
    it = await openTestOffice()
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
    it = await openTestOffice()
    await importMonth()
    const usual = await figures()
    await it.close()
    it = await openTestOffice()
    await importMonth([
      'talleres.xlsx',
      'padron.xlsx',
      'asistencia-2026-10.xlsx',
      'asistencia-2026-09.xlsx',
      'calendario.xlsx',
    ])
    expect(await figures()).toEqual(usual)
  })

  test('changes nothing when the same files come again', async () => {
    it = await openTestOffice()
    const files = await importMonth()
    const before = await everything()
    for (const { name } of files) {
      const file = { fileName: name, bytes: demo(name).toString('base64') }
      const again = await it.must('imports.dryRun', file)
      expect(again.counts).toMatchObject({ ready: 0, made: {}, changed: {} })
      expect(again.importedBefore).not.toBeNull()
      expect(await it.call('imports.confirm', { ...file, token: again.token })).toMatchObject({
        refusals: [{ code: 'nothing-new' }],
      })
    }
    expect(await everything()).toEqual(before)
  })

  test('says which file must come first', async () => {
    it = await openTestOffice()
    const first = async (name: string) => {
      const answer = await dryRun(name, demo(name))
      return answer.ok ? 'ok' : answer.refusals[0]?.code
    }
    expect(await first('asistencia-2026-10.xlsx')).toBe('people-first')
    expect(await first('hijas-e-hijos.xlsx')).toBe('people-first')
    expect(await first('lista-de-espera.csv')).toBe('people-first')
    expect(await first('salidas-2026-10.xlsx')).toBe('children-first')
    await importFile('padron.xlsx')
    expect(await first('asistencia-2026-10.xlsx')).toBe('programs-first')
    expect(await first('lista-de-espera.csv')).toBe('programs-first')
  })
})

describe('undo', () => {
  test('takes every batch of the month back, the last first, and leaves each table as it was, to the byte', async () => {
    it = await openTestOffice()
    const states: Awaited<ReturnType<typeof everything>>[] = []
    const batches: string[] = []
    for (const { name } of await monthFiles()) {
      states.push(await everything())
      batches.push((await importFile(name)).batchId)
    }
    while (batches.length > 0) {
      await it.must('imports.undo', { id: batches.pop() ?? '' })
      expect(await everything()).toEqual(states.pop())
    }
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('is refused, and changes nothing, once something else stands on the batch', async () => {
    it = await openTestOffice()
    const register = await importFile('padron.xlsx')
    await importFile('talleres.xlsx')
    await importFile('lista-de-espera.csv')
    const before = await everything()
    expect(await it.call('imports.undo', { id: register.batchId })).toMatchObject({
      refusals: [{ code: 'batch-in-use', facts: { count: 25 } }],
    })
    expect(await everything()).toEqual(before)
  })

  test('is refused when a row was changed since', async () => {
    it = await openTestOffice()
    const { batchId } = await importFile('padron.xlsx', await aRegister([['Uno', 'Ana', '01/01/1990', '01/02/2024']]))
    const changed = await aRegister([['Uno', 'Ana María', '01/01/1990', '01/02/2024']])
    const chosen = ['Padrón:2']
    const second = await importFile('corregido.xlsx', changed, chosen)
    expect(await it.call('imports.undo', { id: batchId })).toMatchObject({ refusals: [{ code: 'batch-in-use' }] })
    await it.must('imports.undo', { id: second.batchId })
    await it.must('imports.undo', { id: batchId })
    expect((await everything()).person).toEqual([])
    expect(await it.call('imports.undo', { id: batchId })).toMatchObject({ refusals: [{ code: 'batch-undone' }] })
  })
})

const HEADERS = ['Expediente', 'Primer apellido', 'Nombre(s)', 'Fecha de nacimiento', 'Fecha de ingreso']

const aRegister = (women: readonly (readonly Value[])[], headers: readonly string[] = HEADERS) =>
  aWorkbook({ Padrón: [headers, ...women.map((woman, index) => [`X-${String(index + 1)}`, ...woman])] })

describe('the dry run', () => {
  test('writes nothing, and confirming takes only the plan that was shown', async () => {
    it = await openTestOffice()
    const before = await everything()
    const file = { fileName: 'padron.xlsx', bytes: demo('padron.xlsx').toString('base64') }
    const preview = await it.must('imports.dryRun', file)
    expect(await everything()).toEqual(before)
    const small = await aRegister([['Uno', 'Ana', '01/01/1990', '01/02/2024']])
    const other = { fileName: 'x.xlsx', bytes: small.toString('base64'), token: preview.token }
    expect(await it.call('imports.confirm', other)).toMatchObject({ refusals: [{ code: 'plan-changed' }] })
    expect(await everything()).toEqual(before)
  })

  test('shows a woman with the same name and birth date, and adds her only when ticked', async () => {
    it = await openTestOffice()
    const bytes = await aRegister([
      ['de la Cruz', 'Ana', '01/01/1990', '01/02/2024'],
      ['DE LA CRUZ', ' ANA ', new Date('1990-01-01T00:00:00Z'), 45323],
    ])
    const first = await dryRun('a.xlsx', bytes)
    expect(first).toMatchObject({ ok: true, value: { counts: { made: { people: 1 } } } })
    const { preview } = await importFile('a.xlsx', bytes, ['Padrón:3'])
    expect(rowsOf(preview)[1]).toMatchObject({
      level: 'doubtful',
      canChoose: true,
      written: true,
      reasons: [{ code: 'same-name-and-birth', facts: { fileNumber: 'X-1' } }],
    })
    expect((await everything()).person).toHaveLength(2)
  })

  test('does not overwrite what stands with what a file says, unless ticked', async () => {
    it = await openTestOffice()
    await importFile('a.xlsx', await aRegister([['Ruiz', 'Ana', '01/01/1990', '01/02/2024']]))
    const changed = await aRegister([['Ruiz', 'Ana', '02/01/1990', '01/02/2024']])
    const answer = await dryRun('b.xlsx', changed)
    expect(answer).toMatchObject({ ok: true, value: { counts: { doubtful: 1, made: {}, changed: {} } } })
    const { preview } = await importFile('b.xlsx', changed, ['Padrón:2'])
    expect(rowsOf(preview)[0]?.reasons).toEqual([
      { code: 'differs', facts: { field: 'birthDate', stands: '1990-01-01', comes: '1990-01-02' } },
    ])
    expect((await everything()).person?.[0]).toContain('1990-01-02')
  })

  test('finds headers by synonyms in any order, case and accents, under any title rows', async () => {
    it = await openTestOffice()
    const bytes = await aWorkbook({
      'Hoja 1': [
        ['CENTRO FEMENIL', null],
        [null],
        ['Corte al 31 de octubre de 2026'],
        ['INGRESO', 'nombres', 'EXP.', 'Apellido Paterno', 'nacimiento', 'Color favorito'],
        ['3-2-24', 'MARÍA DEL CARMEN', 'x-9', 'DEL ÁNGEL', '5 de mayo de 1988', 'azul'],
      ],
    })
    const { preview } = await importFile('x.xlsx', bytes)
    expect(preview.sheets[0]?.notes).toEqual([{ code: 'unknown-headers', facts: { headers: 'Color favorito' } }])
    const { db } = it.office.look()
    expect(
      await db.selectFrom('person').innerJoin('stay', 'stay.person_id', 'person.id').selectAll().executeTakeFirst(),
    ).toMatchObject({
      file_number: 'X-9',
      surname1: 'del Ángel',
      given_names: 'María del Carmen',
      birth_date: '1988-05-05',
      admitted_on: '2024-02-03',
    })
  })

  test.each([
    ['UTF-8', ',', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', ';', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1252', '\t', (text: string) => Buffer.from(text, 'latin1')],
  ])('reads a csv in %s with “%s”', async (_name, separator, encode) => {
    it = await openTestOffice()
    const lines = [HEADERS, ['X-1', 'Ñáñez', 'Xóchitl', '01/01/1990', '01/02/2024']]
    await importFile('padron.csv', encode(lines.map((line) => line.join(separator)).join('\r\n')))
    expect((await everything()).person?.[0]).toContain('Ñáñez')
  })

  test('marks what cannot be taken for a mark, a total that is wrong, and a roll on another day', async () => {
    it = await openTestOffice()
    await importFile('padron.xlsx')
    await importFile('talleres.xlsx')
    const days = Array.from({ length: 31 }, (_, index) => index + 1)
    const marks = (written: Readonly<Record<number, string>>) => days.map((day) => written[day] ?? null)
    const bytes = await aWorkbook({
      Lista: [
        ['Grupo CL-02-26B'],
        ['Mes: octubre', 2026],
        ['Suspendida el 06/10/2026: se perdió la llave'],
        ['Suspendida el 07/10/2026: Fumigación'],
        ['Expediente', 'Primer apellido', 'Nombre(s)', ...days, 'A', 'F'],
        ['DEM-24-0285', 'Mata', 'Josefina', ...marks({ 1: 'X', 3: 'A' }), 2, 0],
        ['DEM-24-0285', 'Mata', 'Josefina', ...marks({ 1: 'A' }), 1, 0],
        ['DEM-99-9999', 'Nadie', 'Nunca', ...marks({ 1: 'A' }), 1, 0],
        ['DEM-19-0114', 'Otra', 'Teresa', ...marks({ 1: 'a' }), 1, 0],
        ['DEM-19-0102', 'Montes', 'Berenice', ...marks({ 1: 'A' }), 1, 0],
      ],
    })
    const answer = await dryRun('lista.xlsx', bytes)
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals))
    expect(answer.value.sheets[0]?.notes).toEqual([{ code: 'session-off-pattern', facts: { day: '2026-10-03' } }])
    expect(codesOf(answer.value)).toEqual([
      'unknown-cause',
      'no-session-on-day',
      'totals-differ',
      'unknown-mark',
      'duplicate-in-file',
      'unknown-woman',
      'name-differs',
    ])
  })
})

import { afterEach, describe, expect, test } from 'vitest'
import {
  HEADERS,
  aRegister,
  codesOf,
  demo,
  dryRun,
  everything,
  importFile,
  monthFiles,
  rowsOf,
} from '../factories/importing'
import { openTestOffice, type TestOffice } from '../factories/office'
import { aWorkbook } from '../factories/spreadsheets'

let it: TestOffice
afterEach(() => it.close())

describe('undo', () => {
  test('takes every batch of the month back, the last first, and leaves each table as it was, to the byte', async () => {
    it = await openTestOffice()
    const states: Awaited<ReturnType<typeof everything>>[] = []
    const batches: string[] = []
    for (const { name } of await monthFiles()) {
      states.push(await everything(it))
      batches.push((await importFile(it, name)).batchId)
    }
    while (batches.length > 0) {
      await it.must('imports.undo', { id: batches.pop() ?? '' })
      expect(await everything(it)).toEqual(states.pop())
    }
    expect(await it.must('office.verifyAudit', {})).toMatchObject({ brokenAt: null })
  })

  test('is refused, and changes nothing, once something else stands on the batch', async () => {
    it = await openTestOffice()
    const register = await importFile(it, 'padron.xlsx')
    await importFile(it, 'talleres.xlsx')
    await importFile(it, 'lista-de-espera.csv')
    const before = await everything(it)
    expect(await it.call('imports.undo', { id: register.batchId })).toMatchObject({
      refusals: [{ code: 'batch-in-use', facts: { count: 25 } }],
    })
    expect(await everything(it)).toEqual(before)
  })

  test('is refused when a row was changed since', async () => {
    it = await openTestOffice()
    const { batchId } = await importFile(
      it,
      'padron.xlsx',
      await aRegister([['Uno', 'Ana', '01/01/1990', '01/02/2024']]),
    )
    const changed = await aRegister([['Uno', 'Ana María', '01/01/1990', '01/02/2024']])
    const chosen = ['Padrón:2']
    const second = await importFile(it, 'corregido.xlsx', changed, chosen)
    expect(await it.call('imports.undo', { id: batchId })).toMatchObject({ refusals: [{ code: 'batch-in-use' }] })
    await it.must('imports.undo', { id: second.batchId })
    await it.must('imports.undo', { id: batchId })
    expect((await everything(it)).person).toEqual([])
    expect(await it.call('imports.undo', { id: batchId })).toMatchObject({ refusals: [{ code: 'batch-undone' }] })
  })
})

describe('the dry run', () => {
  test('writes nothing, and confirming takes only the plan that was shown', async () => {
    it = await openTestOffice()
    const before = await everything(it)
    const file = { fileName: 'padron.xlsx', bytes: demo('padron.xlsx').toString('base64') }
    const preview = await it.must('imports.dryRun', file)
    expect(await everything(it)).toEqual(before)
    const small = await aRegister([['Uno', 'Ana', '01/01/1990', '01/02/2024']])
    const other = { fileName: 'x.xlsx', bytes: small.toString('base64'), token: preview.token }
    expect(await it.call('imports.confirm', other)).toMatchObject({ refusals: [{ code: 'plan-changed' }] })
    expect(await everything(it)).toEqual(before)
  })

  test('shows a woman with the same name and birth date, and adds her only when ticked', async () => {
    it = await openTestOffice()
    const bytes = await aRegister([
      ['de la Cruz', 'Ana', '01/01/1990', '01/02/2024'],
      ['DE LA CRUZ', ' ANA ', new Date('1990-01-01T00:00:00Z'), 45323],
    ])
    const first = await dryRun(it, 'a.xlsx', bytes)
    expect(first).toMatchObject({ ok: true, value: { counts: { made: { people: 1 } } } })
    const { preview } = await importFile(it, 'a.xlsx', bytes, ['Padrón:3'])
    expect(rowsOf(preview)[1]).toMatchObject({
      level: 'doubtful',
      canChoose: true,
      written: true,
      reasons: [{ code: 'same-name-and-birth', facts: { fileNumber: 'X-1' } }],
    })
    expect((await everything(it)).person).toHaveLength(2)
  })

  test('does not overwrite what stands with what a file says, unless ticked', async () => {
    it = await openTestOffice()
    await importFile(it, 'a.xlsx', await aRegister([['Ruiz', 'Ana', '01/01/1990', '01/02/2024']]))
    const changed = await aRegister([['Ruiz', 'Ana', '02/01/1990', '01/02/2024']])
    const answer = await dryRun(it, 'b.xlsx', changed)
    expect(answer).toMatchObject({ ok: true, value: { counts: { doubtful: 1, made: {}, changed: {} } } })
    const { preview } = await importFile(it, 'b.xlsx', changed, ['Padrón:2'])
    expect(rowsOf(preview)[0]?.reasons).toEqual([
      { code: 'differs', facts: { field: 'birthDate', stands: '1990-01-01', comes: '1990-01-02' } },
    ])
    expect((await everything(it)).person?.[0]).toContain('1990-01-02')
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
    const { preview } = await importFile(it, 'x.xlsx', bytes)
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
    await importFile(it, 'padron.csv', encode(lines.map((line) => line.join(separator)).join('\r\n')))
    expect((await everything(it)).person?.[0]).toContain('Ñáñez')
  })

  test('marks what cannot be taken for a mark, a total that is wrong, and a roll on another day', async () => {
    it = await openTestOffice()
    await importFile(it, 'padron.xlsx')
    await importFile(it, 'talleres.xlsx')
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
    const answer = await dryRun(it, 'lista.xlsx', bytes)
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

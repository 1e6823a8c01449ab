/** The demo month and small workbooks, brought into a test office; and what then stands in its tables. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFolderOrder } from '../../src/main/features/imports'
import { IMPORTED_TABLES } from '../../src/main/features/imports/imports.repo'
import type { Output } from '../../src/shared/contract'
import type { TestOffice } from './office'
import { aWorkbook, type Value } from './spreadsheets'

const MONTH = new URL('../fixtures/demo-2026-10/', import.meta.url).pathname
export const demo = (name: string): Buffer => readFileSync(join(MONTH, name))

export type Preview = Output<'imports.dryRun'>

export const dryRun = (it: TestOffice, fileName: string, bytes: Buffer, chosen: string[] = []) =>
  it.call('imports.dryRun', { fileName, bytes: bytes.toString('base64'), chosen })

/** Dry run and confirm; answers what the dry run said, and the batch. */
export async function importFile(it: TestOffice, fileName: string, bytes = demo(fileName), chosen: string[] = []) {
  const file = { fileName, bytes: bytes.toString('base64'), chosen }
  const preview = await it.must('imports.dryRun', file)
  const { batchId } = await it.must('imports.confirm', { ...file, token: preview.token })
  return { preview, batchId }
}

export const monthFiles = () =>
  importFolderOrder(readdirSync(MONTH).map((name) => ({ name, bytes: readFileSync(join(MONTH, name)) })))

export async function importMonth(
  it: TestOffice,
  names?: readonly string[],
): Promise<{ name: string; preview: Preview; batchId: string }[]> {
  const order = names ?? (await monthFiles()).map(({ name }) => name)
  const done = []
  for (const name of order) done.push({ name, ...(await importFile(it, name)) })
  return done
}

export const rowsOf = (preview: Preview) => preview.sheets.flatMap((sheet) => sheet.rows)
export const codesOf = (preview: Preview) => rowsOf(preview).flatMap((row) => row.reasons.map((reason) => reason.code))

/** Every row of every table that an import may write, in a fixed order. */
export async function everything(it: TestOffice): Promise<Record<string, string[]>> {
  const { db } = it.office.look()
  const tables: Record<string, string[]> = {}
  for (const table of IMPORTED_TABLES)
    tables[table] = (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
  return tables
}

/** The same, without what an import makes by chance: ids. */
export async function figures(it: TestOffice) {
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

export const HEADERS = ['Expediente', 'Primer apellido', 'Nombre(s)', 'Fecha de nacimiento', 'Fecha de ingreso']

export const aRegister = (women: readonly (readonly Value[])[], headers: readonly string[] = HEADERS) =>
  aWorkbook({ Padrón: [headers, ...women.map((woman, index) => [`X-${String(index + 1)}`, ...woman])] })

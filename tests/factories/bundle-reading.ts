/** What a test needs to judge a bundle: an own reading of its description, and everything of the office that is secret. */
import { join } from 'node:path'
import { inspectBackup, unsealBackup } from '../../src/main/platform/jobs/backup'
import { Strongroom } from '../../src/main/platform/vault/strongroom'
import { PASSWORD, STAFF, type TestOffice } from './office'

export interface Described {
  $schema: string
  resources: {
    name: string
    path: string
    bytes: number
    hash: string
    rows: number
    schema: {
      fields: Field[]
      primaryKey: string[]
      foreignKeys: { fields: string[]; reference: { resource: string; fields: string[] } }[]
    }
  }[]
}
export interface Field {
  name: string
  type: string
  format?: string
  constraints: { required?: true; enum?: string[]; minimum?: number; maxLength?: number }
}

/** An own reading of the Frictionless types that we use, apart from the code that writes them. */
export function cellFits(cell: string, { type, format, constraints }: Field): boolean {
  if (cell === '') return constraints.required !== true
  if (constraints.enum && !constraints.enum.includes(cell)) return false
  switch (type) {
    case 'string':
      return format !== 'uuid' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cell)
    case 'integer':
      return /^-?\d+$/.test(cell) && Number(cell) >= (constraints.minimum ?? -Infinity)
    case 'boolean':
      return cell === 'true' || cell === 'false'
    case 'yearmonth':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(cell)
    case 'date':
      return !Number.isNaN(Date.parse(`${cell}T00:00:00Z`)) && cell.length === 10
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(cell)
    default:
      return false
  }
}

/** Letters and digits in lower case without accents, everything else a space: nothing can hide behind punctuation. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Whole tables of the office, read from a backup of it. */
export async function tablesOf(it: TestOffice): Promise<Record<string, Rows>> {
  const { name } = await it.must('bundles.backupNow', {})
  const room = new Strongroom(join(it.folder, 'profile'))
  const unsealed = await unsealBackup(room, name, { name: STAFF.director, password: PASSWORD }, it.now)
  if (!unsealed.ok) throw new Error('The backup does not open')
  const read = await inspectBackup(room, name, unsealed.value.key, async (db) => ({
    person: await db.selectFrom('person').selectAll().execute(),
    stay: await db.selectFrom('stay').selectAll().execute(),
    child: await db.selectFrom('child').selectAll().execute(),
    adult: await db.selectFrom('adult').selectAll().execute(),
    child_adult: await db.selectFrom('child_adult').selectAll().execute(),
    authority: await db.selectFrom('authority').selectAll().execute(),
    prohibition: await db.selectFrom('prohibition').selectAll().execute(),
    outing: await db.selectFrom('outing').selectAll().execute(),
    certificate: await db.selectFrom('certificate').select('folio').execute(),
    room: await db.selectFrom('room').select('name').execute(),
    instructor: await db.selectFrom('instructor').select('name').execute(),
    staff: await db.selectFrom('staff').select('name').execute(),
    session: await db.selectFrom('session').select('cancelled_note').execute(),
    unlisted: await db.selectFrom('unlisted_attendee').select('name').execute(),
  }))
  if (!read.ok) throw new Error('The backup cannot be read')
  return read.value
}

export const valuesOf = (rows: Rows | undefined, ...columns: string[]): string[] =>
  (rows ?? []).flatMap((row) => columns.map((column) => row[column]).filter((cell): cell is string => Boolean(cell)))

export async function everythingSecret(it: TestOffice): Promise<string[]> {
  const tables = await tablesOf(it)
  const names = ['surname1', 'surname2', 'given_names', 'chosen_name']
  return [
    ...valuesOf(tables.person, 'file_number', 'curp', ...names),
    ...valuesOf(tables.child, 'code', 'curp', ...names),
    ...valuesOf(tables.adult, 'full_name', 'document', 'phone'),
    ...valuesOf(tables.child_adult, 'relation'),
    ...valuesOf(tables.authority, 'evidence_number', 'end_reason'),
    ...valuesOf(tables.prohibition, 'order_number', 'ordered_by', 'note'),
    ...valuesOf(tables.outing, 'folio', 'reason', 'adult_name', 'note', 'cancelled_reason'),
    ...valuesOf(tables.certificate, 'folio'),
    ...valuesOf(tables.room, 'name'),
    ...valuesOf(tables.instructor, 'name'),
    ...valuesOf(tables.staff, 'name'),
    ...valuesOf(tables.session, 'cancelled_note'),
    ...valuesOf(tables.unlisted, 'name'),
  ]
}

export async function wholeNames(it: TestOffice): Promise<string[]> {
  const { person = [], child = [] } = await tablesOf(it)
  return [...person, ...child].flatMap((row) => {
    const [first, second, given] = [row.surname1, row.surname2, row.given_names].map((part) =>
      typeof part === 'string' ? part : '',
    )
    return [`${given} ${first}`, `${first} ${given}`, `${first} ${second}`].filter((name) => name.trim().includes(' '))
  })
}

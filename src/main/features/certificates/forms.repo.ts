/** The register of blank forms: each number once, what it was used for, and why it was spoiled. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inChunks } from '../../platform/db/chunks'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type FormPurpose = 'certificate' | 'duplicate' | 'other'

export interface NewForm {
  readonly number: string
  readonly purpose: FormPurpose
  readonly certificateId: string | null
  /** Null: used, not spoiled. */
  readonly cause: string | null
  readonly note: string | null
}

export const insertForms = (
  trx: Trx,
  forms: readonly NewForm[],
  recorded: { readonly on: CivilDate; readonly by: string },
): Promise<void> =>
  inChunks(forms, (some) =>
    trx
      .insertInto('certificate_form')
      .values(
        some.map((form) => ({
          id: randomUUID(),
          number: form.number,
          purpose: form.purpose,
          certificate_id: form.certificateId,
          spoiled_cause: form.cause,
          note: form.note,
          recorded_on: recorded.on,
          recorded_by: recorded.by,
        })),
      )
      .execute(),
  )

export const findForm = (db: ReadDb, number: string) =>
  db
    .selectFrom('certificate_form')
    .select(['id', 'number', 'certificate_id as certificateId', 'spoiled_cause as spoiledCause'])
    .where('number', '=', number)
    .executeTakeFirst()

/** Of these numbers, those that are in the register. */
export async function listKnown(db: ReadDb, numbers: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('certificate_form')
    .select('number')
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute()
  return rows.map((row) => row.number)
}

export async function spoilForm(
  trx: Trx,
  id: string,
  spoiled: { readonly cause: string; readonly note: string | null },
): Promise<void> {
  await trx
    .updateTable('certificate_form')
    .set((eb) => ({ spoiled_cause: spoiled.cause, note: spoiled.note, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export const listFormsOf = (db: ReadDb, certificateId: string) =>
  db
    .selectFrom('certificate_form')
    .select(['number', 'purpose', 'spoiled_cause as spoiledCause'])
    .where('certificate_id', '=', certificateId)
    .orderBy('number')
    .execute()

/** Certificates that a form in good order was noted for; a copy's form is not theirs. */
export async function listWithForm(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('certificate_form')
    .select('certificate_id as id')
    .where('certificate_id', 'is not', null)
    .where('purpose', '=', 'certificate')
    .where('spoiled_cause', 'is', null)
    .execute()
  return new Set(rows.flatMap((row) => (row.id === null ? [] : [row.id])))
}

export async function listFormYears(db: ReadDb): Promise<number[]> {
  const rows = await db
    .selectFrom('certificate_form')
    .select(sql<number>`CAST(substr(recorded_on, 1, 4) AS INTEGER)`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((row) => row.year)
}

/** The register of a year, in the order of the numbers. */
export const listForms = (db: ReadDb, year: number) =>
  db
    .selectFrom('certificate_form as form')
    .innerJoin('staff', 'staff.id', 'form.recorded_by')
    .leftJoin('certificate', 'certificate.id', 'form.certificate_id')
    .leftJoin('person', 'person.id', 'certificate.holder_id')
    .select([
      'form.id',
      'form.version',
      'form.number',
      'form.purpose',
      'form.certificate_id as certificateId',
      'certificate.folio',
      'certificate.edition_id as editionId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'form.spoiled_cause as spoiledCause',
      'form.note',
      'form.recorded_on as recordedOn',
      'staff.name as recordedBy',
    ])
    .where('form.recorded_on', 'like', `${String(year)}-%`)
    .orderBy('form.number')
    .execute()

/** Women and stays out of a spreadsheet, many at a time; also the changes that somebody ticked. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedPerson {
  readonly id: string
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly curp: string | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly legalStatus: 'tried' | 'sentenced' | null
  readonly schooling: string | null
  readonly language: string | null
  readonly consents: boolean | null
  readonly searchText: string
  readonly sortKey: string
}

export interface ImportedStay {
  readonly id: string
  readonly personId: string
  readonly admittedOn: CivilDate
  readonly dormitory: string | null
  readonly leftOn: CivilDate | null
  readonly leftCause: 'release' | null
}

const personColumns = (person: ImportedPerson) => ({
  file_number: person.fileNumber,
  surname1: person.surname1,
  surname2: person.surname2,
  given_names: person.givenNames,
  chosen_name: person.chosenName,
  curp: person.curp,
  birth_date: person.birthDate,
  birth_precision: person.birthPrecision,
  legal_status: person.legalStatus,
  schooling: person.schooling,
  language: person.language,
  consents: person.consents === null ? null : Number(person.consents),
  search_text: person.searchText,
  sort_key: person.sortKey,
})

const stayColumns = (stay: ImportedStay) => ({
  person_id: stay.personId,
  admitted_on: stay.admittedOn,
  dormitory: stay.dormitory,
  left_on: stay.leftOn,
  left_cause: stay.leftCause,
})

/** Adds women that are not in the register yet. */
export const insertImportedPeople = (trx: Trx, rows: readonly ImportedPerson[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('person')
      .values(some.map((row) => ({ id: row.id, ...personColumns(row) })))
      .execute(),
  )

/** Adds stays. */
export const insertImportedStays = (trx: Trx, rows: readonly ImportedStay[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('stay')
      .values(some.map((row) => ({ id: row.id, ...stayColumns(row) })))
      .execute(),
  )

/** Gives women the values of their rows. */
export async function updateImportedPeople(trx: Trx, rows: readonly ImportedPerson[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('person')
      .set((eb) => ({ ...personColumns(row), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

/** Gives stays the values of their rows. */
export async function updateImportedStays(trx: Trx, rows: readonly ImportedStay[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('stay')
      .set((eb) => ({ ...stayColumns(row), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

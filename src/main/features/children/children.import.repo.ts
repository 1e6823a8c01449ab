/** Children and the adults around them out of a spreadsheet, many at a time. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedChild {
  readonly id: string
  readonly code: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly sex: 'M' | 'H' | 'X' | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly motherId: string
  readonly livesHereFrom: CivilDate | null
  readonly livesHereUntil: CivilDate | null
  readonly curp: string | null
  readonly searchText: string
}

export interface ImportedAdult {
  readonly id: string
  readonly fullName: string
  readonly document: string | null
  readonly phone: string | null
  readonly searchText: string
}

export interface ImportedChildAdult {
  readonly id: string
  readonly childId: string
  readonly adultId: string
  readonly relation: string
  readonly mayCollect: boolean
  readonly validUntil: CivilDate | null
  readonly forbiddenBy: string | null
}

const childColumns = (child: ImportedChild) => ({
  code: child.code,
  surname1: child.surname1,
  surname2: child.surname2,
  given_names: child.givenNames,
  sex: child.sex,
  birth_date: child.birthDate,
  birth_precision: child.birthPrecision,
  mother_id: child.motherId,
  lives_here_from: child.livesHereFrom,
  lives_here_until: child.livesHereUntil,
  curp: child.curp,
  search_text: child.searchText,
})

const linkColumns = (link: ImportedChildAdult) => ({
  child_id: link.childId,
  adult_id: link.adultId,
  relation: link.relation,
  may_collect: Number(link.mayCollect),
  valid_until: link.validUntil,
  forbidden_by: link.forbiddenBy,
})

/** Adds children. */
export const insertImportedChildren = (trx: Trx, rows: readonly ImportedChild[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('child')
      .values(some.map((row) => ({ id: row.id, ...childColumns(row) })))
      .execute(),
  )

/** Gives children the values of their rows. */
export async function updateImportedChildren(trx: Trx, rows: readonly ImportedChild[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('child')
      .set((eb) => ({ ...childColumns(row), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

/** Adds adults. */
export const insertImportedAdults = (trx: Trx, rows: readonly ImportedAdult[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('adult')
      .values(
        some.map((row) => ({
          id: row.id,
          full_name: row.fullName,
          document: row.document,
          phone: row.phone,
          search_text: row.searchText,
        })),
      )
      .execute(),
  )

/** Adds who may and may not collect whom. */
export const insertImportedChildAdults = (trx: Trx, rows: readonly ImportedChildAdult[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('child_adult')
      .values(some.map((row) => ({ id: row.id, ...linkColumns(row) })))
      .execute(),
  )

/** Changes who may and may not collect whom. */
export async function updateImportedChildAdults(trx: Trx, rows: readonly ImportedChildAdult[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('child_adult')
      .set((eb) => ({ ...linkColumns(row), version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

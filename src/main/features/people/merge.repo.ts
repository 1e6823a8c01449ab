/** Tombstones: which records were merged into which, and the writing of a merge. */
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** The record that was kept, for the id of one that was merged away; the id itself otherwise. */
export async function keptIdOf(db: ReadDb, id: string): Promise<string> {
  const row = await db.selectFrom('person').select('merged_into').where('id', '=', id).executeTakeFirst()
  return row?.merged_into ?? id
}

/** Her record and those that were merged into it, for queries over what was written of any of them. */
export const recordsOf = (db: ReadDb, id: string) =>
  db
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), eb('merged_into', '=', id)]))

/** The records that were merged into one, the latest first. */
export const listMerged = (db: ReadDb, keptId: string) =>
  db
    .selectFrom('person_merge')
    .innerJoin('person', 'person.id', 'person_merge.loser_id')
    .select([
      'person_merge.loser_id as loserId',
      'person_merge.merged_on as mergedOn',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .where('person_merge.kept_id', '=', keptId)
    .orderBy('person_merge.merged_at', 'desc')
    .execute()

export async function insertMerge(
  trx: Trx,
  merge: {
    readonly loserId: string
    readonly keptId: string
    readonly on: CivilDate
    readonly at: Instant
    readonly by: string | null
    readonly reason: string
  },
): Promise<void> {
  await trx
    .insertInto('person_merge')
    .values({
      loser_id: merge.loserId,
      kept_id: merge.keptId,
      merged_on: merge.on,
      merged_at: merge.at,
      merged_by: merge.by,
      reason: merge.reason,
    })
    .execute()
}

/** Makes a tombstone of a record. */
export async function markMerged(trx: Trx, loserId: string, keptId: string): Promise<void> {
  await trx
    .updateTable('person')
    .set((eb) => ({ merged_into: keptId, version: eb('version', '+', 1) }))
    .where('id', '=', loserId)
    .execute()
}

/** Gives a record another file number, which must be free; and what finds it by that number. */
export async function markFileNumber(trx: Trx, id: string, fileNumber: string, searchText?: string): Promise<void> {
  await trx
    .updateTable('person')
    .set({ file_number: fileNumber, ...(searchText === undefined ? {} : { search_text: searchText }) })
    .where('id', '=', id)
    .execute()
}

/** Women as places and waits name them. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { ReadDb } from '../../platform/db/types'

/** A woman with the dormitory of her open stay, if she is here. */
export const women = (db: ReadDb) =>
  db
    .selectFrom('person')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select([
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'stay.dormitory',
      'stay.id as stayId',
    ])

/** Women here now whose folded name, chosen name or file number holds every word. */
export async function searchWomenHere(
  db: ReadDb,
  words: readonly string[],
  limit: number,
): Promise<readonly (NamedWoman & { dormitory: string | null })[]> {
  let query = women(db).where('stay.id', 'is not', null)
  for (const word of words) query = query.where('person.search_text', 'like', `%${word}%`)
  const rows = await query.orderBy('person.sort_key').limit(limit).execute()
  return rows.map(({ stayId: _stayId, ...woman }) => woman)
}

/** Whether she is registered, and here. */
export async function findPresence(db: ReadDb, personId: string): Promise<{ isHere: boolean } | undefined> {
  const row = await women(db).where('person.id', '=', personId).executeTakeFirst()
  return row && { isHere: row.stayId !== null }
}

/** Every woman on file, here or not, whom a pasted list may name. A record that lost a merge is led by the one kept. */
export async function listAllWomen(db: ReadDb): Promise<readonly (NamedWoman & { isHere: boolean })[]> {
  const rows = await women(db).where('person.merged_into', 'is', null).orderBy('person.sort_key').execute()
  return rows.map(({ stayId, dormitory: _dormitory, ...woman }) => ({ ...woman, isHere: stayId !== null }))
}

/** One woman as lists name her, here or not. */
export async function findWoman(db: ReadDb, personId: string): Promise<NamedWoman | undefined> {
  const row = await women(db).where('person.id', '=', personId).executeTakeFirst()
  if (!row) return undefined
  const { stayId: _stayId, dormitory: _dormitory, ...woman } = row
  return woman
}

/** Children by name, as lists of others show them; and brothers and sisters by their mother. */
import type { Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export type ChildName = Output<'children.grid'>['child']

const nameQuery = (db: ReadDb) =>
  db.selectFrom('child').select(['id', 'code', 'surname1', 'surname2', 'given_names as givenNames'])

/** A child's name; undefined if there is no such child. */
export const findName = (db: ReadDb, id: string): Promise<ChildName | undefined> =>
  nameQuery(db).where('id', '=', id).executeTakeFirst()

/** Names by id; with a day, only of children who live here on it. */
export async function namesOf(
  db: ReadDb,
  ids: readonly string[],
  livingHereOn?: CivilDate,
): Promise<ReadonlyMap<string, ChildName>> {
  if (ids.length === 0) return new Map()
  let query = nameQuery(db).where('id', 'in', [...new Set(ids)])
  if (livingHereOn)
    query = query.where((eb) => eb.or([eb('lives_here_until', 'is', null), eb('lives_here_until', '>', livingHereOn)]))
  return new Map((await query.execute()).map((row) => [row.id, row]))
}

/** The other children of the same mother. */
export const listSiblings = (db: ReadDb, id: string): Promise<ChildName[]> =>
  nameQuery(db)
    .where('id', '!=', id)
    .where('mother_id', 'in', db.selectFrom('child').select('mother_id').where('id', '=', id))
    .orderBy('code')
    .execute()

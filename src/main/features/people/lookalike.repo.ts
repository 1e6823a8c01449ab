/** Women who might be the one that is being typed: few columns of many first, then all of a few. */
import type { Lookalike } from '../../../shared/contract/people.contract'
import type { ReadDb } from '../../platform/db/types'

/** Whoever bears one of the words or was born in one of the years; everybody, if no year is named. */
export async function listNamesakes(
  db: ReadDb,
  net: { readonly words: readonly string[]; readonly years: readonly string[] },
) {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'surname1', 'surname2', 'given_names', 'chosen_name', 'file_number', 'curp', 'birth_date'])
    .select(['merged_into', 'search_text', 'sort_key'])
    .$if(net.years.length > 0, (query) =>
      query.where((eb) =>
        eb.or([
          eb('birth_date', 'is', null),
          eb(eb.fn<string>('substr', ['birth_date', eb.lit(1), eb.lit(4)]), 'in', net.years),
          ...net.words.map((word) => eb('search_text', 'like', `%${word}%`)),
        ]),
      ),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.given_names,
    chosenName: row.chosen_name,
    fileNumber: row.file_number,
    curp: row.curp,
    birthDate: row.birth_date,
    isMerged: row.merged_into !== null,
    searchText: row.search_text,
    sortKey: row.sort_key,
  }))
}

/** What stands beside the new record, to tell the two apart: birth and latest stay. */
export async function listCandidates(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Lookalike, 'birthPrecision' | 'dormitory' | 'admittedOn' | 'leftOn' | 'here'>>> {
  const rows = await db
    .selectFrom('person')
    .leftJoin('stay', 'stay.person_id', 'person.id')
    .select(['person.id', 'birth_precision', 'stay.id as stay_id', 'admitted_on', 'left_on', 'dormitory'])
    .where('person.id', 'in', ids)
    .orderBy('admitted_on')
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        birthPrecision: row.birth_precision as Lookalike['birthPrecision'],
        dormitory: row.dormitory,
        admittedOn: row.admitted_on,
        leftOn: row.left_on,
        here: row.stay_id !== null && row.left_on === null,
      },
    ]),
  )
}

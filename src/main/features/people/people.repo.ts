/** The women's tables: person and stay; and, by join, what the other slices know of a woman. */
import { randomUUID } from 'node:crypto'
import type { PersonFacts, PersonRecord, PersonRow } from '../../../shared/contract/people.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type Stay = PersonRecord['stays'][number]
export type KeptFacts = PersonRecord['facts']

const yesNo = (value: number | null): boolean | null => (value === null ? null : value === 1)
const asNumber = (value: boolean | null): number | null => (value === null ? null : Number(value))

const factColumns = (facts: PersonFacts) => ({
  file_number: facts.fileNumber,
  surname1: facts.surname1,
  surname2: facts.surname2,
  given_names: facts.givenNames,
  chosen_name: facts.chosenName,
  curp: facts.curp,
  birth_date: facts.birthDate,
  birth_precision: facts.birthPrecision,
  legal_status: facts.legalStatus,
  schooling: facts.schooling,
  language: facts.language,
  consents: asNumber(facts.consents),
})

/** What the rules make of a woman's facts for finding and ordering her. */
export interface Keys {
  readonly searchText: string
  readonly sortKey: string
}

export async function insertPerson(trx: Trx, id: string, facts: PersonFacts, keys: Keys): Promise<void> {
  await trx
    .insertInto('person')
    .values({ id, ...factColumns(facts), search_text: keys.searchText, sort_key: keys.sortKey })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markPerson(
  trx: Trx,
  id: string,
  version: number,
  facts: PersonFacts,
  keys: Keys,
): Promise<boolean> {
  const done = await trx
    .updateTable('person')
    .set({ ...factColumns(facts), search_text: keys.searchText, sort_key: keys.sortKey, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertStay(
  trx: Trx,
  stay: { personId: string; admittedOn: CivilDate; dormitory: string | null },
): Promise<void> {
  await trx
    .insertInto('stay')
    .values({
      id: randomUUID(),
      person_id: stay.personId,
      admitted_on: stay.admittedOn,
      dormitory: stay.dormitory,
    })
    .execute()
}

/** False if the stay has changed since `version`. */
export async function markStay(
  trx: Trx,
  id: string,
  version: number,
  set: { dormitory: string | null } | { left_on: CivilDate; left_cause: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('stay')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every woman with her latest stay, in Spanish order, the words of a search all found in her search text. */
export async function listPeople(db: ReadDb, words: readonly string[] = []): Promise<PersonRow[]> {
  let query = db
    .selectFrom('person')
    .leftJoin('stay', (join) =>
      join.on((eb) =>
        eb(
          'stay.id',
          '=',
          eb
            .selectFrom('stay as latest')
            .select('latest.id')
            .whereRef('latest.person_id', '=', 'person.id')
            .orderBy('latest.admitted_on', 'desc')
            .orderBy((latest) => latest('latest.left_on', 'is', null), 'desc')
            .limit(1),
        ),
      ),
    )
    .select([
      'person.id',
      'surname1',
      'surname2',
      'given_names',
      'chosen_name',
      'file_number',
      'legal_status',
      'consents',
      'stay.id as stay_id',
      'dormitory',
      'admitted_on',
      'left_on',
      'left_cause',
    ])
  for (const word of words) query = query.where('search_text', 'like', `%${word}%`)
  const rows = await query.orderBy('sort_key').orderBy('file_number').execute()
  return rows.map((row) => ({
    id: row.id,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.given_names,
    chosenName: row.chosen_name,
    fileNumber: row.file_number,
    dormitory: row.dormitory,
    legalStatus: row.legal_status as PersonRow['legalStatus'],
    consents: yesNo(row.consents),
    here: row.stay_id !== null && row.left_on === null,
    admittedOn: row.admitted_on,
    leftOn: row.left_on,
    leftCause: row.left_cause as PersonRow['leftCause'],
  }))
}

export async function findPerson(
  db: ReadDb,
  id: string,
): Promise<{ id: string; version: number; facts: KeptFacts } | undefined> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    version: row.version,
    facts: {
      fileNumber: row.file_number,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
      chosenName: row.chosen_name,
      curp: row.curp,
      birthDate: row.birth_date,
      birthPrecision: row.birth_precision as KeptFacts['birthPrecision'],
      legalStatus: row.legal_status as KeptFacts['legalStatus'],
      schooling: row.schooling,
      language: row.language,
      consents: yesNo(row.consents),
    },
  }
}

/** A woman's stays, the latest first. */
export async function listStays(db: ReadDb, personId: string): Promise<Stay[]> {
  const rows = await db
    .selectFrom('stay')
    .select(['id', 'admitted_on', 'dormitory', 'left_on', 'left_cause', 'version'])
    .where('person_id', '=', personId)
    .orderBy('admitted_on', 'desc')
    .orderBy((eb) => eb('left_on', 'is', null), 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    admittedOn: row.admitted_on,
    dormitory: row.dormitory,
    leftOn: row.left_on,
    leftCause: row.left_cause as Stay['leftCause'],
    version: row.version,
  }))
}

/** Women whose search text holds any of the words: who might be the one that is being registered. */
export async function listNamesakes(db: ReadDb, words: readonly string[]) {
  if (words.length === 0) return []
  const rows = await db
    .selectFrom('person')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select([
      'person.id',
      'surname1',
      'surname2',
      'given_names',
      'chosen_name',
      'file_number',
      'birth_date',
      'stay.id as stay_id',
      'dormitory',
    ])
    .where((eb) => eb.or(words.map((word) => eb('search_text', 'like', `%${word}%`))))
    .orderBy('sort_key')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.given_names,
    chosenName: row.chosen_name,
    fileNumber: row.file_number,
    birthDate: row.birth_date,
    dormitory: row.dormitory,
    here: row.stay_id !== null,
  }))
}

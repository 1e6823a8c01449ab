/** The table of the women, with their latest stay by join. */
import type { PersonFacts, PersonRecord, PersonRow } from '../../../shared/contract/people.contract'
import type { ReadDb, Trx } from '../../platform/db/types'
import { consentsToHeadquarters } from './consent.repo'

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

/** Every woman with her latest stay, in Spanish order, the words of a search all found in her search text. */
export async function listPeople(db: ReadDb, words: readonly string[] = []): Promise<Omit<PersonRow, 'state'>[]> {
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
    .leftJoin('stay_absence', (join) =>
      join.onRef('stay_absence.stay_id', '=', 'stay.id').on('stay_absence.ended_on', 'is', null),
    )
    .leftJoin('intake', (join) => join.onRef('intake.stay_id', '=', 'stay.id').on('intake.superseded_at', 'is', null))
    .leftJoin('arrival', (join) =>
      join.onRef('arrival.person_id', '=', 'person.id').on('arrival.settled_on', 'is', null),
    )
    .select([
      'person.id',
      'surname1',
      'surname2',
      'given_names',
      'chosen_name',
      'file_number',
      'legal_status',
      consentsToHeadquarters.as('consents'),
      'stay.id as stay_id',
      'stay.dormitory',
      'admitted_on',
      'stay.left_on',
      'left_cause',
      'stay_absence.left_on as away_since',
      'stay_absence.expected_on as back_on',
      'arrival.expected_on as arrives_on',
      'arrival.dormitory as arrival_dormitory',
      'intake.id as intake_id',
    ])
    .where('person.merged_into', 'is', null)
  // A number or name of a record that was merged into hers finds her too.
  for (const word of words)
    query = query.where((eb) =>
      eb.or([
        eb('person.search_text', 'like', `%${word}%`),
        eb.exists(
          eb
            .selectFrom('person as merged')
            .select('merged.id')
            .whereRef('merged.merged_into', '=', 'person.id')
            .where('merged.search_text', 'like', `%${word}%`),
        ),
      ]),
    )
  const rows = await query.orderBy('sort_key').orderBy('file_number').execute()
  return rows.map((row) => {
    const here = row.stay_id !== null && row.left_on === null
    return {
      id: row.id,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
      chosenName: row.chosen_name,
      fileNumber: row.file_number,
      dormitory: !here && row.arrives_on !== null ? row.arrival_dormitory : row.dormitory,
      legalStatus: row.legal_status as PersonRow['legalStatus'],
      consents: yesNo(row.consents),
      here,
      admittedOn: row.admitted_on,
      leftOn: row.left_on,
      leftCause: row.left_cause as PersonRow['leftCause'],
      awaySince: row.away_since,
      backOn: row.back_on,
      arrivesOn: row.arrives_on,
      hasIntake: row.intake_id !== null,
    }
  })
}

/** A record as it stands; one that was merged into another is no longer one. */
export async function findPerson(
  db: ReadDb,
  id: string,
): Promise<{ id: string; version: number; facts: KeptFacts } | undefined> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .where('merged_into', 'is', null)
    .executeTakeFirst()
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

/** The pairs who may not meet: table keep_apart. Both names come out of here, so only its service may ask. */
import type { KeepApartPair } from '../../../shared/contract/keep-apart.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type PairRow = Omit<KeepApartPair, 'state'>
export type PairFacts = Pick<PairRow, 'scope' | 'reasonGroup' | 'level' | 'reviewOn' | 'note'>

/** The two ids as the table keeps them: the smaller one first, so that a pair has one writing only. */
export const inPairOrder = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one]

const pairs = (db: ReadDb) =>
  db
    .selectFrom('keep_apart as pair')
    .innerJoin('person as a', 'a.id', 'pair.person_a')
    .innerJoin('person as b', 'b.id', 'pair.person_b')
    .leftJoin('stay as a_stay', (join) => join.onRef('a_stay.person_id', '=', 'a.id').on('a_stay.left_on', 'is', null))
    .leftJoin('stay as b_stay', (join) => join.onRef('b_stay.person_id', '=', 'b.id').on('b_stay.left_on', 'is', null))
    .selectAll('pair')
    .select([
      'a.surname1 as a_surname1',
      'a.surname2 as a_surname2',
      'a.given_names as a_given_names',
      'a.chosen_name as a_chosen_name',
      'a.file_number as a_file_number',
      'a_stay.id as a_stay_id',
      'b.surname1 as b_surname1',
      'b.surname2 as b_surname2',
      'b.given_names as b_given_names',
      'b.chosen_name as b_chosen_name',
      'b.file_number as b_file_number',
      'b_stay.id as b_stay_id',
    ])
    .orderBy('a.sort_key')
    .orderBy('b.sort_key')
    .orderBy('pair.scope')

type Row = Awaited<ReturnType<ReturnType<typeof pairs>['execute']>>[number]

const toPair = (row: Row): PairRow => ({
  id: row.id,
  version: row.version,
  women: [
    {
      id: row.person_a,
      surname1: row.a_surname1,
      surname2: row.a_surname2,
      givenNames: row.a_given_names,
      chosenName: row.a_chosen_name,
      fileNumber: row.a_file_number,
      here: row.a_stay_id !== null,
    },
    {
      id: row.person_b,
      surname1: row.b_surname1,
      surname2: row.b_surname2,
      givenNames: row.b_given_names,
      chosenName: row.b_chosen_name,
      fileNumber: row.b_file_number,
      here: row.b_stay_id !== null,
    },
  ],
  scope: row.scope as PairRow['scope'],
  reasonGroup: row.reason_group as PairRow['reasonGroup'],
  level: row.level as PairRow['level'],
  startsOn: row.starts_on,
  reviewOn: row.review_on,
  closedOn: row.closed_on,
  closeReason: row.close_reason,
  note: row.note,
})

/** All pairs, or those of one woman. */
export async function listPairs(db: ReadDb, personId?: string): Promise<PairRow[]> {
  let query = pairs(db)
  if (personId)
    query = query.where((eb) => eb.or([eb('pair.person_a', '=', personId), eb('pair.person_b', '=', personId)]))
  return (await query.execute()).map(toPair)
}

export async function findPair(db: ReadDb, id: string): Promise<PairRow | undefined> {
  const row = await pairs(db).where('pair.id', '=', id).executeTakeFirst()
  return row && toPair(row)
}

/** True if the two have an open pair of that scope already. */
export async function hasOpenPair(
  db: ReadDb,
  women: readonly [string, string],
  scope: string,
  except?: string,
): Promise<boolean> {
  const [a, b] = inPairOrder(...women)
  const rows = await db
    .selectFrom('keep_apart')
    .select('id')
    .where('person_a', '=', a)
    .where('person_b', '=', b)
    .where('scope', '=', scope)
    .where('closed_on', 'is', null)
    .execute()
  return rows.some((row) => row.id !== except)
}

const columnsOf = (facts: PairFacts) => ({
  scope: facts.scope,
  reason_group: facts.reasonGroup,
  level: facts.level,
  review_on: facts.reviewOn,
  note: facts.note,
})

export async function insertPair(
  trx: Trx,
  id: string,
  women: readonly [string, string],
  facts: PairFacts & { readonly startsOn: CivilDate },
): Promise<void> {
  const [a, b] = inPairOrder(...women)
  await trx
    .insertInto('keep_apart')
    .values({ id, person_a: a, person_b: b, starts_on: facts.startsOn, ...columnsOf(facts) })
    .execute()
}

type Change =
  | { readonly facts: PairFacts }
  | { readonly closedOn: CivilDate; readonly closeReason: string }
  | { readonly reopenUntil: CivilDate }

/** False if the pair has changed since `version`. */
export async function markPair(trx: Trx, id: string, version: number, change: Change): Promise<boolean> {
  const set =
    'facts' in change
      ? columnsOf(change.facts)
      : 'closedOn' in change
        ? { closed_on: change.closedOn, close_reason: change.closeReason }
        : { closed_on: null, close_reason: null, review_on: change.reopenUntil }
  const done = await trx
    .updateTable('keep_apart')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The children's tables: child, adult, and what is between them; and by join, mothers, outings and history. */
import type { ChildFacts, ChildRecord, ChildRow, OutsideFacts } from '../../../shared/contract/children.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type KeptFacts = ChildRecord['facts']
export type StoredChild = Omit<ChildRow, 'age' | 'mayCollect'>

const factColumns = (facts: ChildFacts) => ({
  surname1: facts.surname1,
  surname2: facts.surname2,
  given_names: facts.givenNames,
  sex: facts.sex,
  birth_date: facts.birthDate,
  birth_precision: facts.birthPrecision,
  curp: facts.curp,
  lives_here_from: facts.livesHereFrom,
  came: facts.came,
})

const outsideColumns = (outside: OutsideFacts) => ({
  outside_place: outside.place,
  outside_with: outside.with,
  outside_phone: outside.phone,
  last_contact_on: outside.lastContactOn,
  last_contact_how: outside.lastContactHow,
})

/** Where a child outside lives, as its row says it. */
const outsideOf = (row: ReturnType<typeof outsideColumns>): OutsideFacts => ({
  place: row.outside_place,
  with: row.outside_with,
  phone: row.outside_phone,
  lastContactOn: row.last_contact_on,
  lastContactHow: row.last_contact_how,
})

export async function insertChild(
  trx: Trx,
  child: {
    id: string
    code: string
    motherId: string
    kind: ChildRow['kind']
    facts: ChildFacts
    outside: OutsideFacts | null
    searchText: string
  },
): Promise<void> {
  await trx
    .insertInto('child')
    .values({
      id: child.id,
      code: child.code,
      mother_id: child.motherId,
      kind: child.kind,
      search_text: child.searchText,
      ...factColumns(child.facts),
      ...(child.outside ? outsideColumns(child.outside) : {}),
    })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markChild(
  trx: Trx,
  id: string,
  version: number,
  facts: ChildFacts,
  searchText: string,
): Promise<boolean> {
  const done = await trx
    .updateTable('child')
    .set({ ...factColumns(facts), search_text: searchText, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** False if the row has changed since `version`. */
export async function markOutside(trx: Trx, id: string, version: number, outside: OutsideFacts): Promise<boolean> {
  const done = await trx
    .updateTable('child')
    .set({ ...outsideColumns(outside), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The child begins to live here. Where it lived before stays known: its last contact does not. */
export async function markEntered(trx: Trx, id: string, day: CivilDate): Promise<void> {
  await trx
    .updateTable('child')
    .set((eb) => ({
      kind: 'here',
      lives_here_from: day,
      lives_here_until: null,
      came: eb.fn.coalesce('came', eb.val('later')),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Who vouches for the program's papers: the organisation, never the place. */
export async function findIssuer(db: ReadDb): Promise<string> {
  const center = await db.selectFrom('center').select('issuer').executeTakeFirstOrThrow()
  return center.issuer
}

/** The center's code and all codes that children ever had. */
export async function findCodes(db: ReadDb): Promise<{ center: string; codes: string[] }> {
  const center = await db.selectFrom('center').select('code').executeTakeFirstOrThrow()
  const rows = await db.selectFrom('child').select('code').execute()
  return { center: center.code, codes: rows.map((row) => row.code) }
}

export async function hasPerson(db: ReadDb, id: string): Promise<boolean> {
  const query = db.selectFrom('person').select('id').where('id', '=', id).where('merged_into', 'is', null)
  return (await query.executeTakeFirst()) !== undefined
}

/** Children with their mothers, the words of a search all found in the child's or the mother's search text. */
export async function listChildren(
  db: ReadDb,
  filter: { words?: readonly string[]; motherId?: string; id?: string } = {},
): Promise<StoredChild[]> {
  let query = db
    .selectFrom('child')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'mother.id').on('stay.left_on', 'is', null))
    .select([
      'child.id',
      'child.code',
      'child.kind',
      'child.outside_place',
      'child.outside_with',
      'child.outside_phone',
      'child.last_contact_on',
      'child.last_contact_how',
      'child.surname1',
      'child.surname2',
      'child.given_names',
      'child.birth_date',
      'child.birth_precision',
      'child.lives_here_from',
      'child.lives_here_until',
      'mother.id as mother_id',
      'mother.surname1 as mother_surname1',
      'mother.surname2 as mother_surname2',
      'mother.given_names as mother_given_names',
      'mother.chosen_name as mother_chosen_name',
      'mother.file_number as mother_file_number',
      'stay.id as stay_id',
      'stay.dormitory',
    ])
  if (filter.id) query = query.where('child.id', '=', filter.id)
  if (filter.motherId) query = query.where('child.mother_id', '=', filter.motherId)
  for (const word of filter.words ?? [])
    query = query.where((eb) =>
      eb.or([eb('child.search_text', 'like', `%${word}%`), eb('mother.search_text', 'like', `%${word}%`)]),
    )
  const rows = await query.orderBy('child.code').execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind as StoredChild['kind'],
    outside: outsideOf(row),
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.given_names,
    birthDate: row.birth_date,
    birthPrecision: row.birth_precision as StoredChild['birthPrecision'],
    livesHereFrom: row.lives_here_from,
    livesHereUntil: row.lives_here_until,
    mother: {
      id: row.mother_id,
      surname1: row.mother_surname1,
      surname2: row.mother_surname2,
      givenNames: row.mother_given_names,
      chosenName: row.mother_chosen_name,
      fileNumber: row.mother_file_number,
      dormitory: row.dormitory,
      here: row.stay_id !== null,
    },
  }))
}

/** A child's own row, as it is corrected. */
export async function findChild(
  db: ReadDb,
  id: string,
): Promise<
  | (Pick<ChildRecord, 'version' | 'code' | 'kind' | 'livesHereUntil' | 'custody' | 'custodyNote' | 'outside'> & {
      motherId: string
      facts: KeptFacts
    })
  | undefined
> {
  const row = await db.selectFrom('child').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  return {
    version: row.version,
    code: row.code,
    motherId: row.mother_id,
    kind: row.kind as ChildRecord['kind'],
    livesHereUntil: row.lives_here_until,
    custody: row.custody as ChildRecord['custody'],
    custodyNote: row.custody_note,
    outside: outsideOf(row),
    facts: {
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
      sex: row.sex as KeptFacts['sex'],
      birthDate: row.birth_date,
      birthPrecision: row.birth_precision as KeptFacts['birthPrecision'],
      curp: row.curp,
      livesHereFrom: row.lives_here_from,
      came: row.came as KeptFacts['came'],
    },
  }
}

/** A child's outings with what the gate wrote down, the latest first. */
export async function listOutings(db: ReadDb, childId: string): Promise<ChildRecord['outings']> {
  const rows = await db
    .selectFrom('outing_plan as outing')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing.id').on('came.direction', '=', 'back'),
    )
    .select([
      'outing.id',
      'folio',
      'kind',
      'reason',
      'leaves_on',
      'leaves_at',
      'returns_on',
      'returns_at',
      'outing.adult_name',
      'cancelled_on',
      'went.day as out_day',
      'went.at as out_at',
      'came.day as back_day',
      'came.at as back_at',
    ])
    .where('child_id', '=', childId)
    .orderBy('leaves_on', 'desc')
    .orderBy('leaves_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    folio: row.folio,
    kind: row.kind,
    reason: row.reason,
    leavesOn: row.leaves_on,
    leavesAt: row.leaves_at,
    returnsOn: row.returns_on,
    returnsAt: row.returns_at,
    adultName: row.adult_name,
    cancelledOn: row.cancelled_on,
    out: row.out_day && row.out_at ? { day: row.out_day, at: row.out_at } : null,
    back: row.back_day && row.back_at ? { day: row.back_day, at: row.back_at } : null,
  }))
}

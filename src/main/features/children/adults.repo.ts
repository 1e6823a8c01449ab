/** The people around the children: who they are, and what each is to which child. */
import { randomUUID } from 'node:crypto'
import type { AdultPerson, GridRow, KeptAdult } from '../../../shared/contract/child-adults.contract'
import type { ReadDb, Trx } from '../../platform/db/types'

const personQuery = (db: ReadDb) =>
  db
    .selectFrom('adult')
    .select(['adult.id', 'adult.version', 'full_name', 'document_kind', 'document', 'document_last4', 'phone'])
    .select(['address', 'description', 'photo_id'])

type PersonRow = Awaited<ReturnType<ReturnType<typeof personQuery>['executeTakeFirstOrThrow']>>

const toPerson = (row: PersonRow): AdultPerson => ({
  id: row.id,
  version: row.version,
  fullName: row.full_name,
  documentKind: row.document_kind as AdultPerson['documentKind'],
  document: row.document,
  documentLast4: row.document_last4,
  phone: row.phone,
  address: row.address,
  description: row.description,
  hasPhoto: row.photo_id !== null,
})

export async function findAdult(
  db: ReadDb,
  id: string,
): Promise<(AdultPerson & { photoId: string | null }) | undefined> {
  const row = await personQuery(db).where('adult.id', '=', id).executeTakeFirst()
  return row && { ...toPerson(row), photoId: row.photo_id }
}

const MOST_ADULTS = 20

export async function searchAdults(db: ReadDb, words: readonly string[]): Promise<AdultPerson[]> {
  let query = personQuery(db)
  for (const word of words) query = query.where('search_text', 'like', `%${word}%`)
  const rows = await query.orderBy('search_text').limit(MOST_ADULTS).execute()
  return rows.map(toPerson)
}

/** Everybody, for finding who bears the same name or document. */
export const listAdults = async (db: ReadDb): Promise<AdultPerson[]> =>
  (await personQuery(db).orderBy('search_text').execute()).map(toPerson)

export interface StoredTie {
  readonly tieId: string
  readonly childId: string
  readonly relation: string
  readonly adult: GridRow['adult']
}

/** Who is what to whom: of some children, or of one adult. */
export async function listTies(
  db: ReadDb,
  of: { readonly childId: string } | { readonly adultId: string },
): Promise<StoredTie[]> {
  const query = personQuery(db)
    .innerJoin('child_adult', 'child_adult.adult_id', 'adult.id')
    .select(['child_adult.id as tie_id', 'child_id', 'relation'])
    .orderBy('full_name')
    .orderBy('adult.id')
  const rows = await (
    'childId' in of ? query.where('child_id', '=', of.childId) : query.where('adult_id', '=', of.adultId)
  ).execute()
  return rows.map((row) => ({
    tieId: row.tie_id,
    childId: row.child_id,
    relation: row.relation,
    adult: toPerson(row),
  }))
}

/** How often these adults brought children back late, by adult: those with at least so many. */
export async function listLateReturns(
  db: ReadDb,
  adultIds: readonly string[],
  atLeast: number,
): Promise<ReadonlyMap<string, number>> {
  if (adultIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('late_return')
    .select(['adult_id'])
    .select(({ fn }) => fn.countAll<number>().as('times'))
    .where('adult_id', 'in', [...adultIds])
    .groupBy('adult_id')
    .having(({ fn }) => fn.countAll<number>(), '>=', atLeast)
    .execute()
  return new Map(rows.flatMap((row) => (row.adult_id ? [[row.adult_id, row.times] as const] : [])))
}

export async function findTie(db: ReadDb, id: string) {
  const row = await db.selectFrom('child_adult').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { childId: row.child_id, adultId: row.adult_id, relation: row.relation }
}

export async function insertTie(trx: Trx, childId: string, adultId: string, relation: string): Promise<string> {
  const id = randomUUID()
  await trx.insertInto('child_adult').values({ id, child_id: childId, adult_id: adultId, relation }).execute()
  return id
}

export async function markRelation(trx: Trx, id: string, relation: string): Promise<void> {
  await trx
    .updateTable('child_adult')
    .set((eb) => ({ relation, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const adultColumns = (adult: KeptAdult, searchText: string) => ({
  full_name: adult.fullName,
  document_kind: adult.documentKind,
  document: adult.document,
  document_last4: adult.documentLast4,
  phone: adult.phone,
  address: adult.address,
  description: adult.description,
  search_text: searchText,
})

export async function insertAdult(trx: Trx, id: string, adult: KeptAdult, searchText: string): Promise<void> {
  await trx
    .insertInto('adult')
    .values({ id, ...adultColumns(adult, searchText) })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markAdult(
  trx: Trx,
  id: string,
  version: number,
  adult: KeptAdult,
  searchText: string,
): Promise<boolean> {
  const done = await trx
    .updateTable('adult')
    .set({ ...adultColumns(adult, searchText), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** False if the row has changed since `version`. */
export async function markPhoto(trx: Trx, id: string, version: number, photoId: string | null): Promise<boolean> {
  const done = await trx
    .updateTable('adult')
    .set({ photo_id: photoId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

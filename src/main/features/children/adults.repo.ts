/** Adults of the children, and what each may do for which child. */
import { randomUUID } from 'node:crypto'
import type { ChildRecord } from '../../../shared/contract/children.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredAdult = Omit<ChildRecord['adults'][number], 'standing'>

const adultQuery = (db: ReadDb) =>
  db
    .selectFrom('child_adult')
    .innerJoin('adult', 'adult.id', 'child_adult.adult_id')
    .select([
      'child_adult.id',
      'child_adult.version',
      'child_adult.child_id',
      'adult.id as adult_id',
      'adult.version as adult_version',
      'full_name',
      'document',
      'phone',
      'relation',
      'may_collect',
      'valid_until',
      'forbidden_by',
    ])

type AdultRow = Awaited<ReturnType<ReturnType<typeof adultQuery>['execute']>>[number]

const toAdult = (row: AdultRow): StoredAdult & { readonly childId: string } => ({
  id: row.id,
  version: row.version,
  childId: row.child_id,
  adultId: row.adult_id,
  adultVersion: row.adult_version,
  fullName: row.full_name,
  document: row.document,
  phone: row.phone,
  relation: row.relation,
  mayCollect: row.may_collect === 1,
  validUntil: row.valid_until,
  forbiddenBy: row.forbidden_by,
})

/** Who may and who may not collect: of one child, or of all. */
export async function listAdults(db: ReadDb, childId?: string): Promise<(StoredAdult & { childId: string })[]> {
  const query = adultQuery(db)
  const rows = await (childId ? query.where('child_id', '=', childId) : query).orderBy('full_name').execute()
  return rows.map(toAdult)
}

export async function findAuthority(db: ReadDb, id: string): Promise<(StoredAdult & { childId: string }) | undefined> {
  const row = await adultQuery(db).where('child_adult.id', '=', id).executeTakeFirst()
  return row && toAdult(row)
}

export interface AdultFacts {
  readonly fullName: string
  readonly document: string | null
  readonly phone: string | null
}

export async function findAdult(db: ReadDb, id: string): Promise<(AdultFacts & { version: number }) | undefined> {
  const row = await db.selectFrom('adult').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { fullName: row.full_name, document: row.document, phone: row.phone, version: row.version }
}

const MOST_ADULTS = 20

export async function searchAdults(db: ReadDb, words: readonly string[]): Promise<(AdultFacts & { id: string })[]> {
  let query = db.selectFrom('adult').select(['id', 'full_name', 'document', 'phone'])
  for (const word of words) query = query.where('search_text', 'like', `%${word}%`)
  const rows = await query.orderBy('search_text').limit(MOST_ADULTS).execute()
  return rows.map((row) => ({ id: row.id, fullName: row.full_name, document: row.document, phone: row.phone }))
}

const adultColumns = (adult: AdultFacts, searchText: string) => ({
  full_name: adult.fullName,
  document: adult.document,
  phone: adult.phone,
  search_text: searchText,
})

export async function insertAdult(trx: Trx, id: string, adult: AdultFacts, searchText: string): Promise<void> {
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
  adult: AdultFacts,
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

export interface Authority {
  readonly relation: string
  readonly mayCollect: boolean
  readonly validUntil: CivilDate | null
  readonly forbiddenBy: string | null
}

const authorityColumns = (authority: Authority) => ({
  relation: authority.relation,
  may_collect: Number(authority.mayCollect),
  valid_until: authority.validUntil,
  forbidden_by: authority.forbiddenBy,
})

export async function insertAuthority(
  trx: Trx,
  childId: string,
  adultId: string,
  authority: Authority,
): Promise<{ id: string }> {
  const id = randomUUID()
  await trx
    .insertInto('child_adult')
    .values({ id, child_id: childId, adult_id: adultId, ...authorityColumns(authority) })
    .execute()
  return { id }
}

/** False if the row has changed since `version`. */
export async function markAuthority(trx: Trx, id: string, version: number, authority: Authority): Promise<boolean> {
  const done = await trx
    .updateTable('child_adult')
    .set({ ...authorityColumns(authority), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

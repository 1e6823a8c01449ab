/** The ledger of folios: certificates as issued, their papers and deliveries, the folio secret, the keys of the years. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface LedgerHead {
  readonly year: number
  readonly number: number
  readonly hash: string
  readonly issuedOn: CivilDate
}

/** The last certificate issued. Days never go back (a rule), so the order of year and number is the order of issue. */
export const findLedgerHead = (db: ReadDb): Promise<LedgerHead | undefined> =>
  db
    .selectFrom('certificate')
    .select(['year', 'number', 'hash', 'issued_on as issuedOn'])
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findFolioSecret = async (db: ReadDb): Promise<Buffer | undefined> =>
  (await db.selectFrom('certificate_ledger').select('folio_secret').executeTakeFirst())?.folio_secret

export const insertFolioSecret = async (trx: Trx, secret: Buffer): Promise<void> => {
  await trx.insertInto('certificate_ledger').values({ id: 1, folio_secret: secret }).execute()
}

/** Another secret: the ledger's next numbers then give other folios than those that a lost database gave for them. */
export const renewFolioSecret = async (trx: Trx, secret: Buffer): Promise<void> => {
  await trx.updateTable('certificate_ledger').set({ folio_secret: secret }).execute()
}

export interface KeyRow {
  readonly id: string
  readonly year: number
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

export const findKey = (db: ReadDb, year: number): Promise<KeyRow | undefined> =>
  db
    .selectFrom('certificate_key')
    .select(['id', 'year', 'public_key as publicKey', 'secret_key as secretKey'])
    .where('year', '=', year)
    .executeTakeFirst()

export const listKeys = (db: ReadDb): Promise<KeyRow[]> =>
  db
    .selectFrom('certificate_key')
    .select(['id', 'year', 'public_key as publicKey', 'secret_key as secretKey'])
    .orderBy('year')
    .execute()

export const listPublicKeys = (db: ReadDb): Promise<{ id: string; year: number; publicKey: Buffer }[]> =>
  db.selectFrom('certificate_key').select(['id', 'year', 'public_key as publicKey']).orderBy('year').execute()

export async function insertKey(trx: Trx, key: KeyRow, createdAt: string): Promise<void> {
  await trx
    .insertInto('certificate_key')
    .values({
      id: key.id,
      year: key.year,
      public_key: key.publicKey,
      secret_key: key.secretKey,
      created_at: createdAt,
    })
    .execute()
}

export interface CertificateRow {
  readonly id: string
  readonly folio: string
  readonly year: number
  readonly number: number
  readonly personId: string
  readonly editionId: string
  readonly paperId: string
  readonly factsJson: string
  readonly prevHash: string
  readonly hash: string
  readonly issuedOn: CivilDate
}

export async function insertCertificate(trx: Trx, row: CertificateRow): Promise<void> {
  await trx
    .insertInto('certificate')
    .values({
      id: row.id,
      folio: row.folio,
      year: row.year,
      number: row.number,
      person_id: row.personId,
      holder_id: row.personId,
      edition_id: row.editionId,
      paper_id: row.paperId,
      facts_json: row.factsJson,
      prev_hash: row.prevHash,
      hash: row.hash,
      issued_on: row.issuedOn,
    })
    .execute()
}

/** The whole ledger in order of issue, with the hash of each paper. */
export const listLedger = (db: ReadDb): Promise<(CertificateRow & { paperHash: string })[]> =>
  db
    .selectFrom('certificate')
    .innerJoin('paper', 'paper.id', 'certificate.paper_id')
    .select([
      'certificate.id',
      'certificate.folio',
      'certificate.year',
      'certificate.number',
      'certificate.person_id as personId',
      'certificate.edition_id as editionId',
      'certificate.paper_id as paperId',
      'certificate.facts_json as factsJson',
      'certificate.prev_hash as prevHash',
      'certificate.hash',
      'certificate.issued_on as issuedOn',
      'paper.sha256 as paperHash',
    ])
    .orderBy('certificate.year')
    .orderBy('certificate.number')
    .execute()

/** The frozen paper of a certificate. */
export const findFrozenPaper = (
  db: ReadDb,
  certificateId: string,
): Promise<
  | { id: string; editionId: string; folio: string; title: string; pages: number; pdf: Buffer; sha256: string }
  | undefined
> =>
  db
    .selectFrom('certificate')
    .innerJoin('paper', 'paper.id', 'certificate.paper_id')
    .select([
      'paper.id',
      'certificate.edition_id as editionId',
      'paper.folio',
      'paper.title',
      'paper.pages',
      'paper.pdf',
      'paper.sha256',
    ])
    .where('certificate.id', '=', certificateId)
    .executeTakeFirst()

export const findDelivery = (
  db: ReadDb,
  id: string,
): Promise<
  { editionId: string; folio: string; issuedOn: string; deliveredOn: string | null; version: number } | undefined
> =>
  db
    .selectFrom('certificate')
    .select(['edition_id as editionId', 'folio', 'issued_on as issuedOn', 'delivered_on as deliveredOn', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()

/** False if the row has changed since `version`. */
export async function markDelivered(trx: Trx, id: string, version: number, deliveredOn: CivilDate): Promise<boolean> {
  const done = await trx
    .updateTable('certificate')
    .set({ delivered_on: deliveredOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

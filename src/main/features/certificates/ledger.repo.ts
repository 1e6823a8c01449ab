/** The ledger of folios: certificates as issued and what befell them, one chain; the folio secret, the keys of the years. */
import { sql } from 'kysely'
import type { CertificateEvent } from '../../../shared/contract/certificate-record.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface LedgerHead {
  readonly year: number
  readonly number: number
}

/** The last folio given. Days never go back (a rule), so the order of year and number is the order of issue. */
export const findLedgerHead = (db: ReadDb): Promise<LedgerHead | undefined> =>
  db
    .selectFrom('certificate')
    .select(['year', 'number'])
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The hash on which the next link hangs: that of the one link on which none hangs yet. */
export async function findHeadHash(db: ReadDb): Promise<string | undefined> {
  const free = (
    hash: string,
  ) => sql<boolean>`NOT EXISTS (SELECT 1 FROM certificate AS n WHERE n.prev_hash = ${sql.ref(hash)})
    AND NOT EXISTS (SELECT 1 FROM certificate_event AS n WHERE n.prev_hash = ${sql.ref(hash)})`
  const events = db
    .selectFrom('certificate_event')
    .select('certificate_event.hash')
    .where(free('certificate_event.hash'))
  const row = await db
    .selectFrom('certificate')
    .select('certificate.hash')
    .where(free('certificate.hash'))
    .unionAll(events)
    .executeTakeFirst()
  return row?.hash
}

/** The latest day that a link of the chain tells: before it no clock may stand. */
export async function findLastDay(db: ReadDb): Promise<CivilDate | null> {
  const folio = await db
    .selectFrom('certificate')
    .select(({ fn }) => fn.max('issued_on').as('day'))
    .executeTakeFirst()
  const event = await db
    .selectFrom('certificate_event')
    .select(({ fn }) => fn.max('on_day').as('day'))
    .executeTakeFirst()
  return (
    [folio?.day, event?.day]
      .filter((day): day is CivilDate => Boolean(day))
      .sort()
      .at(-1) ?? null
  )
}

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

const KEY = ['id', 'year', 'public_key as publicKey', 'secret_key as secretKey'] as const

export const findKey = (db: ReadDb, year: number): Promise<KeyRow | undefined> =>
  db.selectFrom('certificate_key').select(KEY).where('year', '=', year).executeTakeFirst()

export const listKeys = (db: ReadDb): Promise<KeyRow[]> =>
  db.selectFrom('certificate_key').select(KEY).orderBy('year').execute()

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

/** A link of the chain that gives a folio. */
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
  /** Null: issued before this was kept, hashed without what follows. */
  readonly issuedBy: string | null
  readonly kind: 'first' | 'replacement' | 'renewal'
  readonly replacesId: string | null
  readonly template: string
  readonly templateVersion: number
  readonly validUntil: CivilDate | null
}

export async function insertCertificate(trx: Trx, row: CertificateRow, holderId: string): Promise<void> {
  await trx
    .insertInto('certificate')
    .values({
      id: row.id,
      folio: row.folio,
      year: row.year,
      number: row.number,
      person_id: row.personId,
      holder_id: holderId,
      edition_id: row.editionId,
      paper_id: row.paperId,
      facts_json: row.factsJson,
      prev_hash: row.prevHash,
      hash: row.hash,
      issued_on: row.issuedOn,
      issued_by: row.issuedBy,
      kind: row.kind,
      replaces_id: row.replacesId,
      template: row.template,
      template_version: row.templateVersion,
      valid_until: row.validUntil,
      state: 'issued',
      state_on: row.issuedOn,
    })
    .execute()
}

/** A link of the chain that says what befell a folio. */
export interface EventRow {
  readonly certificateId: string
  readonly kind: CertificateEvent
  readonly on: CivilDate
  readonly at: Instant
  readonly by: string
  readonly factsJson: string
  readonly prevHash: string
  readonly hash: string
}

export async function insertEvent(trx: Trx, row: EventRow): Promise<void> {
  const last = await trx
    .selectFrom('certificate_event')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst()
  await trx
    .insertInto('certificate_event')
    .values({
      seq: (last?.seq ?? 0) + 1,
      certificate_id: row.certificateId,
      kind: row.kind,
      on_day: row.on,
      at: row.at,
      by: row.by,
      facts_json: row.factsJson,
      prev_hash: row.prevHash,
      hash: row.hash,
    })
    .execute()
}

/** All that befell folios, or one of them, in the order of the ledger. */
export async function listEvents(db: ReadDb, certificateId?: string): Promise<EventRow[]> {
  const rows = await db
    .selectFrom('certificate_event')
    .select([
      'certificate_id as certificateId',
      'kind',
      'on_day as on',
      'at',
      'by',
      'facts_json as factsJson',
      'prev_hash as prevHash',
      'hash',
    ])
    .$if(certificateId !== undefined, (query) => query.where('certificate_id', '=', certificateId ?? ''))
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as CertificateEvent }))
}

/** A certificate as issued, the hash of its paper, and where it stands. */
export interface LedgerRow extends CertificateRow {
  readonly paperHash: string
  readonly state: string
  readonly stateOn: CivilDate
  readonly deliveredOn: CivilDate | null
  readonly keptOn: CivilDate | null
  readonly duplicates: number
  readonly replacedBy: string | null
  readonly deliveredTo: string | null
  readonly receivedBy: string | null
  readonly deliveredBy: string | null
  readonly endCause: string | null
  readonly endNote: string | null
}

/** The whole ledger in order of issue. */
export async function listLedger(db: ReadDb): Promise<LedgerRow[]> {
  const rows = await db
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
      'certificate.issued_by as issuedBy',
      'certificate.kind',
      'certificate.replaces_id as replacesId',
      'certificate.template',
      'certificate.template_version as templateVersion',
      'certificate.valid_until as validUntil',
      'certificate.state',
      'certificate.state_on as stateOn',
      'certificate.delivered_on as deliveredOn',
      'certificate.kept_on as keptOn',
      'certificate.duplicates',
      'certificate.replaced_by as replacedBy',
      'certificate.delivered_to as deliveredTo',
      'certificate.received_by as receivedBy',
      'certificate.delivered_by as deliveredBy',
      'certificate.end_cause as endCause',
      'certificate.end_note as endNote',
      'paper.sha256 as paperHash',
    ])
    .orderBy('certificate.year')
    .orderBy('certificate.number')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as CertificateRow['kind'] }))
}

/** Where a folio stands, for whoever must be told: the verifier's list, the bundle. */
export interface Fate {
  readonly folio: string
  readonly state: 'issued' | 'delivered' | 'replaced' | 'revoked' | 'annulled'
  /** Day on which it came to stand there. */
  readonly on: CivilDate
  /** Folio that took its place. */
  readonly replacedBy: string | null
}

/** Every folio ever given, in the order of the ledger. */
export async function listFates(db: ReadDb): Promise<Fate[]> {
  const rows = await db
    .selectFrom('certificate')
    .leftJoin('certificate as next', 'next.id', 'certificate.replaced_by')
    .select(['certificate.folio', 'certificate.state', 'certificate.state_on as on', 'next.folio as replacedBy'])
    .orderBy('certificate.year')
    .orderBy('certificate.number')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as Fate['state'] }))
}

/** What she agreed to: table consent. One row for each answer on paper; the newest of a purpose holds. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ConsentRow, Purpose } from '../../../shared/contract/consents.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** An answer with its purpose, and whether it is the newest of it. */
export type KeptConsent = ConsentRow & { readonly purpose: Purpose; readonly isCurrent: boolean }

/**
 * 1, 0 or null: whether her rows may go to headquarters, in a query that holds `person`. It says in SQL what
 * `consentState` says of the purpose: a paper outweighs the register's column.
 */
export const consentsToHeadquarters = sql<number | null>`coalesce(
  (SELECT answer = 'yes' AND withdrawn_on IS NULL FROM consent
   WHERE consent.person_id = person.id AND purpose = 'headquarters' AND superseded_at IS NULL),
  person.consents)`

/** A woman's answers, the newest first. */
export async function listConsents(db: ReadDb, personId: string): Promise<KeptConsent[]> {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy((eb) => eb('superseded_at', 'is', null), 'desc')
    .orderBy('answered_on', 'desc')
    .orderBy('superseded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    purpose: row.purpose as Purpose,
    isCurrent: row.superseded_at === null,
    answer: row.answer as ConsentRow['answer'],
    answeredOn: row.answered_on,
    how: row.how as ConsentRow['how'],
    readAloud: row.read_aloud === 1,
    folio: row.folio,
    withdrawnOn: row.withdrawn_on,
    withdrawnNote: row.withdrawn_note,
  }))
}

export async function findConsent(
  db: ReadDb,
  id: string,
): Promise<{ personId: string; purpose: Purpose; consent: KeptConsent } | undefined> {
  const row = await db.selectFrom('consent').select(['person_id', 'purpose']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const consent = (await listConsents(db, row.person_id)).find((each) => each.id === id)
  return consent && { personId: row.person_id, purpose: row.purpose as Purpose, consent }
}

/** Whose paper a folio of ours is; undefined if it is none that Umbral issued. */
export async function ownerOfFolio(db: ReadDb, folio: string): Promise<string | null | undefined> {
  return (await db.selectFrom('paper').select('subject_id').where('folio', '=', folio).executeTakeFirst())?.subject_id
}

export interface Answer {
  readonly personId: string
  readonly purpose: Purpose
  readonly answer: 'yes' | 'no'
  readonly answeredOn: CivilDate
  readonly how: ConsentRow['how']
  readonly readAloud: boolean
  readonly folio: string
}

/** Adds an answer; the one before it stays as what she said before. */
export async function insertConsent(trx: Trx, answer: Answer, at: Instant): Promise<void> {
  await trx
    .updateTable('consent')
    .set({ superseded_at: at })
    .where('person_id', '=', answer.personId)
    .where('purpose', '=', answer.purpose)
    .where('superseded_at', 'is', null)
    .execute()
  await trx
    .insertInto('consent')
    .values({
      id: randomUUID(),
      person_id: answer.personId,
      purpose: answer.purpose,
      answer: answer.answer,
      answered_on: answer.answeredOn,
      how: answer.how,
      read_aloud: Number(answer.readAloud),
      folio: answer.folio,
    })
    .execute()
}

/** False if the consent has changed since `version`. */
export async function markWithdrawn(
  trx: Trx,
  id: string,
  version: number,
  withdrawn: { readonly on: CivilDate; readonly note: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('consent')
    .set({ withdrawn_on: withdrawn.on, withdrawn_note: withdrawn.note, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Women of whom no row may leave for headquarters: they said no, took it back, or nobody has asked them. */
export async function listWithheld(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where((eb) => eb.or([eb(consentsToHeadquarters, 'is', null), eb(consentsToHeadquarters, '=', 0)]))
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** The admissions of the children. */
import type { Admission } from '../../../shared/contract/child-standing'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredAdmission = Omit<Admission, 'dueOn' | 'may'> & { readonly childId: string }

/** Admissions of one child or of all, the latest first. */
export async function listAdmissions(db: ReadDb, childId?: string): Promise<StoredAdmission[]> {
  let query = db.selectFrom('child_admission').selectAll()
  if (childId) query = query.where('child_id', '=', childId)
  const rows = await query.orderBy('requested_on', 'desc').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    childId: row.child_id,
    state: row.state as StoredAdmission['state'],
    emergency: row.emergency === 1,
    requestedOn: row.requested_on,
    reason: row.reason,
    carer:
      row.carer_name === null ? null : { name: row.carer_name, relation: row.carer_relation, phone: row.carer_phone },
    sentOn: row.sent_on,
    sentTo: row.sent_to,
    decidedOn: row.decided_on,
    authority: row.authority,
    document: row.document,
    documentOn: row.document_on,
    decisionReasons: row.decision_reasons,
    reviewOn: row.review_on,
    enteredOn: row.entered_on,
  }))
}

export async function findAdmission(db: ReadDb, id: string): Promise<StoredAdmission | undefined> {
  const row = await db.selectFrom('child_admission').select('child_id').where('id', '=', id).executeTakeFirst()
  return row && (await listAdmissions(db, row.child_id)).find((each) => each.id === id)
}

type Facts = Omit<StoredAdmission, 'id' | 'version' | 'childId'>

const columns = (facts: Facts) => ({
  state: facts.state,
  emergency: Number(facts.emergency),
  requested_on: facts.requestedOn,
  reason: facts.reason,
  carer_name: facts.carer?.name ?? null,
  carer_relation: facts.carer?.relation ?? null,
  carer_phone: facts.carer?.phone ?? null,
  sent_on: facts.sentOn,
  sent_to: facts.sentTo,
  decided_on: facts.decidedOn,
  authority: facts.authority,
  document: facts.document,
  document_on: facts.documentOn,
  decision_reasons: facts.decisionReasons,
  review_on: facts.reviewOn,
  entered_on: facts.enteredOn,
})

export async function insertAdmission(trx: Trx, row: Facts & { id: string; childId: string }): Promise<void> {
  await trx
    .insertInto('child_admission')
    .values({ id: row.id, child_id: row.childId, ...columns(row) })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markAdmission(trx: Trx, id: string, version: number, facts: Facts): Promise<boolean> {
  const done = await trx
    .updateTable('child_admission')
    .set({ ...columns(facts), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

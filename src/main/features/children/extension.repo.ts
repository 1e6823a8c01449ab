/** Extensions of the age limit: asked for, granted until a day, denied. */
import type { Extension } from '../../../shared/contract/child-standing'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredExtension = Extension & { readonly childId: string }

/** Extensions of one child or of all, the latest first. */
export async function listExtensions(db: ReadDb, childId?: string): Promise<StoredExtension[]> {
  let query = db
    .selectFrom('age_extension')
    .select(['id', 'version', 'child_id as childId', 'state', 'asked_of as askedOf', 'asked_on as askedOn', 'reason'])
    .select(['decided_by as decidedBy', 'decided_on as decidedOn', 'document', 'until_day as untilDay'])
    .select('decision_note as decisionNote')
  if (childId) query = query.where('child_id', '=', childId)
  const rows = await query.orderBy('asked_on', 'desc').orderBy('id').execute()
  return rows.map((row) => ({ ...row, state: row.state as Extension['state'] }))
}

export async function findExtension(db: ReadDb, id: string): Promise<StoredExtension | undefined> {
  return (await listExtensions(db)).find((each) => each.id === id)
}

export async function insertExtension(
  trx: Trx,
  row: { id: string; childId: string; askedOf: string; askedOn: string; reason: string },
): Promise<void> {
  const { id, childId, askedOf, askedOn, reason } = row
  await trx
    .insertInto('age_extension')
    .values({ id, child_id: childId, state: 'asked', asked_of: askedOf, asked_on: askedOn, reason })
    .execute()
}

type Decision = Pick<Extension, 'state' | 'decidedBy' | 'decidedOn' | 'document' | 'untilDay' | 'decisionNote'>

/** False if the row has changed since `version`. */
export async function markExtension(trx: Trx, id: string, version: number, decision: Decision): Promise<boolean> {
  const done = await trx
    .updateTable('age_extension')
    .set({
      state: decision.state,
      decided_by: decision.decidedBy,
      decided_on: decision.decidedOn,
      document: decision.document,
      until_day: decision.untilDay,
      decision_note: decision.decisionNote,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

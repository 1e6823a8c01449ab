/** Children who left for good, to whom, and what was taken back. */
import type { Departure } from '../../../shared/contract/child-standing'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** A child's departures, the latest first. */
export async function listDepartures(db: ReadDb, childId: string): Promise<Departure[]> {
  const rows = await db
    .selectFrom('child_departure')
    .select(['id', 'left_on as leftOn', 'cause', 'handed_to as handedTo', 'relation', 'document', 'phone', 'place'])
    .select(['reason', 'undone_on as undoneOn', 'undone_reason as undoneReason'])
    .where('child_id', '=', childId)
    .orderBy('left_on', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, cause: row.cause as Departure['cause'] }))
}

type NewDeparture = Omit<Departure, 'undoneOn' | 'undoneReason'> & {
  readonly childId: string
  readonly livedFrom: CivilDate | null
}

/** Writes the departure, and in the child's row where the child lives from now on. */
export async function insertDeparture(trx: Trx, row: NewDeparture): Promise<void> {
  const { id, childId, leftOn, cause, handedTo, relation, document, phone, place, reason, livedFrom } = row
  await trx
    .insertInto('child_departure')
    .values({
      id,
      child_id: childId,
      left_on: leftOn,
      cause,
      handed_to: handedTo,
      relation,
      document,
      phone,
      place,
      reason,
      lived_from: livedFrom,
    })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markLeft(
  trx: Trx,
  childId: string,
  version: number,
  left: { leftOn: CivilDate; with: string | null; place: string | null; phone: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('child')
    .set({
      lives_here_until: left.leftOn,
      outside_with: left.with,
      outside_place: left.place,
      outside_phone: left.phone,
      last_contact_on: left.leftOn,
      last_contact_how: null,
      version: version + 1,
    })
    .where('id', '=', childId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Takes the last departure back: the child lives here as before. False if the row has changed since `version`. */
export async function undoDeparture(
  trx: Trx,
  childId: string,
  version: number,
  undone: { on: CivilDate; reason: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('child')
    .set({ lives_here_until: null, version: version + 1 })
    .where('id', '=', childId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await trx
    .updateTable('child_departure')
    .set({ undone_on: undone.on, undone_reason: undone.reason })
    .where('child_id', '=', childId)
    .where('undone_on', 'is', null)
    .where('left_on', '=', (eb) =>
      eb
        .selectFrom('child_departure as last')
        .select(({ fn }) => fn.max<string>('last.left_on').as('on'))
        .where('last.child_id', '=', childId)
        .where('last.undone_on', 'is', null),
    )
    .execute()
  return true
}

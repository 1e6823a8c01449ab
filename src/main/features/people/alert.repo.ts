/** The alerts: table alert. Every read names the circles that whoever looks may read. */
import type { Circle, PersonAlert } from '../../../shared/contract/alerts.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type AlertRow = Omit<PersonAlert, 'state'> & { readonly personId: string }

const alerts = (db: ReadDb, circles: readonly Circle[]) =>
  db.selectFrom('alert').selectAll().where('circle', 'in', circles)

type Row = Awaited<ReturnType<ReturnType<typeof alerts>['execute']>>[number]

const toAlert = (row: Row): AlertRow => ({
  id: row.id,
  personId: row.person_id,
  version: row.version,
  kind: row.kind as AlertRow['kind'],
  note: row.note,
  circle: row.circle as AlertRow['circle'],
  ownerRole: row.owner_role as AlertRow['ownerRole'],
  startsOn: row.starts_on,
  reviewOn: row.review_on,
  endsOn: row.ends_on,
  closedOn: row.closed_on,
  closeReason: row.close_reason,
})

/** A woman's alerts of those circles, whatever their state. */
export async function listAlerts(db: ReadDb, personId: string, circles: readonly Circle[]): Promise<AlertRow[]> {
  return (await alerts(db, circles).where('person_id', '=', personId).execute()).map(toAlert)
}

/** Undefined too if its circle is none of those: an alert one may not read is one that is not there. */
export async function findAlert(db: ReadDb, id: string, circles: readonly Circle[]): Promise<AlertRow | undefined> {
  const row = await alerts(db, circles).where('id', '=', id).executeTakeFirst()
  return row && toAlert(row)
}

const columnsOf = (facts: Pick<AlertRow, 'ownerRole' | 'reviewOn' | 'endsOn' | 'note'>) => ({
  owner_role: facts.ownerRole,
  review_on: facts.reviewOn,
  ends_on: facts.endsOn,
  note: facts.note,
})

export async function insertAlert(
  trx: Trx,
  id: string,
  facts: Omit<AlertRow, 'id' | 'version' | 'closedOn' | 'closeReason'>,
): Promise<void> {
  await trx
    .insertInto('alert')
    .values({
      id,
      person_id: facts.personId,
      kind: facts.kind,
      circle: facts.circle,
      starts_on: facts.startsOn,
      ...columnsOf(facts),
    })
    .execute()
}

type Change =
  | { readonly review: Pick<AlertRow, 'ownerRole' | 'reviewOn' | 'endsOn' | 'note'> }
  | { readonly closedOn: CivilDate; readonly closeReason: string }

/** False if the alert has changed since `version`. */
export async function markAlert(trx: Trx, id: string, version: number, change: Change): Promise<boolean> {
  const set =
    'review' in change ? columnsOf(change.review) : { closed_on: change.closedOn, close_reason: change.closeReason }
  const done = await trx
    .updateTable('alert')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The table of waits. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { women } from './women.repo'

export interface WaitRow extends NamedWoman {
  readonly id: string
  readonly dormitory: string | null
  readonly workshopId: string
  readonly workshop: string
  readonly requestedOn: CivilDate
  readonly version: number
}

const openWaits = (db: ReadDb) =>
  women(db)
    .innerJoin('wait', 'wait.person_id', 'person.id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .select([
      'wait.id',
      'wait.workshop_id as workshopId',
      'workshop.title as workshop',
      'wait.requested_on as requestedOn',
      'wait.version',
    ])
    .where('wait.closed_on', 'is', null)

export async function listOpenWaits(
  db: ReadDb,
  of: { readonly workshopId?: string; readonly personId?: string } = {},
): Promise<readonly WaitRow[]> {
  let query = openWaits(db)
  if (of.workshopId) query = query.where('wait.workshop_id', '=', of.workshopId)
  if (of.personId) query = query.where('person.id', '=', of.personId)
  const rows = await query.execute()
  return rows.map(({ stayId: _stayId, ...row }) => row)
}

export const findWait = (
  db: ReadDb,
  id: string,
): Promise<{ personId: string; workshopId: string; closedOn: string | null } | undefined> =>
  db
    .selectFrom('wait')
    .select(['person_id as personId', 'workshop_id as workshopId', 'closed_on as closedOn'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertWait(
  trx: Trx,
  wait: { id: string; personId: string; workshopId: string; requestedOn: CivilDate },
): Promise<void> {
  await trx
    .insertInto('wait')
    .values({ id: wait.id, person_id: wait.personId, workshop_id: wait.workshopId, requested_on: wait.requestedOn })
    .execute()
}

/** False if the wait has changed since `version`. */
export async function markWaitClosed(
  trx: Trx,
  id: string,
  version: number,
  close: { closedOn: CivilDate; cause: 'placed' | 'declined' | 'left' },
): Promise<boolean> {
  const done = await trx
    .updateTable('wait')
    .set({ closed_on: close.closedOn, close_cause: close.cause, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Who outside recognises a workshop, and since when. */
import { randomUUID } from 'node:crypto'
import type { RegistrationFields } from '../../../shared/contract/workshops.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface RegistrationRow extends RegistrationFields {
  readonly id: string
  readonly version: number
  readonly endsOn: CivilDate | null
}

const COLUMNS = [
  'id',
  'version',
  'body',
  'number',
  'standard',
  'registered_on as registeredOn',
  'ends_on as endsOn',
] as const

/** The latest first. */
export const listRegistrations = (db: ReadDb, workshopId: string): Promise<RegistrationRow[]> =>
  db
    .selectFrom('workshop_registration')
    .select(COLUMNS)
    .where('workshop_id', '=', workshopId)
    .orderBy('registered_on', 'desc')
    .execute()

export const findRegistration = (
  db: ReadDb,
  id: string,
): Promise<(RegistrationRow & { workshopId: string }) | undefined> =>
  db
    .selectFrom('workshop_registration')
    .select([...COLUMNS, 'workshop_id as workshopId'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertRegistration(trx: Trx, workshopId: string, fields: RegistrationFields): Promise<void> {
  await trx
    .insertInto('workshop_registration')
    .values({
      id: randomUUID(),
      workshop_id: workshopId,
      body: fields.body,
      number: fields.number,
      standard: fields.standard,
      registered_on: fields.registeredOn,
    })
    .execute()
}

/** False if it has changed since `version`. */
export async function markEnded(trx: Trx, id: string, version: number, endsOn: CivilDate): Promise<boolean> {
  const done = await trx
    .updateTable('workshop_registration')
    .set({ ends_on: endsOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ends_on', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** A woman's own appointments ahead, and their cancelling. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** Those that begin after the moment and stand. */
export const listAppointmentsAhead = (
  db: ReadDb,
  personId: string,
  from: { readonly day: CivilDate; readonly time: ClockTime },
) =>
  db
    .selectFrom('appointment')
    .select(['id', 'day', 'starts_at as startsAt', 'kind', 'version'])
    .where('person_id', '=', personId)
    .where('cancelled_on', 'is', null)
    .where((eb) =>
      eb.or([eb('day', '>', from.day), eb.and([eb('day', '=', from.day), eb('starts_at', '>', from.time)])]),
    )
    .orderBy('day')
    .orderBy('starts_at')
    .execute()

export async function markAppointmentCancelled(
  trx: Trx,
  id: string,
  cancelled: { readonly on: CivilDate; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('appointment')
    .set((eb) => ({
      cancelled_on: cancelled.on,
      cancelled_reason: cancelled.reason,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

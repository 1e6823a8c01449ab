/** Appointments that fall away when she for whom they were made leaves the center. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { Act } from '../../platform/seam/act'
import { listAppointmentsAhead, markAppointmentCancelled } from './end-appointments.repo'

/** Cancels a woman's own appointments from a moment on, each with its trace; her children's stand. Returns how many. */
export async function cancelAppointmentsOf(
  act: Act,
  personId: string,
  from: { readonly day: CivilDate; readonly time: ClockTime },
  reason: string,
): Promise<number> {
  const ahead = await listAppointmentsAhead(act.db, personId, from)
  for (const each of ahead) {
    await markAppointmentCancelled(act.trx, each.id, { on: act.today, reason })
    await act.audit({
      event: 'appointment.cancelled',
      subjectType: 'appointment',
      subjectId: each.id,
      before: { personId, day: each.day, startsAt: each.startsAt, kind: each.kind },
      reason,
    })
  }
  return ahead.length
}

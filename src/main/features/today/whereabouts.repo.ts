/** What is known of one woman at this minute, read by join. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

interface Now {
  readonly day: CivilDate
  readonly time: ClockTime
}

/** Her open stay, and whether she is away from it today. */
export async function findOpenStay(db: ReadDb, personId: string, day: CivilDate) {
  const row = await db
    .selectFrom('stay')
    .leftJoin('stay_absence', (join) =>
      join
        .onRef('stay_absence.stay_id', '=', 'stay.id')
        .on('stay_absence.left_on', '<=', day)
        .on('stay_absence.ended_on', 'is', null),
    )
    .select(['stay.dormitory', 'stay_absence.id as absence_id'])
    .where('stay.person_id', '=', personId)
    .where('stay.left_on', 'is', null)
    .executeTakeFirst()
  return row && { bed: row.dormitory, isAway: row.absence_id !== null }
}

/** Her appointment that runs now. */
export async function findAppointment(db: ReadDb, personId: string, now: Now) {
  const row = await db
    .selectFrom('appointment')
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .select(['room.name as room', 'appointment.place', 'appointment.outside', 'appointment.ends_at as until'])
    .where('appointment.person_id', '=', personId)
    .where('appointment.day', '=', now.day)
    .where('appointment.cancelled_on', 'is', null)
    .where('appointment.starts_at', '<=', now.time)
    .where((eb) => eb.or([eb('appointment.ends_at', 'is', null), eb('appointment.ends_at', '>', now.time)]))
    .orderBy('appointment.starts_at')
    .executeTakeFirst()
  return row && { place: row.room ?? row.place, outside: row.outside === 1, until: row.until }
}

/** How many of her children went out and have not come back. */
export async function countChildrenOut(db: ReadDb, motherId: string): Promise<number> {
  const row = await db
    .selectFrom('child_out')
    .innerJoin('child', 'child.id', 'child_out.child_id')
    .select(({ fn }) => fn.count<number>('child.id').distinct().as('n'))
    .where('child.mother_id', '=', motherId)
    .executeTakeFirstOrThrow()
  return row.n
}

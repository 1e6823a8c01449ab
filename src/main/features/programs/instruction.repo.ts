/** Who was to give sessions and who gave them; editions that need a room or an instructor. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface GivenRow {
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: string | null
  readonly plannedId: string
  readonly planned: string
  readonly provider: string | null
  readonly actualId: string | null
}

/** Sessions of a period with whoever was planned for each and whoever gave it, if that is another. */
export function listGiven(
  db: ReadDb,
  filter: {
    readonly from: CivilDate
    readonly until: CivilDate
    readonly workshopId?: string | undefined
    readonly editionId?: string | undefined
  },
): Promise<GivenRow[]> {
  let query = db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('instructor', (join) =>
      join.on((eb) =>
        eb('instructor.id', '=', eb.fn.coalesce('session.planned_instructor_id', 'edition.instructor_id')),
      ),
    )
    .select([
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'instructor.id as plannedId',
      'instructor.name as planned',
      'instructor.provider',
      'session.actual_instructor_id as actualId',
    ])
    .where('session.day', '>=', filter.from)
    .where('session.day', '<=', filter.until)
  if (filter.workshopId) query = query.where('edition.workshop_id', '=', filter.workshopId)
  if (filter.editionId) query = query.where('edition.id', '=', filter.editionId)
  return query.execute()
}

/** Editions that are not over, by room and by instructor. */
export async function countEditions(
  db: ReadDb,
  today: CivilDate,
): Promise<{ rooms: ReadonlyMap<string, number>; instructors: ReadonlyMap<string, number> }> {
  const rows = await db
    .selectFrom('edition')
    .select(['room_id as roomId', 'instructor_id as instructorId'])
    .where('ends_on', '>=', today)
    .where('closed_on', 'is', null)
    .execute()
  const count = (ids: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
  return { rooms: count(rows.map((row) => row.roomId)), instructors: count(rows.map((row) => row.instructorId)) }
}

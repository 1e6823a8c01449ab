/** What the tasks of the programs follow from. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Editions that ended between two days, the last not included, and are not closed. */
export const listEndedOpen = (
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
): Promise<{ id: string; code: string; title: string; endsOn: CivilDate }[]> =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.id', 'edition.code', 'workshop.title', 'edition.ends_on as endsOn'])
    .where('edition.ends_on', '>=', from)
    .where('edition.ends_on', '<', until)
    .where('edition.closed_on', 'is', null)
    .orderBy('edition.ends_on')
    .orderBy('edition.code')
    .execute()

/** Instructors whose permit ends by a day and who have sessions after it that are still to come. */
export async function listPermits(
  db: ReadDb,
  today: CivilDate,
  by: CivilDate,
): Promise<{ id: string; name: string; until: CivilDate; sessions: number }[]> {
  const rows = await db
    .selectFrom('instructor')
    .innerJoin('edition', (join) => join.onTrue())
    .innerJoin('session', (join) =>
      join
        .onRef('session.edition_id', '=', 'edition.id')
        .on((eb) =>
          eb(
            eb.fn.coalesce('session.actual_instructor_id', 'session.planned_instructor_id', 'edition.instructor_id'),
            '=',
            eb.ref('instructor.id'),
          ),
        ),
    )
    .select(({ fn }) => [
      'instructor.id',
      'instructor.name',
      'instructor.clearance_until as until',
      fn.countAll<number>().as('sessions'),
    ])
    .where('instructor.clearance_until', '<=', by)
    .where('session.day', '>=', today)
    .whereRef('session.day', '>', 'instructor.clearance_until')
    .where('session.cancelled_cause', 'is', null)
    .groupBy(['instructor.id', 'instructor.name', 'instructor.clearance_until'])
    .orderBy('instructor.clearance_until')
    .execute()
  return rows.flatMap(({ until, ...row }) => (until ? [{ ...row, until }] : []))
}

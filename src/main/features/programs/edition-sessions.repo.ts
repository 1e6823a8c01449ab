/** An edition's sessions as its page shows them. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import { placeExpected } from '../../platform/db/place-at-session'

export interface SessionRow {
  readonly id: string
  readonly version: number
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: string | null
  readonly cancelledNote: string | null
  readonly moduleId: string | null
  readonly planned: string
  readonly actual: string | null
  readonly room: string
  /** Day of the session that it makes up for. */
  readonly catchUpOf: CivilDate | null
  /** Day of the session that makes up for it. */
  readonly madeUpOn: CivilDate | null
  readonly places: number
  readonly marks: number
}

/** An edition's sessions, with how many women had a place that day and how many marks its roll has. */
export async function listSessions(db: ReadDb, editionId: string): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('room', (join) =>
      join.on((eb) => eb('room.id', '=', eb.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('instructor as planned', (join) =>
      join.on((eb) => eb('planned.id', '=', eb.fn.coalesce('session.planned_instructor_id', 'edition.instructor_id'))),
    )
    .leftJoin('instructor as actual', 'actual.id', 'session.actual_instructor_id')
    .leftJoin('session as missed', 'missed.id', 'session.catch_up_of')
    .select((eb) => [
      'session.id',
      'session.version',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.cancelled_note as cancelledNote',
      'session.module_id as moduleId',
      'planned.name as planned',
      'actual.name as actual',
      'room.name as room',
      'missed.day as catchUpOf',
      eb
        .selectFrom('session as later')
        .select('later.day')
        .whereRef('later.catch_up_of', '=', 'session.id')
        .where('later.cancelled_cause', 'is', null)
        .orderBy('later.day')
        .limit(1)
        .as('madeUpOn'),
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'session.edition_id')
        .where(placeExpected)
        .as('places'),
      eb
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mark.session_id', '=', 'session.id')
        .as('marks'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    places: row.places ?? 0,
    marks: row.marks ?? 0,
  }))
}

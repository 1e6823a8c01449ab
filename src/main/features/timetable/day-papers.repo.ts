/** Who is expected where on a day: for the arrival list and the passes. Not what for: neither paper names an activity. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface ExpectedRow {
  readonly personId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly dormitory: string | null
  readonly room: string
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** Every woman who is here that day and has a session that is held; of one woman or one session if asked. */
export function listExpected(
  db: ReadDb,
  filter: { day: CivilDate; personId?: string | undefined; sessionId?: string | undefined },
): Promise<ExpectedRow[]> {
  const { day, personId, sessionId } = filter
  let query = db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .innerJoin('person', 'person.id', 'place.person_id')
    .innerJoin('stay', 'stay.person_id', 'person.id')
    .select([
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'stay.dormitory',
      'room.name as room',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
    ])
    .where('session.day', '=', day)
    .where('session.cancelled_cause', 'is', null)
    .where('place.opened_on', '<=', day)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', day)]))
    .where('stay.admitted_on', '<=', day)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>', day)]))
    .orderBy('session.starts_at')
    .orderBy('person.sort_key')
  if (personId) query = query.where('person.id', '=', personId)
  if (sessionId) query = query.where('session.id', '=', sessionId)
  return query.execute()
}

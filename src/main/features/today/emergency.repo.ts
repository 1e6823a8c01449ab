/** Who is here, what runs, and who is out, read by join for the emergency list; every answer is of one minute. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

interface Now {
  readonly day: CivilDate
  readonly time: ClockTime
}

/** What the center calls where women sleep. */
export async function findDormitoryWord(db: ReadDb): Promise<'dormitorio' | 'estancia'> {
  const center = await db.selectFrom('center').select('dormitory_word as word').executeTakeFirst()
  return center?.word === 'estancia' ? 'estancia' : 'dormitorio'
}

/** Every woman whose stay is open that day, by surnames. Who leaves today is gone, as on the movement list. */
export const listWomenHere = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'stay.dormitory',
    ])
    .where('stay.admitted_on', '<=', day)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>', day)]))
    .orderBy('person.sort_key')
    .execute()

/** Women who are away for a time (court, hospital, licence) and not back by that day. */
export const listAway = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('stay_absence')
    .innerJoin('stay', 'stay.id', 'stay_absence.stay_id')
    .select(['stay.person_id as personId', 'stay_absence.left_on as leftOn', 'stay_absence.expected_on as expectedOn'])
    .where('stay_absence.left_on', '<=', day)
    .where((row) => row.or([row('stay_absence.ended_on', 'is', null), row('stay_absence.ended_on', '>', day)]))
    .execute()

/** Where a woman is called at this minute instead: a room, a place in words, or outside the center. */
export const listAppointments = (db: ReadDb, now: Now) =>
  db
    .selectFrom('appointment')
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .select([
      'appointment.person_id as personId',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.outside',
      'appointment.place',
      'room.name as room',
    ])
    .where('appointment.person_id', 'is not', null)
    .$narrowType<{ personId: string }>()
    .where('appointment.day', '=', now.day)
    .where('appointment.cancelled_on', 'is', null)
    .where('appointment.starts_at', '<=', now.time)
    .orderBy('appointment.outside', 'desc')
    .orderBy('appointment.starts_at')
    .execute()

/** Sessions that run at this minute, in the room and with the instructor that they have today. */
export const listRunning = (db: ReadDb, now: Now) =>
  db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('room', (join) =>
      join.on((row) => row('room.id', '=', row.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('instructor', (join) =>
      join.on((row) =>
        row(
          'instructor.id',
          '=',
          row.fn.coalesce('session.actual_instructor_id', 'session.planned_instructor_id', 'edition.instructor_id'),
        ),
      ),
    )
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['session.id', 'room.name as room', 'instructor.name as instructor', 'session.ends_at as endsAt'])
    .select((row) => row.fn.coalesce('session.care', 'edition.care').as('care'))
    .select('axis.sensitive')
    .where('session.day', '=', now.day)
    .where('session.cancelled_cause', 'is', null)
    .where('session.starts_at', '<=', now.time)
    .where('session.ends_at', '>', now.time)
    .orderBy('session.starts_at')
    .orderBy('room.name')
    .execute()

/** Who holds an open place in a session that runs at this minute and is expected there: not excluded, not suspended. */
export const listExpected = (db: ReadDb, now: Now) =>
  db
    .selectFrom('session')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .leftJoin('place_off', (join) =>
      join.onRef('place_off.place_id', '=', 'place.id').onRef('place_off.session_id', '=', 'session.id'),
    )
    .select(['session.id as sessionId', 'place.person_id as personId'])
    .where('place_off.place_id', 'is', null)
    .where('session.day', '=', now.day)
    .where('session.cancelled_cause', 'is', null)
    .where('session.starts_at', '<=', now.time)
    .where('session.ends_at', '>', now.time)
    .where('place.opened_on', '<=', now.day)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', now.day)]))
    .execute()

/**
 * Children who live here that day; one without a first day is counted, for nobody may be missing from the list. One who
 * stayed with her family during an outing is not looked for, even while her file still says that she lives here.
 */
export const listChildrenHere = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('child')
    .select(['id', 'surname1', 'surname2', 'given_names as givenNames', 'mother_id as motherId'])
    .where('kind', '=', 'here')
    .where((row) => row.or([row('lives_here_from', 'is', null), row('lives_here_from', '<=', day)]))
    .where((row) => row.or([row('lives_here_until', 'is', null), row('lives_here_until', '>', day)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('outing_end')
            .innerJoin('outing', 'outing.id', 'outing_end.outing_id')
            .select('outing_end.id')
            .whereRef('outing.child_id', '=', 'child.id')
            .where('outing_end.kind', '=', 'stays')
            .where('outing_end.undone_at', 'is', null)
            .where((or) =>
              or.or([
                or('child.lives_here_from', 'is', null),
                or('outing_end.day', '>=', or.ref('child.lives_here_from').$castTo<string>()),
              ]),
            ),
        ),
      ),
    )
    .orderBy('surname1')
    .orderBy('given_names')
    .execute()

/** Children who went out and have not come back, whatever day that was: with whom, since when, due when. */
export const listOutside = (db: ReadDb) =>
  db
    .selectFrom('child_out')
    .innerJoin('outing', 'outing.id', 'child_out.outing_id')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .leftJoin('adult', 'adult.id', 'permission.adult_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select([
      'outing.id as outingId',
      'child.id as childId',
      'child.surname1',
      'child.surname2',
      'child.given_names as givenNames',
      'child_out.took_name as tookName',
      'permission.adult_name as adultName',
      'permission.phone as planPhone',
      'adult.phone as adultPhone',
      'child_out.left_on as leftOn',
      'child_out.left_at as leftAt',
      'outing.returns_on as returnsOn',
      'outing.returns_at as returnsAt',
    ])
    .orderBy('child_out.left_on')
    .orderBy('child_out.left_at')
    .execute()

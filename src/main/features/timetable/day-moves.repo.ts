/** Who goes where on a day, for the papers of custody. Not what for: none of them names an activity. */
import { sql } from 'kysely'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface WomanHere {
  readonly personId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly fileNumber: string
  readonly sortKey: string
  readonly dormitory: string | null
}

/** Every woman who is here that day: her stay is open and she is not away for a time. Who leaves that day is gone. */
export const listWomenHere = (db: ReadDb, day: CivilDate): Promise<WomanHere[]> =>
  db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'person.file_number as fileNumber',
      'person.sort_key as sortKey',
      'stay.dormitory',
    ])
    .where('stay.admitted_on', '<=', day)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>', day)]))
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('stay_absence')
            .select('stay_absence.id')
            .whereRef('stay_absence.stay_id', '=', 'stay.id')
            .where('stay_absence.left_on', '<=', day)
            .where((away) =>
              away.or([away('stay_absence.ended_on', 'is', null), away('stay_absence.ended_on', '>', day)]),
            ),
        ),
      ),
    )
    .orderBy('person.sort_key')
    .execute()

export interface SessionMove {
  readonly personId: string
  readonly placeId: string
  readonly sessionId: string
  readonly room: string
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly care: string | null
  readonly changedAt: Instant | null
  readonly cancelled: 0 | 1
  /** She has the place and is not expected: an exclusion or a suspension. */
  readonly off: 0 | 1
  /** She has told before that she will not come. */
  readonly excused: 0 | 1
}

/** Every place in every session of the day, with what keeps a woman from it; of one woman or one session if asked. */
export async function listSessionMoves(
  db: ReadDb,
  filter: { day: CivilDate; personId?: string | undefined; sessionId?: string | undefined },
): Promise<SessionMove[]> {
  const { day, personId, sessionId } = filter
  let query = db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('room', (join) =>
      join.on((on) => on('room.id', '=', on.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .select((row) => [
      'place.person_id as personId',
      'place.id as placeId',
      'session.id as sessionId',
      'room.name as room',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      row.fn.coalesce('session.care', 'edition.care').as('care'),
      'session.changed_at as changedAt',
      sql<0 | 1>`session.cancelled_cause IS NOT NULL`.as('cancelled'),
      sql<
        0 | 1
      >`EXISTS (SELECT 1 FROM place_off WHERE place_off.place_id = place.id AND place_off.session_id = session.id)`.as(
        'off',
      ),
      sql<0 | 1>`EXISTS (SELECT 1 FROM excuse WHERE excuse.person_id = place.person_id AND excuse.withdrawn_at IS NULL
        AND excuse.from_day <= session.day AND excuse.until_day >= session.day
        AND (excuse.starts_at IS NULL OR (excuse.starts_at < session.ends_at AND excuse.ends_at > session.starts_at)))`.as(
        'excused',
      ),
    ])
    .where('session.day', '=', day)
    .where('place.opened_on', '<=', day)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', day)]))
    .orderBy('session.starts_at')
    .orderBy('room.name')
  if (personId) query = query.where('place.person_id', '=', personId)
  if (sessionId) query = query.where('session.id', '=', sessionId)
  return query.execute()
}

export interface AppointmentMove {
  readonly id: string
  readonly personId: string | null
  readonly childId: string | null
  readonly kind: string
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly room: string | null
  readonly place: string | null
  readonly outside: number
}

/** Appointments of the day that stand, of women and of children. */
export const listAppointments = (db: ReadDb, day: CivilDate): Promise<AppointmentMove[]> =>
  db
    .selectFrom('appointment')
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .select([
      'appointment.id',
      'appointment.person_id as personId',
      'appointment.child_id as childId',
      'appointment.kind',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'room.name as room',
      'appointment.place',
      'appointment.outside',
    ])
    .where('appointment.day', '=', day)
    .where('appointment.cancelled_on', 'is', null)
    .orderBy('appointment.starts_at')
    .execute()

export interface ChildHere {
  readonly id: string
  readonly givenNames: string
  readonly motherId: string
}

/** Children who live here that day. */
export const listChildrenHere = (db: ReadDb, day: CivilDate): Promise<ChildHere[]> =>
  db
    .selectFrom('child')
    .select(['id', 'given_names as givenNames', 'mother_id as motherId'])
    .where('kind', '=', 'here')
    .where((row) => row.or([row('lives_here_from', 'is', null), row('lives_here_from', '<=', day)]))
    .where((row) => row.or([row('lives_here_until', 'is', null), row('lives_here_until', '>', day)]))
    .orderBy('given_names')
    .execute()

export interface ChildOuting {
  readonly childId: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
}

/** Outings that take some of the day, cancelled ones aside. */
export const listOutings = (db: ReadDb, day: CivilDate): Promise<ChildOuting[]> =>
  db
    .selectFrom('outing_plan as outing')
    .select([
      'child_id as childId',
      'leaves_on as leavesOn',
      'leaves_at as leavesAt',
      'returns_on as returnsOn',
      'returns_at as returnsAt',
    ])
    .where('leaves_on', '<=', day)
    .where('returns_on', '>=', day)
    .where('cancelled_on', 'is', null)
    .orderBy('leaves_at')
    .execute()

/** Pairs who may not walk the corridor together that day. */
export const listCorridorPairs = (db: ReadDb, day: CivilDate): Promise<{ a: string; b: string }[]> =>
  db
    .selectFrom('keep_apart')
    .select(['person_a as a', 'person_b as b'])
    .where('scope', '=', 'corridor')
    .where('starts_on', '<=', day)
    .where((row) => row.or([row('closed_on', 'is', null), row('closed_on', '>', day)]))
    .execute()

/** The history is read backwards so far; no day of an office leaves more. */
const DAYS_EVENTS = 20_000

/** What the history says of places, appointments, excuses and beds since an instant: who changed, not how. */
export async function listChangedSince(
  db: ReadDb,
  since: Instant,
): Promise<{ places: ReadonlySet<string>; others: ReadonlySet<string> }> {
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('audit_event')
        .select(['at', 'event', 'subject_type as type', 'subject_id as id'])
        .orderBy('seq', 'desc')
        .limit(DAYS_EVENTS)
        .as('recent'),
    )
    .leftJoin('place_suspension', 'place_suspension.id', 'recent.id')
    .leftJoin('place_exclusion', 'place_exclusion.id', 'recent.id')
    .select((row) => [
      'recent.type',
      'recent.id',
      row.fn.coalesce('place_suspension.place_id', 'place_exclusion.place_id').as('placeId'),
    ])
    .where('recent.at', '>=', since)
    .where((row) =>
      row.or([
        row('recent.type', 'in', ['place', 'suspension', 'exclusion', 'appointment', 'excuse']),
        row('recent.event', '=', 'person.moved'),
      ]),
    )
    .execute()
  const ids = (of: readonly (string | null)[]): ReadonlySet<string> => new Set(of.filter((id) => id !== null))
  return {
    places: ids(rows.map((row) => (row.type === 'place' ? row.id : row.placeId))),
    others: ids(rows.map((row) => row.id)),
  }
}

/** Sessions that were held on this day until somebody moved them to another one since an instant. */
export const listMovedAway = (db: ReadDb, day: CivilDate, since: Instant) =>
  db
    .selectFrom('audit_event')
    .innerJoin('session', 'session.id', 'audit_event.subject_id')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .select([
      'place.person_id as personId',
      sql<string>`json_extract(audit_event.before_json, '$.startsAt')`.as('startsAt'),
      sql<string>`json_extract(audit_event.before_json, '$.endsAt')`.as('endsAt'),
    ])
    .where('audit_event.subject_type', '=', 'session')
    .where('audit_event.event', '=', 'session.moved')
    .where('audit_event.at', '>=', since)
    .where('session.changed_at', '>=', since)
    .where('session.day', '<>', day)
    .where(sql<boolean>`json_extract(audit_event.before_json, '$.day') = ${day}`)
    .where('place.opened_on', '<=', day)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', day)]))
    .execute()

/** Women whose place in a session of the day ended before it, for places whose change somebody recorded since. */
export async function listTakenOff(
  db: ReadDb,
  day: CivilDate,
  places: ReadonlySet<string>,
): Promise<{ personId: string; room: string; startsAt: ClockTime; endsAt: ClockTime }[]> {
  if (places.size === 0) return []
  return db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('room', (join) =>
      join.on((on) => on('room.id', '=', on.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .select([
      'place.person_id as personId',
      'room.name as room',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
    ])
    .where('session.day', '=', day)
    .where('session.cancelled_cause', 'is', null)
    .where('place.ended_on', '<', day)
    .where('place.id', 'in', [...places])
    .execute()
}

/** Where the center's clock stands. */
export async function findTimezone(db: ReadDb): Promise<string> {
  return (await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()).timezone
}

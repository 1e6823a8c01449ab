/** What lies in a week beside the sessions: appointments, outings, routines, and who sleeps where. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { RoutineKind } from '../../../shared/kernel/special-days'
import type { ReadDb } from '../../platform/db/types'
import { placeExpected } from '../../platform/db/place-at-session'

interface Range {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** Beds and dormitories as the register has them, with how many women sleep there on a day. */
export const listDormitories = (db: ReadDb, day: CivilDate): Promise<{ dormitory: string | null; women: number }[]> =>
  db
    .selectFrom('stay')
    .select(({ fn }) => ['dormitory', fn.countAll<number>().as('women')])
    .where('admitted_on', '<=', day)
    .where((row) => row.or([row('left_on', 'is', null), row('left_on', '>', day)]))
    .groupBy('dormitory')
    .execute()

export interface Sleeper {
  readonly personId: string
  readonly dormitory: string | null
}

/** Who is here at some time of a week, and where she sleeps. */
export const listSleepers = (db: ReadDb, range: Range): Promise<Sleeper[]> =>
  db
    .selectFrom('stay')
    .select(['person_id as personId', 'dormitory'])
    .where('admitted_on', '<=', range.until)
    .where((row) => row.or([row('left_on', 'is', null), row('left_on', '>', range.from)]))
    .execute()

/** Who goes to which session of a week; suspended and excluded women aside. */
export const listGoers = (db: ReadDb, range: Range): Promise<{ sessionId: string; personId: string }[]> =>
  db
    .selectFrom('session')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .select(['session.id as sessionId', 'place.person_id as personId'])
    .where('session.day', '>=', range.from)
    .where('session.day', '<=', range.until)
    .where(placeExpected)
    .execute()

export interface AppointmentRow {
  readonly id: string
  readonly personId: string | null
  readonly childId: string | null
  /** The woman, or the child's mother. */
  readonly womanId: string | null
  readonly surname1: string | null
  readonly surname2: string | null
  readonly givenNames: string | null
  readonly chosenName: string | null
  readonly childName: string | null
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly roomId: string | null
  readonly place: string | null
  readonly outside: number
}

/** Appointments of a week that stand, of women and of children with their mothers. */
export const listAppointmentsOfWeek = (db: ReadDb, range: Range): Promise<AppointmentRow[]> =>
  db
    .selectFrom('appointment')
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .leftJoin('child', 'child.id', 'appointment.child_id')
    .leftJoin('person', (join) =>
      join.on((on) => on('person.id', '=', on.fn.coalesce('appointment.person_id', 'child.mother_id'))),
    )
    .select((row) => [
      'appointment.id',
      'appointment.person_id as personId',
      'appointment.child_id as childId',
      'person.id as womanId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'child.given_names as childName',
      'appointment.day',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.room_id as roomId',
      row.fn.coalesce('room.name', 'appointment.place').as('place'),
      'appointment.outside',
    ])
    .where('appointment.day', '>=', range.from)
    .where('appointment.day', '<=', range.until)
    .where('appointment.cancelled_on', 'is', null)
    .orderBy('appointment.day')
    .orderBy('appointment.starts_at')
    .execute()

export interface OutingRow {
  readonly id: string
  readonly motherId: string
  readonly child: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
}

/** Outings that take some of a week, cancelled ones aside. */
export const listOutingsOfWeek = (db: ReadDb, range: Range): Promise<OutingRow[]> =>
  db
    .selectFrom('outing_plan as outing')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select([
      'outing.id',
      'child.mother_id as motherId',
      'child.given_names as child',
      'outing.leaves_on as leavesOn',
      'outing.leaves_at as leavesAt',
      'outing.returns_on as returnsOn',
      'outing.returns_at as returnsAt',
    ])
    .where('outing.leaves_on', '<=', range.until)
    .where('outing.returns_on', '>=', range.from)
    .where('outing.cancelled_on', 'is', null)
    .orderBy('outing.leaves_on')
    .orderBy('outing.leaves_at')
    .execute()

export interface RoutineRow {
  readonly id: string
  readonly kind: RoutineKind
  readonly title: string
  readonly dormitories: string | null
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly validFrom: CivilDate
  readonly validUntil: CivilDate | null
}

/** What the week brings by routine, where it holds on some day of it. */
export async function listRoutinesOfWeek(db: ReadDb, range: Range): Promise<RoutineRow[]> {
  const rows = await db
    .selectFrom('routine')
    .select([
      'id',
      'kind',
      'title',
      'dormitories',
      'weekday',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .where('valid_from', '<=', range.until)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', range.from)]))
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as RoutineKind }))
}

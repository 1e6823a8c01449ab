/** Reads what may collide: sessions, who is expected at them, appointments, outings, dormitories, kits, pairs kept apart. */
import type { AppointmentKind } from '../../../shared/contract/clash-facts'
import type { KEEP_APART_SCOPES } from '../../../shared/contract/keep-apart.contract'
import type { Care } from '../../../shared/contract/workshops.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

type KeepApartScope = (typeof KEEP_APART_SCOPES)[number]

export interface Range {
  readonly from: CivilDate
  readonly until: CivilDate
}

const sessions = (db: ReadDb) =>
  db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .innerJoin('room', (join) =>
      join.on((on) => on('room.id', '=', on.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('instructor', (join) =>
      join.on((on) =>
        on(
          'instructor.id',
          '=',
          on.fn.coalesce('session.actual_instructor_id', 'session.planned_instructor_id', 'edition.instructor_id'),
        ),
      ),
    )
    .select(({ fn }) => [
      'session.id',
      'edition.id as editionId',
      'workshop.id as workshopId',
      'edition.code',
      'workshop.title',
      'axis.sensitive',
      'room.id as roomId',
      'room.name as room',
      'instructor.id as instructorId',
      'instructor.name as instructor',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      fn.coalesce('session.care', 'edition.care').as('care'),
    ])
    .where('session.cancelled_cause', 'is', null)

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessions>['execute']>>[number]

const toSession = (row: SessionRow) => ({
  ...row,
  sensitive: row.sensitive === 1,
  cancelled: false,
  care: row.care as Care | null,
})

type HeldSession = ReturnType<typeof toSession>

/** Sessions that are held between two days; of one edition if asked. */
export async function listHeldSessions(db: ReadDb, range: Range, editionId?: string): Promise<HeldSession[]> {
  let query = sessions(db).where('session.day', '>=', range.from).where('session.day', '<=', range.until)
  if (editionId) query = query.where('session.edition_id', '=', editionId)
  return (await query.execute()).map(toSession)
}

/** What a session teaches and how its women's children are arranged for; its own arrangement if it has one. */
export async function findTeaching(
  db: ReadDb,
  editionId: string,
  sessionId: string,
): Promise<{ workshopId: string; care: Care | null }> {
  const row = await db
    .selectFrom('edition')
    .leftJoin('session', (join) => join.onRef('session.edition_id', '=', 'edition.id').on('session.id', '=', sessionId))
    .select(({ fn }) => ['edition.workshop_id as workshopId', fn.coalesce('session.care', 'edition.care').as('care')])
    .where('edition.id', '=', editionId)
    .executeTakeFirstOrThrow()
  return { workshopId: row.workshopId, care: row.care as Care | null }
}

/** Places held at some time between two days; in some editions or of some women if asked. */
export function listHeldPlaces(
  db: ReadDb,
  range: Range,
  of: { readonly editionIds?: readonly string[]; readonly people?: readonly string[] } = {},
): Promise<{ personId: string; editionId: string; openedOn: CivilDate; endedOn: CivilDate | null }[]> {
  let query = db
    .selectFrom('place')
    .select([
      'place.person_id as personId',
      'place.edition_id as editionId',
      'place.opened_on as openedOn',
      'place.ended_on as endedOn',
    ])
    .where('place.opened_on', '<=', range.until)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', range.from)]))
  if (of.editionIds) query = query.where('place.edition_id', 'in', of.editionIds)
  if (of.people) query = query.where('place.person_id', 'in', of.people)
  return query.execute()
}

/** Sessions at which women with a place are not expected, as `<session> <woman>`. */
export async function listOff(db: ReadDb, range: Range): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('place_off')
    .innerJoin('session', 'session.id', 'place_off.session_id')
    .select(['place_off.session_id as sessionId', 'place_off.person_id as personId'])
    .where('session.day', '>=', range.from)
    .where('session.day', '<=', range.until)
    .execute()
  return new Set(rows.map((row) => `${row.sessionId} ${row.personId}`))
}

/** Appointments that stand between two days. */
export async function listErrands(db: ReadDb, range: Range) {
  const rows = await db
    .selectFrom('appointment')
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .select([
      'appointment.id',
      'appointment.kind',
      'appointment.person_id as personId',
      'appointment.child_id as childId',
      'appointment.day',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.room_id as roomId',
      'appointment.place',
      'appointment.outside',
      'room.name as room',
    ])
    .where('appointment.day', '>=', range.from)
    .where('appointment.day', '<=', range.until)
    .where('appointment.cancelled_on', 'is', null)
    .execute()
  return rows.map(({ kind, outside, place, room, ...row }) => ({
    ...row,
    is: kind as AppointmentKind,
    where: room ?? place,
    outside: outside === 1,
    cancelled: false,
  }))
}

/** Outings of children that touch these days and were not called off; one whose child came back early ends then. */
export async function listChildOutings(db: ReadDb, range: Range) {
  const rows = await db
    .selectFrom('outing_plan as outing')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as back', (join) =>
      join.onRef('back.outing_id', '=', 'outing.id').on('back.direction', '=', 'back'),
    )
    .select([
      'outing.id',
      'outing.folio',
      'outing.child_id as childId',
      'outing.leaves_on as leavesOn',
      'outing.leaves_at as leavesAt',
      'outing.returns_on as returnsOn',
      'outing.returns_at as returnsAt',
      'went.day as wentOn',
      'back.day as backOn',
      'back.at as backAt',
    ])
    .where('outing.leaves_on', '<=', range.until)
    .where('outing.returns_on', '>=', range.from)
    .where('outing.cancelled_on', 'is', null)
    .execute()
  return rows.map(({ wentOn, backOn, backAt, ...row }) => ({
    ...row,
    left: wentOn !== null,
    returnsOn: backOn ?? row.returnsOn,
    returnsAt: backAt ?? row.returnsAt,
    cancelled: false,
  }))
}

/** Children who live here at some time between two days; of some mothers if asked. */
export function listChildrenHere(db: ReadDb, range: Range) {
  return db
    .selectFrom('child')
    .select([
      'child.id',
      'child.mother_id as motherId',
      'child.lives_here_from as from',
      'child.lives_here_until as until',
    ])
    .where('child.lives_here_from', '<=', range.until)
    .where((row) =>
      row.or([row('child.lives_here_until', 'is', null), row('child.lives_here_until', '>=', range.from)]),
    )
    .$narrowType<{ from: string }>()
    .execute()
}

/** Where women sleep between two days. */
export function listBeds(db: ReadDb, range: Range) {
  return db
    .selectFrom('stay')
    .select(['stay.person_id as personId', 'stay.dormitory', 'stay.admitted_on as from', 'stay.left_on as until'])
    .where('stay.admitted_on', '<=', range.until)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>=', range.from)]))
    .execute()
}

/** The tools that workshops need, and how many there are. */
export const listKits = (db: ReadDb) =>
  db
    .selectFrom('workshop_kit')
    .select(['id', 'workshop_id as workshopId', 'tool', 'quantity'])
    .where('retired_on', 'is', null)
    .orderBy('position')
    .execute()

/** Pairs of women kept apart at some time between two days. */
export async function listApart(db: ReadDb, range: Range) {
  const rows = await db
    .selectFrom('keep_apart')
    .select(['id', 'person_a as a', 'person_b as b', 'scope', 'level', 'starts_on as from', 'closed_on as until'])
    .where('starts_on', '<=', range.until)
    .where((row) => row.or([row('closed_on', 'is', null), row('closed_on', '>', range.from)]))
    .execute()
  return rows.map((row) => ({ ...row, scope: row.scope as KeepApartScope, level: row.level as 'block' | 'warn' }))
}

/** Minutes between the rooms that have their own. */
export const listWalks = (db: ReadDb) =>
  db.selectFrom('walk').select(['room_a as a', 'room_b as b', 'minutes']).execute()

/** The week's routine in force on some day of a stretch. */
export const listRoutine = (db: ReadDb, range: Range) =>
  db
    .selectFrom('routine')
    .select([
      'id',
      'kind',
      'title',
      'dormitories',
      'weekday',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'valid_from as from',
      'valid_until as until',
    ])
    .where('valid_from', '<=', range.until)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', range.from)]))
    .execute()

/** Special days between two days. */
export const listSpecialHours = (db: ReadDb, range: Range) =>
  db
    .selectFrom('special_day')
    .select(['id', 'day', 'kind', 'title', 'dormitories', 'starts_at as startsAt', 'ends_at as endsAt', 'effect'])
    .where('day', '>=', range.from)
    .where('day', '<=', range.until)
    .execute()

/** Names of women, by id. */
export const listWomen = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('person')
    .select([
      'person.id',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .where('person.id', 'in', ids)
    .execute()

/** Names of children, by id. */
export const listChildNames = (db: ReadDb, ids: readonly string[]) =>
  db
    .selectFrom('child')
    .select(['child.id', 'child.surname1', 'child.surname2', 'child.given_names as givenNames'])
    .where('child.id', 'in', ids)
    .execute()

/** Everybody who is here on a day. */
export async function listWomenHere(db: ReadDb, day: CivilDate): Promise<string[]> {
  const rows = await db
    .selectFrom('stay')
    .select('stay.person_id as id')
    .where('stay.admitted_on', '<=', day)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>', day)]))
    .execute()
  return rows.map((row) => row.id)
}

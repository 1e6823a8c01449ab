/** What hangs on a woman's stay, read by join over the tables of the other slices: what ends or is looked at when she leaves. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface LeavingMoment {
  readonly day: CivilDate
  readonly time: ClockTime
}

const openPlaces = (db: ReadDb, personId: string) =>
  db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .where('place.person_id', '=', personId)
    .where('place.ended_on', 'is', null)

export async function listOpenPlaces(db: ReadDb, personId: string) {
  const rows = await openPlaces(db, personId)
    .select(['place.id', 'place.version', 'edition.code', 'workshop.title', 'axis.sensitive'])
    .orderBy('workshop.title')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({ ...row, sensitive: row.sensitive === 1 }))
}

export async function listOpenWaits(db: ReadDb, personId: string) {
  const rows = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['wait.id', 'wait.version', 'wait.state', 'workshop.title', 'wait.requested_on as requestedOn'])
    .select('axis.sensitive')
    .where('wait.person_id', '=', personId)
    .where('wait.closed_on', 'is', null)
    .orderBy('workshop.title')
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, sensitive: row.sensitive === 1, offered: state === 'offered' }))
}

/** Exclusions and suspensions of her open places that hold after the day. */
export async function listOpenLimits(db: ReadDb, personId: string, day: CivilDate) {
  const open = openPlaces(db, personId).select('place.id')
  const exclusions = await db
    .selectFrom('place_exclusion')
    .select(['id', 'version'])
    .where('place_id', 'in', open)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .orderBy('id')
    .execute()
  const suspensions = await db
    .selectFrom('place_suspension')
    .select(['id', 'version'])
    .where('place_id', 'in', open)
    .where((eb) => eb.or([eb('back_on', 'is', null), eb('back_on', '>', day)]))
    .orderBy('id')
    .execute()
  return { exclusions, suspensions }
}

/** Sessions after the day of the editions in which she has an open place, without a mark of hers. */
export const listSessionsAhead = (db: ReadDb, personId: string, day: CivilDate): Promise<{ id: string }[]> =>
  db
    .selectFrom('session')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'place.person_id'),
    )
    .select('session.id')
    .where('place.person_id', '=', personId)
    .where('place.ended_on', 'is', null)
    .where('session.day', '>', day)
    .where('session.cancelled_cause', 'is', null)
    .where('mark.code', 'is', null)
    .orderBy('session.id')
    .execute()

/** Sessions after the day to which her marks say that she came. */
export const listMarksAfter = (db: ReadDb, personId: string, day: CivilDate): Promise<{ id: string }[]> =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select('session.id')
    .where('mark.person_id', '=', personId)
    .where('mark.code', 'in', ['A', 'R'])
    .where('session.day', '>', day)
    .orderBy('session.id')
    .execute()

/** Her own appointments after the moment, and those of her children, that stand. */
export async function listAppointments(db: ReadDb, personId: string, from: LeavingMoment) {
  const rows = await db
    .selectFrom('appointment')
    .leftJoin('child', 'child.id', 'appointment.child_id')
    .select(['appointment.id', 'appointment.version', 'appointment.day', 'appointment.starts_at as startsAt'])
    .select(['appointment.kind', 'appointment.child_id as childId'])
    .where((eb) => eb.or([eb('appointment.person_id', '=', personId), eb('child.mother_id', '=', personId)]))
    .where('appointment.cancelled_on', 'is', null)
    .where((eb) =>
      eb.or([
        eb('appointment.day', '>', from.day),
        eb.and([eb('appointment.day', '=', from.day), eb('appointment.starts_at', '>', from.time)]),
      ]),
    )
    .orderBy('appointment.day')
    .orderBy('appointment.starts_at')
    .execute()
  return rows.map(({ childId, ...row }) => ({ ...row, ofChild: childId !== null }))
}

/** Her children who live here on the day. */
export const listChildrenHere = (db: ReadDb, motherId: string, day: CivilDate) =>
  db
    .selectFrom('child')
    .select(['id', 'version', 'given_names as name'])
    .where('mother_id', '=', motherId)
    .where('kind', '=', 'here')
    .where((eb) => eb.or([eb('lives_here_until', 'is', null), eb('lives_here_until', '>', day)]))
    .orderBy('given_names')
    .execute()

/** Outings of her children that are not over: the child is out, or may yet leave. */
export async function listOpenOutings(db: ReadDb, motherId: string, day: CivilDate) {
  const rows = await db
    .selectFrom('outing_plan as outing')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing.id').on('came.direction', '=', 'back'),
    )
    .select(['outing.id', 'outing.version', 'outing.folio', 'child.given_names as child'])
    .select(['outing.leaves_on as leavesOn', 'outing.leaves_at as leavesAt', 'went.id as wentId'])
    .where('child.mother_id', '=', motherId)
    .where('outing.cancelled_on', 'is', null)
    .where('came.id', 'is', null)
    .where((eb) => eb.or([eb('went.id', 'is not', null), eb('outing.returns_on', '>=', day)]))
    .orderBy('outing.leaves_on')
    .orderBy('outing.folio')
    .execute()
  return rows.map(({ wentId, ...row }) => ({ ...row, out: wentId !== null }))
}

/** Certificates that still lie in the office. */
export async function listUndelivered(db: ReadDb, personId: string) {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['certificate.id', 'certificate.folio', 'workshop.title', 'axis.sensitive'])
    .where('certificate.holder_id', '=', personId)
    .where('certificate.state', '=', 'issued')
    .orderBy('certificate.folio')
    .execute()
  return rows.map((row) => ({ ...row, sensitive: row.sensitive === 1 }))
}

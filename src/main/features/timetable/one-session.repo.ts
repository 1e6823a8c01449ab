/** What one session has of its own: who gives it, where, how children are cared for, what it makes up for. */
import type { Care } from '../../../shared/contract/workshops.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { isMonthClosed } from '../../platform/db/closed-months'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface OwnRow {
  readonly plannedId: string
  readonly actualId: string | null
  readonly roomId: string
  readonly care: Care | null
  readonly editionCare: Care | null
  readonly moduleId: string | null
  readonly catchUpOf: string | null
  /** Day of the session that stands and makes up for it. */
  readonly madeUpOn: CivilDate | null
}

export async function findOwn(db: ReadDb, id: string): Promise<OwnRow | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .select((eb) => [
      eb.fn.coalesce('session.planned_instructor_id', 'edition.instructor_id').as('plannedId'),
      'session.actual_instructor_id as actualId',
      eb.fn.coalesce('session.room_id', 'edition.room_id').as('roomId'),
      'session.care',
      'edition.care as editionCare',
      'session.module_id as moduleId',
      'session.catch_up_of as catchUpOf',
      eb
        .selectFrom('session as later')
        .select('later.day')
        .whereRef('later.catch_up_of', '=', 'session.id')
        .where('later.cancelled_cause', 'is', null)
        .orderBy('later.day')
        .limit(1)
        .as('madeUpOn'),
    ])
    .where('session.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, care: row.care as Care | null, editionCare: row.editionCare as Care | null }
}

export interface InstructorRow {
  readonly id: string
  readonly name: string
  readonly clearanceUntil: CivilDate | null
}

/** Instructors who come to the center, by name. */
export const listActiveInstructors = (db: ReadDb): Promise<InstructorRow[]> =>
  db
    .selectFrom('instructor')
    .select(['id', 'name', 'clearance_until as clearanceUntil'])
    .where('active', '=', 1)
    .orderBy('name')
    .execute()

/** Rooms in use, by name. */
export const listActiveRooms = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('room').select(['id', 'name']).where('active', '=', 1).orderBy('name').execute()

/** Hours of an edition's own sessions that stand between two days. */
export const listOwnHours = (db: ReadDb, editionId: string, from: CivilDate, until: CivilDate) =>
  db
    .selectFrom('session')
    .select(['day', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('edition_id', '=', editionId)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .execute()

/** False if the session has changed since `version`. */
export async function markOwn(
  trx: Trx,
  id: string,
  version: number,
  set: {
    readonly planned_instructor_id?: string | null
    readonly actual_instructor_id?: string | null
    readonly room_id?: string | null
    readonly care?: Care | null
    readonly changed_at: Instant
  },
): Promise<boolean> {
  const done = await trx
    .updateTable('session')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Says of a new session what it makes up for, and gives it what that one had. */
export const markCatchUp = (trx: Trx, id: string, missedId: string, own: OwnRow) =>
  trx
    .updateTable('session')
    .set({ catch_up_of: missedId, module_id: own.moduleId, care: own.care })
    .where('id', '=', id)
    .execute()

/** True if the bundle of that day's month went out. */
export const isDayInSentMonth = (db: ReadDb, day: CivilDate): Promise<boolean> => isMonthClosed(db, day)

/** The table of sessions. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import type { LostCause } from '../../../shared/contract/timetable.contract'
import { placeHolds } from '../../platform/db/place-at-session'

export interface SessionRow {
  readonly id: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly axis: string
  readonly sensitive: boolean
  readonly roomId: string
  readonly room: string
  readonly instructorId: string
  readonly instructor: string
  readonly editionStartsOn: CivilDate
  readonly editionEndsOn: CivilDate
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: LostCause | null
  readonly cancelledNote: string | null
  /** The special day that cancelled or shortened it. */
  readonly specialDayId: string | null
  /** The hours it had before a special day took a part of them, and who answers for that part. */
  readonly shortened: { readonly startsAt: ClockTime; readonly endsAt: ClockTime; readonly cause: LostCause } | null
  /** Instant of the last change to when, where or whether it is held. */
  readonly changedAt: Instant | null
  readonly version: number
  readonly places: number
  readonly marks: number
}

/** She holds the place and is not excluded or suspended on that day. */
const IS_EXPECTED = sql<boolean>`NOT EXISTS (
  SELECT 1 FROM place_off WHERE place_off.place_id = place.id AND place_off.session_id = session.id)`

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
    .select((eb) => [
      'session.id',
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'axis.name as axis',
      'axis.sensitive',
      'room.id as roomId',
      'room.name as room',
      'instructor.id as instructorId',
      'instructor.name as instructor',
      'edition.starts_on as editionStartsOn',
      'edition.ends_on as editionEndsOn',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.cancelled_note as cancelledNote',
      'session.special_day_id as specialDayId',
      'session.planned_starts_at as plannedStartsAt',
      'session.planned_ends_at as plannedEndsAt',
      'session.shortened_cause as shortenedCause',
      'session.changed_at as changedAt',
      'session.version',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'edition.id')
        .where(placeHolds)
        .where(IS_EXPECTED)
        .as('places'),
      eb
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mark.session_id', '=', 'session.id')
        .as('marks'),
    ])
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .orderBy('room.name')

type Raw = Awaited<ReturnType<ReturnType<typeof sessions>['execute']>>[number]

const toSession = (row: Raw): SessionRow => ({
  ...row,
  sensitive: row.sensitive === 1,
  cancelledCause: row.cancelledCause as LostCause | null,
  shortened:
    row.plannedStartsAt && row.plannedEndsAt && row.shortenedCause
      ? { startsAt: row.plannedStartsAt, endsAt: row.plannedEndsAt, cause: row.shortenedCause as LostCause }
      : null,
  places: row.places ?? 0,
  marks: row.marks ?? 0,
})

export interface SessionFilter {
  readonly from: CivilDate
  readonly until: CivilDate
  readonly roomId?: string
  readonly instructorId?: string
  readonly personId?: string
}

/** Sessions between two days, both included; of one room, one instructor or one woman if asked. */
export async function listSessions(db: ReadDb, filter: SessionFilter): Promise<SessionRow[]> {
  const { roomId, instructorId, personId } = filter
  let query = sessions(db).where('session.day', '>=', filter.from).where('session.day', '<=', filter.until)
  if (roomId) query = query.where('room.id', '=', roomId)
  if (instructorId) query = query.where('instructor.id', '=', instructorId)
  if (personId)
    query = query.where((session) =>
      session.exists(
        session
          .selectFrom('place')
          .select('place.id')
          .whereRef('place.edition_id', '=', 'edition.id')
          .where('place.person_id', '=', personId)
          .where(placeHolds)
          .where(IS_EXPECTED),
      ),
    )
  return (await query.execute()).map(toSession)
}

export async function findSession(db: ReadDb, id: string): Promise<SessionRow | undefined> {
  const row = await sessions(db).where('session.id', '=', id).executeTakeFirst()
  return row && toSession(row)
}

/** Sessions of one edition with whether anything was written on their roll. */
export async function listSessionsOfEdition(
  db: ReadDb,
  editionId: string,
): Promise<
  {
    id: string
    day: CivilDate
    startsAt: ClockTime
    endsAt: ClockTime
    cancelledCause: LostCause | null
    cancelledNote: string | null
    version: number
    marked: boolean
  }[]
> {
  const rows = await db
    .selectFrom('session')
    .select((eb) => [
      'session.id',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.cancelled_note as cancelledNote',
      'session.version',
      eb
        .or([
          eb.exists(eb.selectFrom('mark').select('mark.session_id').whereRef('mark.session_id', '=', 'session.id')),
          eb.exists(
            eb
              .selectFrom('doubtful_mark')
              .select('doubtful_mark.id')
              .whereRef('doubtful_mark.session_id', '=', 'session.id'),
          ),
          eb.exists(
            eb
              .selectFrom('unlisted_attendee')
              .select('unlisted_attendee.id')
              .whereRef('unlisted_attendee.session_id', '=', 'session.id'),
          ),
        ])
        .as('marked'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    cancelledCause: row.cancelledCause as LostCause | null,
    marked: Boolean(row.marked),
  }))
}
// ——— Writing

/** A session to be written. */
export type NewSession = Pick<
  SessionRow,
  'day' | 'startsAt' | 'endsAt' | 'cancelledCause' | 'cancelledNote' | 'specialDayId' | 'shortened'
>

/** Inserts sessions of one edition; answers their ids in order. Papers of this day mark those that are held on it. */
export async function insertSessions(
  trx: Trx,
  editionId: string,
  planned: readonly NewSession[],
  now: Instant,
): Promise<string[]> {
  const rows = planned.map((each) => ({
    id: randomUUID(),
    edition_id: editionId,
    day: each.day,
    starts_at: each.startsAt,
    ends_at: each.endsAt,
    cancelled_cause: each.cancelledCause,
    cancelled_note: each.cancelledNote,
    special_day_id: each.specialDayId,
    planned_starts_at: each.shortened?.startsAt ?? null,
    planned_ends_at: each.shortened?.endsAt ?? null,
    shortened_cause: each.shortened?.cause ?? null,
    changed_at: now,
  }))
  // SQLite takes 32,766 bound values in one statement.
  for (let i = 0; i < rows.length; i += 1000)
    await trx
      .insertInto('session')
      .values(rows.slice(i, i + 1000))
      .execute()
  return rows.map((row) => row.id)
}

export async function deleteSessions(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.deleteFrom('session').where('id', 'in', ids).execute()
}

/**
 * Changes when, where or whether a session is held. False if it has changed since `version`. `changed_at` is asked for
 * each time: the papers of that day mark what changed on it.
 */
export async function markSession(
  trx: Trx,
  id: string,
  version: number,
  set: {
    changed_at: Instant
    day?: CivilDate
    starts_at?: ClockTime
    ends_at?: ClockTime
    room_id?: string | null
    planned_instructor_id?: string | null
    actual_instructor_id?: string | null
    cancelled_cause?: LostCause | null
    cancelled_note?: string | null
    special_day_id?: string | null
    planned_starts_at?: ClockTime | null
    planned_ends_at?: ClockTime | null
    shortened_cause?: LostCause | null
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

/** A session of the same edition at the same beginning, other than this one. */
export const findTwin = (
  db: ReadDb,
  of: { id: string; editionId: string; day: CivilDate; startsAt: ClockTime },
): Promise<{ id: string } | undefined> =>
  db
    .selectFrom('session')
    .select('id')
    .where('edition_id', '=', of.editionId)
    .where('day', '=', of.day)
    .where('starts_at', '=', of.startsAt)
    .where('id', '!=', of.id)
    .executeTakeFirst()

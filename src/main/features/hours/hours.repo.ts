/** What the hours are counted from, read by join over the tables of other slices; this slice owns none. */
import type { Mark, Reason } from '../../../shared/contract/marks'
import type { LostCause } from '../../../shared/contract/timetable.contract'
import { minutesOf, type CivilDate } from '../../../shared/kernel/civil-date'
import type { NameParts } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import { placeHolds } from '../../platform/db/place-at-session'

export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate
}

/** Sessions of a period with what names them, in the order of day and hour. */
export async function listSessions(db: ReadDb, span: Span) {
  const rows = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'session.id',
      'axis.id as axisId',
      'axis.name as axis',
      'axis.sensitive',
      'workshop.title',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.planned_starts_at as plannedStartsAt',
      'session.planned_ends_at as plannedEndsAt',
      'session.shortened_cause as shortenedCause',
    ])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.until)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .orderBy('edition.code')
    .execute()
  return rows.map(({ plannedStartsAt, plannedEndsAt, shortenedCause, ...row }) => ({
    ...row,
    sensitive: row.sensitive === 1,
    cancelledCause: row.cancelledCause as LostCause | null,
    shortened:
      plannedStartsAt !== null && plannedEndsAt !== null && shortenedCause !== null
        ? {
            minutes: Math.max(0, lengthOf(plannedStartsAt, plannedEndsAt) - lengthOf(row.startsAt, row.endsAt)),
            cause: shortenedCause as LostCause,
          }
        : null,
  }))
}
const lengthOf = (from: string, until: string): number => minutesOf(until) - minutesOf(from)
export type NamedSession = Awaited<ReturnType<typeof listSessions>>[number]

/** Women with a place open on the day of a session of the period; twice if she has had two places. */
export const listOnRoll = (db: ReadDb, span: Span) =>
  db
    .selectFrom('session')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .innerJoin('person', 'person.id', 'place.person_id')
    .select(['session.id as sessionId', 'place.person_id as personId'])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.until)
    .where(placeHolds)
    .orderBy('person.sort_key')
    .execute()

/** Women of them who were not expected: the places' own view says who. */
export const listOff = (db: ReadDb, span: Span) =>
  db
    .selectFrom('place_off')
    .innerJoin('session', 'session.id', 'place_off.session_id')
    .select(['place_off.session_id as sessionId', 'place_off.person_id as personId'])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.until)
    .execute()

/** Marks of the sessions of a period. */
export async function listMarks(db: ReadDb, span: Span) {
  const rows = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select([
      'mark.session_id as sessionId',
      'mark.person_id as personId',
      'mark.code',
      'mark.reason',
      'mark.credited_minutes as credited',
    ])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.until)
    .execute()
  return rows.map(({ code, reason, ...row }) => ({ ...row, mark: code as Mark, reason: reason as Reason | null }))
}

/** Marks that nobody could read and nobody has settled. */
export const listDoubts = (db: ReadDb, span: Span) =>
  db
    .selectFrom('doubtful_mark')
    .innerJoin('session', 'session.id', 'doubtful_mark.session_id')
    .select(['doubtful_mark.session_id as sessionId', 'doubtful_mark.person_id as personId'])
    .where('doubtful_mark.settled_at', 'is', null)
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.until)
    .execute()

const PIECE = 500

/** Names of women by id. */
export async function namesOf(db: ReadDb, personIds: readonly string[]): Promise<ReadonlyMap<string, NameParts>> {
  const names = new Map<string, NameParts>()
  for (let from = 0; from < personIds.length; from += PIECE) {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'surname1', 'surname2', 'given_names as givenNames', 'chosen_name as chosenName'])
      .where('id', 'in', personIds.slice(from, from + PIECE))
      .execute()
    for (const { id, ...name } of rows) names.set(id, name)
  }
  return names
}

/** The tables of rolls and marks, and what is read beside them. */
import { sql } from 'kysely'
import type { HeldSession, Mark } from '../../../shared/contract/attendance.contract'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** Which sessions: of one edition or of all, between two days (both included). */
export interface Span {
  readonly editionId?: string | undefined
  readonly from: CivilDate
  readonly to: CivilDate
}

export interface EditionRow {
  readonly id: string
  readonly code: string
  readonly title: string
  readonly instructor: string
  readonly room: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly minRatePercent: number
}

const editions = (db: ReadDb) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('instructor', 'instructor.id', 'edition.instructor_id')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .select([
      'edition.id',
      'edition.code',
      'workshop.title',
      'instructor.name as instructor',
      'room.name as room',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition.min_rate_percent as minRatePercent',
    ])

export const findEdition = (db: ReadDb, id: string): Promise<EditionRow | undefined> =>
  editions(db).where('edition.id', '=', id).executeTakeFirst()

/** Editions of sensitive axes (mental health): who goes there is not for every role of the office. */
export async function listSensitiveEditions(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('edition.id')
    .where('axis.sensitive', '=', 1)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Editions that run on some day of a span. */
export const listEditions = (db: ReadDb, span: Span): Promise<readonly EditionRow[]> =>
  editions(db)
    .where('edition.starts_on', '<=', span.to)
    .where('edition.ends_on', '>=', span.from)
    .orderBy('edition.code')
    .execute()

/** The weekly hours of an edition, for the head of its paper. */
export const listHours = (
  db: ReadDb,
  editionId: string,
): Promise<readonly { weekday: number; startsAt: string; endsAt: string }[]> =>
  db
    .selectFrom('edition_slot')
    .select(['weekday', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where('edition_id', '=', editionId)
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute()

const sessions = (db: ReadDb) =>
  db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('instructor', (join) =>
      join.on(
        'instructor.id',
        '=',
        sql`coalesce(session.actual_instructor_id, session.planned_instructor_id, edition.instructor_id)`,
      ),
    )
    .innerJoin('room', (join) => join.on('room.id', '=', sql`coalesce(session.room_id, edition.room_id)`))
    .select([
      'session.id',
      'session.edition_id as editionId',
      'edition.code',
      'workshop.title',
      'instructor.name as instructor',
      'room.name as room',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.cancelled_note as cancelledNote',
    ])

export const findSession = (db: ReadDb, id: string): Promise<HeldSession | undefined> =>
  sessions(db).where('session.id', '=', id).executeTakeFirst()

export async function listSessions(db: ReadDb, span: Span): Promise<readonly HeldSession[]> {
  let query = sessions(db).where('session.day', '>=', span.from).where('session.day', '<=', span.to)
  if (span.editionId) query = query.where('session.edition_id', '=', span.editionId)
  return query.orderBy('session.day').orderBy('session.starts_at').orderBy('edition.code').execute()
}

/** The sessions of an edition just before and just after one of its own. */
export async function findNeighbours(
  db: ReadDb,
  session: HeldSession,
): Promise<{ previousId: string | null; nextId: string | null }> {
  const rows = await db
    .selectFrom('session')
    .select('id')
    .where('edition_id', '=', session.editionId)
    .orderBy('day')
    .orderBy('starts_at')
    .execute()
  const at = rows.findIndex((row) => row.id === session.id)
  return { previousId: rows[at - 1]?.id ?? null, nextId: rows[at + 1]?.id ?? null }
}

/** Sessions of an edition after a day that are still to be held. */
export async function countAhead(db: ReadDb, editionId: string, day: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('session')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('edition_id', '=', editionId)
    .where('day', '>', day)
    .where('cancelled_cause', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

interface PlaceSpan {
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
}
interface MarkFact {
  readonly sessionId: string
  readonly personId: string
  readonly mark: Mark
  readonly credited: number | null
}
interface DoubtFact {
  readonly sessionId: string
  readonly personId: string
  readonly written: string
}

async function listPlaceSpans(db: ReadDb, span: Span): Promise<readonly PlaceSpan[]> {
  let query = db
    .selectFrom('place')
    .select(['person_id as personId', 'edition_id as editionId', 'opened_on as openedOn', 'ended_on as endedOn'])
    .where('opened_on', '<=', span.to)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', span.from)]))
  if (span.editionId) query = query.where('edition_id', '=', span.editionId)
  return query.execute()
}

async function listMarks(db: ReadDb, span: Span): Promise<readonly MarkFact[]> {
  let query = db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select([
      'mark.session_id as sessionId',
      'mark.person_id as personId',
      'mark.code',
      'mark.credited_minutes as credited',
    ])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.to)
  if (span.editionId) query = query.where('session.edition_id', '=', span.editionId)
  const rows = await query.execute()
  return rows.map(({ code, ...row }) => ({ ...row, mark: code as Mark }))
}

async function listDoubtFacts(db: ReadDb, span: Span): Promise<readonly DoubtFact[]> {
  let query = db
    .selectFrom('doubtful_mark')
    .innerJoin('session', 'session.id', 'doubtful_mark.session_id')
    .select(['session_id as sessionId', 'person_id as personId', 'written'])
    .where('settled_at', 'is', null)
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.to)
  if (span.editionId) query = query.where('session.edition_id', '=', span.editionId)
  return query.execute()
}

/** Women with a place who are not expected at a session: the places' own view says who. */
async function listOff(db: ReadDb, span: Span): Promise<readonly { sessionId: string; personId: string }[]> {
  let query = db
    .selectFrom('place_off')
    .innerJoin('session', 'session.id', 'place_off.session_id')
    .select(['place_off.session_id as sessionId', 'place_off.person_id as personId'])
    .where('session.day', '>=', span.from)
    .where('session.day', '<=', span.to)
  if (span.editionId) query = query.where('place_off.edition_id', '=', span.editionId)
  return query.execute()
}

export interface GatheredRolls {
  readonly sessions: readonly HeldSession[]
  readonly places: readonly PlaceSpan[]
  readonly marks: readonly MarkFact[]
  readonly doubts: readonly DoubtFact[]
  readonly off: readonly { readonly sessionId: string; readonly personId: string }[]
}

/** Everything that the rules ask about rolls, gathered once. */
export async function gatherRolls(db: ReadDb, span: Span): Promise<GatheredRolls> {
  return {
    sessions: await listSessions(db, span),
    places: await listPlaceSpans(db, span),
    marks: await listMarks(db, span),
    doubts: await listDoubtFacts(db, span),
    off: await listOff(db, span),
  }
}

const PIECE = 500

/** Women by id, in the order of the paper: by surnames. */
export async function listWomen(db: ReadDb, personIds: readonly string[]): Promise<readonly NamedWoman[]> {
  const rows = []
  for (let from = 0; from < personIds.length; from += PIECE)
    rows.push(
      ...(await db
        .selectFrom('person')
        .select([
          'id as personId',
          'file_number as fileNumber',
          'surname1',
          'surname2',
          'given_names as givenNames',
          'chosen_name as chosenName',
        ])
        .where('id', 'in', personIds.slice(from, from + PIECE))
        .orderBy('sort_key')
        .execute()),
    )
  return rows
}

export interface RollRow {
  readonly version: number
  readonly attended: number
  readonly absent: number
}

export const findRoll = (db: ReadDb, sessionId: string): Promise<RollRow | undefined> =>
  db
    .selectFrom('roll')
    .select(['version', 'paper_attended as attended', 'paper_absent as absent'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()

/** False if the roll has been keyed in since `version` (0: not yet keyed in). */
export async function putRoll(
  trx: Trx,
  roll: { sessionId: string; version: number; keyedAt: string; keyedBy: string | null },
  paper: { attended: number; absent: number },
): Promise<boolean> {
  const row = {
    version: roll.version + 1,
    keyed_at: roll.keyedAt,
    keyed_by: roll.keyedBy,
    paper_attended: paper.attended,
    paper_absent: paper.absent,
  }
  const done = await trx
    .insertInto('roll')
    .values({ session_id: roll.sessionId, ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row).where('roll.version', '=', roll.version))
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function personExists(db: ReadDb, id: string): Promise<boolean> {
  const query = db.selectFrom('person').select('id').where('id', '=', id).where('merged_into', 'is', null)
  return (await query.executeTakeFirst()) !== undefined
}

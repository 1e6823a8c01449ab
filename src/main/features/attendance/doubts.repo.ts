/** Marks that nobody could read, and women who were not on the list. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import type { Span } from './attendance.repo'

export interface DoubtRow extends NamedWoman {
  readonly id: string
  readonly sessionId: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly day: CivilDate
  readonly written: string
}

/** Marks that nobody could read and that are not settled; all, or of some days. */
export async function listDoubts(db: ReadDb, span?: Span): Promise<readonly DoubtRow[]> {
  let query = db
    .selectFrom('doubtful_mark')
    .innerJoin('session', 'session.id', 'doubtful_mark.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('person', 'person.id', 'doubtful_mark.person_id')
    .select([
      'doubtful_mark.id',
      'session.id as sessionId',
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'session.day',
      'doubtful_mark.written',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .where('doubtful_mark.settled_at', 'is', null)
  if (span) query = query.where('session.day', '>=', span.from).where('session.day', '<=', span.to)
  return query.orderBy('session.day').orderBy('person.sort_key').execute()
}

export interface UnlistedRow {
  readonly id: string
  readonly sessionId: string
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly day: CivilDate
  readonly name: string
  readonly mark: string
}

/** Women on a paper who were not on its list, not settled; all, of some days, or of one session. */
export async function listUnlisted(
  db: ReadDb,
  of: { readonly span?: Span; readonly sessionId?: string } = {},
): Promise<readonly UnlistedRow[]> {
  let query = db
    .selectFrom('unlisted_attendee')
    .innerJoin('session', 'session.id', 'unlisted_attendee.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select([
      'unlisted_attendee.id',
      'session.id as sessionId',
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'session.day',
      'unlisted_attendee.name',
      'unlisted_attendee.code as mark',
    ])
    .where('unlisted_attendee.settled_at', 'is', null)
  if (of.span) query = query.where('session.day', '>=', of.span.from).where('session.day', '<=', of.span.to)
  if (of.sessionId) query = query.where('session.id', '=', of.sessionId)
  return query.orderBy('session.day').orderBy('unlisted_attendee.name').execute()
}

/** All names ever written below the list of a session, settled or not: each may stand there once. */
export async function listNamesBelow(db: ReadDb, sessionId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('unlisted_attendee').select('name').where('session_id', '=', sessionId).execute()
  return rows.map((row) => row.name)
}

export const findDoubt = (
  db: ReadDb,
  id: string,
): Promise<{ sessionId: string; personId: string; written: string; settledAt: string | null } | undefined> =>
  db
    .selectFrom('doubtful_mark')
    .select(['session_id as sessionId', 'person_id as personId', 'written', 'settled_at as settledAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function markDoubtSettled(trx: Trx, id: string, at: string): Promise<void> {
  await trx.updateTable('doubtful_mark').set({ settled_at: at }).where('id', '=', id).execute()
}

export const findUnlisted = (
  db: ReadDb,
  id: string,
): Promise<{ sessionId: string; name: string; mark: string; settledAt: string | null } | undefined> =>
  db
    .selectFrom('unlisted_attendee')
    .select(['session_id as sessionId', 'name', 'code as mark', 'settled_at as settledAt'])
    .where('id', '=', id)
    .executeTakeFirst()

export async function insertUnlisted(
  trx: Trx,
  row: { id: string; sessionId: string; name: string; mark: string },
): Promise<void> {
  await trx
    .insertInto('unlisted_attendee')
    .values({ id: row.id, session_id: row.sessionId, name: row.name, code: row.mark })
    .execute()
}

export async function markUnlistedSettled(trx: Trx, id: string, at: string): Promise<void> {
  await trx.updateTable('unlisted_attendee').set({ settled_at: at }).where('id', '=', id).execute()
}

/** The day as it ended: reasons written beside marks. */
import type { Mark, Reason } from '../../../shared/contract/marks'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Marks of a day's sessions that were held, by letter and reason. */
export async function countReasons(db: ReadDb, day: CivilDate) {
  const rows = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select(({ fn }) => ['mark.code', 'mark.reason', fn.countAll<number>().as('count')])
    .where('session.day', '=', day)
    .where('session.cancelled_cause', 'is', null)
    .where('mark.code', 'not in', ['A', 'R'])
    .groupBy(['mark.code', 'mark.reason'])
    .orderBy('mark.code')
    .orderBy('mark.reason')
    .execute()
  return rows.map(({ code, reason, count }) => ({ mark: code as Mark, reason: reason as Reason | null, count }))
}

/** Marks whose reason is told in words alone. */
export const listOthers = (db: ReadDb, from: CivilDate, until: CivilDate) =>
  db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('person', 'person.id', 'mark.person_id')
    .leftJoin('staff', 'staff.id', 'mark.marked_by')
    .select([
      'session.id as sessionId',
      'edition.id as editionId',
      'workshop.title',
      'session.day',
      'mark.note',
      'staff.name as keyedBy',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .where('mark.reason', '=', 'other')
    .where('session.day', '>=', from)
    .where('session.day', '<=', until)
    .orderBy('session.day')
    .orderBy('person.sort_key')
    .execute()

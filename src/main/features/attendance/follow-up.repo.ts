/** Who to follow up: the marks of women with an open place in running groups, in one read. */
import { sql } from 'kysely'
import type { Mark } from '../../../shared/contract/marks'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface Followed extends NamedWoman {
  readonly editionId: string
  readonly title: string
  readonly minRatePercent: number
  /** Her marks in the order of the sessions. */
  readonly marks: readonly Mark[]
  /** Sessions still to be held. */
  readonly left: number
}

/** Women with at least one absence in a running group. */
export async function listFollowed(db: ReadDb, today: CivilDate): Promise<readonly Followed[]> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('person', 'person.id', 'place.person_id')
    .innerJoin('session', 'session.edition_id', 'edition.id')
    .innerJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'place.person_id'),
    )
    .select((eb) => [
      'edition.id as editionId',
      'workshop.title',
      'edition.min_rate_percent as minRatePercent',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      sql<string>`group_concat(mark.code, ' ' ORDER BY session.day, session.starts_at)`.as('marks'),
      eb
        .selectFrom('session as ahead')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('ahead.edition_id', '=', 'edition.id')
        .where('ahead.day', '>', today)
        .where('ahead.cancelled_cause', 'is', null)
        .as('left'),
    ])
    .where('place.ended_on', 'is', null)
    .where('edition.starts_on', '<=', today)
    .where('edition.ends_on', '>=', today)
    .groupBy('place.id')
    .having(sql<number>`max(mark.code = 'F')`, '=', 1)
    .orderBy('person.sort_key')
    .execute()
  return rows.map(({ marks, left, ...row }) => ({ ...row, marks: marks.split(' ') as Mark[], left: left ?? 0 }))
}

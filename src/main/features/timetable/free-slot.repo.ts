/** What the finder of free slots reads: whose group it is, who is meant by a pasted line. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** The session that would be: it has no id yet. */
export const AHEAD = 'ahead'

/** A group as one more session of it would be. */
export async function findGroup(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'edition.id',
      'edition.code',
      'workshop.title',
      'axis.sensitive',
      'edition.room_id as roomId',
      'edition.instructor_id as instructorId',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
    ])
    .where('edition.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, sensitive: row.sensitive === 1 }
}

export interface SlotEdition {
  readonly id: string
  readonly workshopId: string
  readonly sensitive: boolean
}

export async function findSlotEdition(db: ReadDb, id: string): Promise<SlotEdition | undefined> {
  const row = await db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['edition.id', 'workshop.id as workshopId', 'axis.sensitive'])
    .where('edition.id', '=', id)
    .executeTakeFirst()
  return row && { ...row, sensitive: row.sensitive === 1 }
}

/** Women with an open place in an edition. */
export async function listWomenOfEdition(db: ReadDb, editionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('person', 'person.id', 'place.person_id')
    .select('person.id')
    .distinct()
    .where('place.edition_id', '=', editionId)
    .where('place.ended_on', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

/** Women who are here and whose folded name or file number holds every word; two are enough to know it is not one. */
export async function listMeant(db: ReadDb, words: readonly string[], day: CivilDate): Promise<string[]> {
  let query = db
    .selectFrom('person')
    .innerJoin('stay', 'stay.person_id', 'person.id')
    .select('person.id')
    .distinct()
    .where('stay.admitted_on', '<=', day)
    .where((row) => row.or([row('stay.left_on', 'is', null), row('stay.left_on', '>', day)]))
    .limit(2)
  for (const word of words) query = query.where('person.search_text', 'like', `%${word}%`)
  return (await query.execute()).map((row) => row.id)
}

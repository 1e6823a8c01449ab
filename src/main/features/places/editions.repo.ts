/** Editions and workshops as places and waits read them. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface EditionFacts {
  readonly id: string
  readonly code: string
  readonly workshopId: string
  readonly title: string
  readonly capacity: number
  readonly taken: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

const editions = (db: ReadDb) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select((eb) => [
      'edition.id',
      'edition.code',
      'workshop.id as workshopId',
      'workshop.title',
      'edition.capacity',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'edition.id')
        .where('place.ended_on', 'is', null)
        .as('taken'),
    ])

export const findEdition = async (db: ReadDb, id: string): Promise<EditionFacts | undefined> => {
  const row = await editions(db).where('edition.id', '=', id).executeTakeFirst()
  return row && { ...row, taken: row.taken ?? 0 }
}

/** Editions that are not over on a day. */
export const listRunningEditions = async (db: ReadDb, day: CivilDate): Promise<EditionFacts[]> => {
  const rows = await editions(db).where('edition.ends_on', '>=', day).orderBy('edition.code').execute()
  return rows.map((row) => ({ ...row, taken: row.taken ?? 0 }))
}

/** Workshops of sensitive axes (mental health): who goes or waits there is not for every role of the office. */
export async function listSensitiveWorkshops(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('workshop')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('workshop.id')
    .where('axis.sensitive', '=', 1)
    .execute()
  return new Set(rows.map((row) => row.id))
}

export const listWorkshops = (db: ReadDb): Promise<readonly { id: string; title: string }[]> =>
  db.selectFrom('workshop').select(['id', 'title']).execute()

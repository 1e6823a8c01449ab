/** The table of places, and the weekly hours that they take. */
import type { EndResult, Place, PlaceClash } from '../../../shared/contract/places.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { women } from './women.repo'

const places = (db: ReadDb) =>
  women(db)
    .innerJoin('place', 'place.person_id', 'person.id')
    .select([
      'place.id',
      'place.edition_id as editionId',
      'place.opened_on as openedOn',
      'place.ended_on as endedOn',
      'place.end_result as endResult',
      'place.end_cause as endCause',
      'place.version',
    ])

type PlaceRow = Place & { editionId: string }

const toPlace = <Row extends { stayId: string | null; endResult: string | null }>({
  stayId: _stayId,
  ...row
}: Row) => ({
  ...row,
  endResult: row.endResult as EndResult | null,
})

export async function listPlacesOfEdition(db: ReadDb, editionId: string): Promise<readonly PlaceRow[]> {
  const rows = await places(db).where('place.edition_id', '=', editionId).orderBy('person.sort_key').execute()
  return rows.map(toPlace)
}

export async function findPlace(db: ReadDb, id: string): Promise<PlaceRow | undefined> {
  const row = await places(db).where('place.id', '=', id).executeTakeFirst()
  return row && toPlace(row)
}

export async function listPlacesOfPerson(
  db: ReadDb,
  personId: string,
): Promise<readonly (PlaceRow & { code: string; title: string; workshopId: string })[]> {
  const rows = await places(db)
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['edition.code', 'workshop.title', 'workshop.id as workshopId'])
    .where('person.id', '=', personId)
    .orderBy('place.opened_on', 'desc')
    .orderBy('edition.code')
    .execute()
  return rows.map(toPlace)
}

interface HourRow extends PlaceClash {
  readonly workshopId: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

const hours = (db: ReadDb) =>
  db
    .selectFrom('edition_slot')
    .innerJoin('edition', 'edition.id', 'edition_slot.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select([
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'workshop.id as workshopId',
      'edition_slot.weekday',
      'edition_slot.starts_at as startsAt',
      'edition_slot.ends_at as endsAt',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
    ])

export const listHoursOfEdition = (db: ReadDb, editionId: string): Promise<readonly HourRow[]> =>
  hours(db).where('edition.id', '=', editionId).execute()

/** The weekly hours of all open places, by woman. */
export async function listHoursTaken(
  db: ReadDb,
  personIds: readonly string[],
): Promise<readonly (HourRow & { personId: string })[]> {
  if (personIds.length === 0) return []
  return hours(db)
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .select('place.person_id as personId')
    .where('place.ended_on', 'is', null)
    .where('place.person_id', 'in', personIds)
    .orderBy('edition_slot.weekday')
    .orderBy('edition_slot.starts_at')
    .execute()
}

export async function insertPlace(
  trx: Trx,
  place: { id: string; personId: string; editionId: string; openedOn: CivilDate },
): Promise<void> {
  await trx
    .insertInto('place')
    .values({ id: place.id, person_id: place.personId, edition_id: place.editionId, opened_on: place.openedOn })
    .execute()
}

/** False if the place has changed since `version`. */
export async function markPlaceEnded(
  trx: Trx,
  id: string,
  version: number,
  end: { endedOn: CivilDate; result: EndResult; cause: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('place')
    .set({ ended_on: end.endedOn, end_result: end.result, end_cause: end.cause, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The tables of places and waits, and what is read beside them. */
import type { EndResult, NamedWoman, Place, PlaceClash } from '../../../shared/contract/places.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

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

export interface WaitRow extends NamedWoman {
  readonly id: string
  readonly dormitory: string | null
  readonly workshopId: string
  readonly workshop: string
  readonly requestedOn: CivilDate
  readonly version: number
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

/** A woman with the dormitory of her open stay, if she is here. */
const women = (db: ReadDb) =>
  db
    .selectFrom('person')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select([
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'stay.dormitory',
      'stay.id as stayId',
    ])

/** Women here now whose folded name, chosen name or file number holds every word. */
export async function searchWomenHere(
  db: ReadDb,
  words: readonly string[],
  limit: number,
): Promise<readonly (NamedWoman & { dormitory: string | null })[]> {
  let query = women(db).where('stay.id', 'is not', null)
  for (const word of words) query = query.where('person.search_text', 'like', `%${word}%`)
  const rows = await query.orderBy('person.sort_key').limit(limit).execute()
  return rows.map(({ stayId: _stayId, ...woman }) => woman)
}

/** Whether she is registered, and here. */
export async function findPresence(db: ReadDb, personId: string): Promise<{ isHere: boolean } | undefined> {
  const row = await women(db).where('person.id', '=', personId).executeTakeFirst()
  return row && { isHere: row.stayId !== null }
}

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

const openWaits = (db: ReadDb) =>
  women(db)
    .innerJoin('wait', 'wait.person_id', 'person.id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .select([
      'wait.id',
      'wait.workshop_id as workshopId',
      'workshop.title as workshop',
      'wait.requested_on as requestedOn',
      'wait.version',
    ])
    .where('wait.closed_on', 'is', null)

export async function listOpenWaits(
  db: ReadDb,
  of: { readonly workshopId?: string; readonly personId?: string } = {},
): Promise<readonly WaitRow[]> {
  let query = openWaits(db)
  if (of.workshopId) query = query.where('wait.workshop_id', '=', of.workshopId)
  if (of.personId) query = query.where('person.id', '=', of.personId)
  const rows = await query.execute()
  return rows.map(({ stayId: _stayId, ...row }) => row)
}

export const findWait = (
  db: ReadDb,
  id: string,
): Promise<{ personId: string; workshopId: string; closedOn: string | null } | undefined> =>
  db
    .selectFrom('wait')
    .select(['person_id as personId', 'workshop_id as workshopId', 'closed_on as closedOn'])
    .where('id', '=', id)
    .executeTakeFirst()

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

export async function insertWait(
  trx: Trx,
  wait: { id: string; personId: string; workshopId: string; requestedOn: CivilDate },
): Promise<void> {
  await trx
    .insertInto('wait')
    .values({ id: wait.id, person_id: wait.personId, workshop_id: wait.workshopId, requested_on: wait.requestedOn })
    .execute()
}

/** False if the wait has changed since `version`. */
export async function markWaitClosed(
  trx: Trx,
  id: string,
  version: number,
  close: { closedOn: CivilDate; cause: 'placed' | 'declined' | 'left' },
): Promise<boolean> {
  const done = await trx
    .updateTable('wait')
    .set({ closed_on: close.closedOn, close_cause: close.cause, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

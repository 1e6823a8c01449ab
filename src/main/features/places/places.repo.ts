/** The table of places, and what is read beside it. */
import type { EndCause, EndResult } from '../../../shared/contract/endings.contract'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'
import { women } from './women.repo'

export interface PlaceRow extends NamedWoman {
  readonly id: string
  readonly dormitory: string | null
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly endResult: EndResult | null
  readonly endCause: EndCause | null
  readonly endNote: string | null
  readonly givenReason: string | null
  readonly version: number
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
      'place.end_note as endNote',
      'place.given_reason as givenReason',
      'place.version',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof places>['execute']>>[number]

const toPlace = <Row extends Raw>({ stayId: _stayId, ...row }: Row) => ({
  ...row,
  endResult: row.endResult as EndResult | null,
  endCause: row.endCause as EndCause | null,
})

export async function listPlacesOfEdition(db: ReadDb, editionId: string): Promise<readonly PlaceRow[]> {
  const rows = await places(db).where('place.edition_id', '=', editionId).orderBy('person.sort_key').execute()
  return rows.map(toPlace)
}

export async function findPlace(db: ReadDb, id: string): Promise<PlaceRow | undefined> {
  const row = await places(db).where('place.id', '=', id).executeTakeFirst()
  return row && toPlace(row)
}

export interface PlaceOfPerson extends PlaceRow {
  readonly code: string
  readonly title: string
  readonly workshopId: string
  readonly minRatePercent: number
}

export async function listPlacesOfPerson(db: ReadDb, personId: string): Promise<readonly PlaceOfPerson[]> {
  const rows = await places(db)
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select([
      'edition.code',
      'workshop.title',
      'workshop.id as workshopId',
      'edition.min_rate_percent as minRatePercent',
    ])
    .where('person.id', '=', personId)
    .orderBy('place.opened_on', 'desc')
    .orderBy('edition.code')
    .execute()
  return rows.map(toPlace)
}

/** `<woman> <edition>` of every open place of some women. */
export async function listOpenPairs(db: ReadDb, editionIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (editionIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('place')
    .select(['person_id', 'edition_id'])
    .where('ended_on', 'is', null)
    .where('edition_id', 'in', editionIds)
    .execute()
  return new Set(rows.map((row) => `${row.person_id} ${row.edition_id}`))
}

export interface Tally {
  readonly personId: string
  readonly editionId: string
  readonly attended: number
  readonly counted: number
}

/** Sessions attended of those that count against the minimum, by woman: of an edition, or of all editions of one woman. */
export async function listTallies(
  db: ReadDb,
  of: { readonly editionId: string } | { readonly personId: string },
): Promise<readonly Tally[]> {
  let query = db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select(({ fn, eb }) => [
      'mark.person_id as personId',
      'session.edition_id as editionId',
      fn.sum<number>(eb.case().when('mark.code', 'in', ['A', 'R']).then(1).else(0).end()).as('attended'),
      fn.countAll<number>().as('counted'),
    ])
    .where('mark.code', 'in', ['A', 'R', 'F'])
  query =
    'editionId' in of
      ? query.where('session.edition_id', '=', of.editionId)
      : query.where('mark.person_id', '=', of.personId)
  return query.groupBy(['mark.person_id', 'session.edition_id']).execute()
}

/** Sessions held by a day on whose roll she still has no mark, by place of an edition. */
export async function countUnmarked(
  db: ReadDb,
  editionId: string,
  day: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('session', 'session.edition_id', 'place.edition_id')
    .select(({ fn }) => ['place.id', fn.countAll<number>().as('n')])
    .where('place.edition_id', '=', editionId)
    .where('place.ended_on', 'is', null)
    .where('session.day', '<=', day)
    .where('session.cancelled_cause', 'is', null)
    .whereRef('session.day', '>=', 'place.opened_on')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mark')
            .select('mark.code')
            .whereRef('mark.session_id', '=', 'session.id')
            .whereRef('mark.person_id', '=', 'place.person_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('place_off')
            .select('place_off.place_id')
            .whereRef('place_off.place_id', '=', 'place.id')
            .whereRef('place_off.session_id', '=', 'session.id'),
        ),
      ),
    )
    .groupBy('place.id')
    .execute()
  return new Map(rows.map((row) => [row.id, row.n]))
}

export interface NewPlace {
  readonly id: string
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  /** What somebody went on despite, and why. */
  readonly despite: { readonly keys: readonly string[]; readonly reason: string } | null
}

export const insertPlaces = (trx: Trx, rows: readonly NewPlace[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('place')
      .values(
        some.map((place) => ({
          id: place.id,
          person_id: place.personId,
          edition_id: place.editionId,
          opened_on: place.openedOn,
          given_despite: place.despite && JSON.stringify(place.despite.keys),
          given_reason: place.despite && place.despite.reason,
        })),
      )
      .execute(),
  )

export interface Ending {
  readonly endedOn: CivilDate
  readonly result: EndResult
  readonly cause: EndCause
  readonly note: string | null
}

/** False if the place has changed since `version`. */
export async function markPlaceEnded(trx: Trx, id: string, version: number, end: Ending): Promise<boolean> {
  const done = await trx
    .updateTable('place')
    .set({
      ended_on: end.endedOn,
      end_result: end.result,
      end_cause: end.cause,
      end_note: end.note,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Every place of one record becomes another's. */
export async function movePlaces(trx: Trx, fromPersonId: string, toPersonId: string): Promise<void> {
  await trx
    .updateTable('place')
    .set((eb) => ({ person_id: toPersonId, version: eb('version', '+', 1) }))
    .where('person_id', '=', fromPersonId)
    .execute()
}

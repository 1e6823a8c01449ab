/** The tables of days on which a woman does not attend, and of suspensions. */
import type { ExclusionReason, SuspensionCause } from '../../../shared/contract/place-states'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { isMonthClosed } from '../../platform/db/closed-months'
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface ExclusionRow {
  readonly id: string
  readonly placeId: string
  readonly weekday: number
  readonly startsAt: ClockTime | null
  readonly reason: ExclusionReason
  readonly note: string | null
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly reviewOn: CivilDate | null
  readonly version: number
}

export interface SuspensionRow {
  readonly id: string
  readonly placeId: string
  readonly cause: SuspensionCause | 'away'
  readonly absenceId: string | null
  readonly from: CivilDate
  readonly backOn: CivilDate | null
  readonly reviewOn: CivilDate | null
  readonly note: string | null
  readonly version: number
}

const exclusions = (db: ReadDb) =>
  db
    .selectFrom('place_exclusion')
    .select([
      'place_exclusion.id',
      'place_exclusion.place_id as placeId',
      'place_exclusion.weekday',
      'place_exclusion.starts_at as startsAt',
      'place_exclusion.reason',
      'place_exclusion.note',
      'place_exclusion.from_day as from',
      'place_exclusion.until_day as until',
      'place_exclusion.review_on as reviewOn',
      'place_exclusion.version',
    ])
    .orderBy('place_exclusion.weekday')
    .orderBy('place_exclusion.starts_at')

const suspensions = (db: ReadDb) =>
  db
    .selectFrom('place_suspension')
    .select([
      'place_suspension.id',
      'place_suspension.place_id as placeId',
      'place_suspension.cause',
      'place_suspension.absence_id as absenceId',
      'place_suspension.from_day as from',
      'place_suspension.back_on as backOn',
      'place_suspension.review_on as reviewOn',
      'place_suspension.note',
      'place_suspension.version',
    ])
    .orderBy('place_suspension.from_day')

const toExclusion = <Row extends { reason: string }>(row: Row) => ({ ...row, reason: row.reason as ExclusionReason })
const toSuspension = <Row extends { cause: string }>(row: Row) => ({
  ...row,
  cause: row.cause as SuspensionCause | 'away',
})

/** Exclusions and suspensions of some places. */
export async function listPauses(
  db: ReadDb,
  of: { readonly editionId: string } | { readonly personId: string } | { readonly placeId: string },
): Promise<{ readonly exclusions: readonly ExclusionRow[]; readonly suspensions: readonly SuspensionRow[] }> {
  const ids = db.selectFrom('place').select('place.id')
  const hers =
    'editionId' in of
      ? ids.where('place.edition_id', '=', of.editionId)
      : 'personId' in of
        ? ids.where('place.person_id', '=', of.personId)
        : ids.where('place.id', '=', of.placeId)
  const [first, second] = [
    await exclusions(db).where('place_exclusion.place_id', 'in', hers).execute(),
    await suspensions(db).where('place_suspension.place_id', 'in', hers).execute(),
  ]
  return { exclusions: first.map(toExclusion), suspensions: second.map(toSuspension) }
}

export async function findExclusion(db: ReadDb, id: string): Promise<ExclusionRow | undefined> {
  const row = await exclusions(db).where('place_exclusion.id', '=', id).executeTakeFirst()
  return row && toExclusion(row)
}

export async function findSuspension(db: ReadDb, id: string): Promise<SuspensionRow | undefined> {
  const row = await suspensions(db).where('place_suspension.id', '=', id).executeTakeFirst()
  return row && toSuspension(row)
}

/** Suspensions that an absence opened and nobody has closed. */
export async function listOpenOfAbsence(db: ReadDb, absenceId: string): Promise<readonly SuspensionRow[]> {
  const rows = await suspensions(db)
    .where('place_suspension.absence_id', '=', absenceId)
    .where('place_suspension.back_on', 'is', null)
    .execute()
  return rows.map(toSuspension)
}

export const insertExclusions = (trx: Trx, rows: readonly ExclusionRow[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('place_exclusion')
      .values(
        some.map((row) => ({
          id: row.id,
          place_id: row.placeId,
          weekday: row.weekday,
          starts_at: row.startsAt,
          reason: row.reason,
          note: row.note,
          from_day: row.from,
          until_day: row.until,
          review_on: row.reviewOn,
        })),
      )
      .execute(),
  )

/** False if the exclusion has changed since `version`. */
export async function markExclusionEnded(trx: Trx, id: string, version: number, until: CivilDate): Promise<boolean> {
  const done = await trx
    .updateTable('place_exclusion')
    .set({ until_day: until, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const insertSuspensions = (trx: Trx, rows: readonly SuspensionRow[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('place_suspension')
      .values(
        some.map((row) => ({
          id: row.id,
          place_id: row.placeId,
          cause: row.cause,
          absence_id: row.absenceId,
          from_day: row.from,
          back_on: row.backOn,
          review_on: row.reviewOn,
          note: row.note,
        })),
      )
      .execute(),
  )

/** False if the suspension has changed since `version`. */
export async function markBack(trx: Trx, id: string, version: number, backOn: CivilDate): Promise<boolean> {
  const done = await trx
    .updateTable('place_suspension')
    .set({ back_on: backOn, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** True if what happened on a day has gone to headquarters. */
export const isClosedOn = (db: ReadDb, day: CivilDate): Promise<boolean> => isMonthClosed(db, day)

interface PauseFact {
  readonly id: string
  readonly placeId: string
  readonly editionId: string
  readonly workshopId: string
  readonly code: string
  readonly personId: string
  readonly fileNumber: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
}

const ofOpenPlaces = (db: ReadDb) =>
  db
    .selectFrom('place')
    .innerJoin('person', 'person.id', 'place.person_id')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .where('place.ended_on', 'is', null)

const FACTS = [
  'place.id as placeId',
  'edition.id as editionId',
  'edition.workshop_id as workshopId',
  'edition.code',
  'person.id as personId',
  'person.file_number as fileNumber',
  'person.surname1',
  'person.surname2',
  'person.given_names as givenNames',
  'person.chosen_name as chosenName',
] as const

/** Suspensions by hand of open places that are in force on a day. */
export const listResting = (
  db: ReadDb,
  day: CivilDate,
): Promise<(PauseFact & { from: CivilDate; reviewOn: CivilDate | null })[]> =>
  ofOpenPlaces(db)
    .innerJoin('place_suspension', 'place_suspension.place_id', 'place.id')
    .select(FACTS)
    .select(['place_suspension.id', 'place_suspension.from_day as from', 'place_suspension.review_on as reviewOn'])
    .where('place_suspension.cause', '<>', 'away')
    .where('place_suspension.from_day', '<=', day)
    .where((row) => row.or([row('place_suspension.back_on', 'is', null), row('place_suspension.back_on', '>', day)]))
    .execute()

/** Exclusions of open places that go on after a day, with whether the edition still has an hour to which they speak. */
export const listExcluded = (
  db: ReadDb,
  day: CivilDate,
): Promise<(PauseFact & { reviewOn: CivilDate | null; weekday: number; slots: number | null })[]> =>
  ofOpenPlaces(db)
    .innerJoin('place_exclusion', 'place_exclusion.place_id', 'place.id')
    .select(FACTS)
    .select((eb) => [
      'place_exclusion.id',
      'place_exclusion.review_on as reviewOn',
      'place_exclusion.weekday',
      eb
        .selectFrom('edition_slot')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('edition_slot.edition_id', '=', 'edition.id')
        .whereRef('edition_slot.weekday', '=', 'place_exclusion.weekday')
        .where((slot) =>
          slot.or([
            slot('place_exclusion.starts_at', 'is', null),
            slot('edition_slot.starts_at', '=', slot.ref('place_exclusion.starts_at')),
          ]),
        )
        .as('slots'),
    ])
    .where((row) => row.or([row('place_exclusion.until_day', 'is', null), row('place_exclusion.until_day', '>=', day)]))
    .where('edition.ends_on', '>=', day)
    .execute()

/** Editions that are over and still have open places. */
export const listToEnd = (
  db: ReadDb,
  day: CivilDate,
): Promise<{ editionId: string; workshopId: string; code: string; title: string; endsOn: CivilDate; open: number }[]> =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .select(({ fn }) => [
      'edition.id as editionId',
      'edition.workshop_id as workshopId',
      'edition.code',
      'workshop.title',
      'edition.ends_on as endsOn',
      fn.countAll<number>().as('open'),
    ])
    .where('place.ended_on', 'is', null)
    .where('edition.ends_on', '<', day)
    .where('edition.closed_on', 'is', null)
    .groupBy('edition.id')
    .execute()

/** Who was in the childcare room, who looked after them, and who is expected, by join with the timetable. */
import { randomUUID } from 'node:crypto'
import type { Hand } from '../../../shared/contract/childcare.contract'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface RoomChild {
  readonly id: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly birthDate: CivilDate | null
  readonly birthPrecision: string
  readonly motherId: string
  readonly mother: {
    readonly surname1: string
    readonly surname2: string | null
    readonly givenNames: string
    readonly chosenName: string | null
  }
}

/** Every child with its mother's name, and whether it lives here on a day. */
export async function listRoomChildren(db: ReadDb, day: CivilDate): Promise<(RoomChild & { here: boolean })[]> {
  const rows = await db
    .selectFrom('child')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .select([
      'child.id',
      'child.kind',
      'child.surname1',
      'child.surname2',
      'child.given_names as givenNames',
      'child.birth_date as birthDate',
      'child.birth_precision as birthPrecision',
      'child.mother_id as motherId',
      'child.lives_here_from as from',
      'child.lives_here_until as until',
      'mother.surname1 as motherSurname1',
      'mother.surname2 as motherSurname2',
      'mother.given_names as motherGivenNames',
      'mother.chosen_name as motherChosenName',
    ])
    .orderBy('child.surname1')
    .orderBy('child.given_names')
    .execute()
  return rows.map(({ kind, from, until, ...row }) => ({
    id: row.id,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.givenNames,
    birthDate: row.birthDate,
    birthPrecision: row.birthPrecision,
    motherId: row.motherId,
    mother: {
      surname1: row.motherSurname1,
      surname2: row.motherSurname2,
      givenNames: row.motherGivenNames,
      chosenName: row.motherChosenName,
    },
    here: kind === 'here' && (from === null || from <= day) && (until === null || until > day),
  }))
}

export interface StoredStay {
  readonly id: string
  readonly version: number
  readonly childId: string
  readonly day: CivilDate
  readonly inAt: ClockTime
  readonly brought: Hand
  readonly outAt: ClockTime | null
  readonly fetched: Hand | null
  readonly folio: string | null
}

const handOf = (by: string, name: string | null): Hand =>
  by === 'staff' ? { by: 'staff', name: name ?? '' } : { by: 'mother' }
const byOf = (hand: Hand) => ({ by: hand.by, name: hand.by === 'staff' ? hand.name : null })

/** Stays of a day and, whatever their day, those that are still open. */
export async function listStays(
  db: ReadDb,
  filter: { readonly day: CivilDate } | { readonly id: string } | { readonly openOnly: true },
): Promise<StoredStay[]> {
  let query = db.selectFrom('childcare_stay').selectAll().where('withdrawn_at', 'is', null)
  if ('id' in filter) query = query.where('id', '=', filter.id)
  else if ('day' in filter)
    query = query.where((row) => row.or([row('day', '=', filter.day), row('out_at', 'is', null)]))
  else query = query.where('out_at', 'is', null)
  const rows = await query.orderBy('day').orderBy('in_at').execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    childId: row.child_id,
    day: row.day,
    inAt: row.in_at,
    brought: handOf(row.brought_by, row.brought_name),
    outAt: row.out_at,
    fetched: row.fetched_by ? handOf(row.fetched_by, row.fetched_name) : null,
    folio: row.folio,
  }))
}

interface Stamp {
  readonly at: Instant
  readonly by: string | null
}

export async function insertStay(
  trx: Trx,
  stay: {
    childId: string
    day: CivilDate
    inAt: ClockTime
    brought: Hand
    outAt: ClockTime | null
    fetched: Hand | null
    folio: string | null
  },
  { at, by }: Stamp,
): Promise<string> {
  const id = randomUUID()
  const brought = byOf(stay.brought)
  const fetched = stay.fetched && byOf(stay.fetched)
  await trx
    .insertInto('childcare_stay')
    .values({
      id,
      child_id: stay.childId,
      day: stay.day,
      in_at: stay.inAt,
      brought_by: brought.by,
      brought_name: brought.name,
      out_at: stay.outAt,
      fetched_by: fetched?.by ?? null,
      fetched_name: fetched?.name ?? null,
      folio: stay.folio,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  return id
}

/** False if the row has changed since `version`, or she has left already. */
export async function markFetched(
  trx: Trx,
  of: { id: string; version: number; outAt: ClockTime; fetched: Hand },
): Promise<boolean> {
  const fetched = byOf(of.fetched)
  const done = await trx
    .updateTable('childcare_stay')
    .set({ out_at: of.outAt, fetched_by: fetched.by, fetched_name: fetched.name, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('out_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Takes a stay out of all counts; false if it has changed since `version`. */
export async function markStayWithdrawn(
  trx: Trx,
  of: { id: string; version: number; reason: string },
  { at, by }: Stamp,
): Promise<boolean> {
  const done = await trx
    .updateTable('childcare_stay')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: of.reason, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const listDuties = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('childcare_duty')
    .select(['id', 'day', 'name', 'from_at as fromAt', 'until_at as untilAt'])
    .where('day', '=', day)
    .orderBy('from_at')
    .execute()

export async function insertDuty(
  trx: Trx,
  duty: { day: CivilDate; name: string; fromAt: ClockTime },
  { at, by }: Stamp,
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('childcare_duty')
    .values({ id, day: duty.day, name: duty.name, from_at: duty.fromAt, recorded_at: at, recorded_by: by })
    .execute()
  return id
}

export async function markDutyEnded(trx: Trx, id: string, untilAt: ClockTime): Promise<void> {
  await trx.updateTable('childcare_duty').set({ until_at: untilAt }).where('id', '=', id).execute()
}

/** Children whose mother is expected in a session with childcare that day: she has an open place and is not off. */
export const listCared = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('place', 'place.edition_id', 'edition.id')
    .innerJoin('child', 'child.mother_id', 'place.person_id')
    .innerJoin('stay', (join) => join.onRef('stay.person_id', '=', 'place.person_id').on('stay.left_on', 'is', null))
    .leftJoin('place_off', (join) =>
      join.onRef('place_off.place_id', '=', 'place.id').onRef('place_off.session_id', '=', 'session.id'),
    )
    .leftJoin('stay_absence as away', (join) =>
      join
        .onRef('away.stay_id', '=', 'stay.id')
        .on('away.left_on', '<=', day)
        .on((on) => on.or([on('away.ended_on', 'is', null), on('away.ended_on', '>', day)])),
    )
    .select(['child.id as childId', 'session.starts_at as from', 'session.ends_at as until'])
    .where((row) => row(row.fn.coalesce('session.care', 'edition.care'), '=', 'childcare'))
    .where('session.day', '=', day)
    .where('session.cancelled_cause', 'is', null)
    .where('place.opened_on', '<=', day)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', day)]))
    .where('place_off.place_id', 'is', null)
    .where('away.id', 'is', null)
    .orderBy('session.starts_at')
    .execute()

/** Children who went out of the gate and have not come back. */
export async function listOutside(db: ReadDb): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('child_out').select('child_id as childId').execute()
  return new Set(rows.map((row) => row.childId))
}

/** The day that a sheet of the room is about. */
export async function findDayOfFolio(db: ReadDb, type: string, folio: string): Promise<CivilDate | undefined> {
  const row = await db
    .selectFrom('paper')
    .select('about')
    .where('type', '=', type)
    .where('folio', '=', folio)
    .executeTakeFirst()
  return row?.about ?? undefined
}

/** The tables of a stay: the stay itself, the arrival before it, the absences within it. */
import { randomUUID } from 'node:crypto'
import type { AbsenceReason, LeftCause } from '../../../shared/contract/stays.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface StayRow {
  readonly id: string
  readonly admittedOn: CivilDate
  readonly dormitory: string | null
  readonly leftOn: CivilDate | null
  readonly leftCause: LeftCause | null
  readonly version: number
}

/** A woman's stays, the latest first. */
export async function listStays(db: ReadDb, personId: string): Promise<StayRow[]> {
  const rows = await db
    .selectFrom('stay')
    .select(['id', 'admitted_on as admittedOn', 'dormitory', 'left_on as leftOn', 'left_cause as leftCause', 'version'])
    .where('person_id', '=', personId)
    .orderBy('admitted_on', 'desc')
    .orderBy((eb) => eb('left_on', 'is', null), 'desc')
    .execute()
  return rows.map((row) => ({ ...row, leftCause: row.leftCause as LeftCause | null }))
}

export async function insertStay(
  trx: Trx,
  stay: { readonly personId: string; readonly admittedOn: CivilDate; readonly dormitory: string | null },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('stay')
    .values({ id, person_id: stay.personId, admitted_on: stay.admittedOn, dormitory: stay.dormitory })
    .execute()
  return id
}

/** False if the stay has changed since `version`. */
export async function markStay(
  trx: Trx,
  id: string,
  version: number,
  set: { dormitory: string | null } | { left_on: CivilDate; left_cause: LeftCause },
): Promise<boolean> {
  const done = await trx
    .updateTable('stay')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface AbsenceRow {
  readonly id: string
  readonly stayId: string
  readonly reason: AbsenceReason
  readonly leftOn: CivilDate
  readonly expectedOn: CivilDate | null
  readonly note: string | null
  readonly endedOn: CivilDate | null
  readonly endKind: 'returned' | 'left' | null
  readonly version: number
}

const absences = (db: ReadDb) =>
  db
    .selectFrom('stay_absence')
    .innerJoin('stay', 'stay.id', 'stay_absence.stay_id')
    .select([
      'stay_absence.id',
      'stay_absence.stay_id as stayId',
      'stay_absence.reason',
      'stay_absence.left_on as leftOn',
      'stay_absence.expected_on as expectedOn',
      'stay_absence.note',
      'stay_absence.ended_on as endedOn',
      'stay_absence.end_kind as endKind',
      'stay_absence.version',
    ])

/** A woman's absences, the latest first. */
export async function listAbsences(db: ReadDb, personId: string): Promise<AbsenceRow[]> {
  const rows = await absences(db)
    .where('stay.person_id', '=', personId)
    .orderBy('stay_absence.left_on', 'desc')
    .orderBy((eb) => eb('stay_absence.ended_on', 'is', null), 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    reason: row.reason as AbsenceReason,
    endKind: row.endKind as AbsenceRow['endKind'],
  }))
}

/** Everybody who is away, with her name: for the tasks. */
export const listAway = (db: ReadDb) =>
  absences(db)
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .where('stay_absence.ended_on', 'is', null)
    .orderBy('stay_absence.left_on')
    .execute()

export async function insertAbsence(
  trx: Trx,
  absence: Pick<AbsenceRow, 'id' | 'stayId' | 'reason' | 'leftOn' | 'expectedOn' | 'note'>,
): Promise<void> {
  await trx
    .insertInto('stay_absence')
    .values({
      id: absence.id,
      stay_id: absence.stayId,
      reason: absence.reason,
      left_on: absence.leftOn,
      expected_on: absence.expectedOn,
      note: absence.note,
    })
    .execute()
}

/** False if the absence has changed since `version`. */
export async function markAbsence(
  trx: Trx,
  id: string,
  version: number,
  set: { ended_on: CivilDate; end_kind: 'returned' | 'left' } | { expected_on: CivilDate | null; note: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('stay_absence')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface ArrivalRow {
  readonly id: string
  readonly personId: string
  readonly expectedOn: CivilDate
  readonly dormitory: string | null
  readonly note: string | null
  readonly version: number
}

const openArrivals = (db: ReadDb) =>
  db
    .selectFrom('arrival')
    .select(['id', 'person_id as personId', 'expected_on as expectedOn', 'dormitory', 'note', 'version'])
    .where('settled_on', 'is', null)

export const findArrival = (db: ReadDb, personId: string): Promise<ArrivalRow | undefined> =>
  openArrivals(db).where('person_id', '=', personId).executeTakeFirst()

/** Everybody who is expected and has not been confirmed, with her name: for the tasks. */
export const listExpected = (db: ReadDb) =>
  openArrivals(db)
    .clearSelect()
    .innerJoin('person', 'person.id', 'arrival.person_id')
    .select([
      'arrival.id',
      'arrival.expected_on as expectedOn',
      'person.id as personId',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])
    .orderBy('arrival.expected_on')
    .execute()

export async function insertArrival(
  trx: Trx,
  arrival: Pick<ArrivalRow, 'personId' | 'expectedOn' | 'dormitory' | 'note'>,
): Promise<void> {
  await trx
    .insertInto('arrival')
    .values({
      id: randomUUID(),
      person_id: arrival.personId,
      expected_on: arrival.expectedOn,
      dormitory: arrival.dormitory,
      note: arrival.note,
    })
    .execute()
}

/** Settles an arrival whatever its version, inside a merge. */
export async function settleArrivalById(
  trx: Trx,
  id: string,
  settled: { readonly on: CivilDate; readonly outcome: 'arrived' | 'cancelled' },
): Promise<void> {
  await trx
    .updateTable('arrival')
    .set((eb) => ({ settled_on: settled.on, outcome: settled.outcome, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** False if the arrival has changed since `version`. */
export async function settleArrival(
  trx: Trx,
  id: string,
  version: number,
  settled: { readonly on: CivilDate; readonly outcome: 'arrived' | 'cancelled' },
): Promise<boolean> {
  const done = await trx
    .updateTable('arrival')
    .set({ settled_on: settled.on, outcome: settled.outcome, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

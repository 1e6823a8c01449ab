/** The table of appointments. */
import type { AppointmentKind } from '../../../shared/contract/clash-facts'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

const appointments = (db: ReadDb) =>
  db
    .selectFrom('appointment')
    .leftJoin('child', 'child.id', 'appointment.child_id')
    .innerJoin('person', (join) =>
      join.on((on) => on('person.id', '=', on.fn.coalesce('appointment.person_id', 'child.mother_id'))),
    )
    .leftJoin('room', 'room.id', 'appointment.room_id')
    .select([
      'appointment.id',
      'appointment.version',
      'appointment.person_id as personId',
      'appointment.child_id as childId',
      'appointment.kind',
      'appointment.day',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
      'appointment.room_id as roomId',
      'appointment.place',
      'appointment.outside',
      'appointment.note',
      'appointment.cancelled_on as cancelledOn',
      'appointment.cancelled_reason as cancelledReason',
      'room.name as room',
      'person.id as herId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'child.surname1 as childSurname1',
      'child.surname2 as childSurname2',
      'child.given_names as childGivenNames',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof appointments>['execute']>>[number]

const toRow = (row: Raw) => ({ ...row, kind: row.kind as AppointmentKind, outside: row.outside === 1 })
export type AppointmentRecord = ReturnType<typeof toRow>

/** Appointments between two days; of one woman and her children if asked. */
export async function listAppointments(
  db: ReadDb,
  asked: {
    readonly from: CivilDate
    readonly until: CivilDate
    readonly personId?: string | undefined
    readonly withCancelled: boolean
  },
): Promise<AppointmentRecord[]> {
  let query = appointments(db)
    .where('appointment.day', '>=', asked.from)
    .where('appointment.day', '<=', asked.until)
    .orderBy('appointment.day')
    .orderBy('appointment.starts_at')
    .orderBy('person.sort_key')
  if (asked.personId) query = query.where('person.id', '=', asked.personId)
  if (!asked.withCancelled) query = query.where('appointment.cancelled_on', 'is', null)
  return (await query.execute()).map(toRow)
}

export async function findAppointment(db: ReadDb, id: string): Promise<AppointmentRecord | undefined> {
  const row = await appointments(db).where('appointment.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** What is written of an appointment, whoever it is of. */
export interface AppointmentFacts {
  readonly kind: AppointmentKind
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime | null
  readonly roomId: string | null
  readonly place: string | null
  readonly outside: boolean
  readonly note: string | null
}

const columns = (facts: AppointmentFacts) => ({
  kind: facts.kind,
  day: facts.day,
  starts_at: facts.startsAt,
  ends_at: facts.endsAt,
  room_id: facts.roomId,
  place: facts.place,
  outside: facts.outside ? 1 : 0,
  note: facts.note,
})

export async function insertAppointment(
  trx: Trx,
  appointment: AppointmentFacts & {
    readonly id: string
    readonly personId: string | null
    readonly childId: string | null
    readonly recordedBy: string | null
  },
): Promise<void> {
  const { id, personId, childId, recordedBy } = appointment
  await trx
    .insertInto('appointment')
    .values({ id, person_id: personId, child_id: childId, recorded_by: recordedBy, ...columns(appointment) })
    .execute()
}

/** False if the appointment has changed since `version`. */
export async function markAppointment(
  trx: Trx,
  { id, version }: { readonly id: string; readonly version: number },
  set: AppointmentFacts | { readonly cancelledOn: CivilDate; readonly cancelledReason: string },
): Promise<boolean> {
  const values =
    'cancelledOn' in set ? { cancelled_on: set.cancelledOn, cancelled_reason: set.cancelledReason } : columns(set)
  const done = await trx
    .updateTable('appointment')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Rooms that things are held in. */
export const listOpenRooms = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('room').select(['id', 'name']).where('active', '=', 1).orderBy('name').execute()

/** Children who live here on a day, with their mothers. */
export const listChildren = (db: ReadDb, day: CivilDate) =>
  db
    .selectFrom('child')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .select([
      'child.id',
      'child.surname1',
      'child.surname2',
      'child.given_names as givenNames',
      'mother.surname1 as motherSurname1',
      'mother.surname2 as motherSurname2',
      'mother.given_names as motherGivenNames',
      'mother.chosen_name as motherChosenName',
    ])
    .where('child.lives_here_from', '<=', day)
    .where((row) => row.or([row('child.lives_here_until', 'is', null), row('child.lives_here_until', '>=', day)]))
    .execute()

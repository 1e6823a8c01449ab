/** The tables of axes, workshops, rooms, instructors, editions and their weekly slots. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface Slot {
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

export interface Edition {
  readonly id: string
  readonly code: string
  readonly workshopId: string
  readonly title: string
  readonly axisId: string
  readonly axis: string
  readonly sensitive: boolean
  readonly room: string
  readonly instructor: string
  readonly hours: number
  readonly capacity: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly minRatePercent: number
  readonly version: number
  readonly places: number
  readonly waiting: number
  readonly slots: readonly Slot[]
}

const editions = (db: ReadDb) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .innerJoin('instructor', 'instructor.id', 'edition.instructor_id')
    .select((eb) => [
      'edition.id',
      'edition.code',
      'workshop.id as workshopId',
      'workshop.title',
      'axis.id as axisId',
      'axis.name as axis',
      'axis.sensitive',
      'room.name as room',
      'instructor.name as instructor',
      'edition.hours',
      'edition.capacity',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition.min_rate_percent as minRatePercent',
      'edition.version',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'edition.id')
        // A place that ended with the edition was taken; one that she left is free.
        .where((place) => place.or([place('place.ended_on', 'is', null), place('place.end_result', '=', 'completed')]))
        .as('places'),
      eb
        .selectFrom('wait')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('wait.workshop_id', '=', 'workshop.id')
        .where('wait.closed_on', 'is', null)
        .as('waiting'),
    ])
    .orderBy(sql`edition.rowid`)

type Raw = Awaited<ReturnType<ReturnType<typeof editions>['execute']>>[number]

async function withSlots(db: ReadDb, rows: readonly Raw[]): Promise<Edition[]> {
  if (rows.length === 0) return []
  const slots = await db
    .selectFrom('edition_slot')
    .select(['edition_id as editionId', 'weekday', 'starts_at as startsAt', 'ends_at as endsAt'])
    .where(
      'edition_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('weekday')
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    sensitive: row.sensitive === 1,
    places: row.places ?? 0,
    waiting: row.waiting ?? 0,
    slots: slots.filter((slot) => slot.editionId === row.id).map(({ editionId: _editionId, ...slot }) => slot),
  }))
}

/** All editions in the order in which they were registered. */
export const listEditions = async (db: ReadDb): Promise<Edition[]> => withSlots(db, await editions(db).execute())

export async function findEdition(db: ReadDb, id: string): Promise<Edition | undefined> {
  return (await withSlots(db, await editions(db).where('edition.id', '=', id).execute()))[0]
}

export async function findEditionByCode(db: ReadDb, code: string): Promise<Edition | undefined> {
  return (await withSlots(db, await editions(db).where('edition.code', '=', code).execute()))[0]
}

export interface Axis {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly sensitive: boolean
}

export async function listAxes(db: ReadDb): Promise<Axis[]> {
  const rows = await db
    .selectFrom('axis')
    .selectAll()
    .orderBy(sql`rowid`)
    .execute()
  return rows.map((row) => ({ ...row, sensitive: row.sensitive === 1 }))
}

export const listWorkshops = (db: ReadDb): Promise<{ id: string; axisId: string; title: string }[]> =>
  db.selectFrom('workshop').select(['id', 'axis_id as axisId', 'title']).orderBy('title').execute()

export const listRooms = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('room').select(['id', 'name']).orderBy('name').execute()

export const listInstructors = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('instructor').select(['id', 'name']).orderBy('name').execute()

export interface SessionRow {
  readonly id: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: string | null
  readonly cancelledNote: string | null
  readonly places: number
  readonly marks: number
}

/** An edition's sessions, with how many women had a place that day and how many marks its roll has. */
export async function listSessions(db: ReadDb, editionId: string): Promise<SessionRow[]> {
  const rows = await db
    .selectFrom('session')
    .select((eb) => [
      'session.id',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cancelledCause',
      'session.cancelled_note as cancelledNote',
      eb
        .selectFrom('place')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('place.edition_id', '=', 'session.edition_id')
        .whereRef('place.opened_on', '<=', 'session.day')
        .where((place) =>
          place.or([place('place.ended_on', 'is', null), place('place.ended_on', '>=', place.ref('session.day'))]),
        )
        .as('places'),
      eb
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mark.session_id', '=', 'session.id')
        .as('marks'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map((row) => ({ ...row, places: row.places ?? 0, marks: row.marks ?? 0 }))
}

export interface RosterRow {
  readonly personId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly chosenName: string | null
  readonly fileNumber: string
  readonly dormitory: string | null
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly attended: number
  readonly counted: number
}

/** Who has or had a place, with what counts of her marks: attended A and R; counted those and F. */
export async function listRoster(db: ReadDb, editionId: string): Promise<RosterRow[]> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('person', 'person.id', 'place.person_id')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select((eb) => {
      const marks = (codes: readonly string[]) =>
        eb
          .selectFrom('mark')
          .innerJoin('session', 'session.id', 'mark.session_id')
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .whereRef('session.edition_id', '=', 'place.edition_id')
          .whereRef('mark.person_id', '=', 'place.person_id')
          .where('mark.code', 'in', codes)
      return [
        'person.id as personId',
        'person.surname1',
        'person.surname2',
        'person.given_names as givenNames',
        'person.chosen_name as chosenName',
        'person.file_number as fileNumber',
        'stay.dormitory',
        'place.opened_on as openedOn',
        'place.ended_on as endedOn',
        marks(['A', 'R']).as('attended'),
        marks(['A', 'R', 'F']).as('counted'),
      ]
    })
    .where('place.edition_id', '=', editionId)
    .orderBy('person.sort_key')
    .execute()
  return rows.map((row) => ({ ...row, attended: row.attended ?? 0, counted: row.counted ?? 0 }))
}

// ——— Writing

type Named = 'room' | 'instructor'

/** The id of a room or instructor of that name (accents and capitals aside); a new one if there is none. */
export async function putNamed(trx: Trx, table: Named, name: string, among: readonly { id: string; name: string }[]) {
  const known = among.find((each) => fold(each.name) === fold(name))
  if (known) return { id: known.id, made: false }
  const id = randomUUID()
  await trx.insertInto(table).values({ id, name }).execute()
  return { id, made: true }
}

export async function insertAxis(trx: Trx, axis: Omit<Axis, 'id'>): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('axis')
    .values({ id, code: axis.code, name: axis.name, sensitive: axis.sensitive ? 1 : 0 })
    .execute()
  return id
}

export async function insertWorkshop(trx: Trx, workshop: { axisId: string; title: string }): Promise<string> {
  const id = randomUUID()
  await trx.insertInto('workshop').values({ id, axis_id: workshop.axisId, title: workshop.title }).execute()
  return id
}

export interface EditionColumns {
  readonly room_id: string
  readonly instructor_id: string
  readonly hours: number
  readonly capacity: number
  readonly starts_on: CivilDate
  readonly ends_on: CivilDate
  readonly min_rate_percent: number
}

export async function insertEdition(
  trx: Trx,
  edition: EditionColumns & { code: string; workshop_id: string },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('edition')
    .values({ id, ...edition })
    .execute()
  return id
}

/** False if the edition has changed since `version`. */
export async function markEdition(trx: Trx, id: string, version: number, set: EditionColumns): Promise<boolean> {
  const done = await trx
    .updateTable('edition')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function replaceSlots(trx: Trx, editionId: string, slots: readonly Slot[]): Promise<void> {
  await trx.deleteFrom('edition_slot').where('edition_id', '=', editionId).execute()
  const rows = slots.map((slot) => ({
    id: randomUUID(),
    edition_id: editionId,
    weekday: slot.weekday,
    starts_at: slot.startsAt,
    ends_at: slot.endsAt,
  }))
  if (rows.length > 0) await trx.insertInto('edition_slot').values(rows).execute()
}

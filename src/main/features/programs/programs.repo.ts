/** Axes, rooms and instructors by name; who is in an edition. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import type { ReadDb, Trx } from '../../platform/db/types'

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

export interface Room {
  readonly id: string
  readonly name: string
  readonly active: boolean
}

export async function listRooms(db: ReadDb): Promise<Room[]> {
  const rows = await db.selectFrom('room').select(['id', 'name', 'active']).orderBy('name').execute()
  return rows.map((row) => ({ ...row, active: row.active === 1 }))
}

export interface Instructor extends Room {
  readonly provider: string | null
  readonly clearanceUntil: CivilDate | null
}

export async function listInstructors(db: ReadDb): Promise<Instructor[]> {
  const rows = await db
    .selectFrom('instructor')
    .select(['id', 'name', 'active', 'provider', 'clearance_until as clearanceUntil'])
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, active: row.active === 1 }))
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

export const markRoom = (trx: Trx, id: string, set: { name: string; active: number }) =>
  trx.updateTable('room').set(set).where('id', '=', id).execute()

export const markInstructor = (
  trx: Trx,
  id: string,
  set: { name: string; active: number; provider: string | null; clearance_until: CivilDate | null },
) => trx.updateTable('instructor').set(set).where('id', '=', id).execute()

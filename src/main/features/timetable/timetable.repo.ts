/** What is read beside the sessions: weekly slots, rooms, instructors, women, special days. */
import { sql } from 'kysely'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { WeekOfPattern } from '../../../shared/kernel/two-weeks'
import type { ReadDb } from '../../platform/db/types'
import type { SpecialDayFacts } from '../../../shared/contract/timetable.contract'

export interface Pattern {
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly roomId: string
  readonly room: string
  readonly instructorId: string
  readonly instructor: string
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slotId: string
  readonly week: WeekOfPattern
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** Weekly slots of all editions that run at some time between two days, in the order in which they were registered. */
export const listPatterns = (db: ReadDb, from: CivilDate, until: CivilDate): Promise<Pattern[]> =>
  db
    .selectFrom('edition_slot')
    .innerJoin('edition', 'edition.id', 'edition_slot.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .innerJoin('instructor', 'instructor.id', 'edition.instructor_id')
    .select([
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'room.id as roomId',
      'room.name as room',
      'instructor.id as instructorId',
      'instructor.name as instructor',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition_slot.id as slotId',
      'edition_slot.week',
      'edition_slot.weekday',
      'edition_slot.starts_at as startsAt',
      'edition_slot.ends_at as endsAt',
    ])
    .where('edition.starts_on', '<=', until)
    .where('edition.ends_on', '>=', from)
    .orderBy(sql`edition.rowid`)
    .orderBy('edition_slot.weekday')
    .$narrowType<{ week: WeekOfPattern }>()
    .execute()

/** Places held at some time between two days. */
export const listPlacesBetween = (
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
): Promise<
  { personId: string; fileNumber: string; editionId: string; openedOn: CivilDate; endedOn: string | null }[]
> =>
  db
    .selectFrom('place')
    .innerJoin('person', 'person.id', 'place.person_id')
    .select([
      'person.id as personId',
      'person.file_number as fileNumber',
      'place.edition_id as editionId',
      'place.opened_on as openedOn',
      'place.ended_on as endedOn',
    ])
    .where('place.opened_on', '<=', until)
    .where((row) => row.or([row('place.ended_on', 'is', null), row('place.ended_on', '>=', from)]))
    .execute()

export async function listSpecialDays(
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
): Promise<(SpecialDayFacts & { id: string })[]> {
  const rows = await db
    .selectFrom('special_day')
    .select(['id', 'day', 'title', 'kind', 'dormitories', 'starts_at as startsAt', 'ends_at as endsAt', 'effect'])
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .orderBy('title')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as SpecialDayFacts['kind'],
    effect: row.effect as SpecialDayFacts['effect'],
  }))
}

export const listRooms = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('room').select(['id', 'name']).orderBy('name').execute()

export const listInstructors = (db: ReadDb): Promise<{ id: string; name: string }[]> =>
  db.selectFrom('instructor').select(['id', 'name']).orderBy('name').execute()

const women = (db: ReadDb) =>
  db
    .selectFrom('person')
    .leftJoin('stay', (join) => join.onRef('stay.person_id', '=', 'person.id').on('stay.left_on', 'is', null))
    .select([
      'person.id',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'person.file_number as fileNumber',
      'stay.dormitory',
    ])
    .where('person.merged_into', 'is', null)
    .orderBy('person.sort_key')

export type WomanRow = Awaited<ReturnType<ReturnType<typeof women>['execute']>>[number]

/** Women whose folded name or file number holds every word. */
export function searchWomen(db: ReadDb, words: readonly string[], limit: number): Promise<WomanRow[]> {
  let query = women(db).limit(limit)
  for (const word of words) query = query.where('person.search_text', 'like', `%${word}%`)
  return query.execute()
}

export const findWoman = (db: ReadDb, id: string): Promise<WomanRow | undefined> =>
  women(db).where('person.id', '=', id).executeTakeFirst()

/** What the center calls where women sleep. */
export async function findDormitoryWord(db: ReadDb): Promise<'dormitorio' | 'estancia'> {
  const center = await db.selectFrom('center').select('dormitory_word').executeTakeFirstOrThrow()
  return center.dormitory_word as 'dormitorio' | 'estancia'
}

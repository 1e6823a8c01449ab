/** Editions with what they are planned from: weekly hours, exceptions, modules. */
import { sql } from 'kysely'
import type { EditionState } from '../../../shared/contract/programs.contract'
import type { Care } from '../../../shared/contract/workshops.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { WeekOfPattern } from '../../../shared/kernel/two-weeks'
import type { ReadDb } from '../../platform/db/types'

export interface Slot {
  readonly week: WeekOfPattern
  readonly weekday: number
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

export interface Exception {
  readonly kind: 'skip' | 'extra' | 'time'
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly toStartsAt: ClockTime | null
  readonly toEndsAt: ClockTime | null
  readonly note: string | null
}

export interface PlannedModule {
  readonly id: string
  readonly title: string
  readonly minutes: number
}

export interface Edition {
  readonly id: string
  readonly code: string
  readonly workshopId: string
  readonly title: string
  readonly axisId: string
  readonly axis: string
  readonly sensitive: boolean
  readonly roomId: string
  readonly room: string
  readonly instructorId: string
  readonly instructor: string
  readonly clearanceUntil: CivilDate | null
  readonly hours: number
  readonly capacity: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly minRatePercent: number
  readonly minHours: number | null
  readonly asksModules: boolean
  readonly asksPractical: boolean
  readonly asksTools: boolean
  readonly validMonths: number | null
  readonly ruleFrom: CivilDate | null
  readonly care: Care | null
  readonly takesWaiting: boolean
  readonly copiedFromId: string | null
  readonly copiedFromCode: string | null
  readonly closedOn: CivilDate | null
  readonly version: number
  readonly places: number
  readonly waiting: number
  readonly slots: readonly Slot[]
}

/** The part of an edition that says where it stands. */
export type Standing = Pick<Edition, 'startsOn' | 'endsOn' | 'closedOn'> & { readonly state?: EditionState }

const editions = (db: ReadDb) =>
  db
    .selectFrom('edition')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .innerJoin('room', 'room.id', 'edition.room_id')
    .innerJoin('instructor', 'instructor.id', 'edition.instructor_id')
    .leftJoin('edition as copied', 'copied.id', 'edition.copied_from')
    .select((eb) => [
      'edition.id',
      'edition.code',
      'workshop.id as workshopId',
      'workshop.title',
      'axis.id as axisId',
      'axis.name as axis',
      'axis.sensitive',
      'room.id as roomId',
      'room.name as room',
      'instructor.id as instructorId',
      'instructor.name as instructor',
      'instructor.clearance_until as clearanceUntil',
      'edition.hours',
      'edition.capacity',
      'edition.starts_on as startsOn',
      'edition.ends_on as endsOn',
      'edition.min_rate_percent as minRatePercent',
      'edition.min_hours as minHours',
      'edition.asks_modules as asksModules',
      'edition.asks_practical as asksPractical',
      'edition.asks_tools as asksTools',
      'edition.valid_months as validMonths',
      'edition.rule_from as ruleFrom',
      'edition.care',
      'edition.takes_waiting as takesWaiting',
      'edition.copied_from as copiedFromId',
      'copied.code as copiedFromCode',
      'edition.closed_on as closedOn',
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
  let query = db
    .selectFrom('edition_slot')
    .select(['edition_id as editionId', 'week', 'weekday', 'starts_at as startsAt', 'ends_at as endsAt'])
    .orderBy('weekday')
    .orderBy('starts_at')
    .orderBy('week')
  // All of them in one go; a list of ids only where it is short.
  if (rows.length <= 100) {
    const ids = rows.map((row) => row.id)
    query = query.where('edition_id', 'in', ids)
  }
  const slotsOf = new Map<string, Slot[]>()
  for (const { editionId, ...slot } of await query.execute()) {
    const list = slotsOf.get(editionId) ?? []
    list.push({ ...slot, week: slot.week as WeekOfPattern })
    slotsOf.set(editionId, list)
  }
  return rows.map((row) => ({
    ...row,
    sensitive: row.sensitive === 1,
    takesWaiting: row.takesWaiting === 1,
    asksModules: row.asksModules === 1,
    asksPractical: row.asksPractical === 1,
    asksTools: row.asksTools === 1,
    care: row.care as Care | null,
    places: row.places ?? 0,
    waiting: row.waiting ?? 0,
    slots: slotsOf.get(row.id) ?? [],
  }))
}

/** All editions in the order in which they were registered. */
export const listEditions = async (db: ReadDb): Promise<Edition[]> => withSlots(db, await editions(db).execute())

export async function findEdition(db: ReadDb, id: string): Promise<Edition | undefined> {
  return (await withSlots(db, await editions(db).where('edition.id', '=', id).execute()))[0]
}

/** Codes of all editions: none is given twice. */
export const listCodes = async (db: ReadDb): Promise<string[]> =>
  (await db.selectFrom('edition').select('code').execute()).map((row) => row.code)

/** Dates on which the pattern does not hold, in order. */
export async function listExceptions(db: ReadDb, editionId: string): Promise<Exception[]> {
  const rows = await db
    .selectFrom('edition_exception')
    .select(['kind', 'day', 'starts_at as startsAt', 'to_starts_at as toStartsAt', 'to_ends_at as toEndsAt', 'note'])
    .where('edition_id', '=', editionId)
    .orderBy('day')
    .orderBy('starts_at')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Exception['kind'] }))
}

/** What an edition teaches, in order. */
export const listModules = (db: ReadDb, editionId: string): Promise<PlannedModule[]> =>
  db
    .selectFrom('edition_module')
    .innerJoin('workshop_module', 'workshop_module.id', 'edition_module.module_id')
    .select(['workshop_module.id', 'workshop_module.title', 'edition_module.minutes'])
    .where('edition_module.edition_id', '=', editionId)
    .orderBy('edition_module.position')
    .execute()

export interface StandingUse {
  readonly editionId: string
  readonly code: string
  readonly title: string
  readonly room: string
  readonly instructor: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
}

/** Sessions of other editions between two days that stand, with the room and the instructor that each needs. */
export function listUses(
  db: ReadDb,
  filter: { from: CivilDate; until: CivilDate; exceptId?: string | undefined },
): Promise<StandingUse[]> {
  let query = db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('room', (join) =>
      join.on((eb) => eb('room.id', '=', eb.fn.coalesce('session.room_id', 'edition.room_id'))),
    )
    .innerJoin('instructor', (join) =>
      join.on((eb) =>
        eb(
          'instructor.id',
          '=',
          eb.fn.coalesce('session.actual_instructor_id', 'session.planned_instructor_id', 'edition.instructor_id'),
        ),
      ),
    )
    .select([
      'edition.id as editionId',
      'edition.code',
      'workshop.title',
      'room.name as room',
      'instructor.name as instructor',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
    ])
    .where('session.day', '>=', filter.from)
    .where('session.day', '<=', filter.until)
    .where('session.cancelled_cause', 'is', null)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .orderBy('edition.code')
  if (filter.exceptId) query = query.where('edition.id', '!=', filter.exceptId)
  return query.execute()
}

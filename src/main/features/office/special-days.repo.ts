/** The table of special days. */
import { randomUUID } from 'node:crypto'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { SpecialEffect, SpecialKind } from '../../../shared/kernel/special-days'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface SpecialDay {
  readonly day: CivilDate
  readonly title: string
  readonly kind: SpecialKind
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
  readonly effect: SpecialEffect | null
}
export interface SpecialDayRow extends SpecialDay {
  readonly id: string
  readonly version: number
}

const specialDays = (db: ReadDb) =>
  db
    .selectFrom('special_day')
    .select([
      'id',
      'day',
      'title',
      'kind',
      'dormitories',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'effect',
      'version',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof specialDays>['execute']>>[number]
const toSpecialDay = (row: Raw): SpecialDayRow => ({
  ...row,
  kind: row.kind as SpecialKind,
  effect: row.effect as SpecialEffect | null,
})

export async function findSpecialDay(db: ReadDb, id: string): Promise<SpecialDayRow | undefined> {
  const row = await specialDays(db).where('id', '=', id).executeTakeFirst()
  return row && toSpecialDay(row)
}

/** In the order of days, and of titles on one day. */
export async function listSpecialDays(db: ReadDb, from: CivilDate, until: CivilDate): Promise<SpecialDayRow[]> {
  const rows = await specialDays(db)
    .where('day', '>=', from)
    .where('day', '<=', until)
    .orderBy('day')
    .orderBy('title')
    .execute()
  return rows.map(toSpecialDay)
}

/** How many sessions point at each special day of a period. */
export async function countTaken(
  db: ReadDb,
  from: CivilDate,
  until: CivilDate,
): Promise<ReadonlyMap<string, { cancelled: number; shortened: number }>> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('special_day', 'special_day.id', 'session.special_day_id')
    .select(({ fn }) => [
      'special_day.id',
      fn.count<number>('session.cancelled_cause').as('cancelled'),
      fn.countAll<number>().as('all'),
    ])
    .where('special_day.day', '>=', from)
    .where('special_day.day', '<=', until)
    .groupBy('special_day.id')
    .execute()
  return new Map(rows.map((row) => [row.id, { cancelled: row.cancelled, shortened: row.all - row.cancelled }]))
}

const columnsOf = (special: SpecialDay) => ({
  day: special.day,
  title: special.title,
  kind: special.kind,
  dormitories: special.dormitories,
  starts_at: special.startsAt,
  ends_at: special.endsAt,
  effect: special.effect,
})

export async function insertSpecialDay(trx: Trx, special: SpecialDay): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('special_day')
    .values({ id, ...columnsOf(special) })
    .execute()
  return id
}

/** False if it has changed since `version`. */
export async function updateSpecialDay(trx: Trx, id: string, version: number, special: SpecialDay): Promise<boolean> {
  const done = await trx
    .updateTable('special_day')
    .set({ ...columnsOf(special), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function deleteSpecialDay(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('special_day').where('id', '=', id).execute()
}

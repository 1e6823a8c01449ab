/** What every week brings: counts, meals, lock-up. Rows of one series are its weekdays. */
import { randomUUID } from 'node:crypto'
import type { RoutineSeries } from '../../../shared/contract/calendar.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { RoutineKind } from '../../../shared/kernel/special-days'
import type { ReadDb, Trx } from '../../platform/db/types'

const routines = (db: ReadDb) =>
  db
    .selectFrom('routine')
    .select([
      'series_id as id',
      'kind',
      'title',
      'dormitories',
      'weekday',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'valid_from as validFrom',
      'valid_until as validUntil',
    ])
    .orderBy('starts_at')
    .orderBy('title')
    .orderBy('series_id')
    .orderBy('weekday')

type Raw = Awaited<ReturnType<ReturnType<typeof routines>['execute']>>[number]

function toSeries(rows: readonly Raw[]): RoutineSeries[] {
  const series = new Map<string, Raw[]>()
  for (const row of rows) series.set(row.id, [...(series.get(row.id) ?? []), row])
  return [...series.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const { weekday: _one, ...facts } = first
    return [{ ...facts, kind: first.kind as RoutineKind, weekdays: of.map((row) => row.weekday) }]
  })
}

/** Series that hold on some day of a period, by the hour at which they begin. */
export const listSeries = async (db: ReadDb, from: CivilDate, until: CivilDate): Promise<RoutineSeries[]> =>
  toSeries(
    await routines(db)
      .where('valid_from', '<=', until)
      .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', from)]))
      .execute(),
  )

export const findSeries = async (db: ReadDb, id: string): Promise<RoutineSeries | undefined> =>
  toSeries(await routines(db).where('series_id', '=', id).execute())[0]

export async function insertSeries(trx: Trx, series: Omit<RoutineSeries, 'id'>): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('routine')
    .values(
      [...new Set(series.weekdays)].map((weekday) => ({
        id: randomUUID(),
        series_id: id,
        kind: series.kind,
        title: series.title,
        dormitories: series.dormitories,
        weekday,
        starts_at: series.startsAt,
        ends_at: series.endsAt,
        valid_from: series.validFrom,
        valid_until: series.validUntil,
      })),
    )
    .execute()
  return id
}

export async function endSeries(trx: Trx, id: string, lastDay: CivilDate): Promise<void> {
  await trx.updateTable('routine').set({ valid_until: lastDay }).where('series_id', '=', id).execute()
}

/** For one that never came into force. */
export async function deleteSeries(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('routine').where('series_id', '=', id).execute()
}

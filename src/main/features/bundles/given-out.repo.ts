/** What has left the office on paper or on a stick: read before a backup is brought back, and kept in it. */
import type { Selectable } from 'kysely'
import { paperSeries, raiseFloor } from '../../platform/db/number-floor'
import type { DB, ReadDb, Trx } from '../../platform/db/types'

export interface GivenOut {
  /** The last number of each series. */
  readonly series: readonly { readonly series: string; readonly last: number }[]
  readonly exports: readonly Selectable<DB['bundle_export']>[]
  readonly bundleKeys: readonly Selectable<DB['bundle_key']>[]
}

/** Everything that was given a number, as today's database knows it. */
export async function readGivenOut(db: ReadDb): Promise<GivenOut> {
  const papers = await db
    .selectFrom('paper')
    .select(({ fn }) => ['type', 'year', fn.max('number').as('last')])
    .groupBy(['type', 'year'])
    .execute()
  const outings = await db.selectFrom('permission').select('folio').where('folio', 'like', 'SA-____-_____-_').execute()
  const floors = await db.selectFrom('number_floor').selectAll().execute()
  return {
    series: [
      ...papers.map(({ type, year, last }) => ({ series: paperSeries(type, year), last })),
      ...outings.map(({ folio }) => ({ series: `outing/${folio.slice(3, 7)}`, last: Number(folio.slice(8, 13)) })),
      ...floors,
    ],
    exports: await db.selectFrom('bundle_export').selectAll().orderBy('sequence').execute(),
    bundleKeys: await db.selectFrom('bundle_key').selectAll().orderBy('year').execute(),
  }
}

/** Keeps in the restored database what it does not know: numbers go on after them, the chain of bundles holds. */
export async function keepGivenOut(trx: Trx, given: GivenOut): Promise<void> {
  const last = new Map<string, number>()
  for (const each of given.series) last.set(each.series, Math.max(each.last, last.get(each.series) ?? 0))
  for (const [series, number] of last) await raiseFloor(trx, series, number)
  const staff = new Set((await trx.selectFrom('staff').select('id').execute()).map(({ id }) => id))
  for (const row of given.exports)
    await trx
      .insertInto('bundle_export')
      .values({ ...row, exported_by: row.exported_by && staff.has(row.exported_by) ? row.exported_by : null })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const row of given.bundleKeys)
    await trx
      .insertInto('bundle_key')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

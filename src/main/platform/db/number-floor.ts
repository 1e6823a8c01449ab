/**
 * Floors of number series. A backup brought back has forgotten the numbers given since; the sheets that bear them are out
 * in the world, so a series goes on after them and never gives one twice.
 */
import type { ReadDb, Trx } from './types'

/** The last number known to be given in a series, or 0. */
export async function floorOf(db: ReadDb, series: string): Promise<number> {
  const row = await db.selectFrom('number_floor').select('last').where('series', '=', series).executeTakeFirst()
  return row?.last ?? 0
}

/** Lets a series go on after this number; never lowers it. */
export async function raiseFloor(trx: Trx, series: string, last: number): Promise<void> {
  await trx
    .insertInto('number_floor')
    .values({ series, last })
    .onConflict((conflict) => conflict.column('series').doUpdateSet({ last }).where('number_floor.last', '<', last))
    .execute()
}

/** The series of numbers of a paper type in a year. */
export const paperSeries = (type: string, year: number): string => `paper/${type}/${year}`

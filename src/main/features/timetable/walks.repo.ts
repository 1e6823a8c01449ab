/** The table of walks between rooms. */
import type { ReadDb, Trx } from '../../platform/db/types'

/** Pairs of rooms that have minutes of their own, by name. */
export const listNamedWalks = (db: ReadDb) =>
  db
    .selectFrom('walk')
    .innerJoin('room as first', 'first.id', 'walk.room_a')
    .innerJoin('room as second', 'second.id', 'walk.room_b')
    .select(['walk.room_a as a', 'walk.room_b as b', 'first.name as roomA', 'second.name as roomB', 'walk.minutes'])
    .orderBy('first.name')
    .orderBy('second.name')
    .execute()

export async function putWalk(trx: Trx, walk: { a: string; b: string; minutes: number }): Promise<void> {
  await trx
    .insertInto('walk')
    .values({ room_a: walk.a, room_b: walk.b, minutes: walk.minutes })
    .onConflict((clash) => clash.columns(['room_a', 'room_b']).doUpdateSet({ minutes: walk.minutes }))
    .execute()
}

export async function dropWalk(trx: Trx, walk: { a: string; b: string }): Promise<void> {
  await trx.deleteFrom('walk').where('room_a', '=', walk.a).where('room_b', '=', walk.b).execute()
}

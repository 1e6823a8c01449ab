/** Who is in the childcare room, by join: what was written down there outweighs what the timetable had arranged. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Children who came into the room today, and whether they are still in it. */
export async function listRoomToday(
  db: ReadDb,
  day: CivilDate,
): Promise<{ readonly childId: string; readonly inside: boolean }[]> {
  const rows = await db
    .selectFrom('childcare_stay')
    .select(['child_id as childId'])
    .select(({ fn }) => [fn.countAll<number>().as('stays'), fn.count<number>('out_at').as('ended')])
    .where('day', '=', day)
    .where('withdrawn_at', 'is', null)
    .groupBy('child_id')
    .execute()
  return rows.map(({ childId, stays, ended }) => ({ childId, inside: stays > ended }))
}

/** How many of a woman's children are in the room now. */
export async function countChildrenInRoom(db: ReadDb, motherId: string, day: CivilDate): Promise<number> {
  const row = await db
    .selectFrom('childcare_stay as care')
    .innerJoin('child', 'child.id', 'care.child_id')
    .select(({ fn }) => fn.count<number>('child.id').distinct().as('n'))
    .where('child.mother_id', '=', motherId)
    .where('care.day', '=', day)
    .where('care.out_at', 'is', null)
    .where('care.withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

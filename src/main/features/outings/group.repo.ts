/** A group on its way: who goes along, and the headcounts. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Headcounts of a group on a day, with who was not seen. */
export async function listHeadcounts(db: ReadDb, permissionId: string, day: CivilDate) {
  const counts = await db
    .selectFrom('headcount')
    .leftJoin('staff', 'staff.id', 'headcount.recorded_by')
    .select(['headcount.id', 'step', 'day', 'at as time', 'place', 'note', 'staff.name as by'])
    .where('permission_id', '=', permissionId)
    .where('day', '>=', day)
    .orderBy('day')
    .orderBy('at')
    .orderBy('recorded_at')
    .execute()
  if (counts.length === 0) return []
  const heads = await db
    .selectFrom('headcount_child')
    .innerJoin('outing', 'outing.id', 'headcount_child.outing_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select(['headcount_id', 'seen', 'surname1', 'surname2', 'given_names as givenNames'])
    .where(
      'headcount_id',
      'in',
      counts.map((each) => each.id),
    )
    .execute()
  return counts.map((each) => ({ ...each, heads: heads.filter((head) => head.headcount_id === each.id) }))
}

/** What a group carries along: the plan, and who goes with it beside whoever leads. */
export async function findPlan(db: ReadDb, permissionId: string) {
  const plan = await db
    .selectFrom('permission')
    .select(['folio', 'reason', 'destination', 'transport'])
    .where('id', '=', permissionId)
    .executeTakeFirst()
  if (!plan) return undefined
  const helpers = await db
    .selectFrom('permission_adult')
    .select('name')
    .select((eb) => eb.ref('duty').$castTo<'helper' | 'doctor'>().as('duty'))
    .where('permission_id', '=', permissionId)
    .orderBy('name')
    .execute()
  return { ...plan, helpers }
}

/** When the child was born, and what whoever took it is to it. */
export const findChildOf = (db: ReadDb, outingId: string) =>
  db
    .selectFrom('outing')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .leftJoin('child_adult', (join) =>
      join.onRef('child_adult.child_id', '=', 'child.id').onRef('child_adult.adult_id', '=', 'permission.adult_id'),
    )
    .select(['child.birth_date as birthDate', 'child_adult.relation'])
    .where('outing.id', '=', outingId)
    .executeTakeFirst()

/** What outings read of others' tables: the grid of adults, who lives here, who works here, what the center asks for. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** The lines of the grids of these children: the right to take out that nobody ended, and the first order not lifted. */
export async function listGrid(db: ReadDb, childIds: readonly string[]) {
  if (childIds.length === 0) return []
  const rows = await db
    .selectFrom('child_adult')
    .innerJoin('adult', 'adult.id', 'child_adult.adult_id')
    .leftJoin('authority', (join) =>
      join
        .onRef('authority.child_id', '=', 'child_adult.child_id')
        .onRef('authority.adult_id', '=', 'child_adult.adult_id')
        .on('authority.act', '=', 'take-out')
        .on('authority.ended_at', 'is', null),
    )
    .select((eb) => [
      'child_adult.child_id',
      'child_adult.adult_id',
      'child_adult.relation',
      'authority.id as right_id',
      'authority.until_day',
      'adult.full_name',
      'adult.document',
      eb
        .selectFrom('prohibition')
        .select('order_number')
        .whereRef('prohibition.child_id', '=', 'child_adult.child_id')
        .whereRef('prohibition.adult_id', '=', 'child_adult.adult_id')
        .where('lifted_at', 'is', null)
        .orderBy('order_number')
        .limit(1)
        .as('order'),
    ])
    .where('child_adult.child_id', 'in', [...childIds])
    .orderBy('adult.full_name')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id,
    adultId: row.adult_id,
    relation: row.relation,
    name: row.full_name,
    document: row.document,
    mayCollect: row.right_id !== null,
    validUntil: row.until_day,
    forbiddenBy: row.order,
  }))
}

/** What the center's settings ask of an outing. */
export async function findRules(
  db: ReadDb,
): Promise<{ required: readonly string[]; graceMinutes: number; timezone: string }> {
  const center = await db.selectFrom('center').select(['late_grace_minutes', 'timezone']).executeTakeFirstOrThrow()
  const required = await db.selectFrom('outing_authorisation').select('name').orderBy('position').execute()
  return {
    required: required.map((row) => row.name),
    graceMinutes: center.late_grace_minutes,
    timezone: center.timezone,
  }
}

/** Children who live here on a day, for the form of a request. */
export async function listChildren(db: ReadDb, day: CivilDate) {
  return db
    .selectFrom('child')
    .select(['id', 'surname1', 'surname2', 'given_names as givenNames'])
    .where('lives_here_from', 'is not', null)
    .where((eb) => eb.or([eb('lives_here_until', 'is', null), eb('lives_here_until', '>=', day)]))
    .execute()
}

export const findChild = (db: ReadDb, id: string) =>
  db
    .selectFrom('child')
    .select(['id', 'lives_here_from as livesHereFrom', 'lives_here_until as livesHereUntil'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Staff who still work here and instructors: who may lead a group outing. */
export async function listHouse(db: ReadDb) {
  const staff = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('suspended_at', 'is', null)
    .where('role', '!=', 'gate')
    .orderBy('name')
    .execute()
  const instructors = await db.selectFrom('instructor').select(['id', 'name']).orderBy('name').execute()
  return { staff, instructors }
}

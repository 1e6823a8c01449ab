/** What outings read of others' tables: who lives here, who works here, what the center asks of an outing. */
import { signingRule, type SigningRule } from '../../../shared/contract/signing'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** The center's list of signatures, in its order. */
export async function listSigningRules(db: ReadDb): Promise<readonly SigningRule[]> {
  const rows = await db.selectFrom('outing_authorisation').selectAll().orderBy('position').execute()
  return rows.map((row) =>
    signingRule.parse({
      name: row.name,
      recordedBy: row.recorded_by,
      scope: row.scope,
      requiredWhen: JSON.parse(row.required_when_json) as unknown,
      emergency: row.emergency,
    }),
  )
}

/** What the center's settings ask of a return. */
export async function findRules(db: ReadDb): Promise<{ graceMinutes: number; timezone: string }> {
  const center = await db.selectFrom('center').select(['late_grace_minutes', 'timezone']).executeTakeFirstOrThrow()
  return { graceMinutes: center.late_grace_minutes, timezone: center.timezone }
}

const children = (db: ReadDb) =>
  db
    .selectFrom('child')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .select(['child.id', 'child.surname1', 'child.surname2', 'child.given_names as givenNames'])
    .select(['child.lives_here_from as livesHereFrom', 'child.lives_here_until as livesHereUntil'])
    .select((eb) => eb.ref('child.custody').$castTo<'mother' | 'shared' | 'state' | 'unknown'>().as('custody'))
    .select(['child.mother_id as motherId', 'mother.surname1 as motherSurname1', 'mother.surname2 as motherSurname2'])
    .select(['mother.given_names as motherGivenNames', 'mother.chosen_name as motherChosenName'])

/** Children who live here on a day, for the form of a request. */
export const listChildren = (db: ReadDb, day: CivilDate) =>
  children(db)
    .where('child.lives_here_from', 'is not', null)
    .where((eb) => eb.or([eb('child.lives_here_until', 'is', null), eb('child.lives_here_until', '>=', day)]))
    .execute()

export const findChildren = (db: ReadDb, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : children(db)
        .where('child.id', 'in', [...ids])
        .execute()

/** Protection measures of these children, with their days. */
export const listMeasures = (db: ReadDb, childIds: readonly string[]) =>
  childIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('protection_measure')
        .select(['child_id as childId', 'from_day as from', 'until_day as until'])
        .where('child_id', 'in', [...childIds])
        .execute()

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

/** Plans of separation with their steps, and the milestones that they begin with. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Milestone, SeparationPlan, SeparationStep } from '../../../shared/contract/separation.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredStep = Omit<SeparationStep, 'standing'> & { readonly planId: string }
export type StoredPlan = Omit<SeparationPlan, 'steps'> & { readonly childId: string }

const planRows = (db: ReadDb) =>
  db
    .selectFrom('separation_plan')
    .select(['id', 'version', 'child_id as childId', 'cause', 'target_day as targetDay', 'made_on as madeOn', 'note'])
    .select(['separated_on as separatedOn', 'closed_on as closedOn', 'close_cause as closeCause'])
    .select('close_note as closeNote')

const asPlan = (row: Awaited<ReturnType<ReturnType<typeof planRows>['execute']>>[number]): StoredPlan => ({
  ...row,
  cause: row.cause as StoredPlan['cause'],
  closeCause: row.closeCause as StoredPlan['closeCause'],
})

/** Plans of a child, the latest first. */
export async function listPlans(db: ReadDb, childId: string): Promise<StoredPlan[]> {
  const rows = await planRows(db).where('child_id', '=', childId).orderBy('made_on', 'desc').orderBy('id').execute()
  return rows.map(asPlan)
}

/** Plans of all children that are not closed. */
export async function listOpenPlans(db: ReadDb): Promise<StoredPlan[]> {
  return (await planRows(db).where('closed_on', 'is', null).execute()).map(asPlan)
}

export async function findPlan(db: ReadDb, id: string): Promise<StoredPlan | undefined> {
  const row = await planRows(db).where('id', '=', id).executeTakeFirst()
  return row && asPlan(row)
}

const stepRows = (db: ReadDb) =>
  db
    .selectFrom('separation_step')
    .select(['id', 'version', 'plan_id as planId', 'word', 'title', 'side', 'months', 'days', 'concerns'])
    .select(['due_on as dueOn', 'state', 'done_on as doneOn', 'who', 'note'])

const asStep = (row: Awaited<ReturnType<ReturnType<typeof stepRows>['execute']>>[number]): StoredStep => ({
  ...row,
  word: row.word as StoredStep['word'],
  side: row.side as StoredStep['side'],
  concerns: row.concerns as StoredStep['concerns'],
  state: row.state as StoredStep['state'],
})

/** Steps of some plans in the order of their days. */
export async function listSteps(db: ReadDb, planIds: readonly string[]): Promise<StoredStep[]> {
  if (planIds.length === 0) return []
  const rows = await stepRows(db)
    .where('plan_id', 'in', planIds)
    .orderBy('due_on')
    .orderBy('side', 'desc')
    // Within a day as they were written: in the order of the center's list.
    .orderBy(sql`separation_step.rowid`)
    .execute()
  return rows.map(asStep)
}

export async function findStep(db: ReadDb, id: string): Promise<StoredStep | undefined> {
  const row = await stepRows(db).where('id', '=', id).executeTakeFirst()
  return row && asStep(row)
}

export async function insertPlan(
  trx: Trx,
  plan: Pick<StoredPlan, 'id' | 'childId' | 'cause' | 'targetDay' | 'madeOn' | 'note' | 'separatedOn'>,
): Promise<void> {
  await trx
    .insertInto('separation_plan')
    .values({
      id: plan.id,
      child_id: plan.childId,
      cause: plan.cause,
      target_day: plan.targetDay,
      made_on: plan.madeOn,
      note: plan.note,
      separated_on: plan.separatedOn,
    })
    .execute()
}

type NewStep = Pick<StoredStep, 'planId' | 'word' | 'title' | 'side' | 'months' | 'days' | 'concerns' | 'dueOn'>

export async function insertSteps(trx: Trx, steps: readonly NewStep[]): Promise<string[]> {
  const rows = steps.map((step) => ({ id: randomUUID(), ...step }))
  if (rows.length === 0) return []
  await trx
    .insertInto('separation_step')
    .values(
      rows.map(({ id, planId, word, title, side, months, days, concerns, dueOn }) => ({
        id,
        plan_id: planId,
        word,
        title,
        side,
        months,
        days,
        concerns,
        due_on: dueOn,
        state: 'to-do',
      })),
    )
    .execute()
  return rows.map((row) => row.id)
}

type PlanChange = Partial<
  Pick<StoredPlan, 'targetDay' | 'separatedOn'> & Pick<StoredPlan, 'closedOn' | 'closeCause' | 'closeNote'>
>

/** False if the row has changed since `version`. */
export async function markPlan(trx: Trx, id: string, version: number, change: PlanChange): Promise<boolean> {
  const done = await trx
    .updateTable('separation_plan')
    .set({
      ...(change.targetDay === undefined ? {} : { target_day: change.targetDay }),
      ...(change.separatedOn === undefined ? {} : { separated_on: change.separatedOn }),
      ...(change.closedOn === undefined
        ? {}
        : { closed_on: change.closedOn, close_cause: change.closeCause ?? null, close_note: change.closeNote ?? null }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

type StepChange =
  { readonly dueOn: CivilDate; readonly byHand: boolean } | Pick<StoredStep, 'state' | 'doneOn' | 'who' | 'note'>

/** False if the row has changed since `version`. */
export async function markStep(trx: Trx, id: string, version: number, change: StepChange): Promise<boolean> {
  const values =
    'dueOn' in change
      ? { due_on: change.dueOn, ...(change.byHand ? { months: null, days: null } : {}) }
      : { state: change.state, done_on: change.doneOn, who: change.who, note: change.note }
  const done = await trx
    .updateTable('separation_step')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Outings of the kind “separation” of a child, and those that serve a step of hers, with what came of them. */
export const listGradedOutings = (db: ReadDb, childId: string) =>
  db
    .selectFrom('outing_plan as outing')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .leftJoin('separation_step as step', 'step.id', 'permission.separation_step_id')
    .leftJoin('separation_plan as plan', 'plan.id', 'step.plan_id')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing.id').on('came.direction', '=', 'back'),
    )
    .select(['outing.id', 'outing.folio', 'leaves_on as leavesOn', 'returns_on as returnsOn'])
    .select([
      'outing.adult_name as adultName',
      'cancelled_on as cancelledOn',
      'went.day as wentOn',
      'came.day as cameOn',
    ])
    .where('outing.child_id', '=', childId)
    .where((eb) => eb.or([eb('outing.kind', '=', 'separation'), eb('plan.child_id', '=', childId)]))
    .orderBy('leaves_on')
    .execute()

export async function listMilestones(db: ReadDb): Promise<Milestone[]> {
  const rows = await db
    .selectFrom('separation_milestone')
    .select(['id', 'version', 'word', 'title', 'side', 'months', 'days', 'concerns'])
    .select(['from_day as fromDay', 'until_day as untilDay'])
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    word: row.word as Milestone['word'],
    side: row.side as Milestone['side'],
    concerns: row.concerns as Milestone['concerns'],
  }))
}

export async function insertMilestone(
  trx: Trx,
  line: Omit<Milestone, 'id' | 'version' | 'untilDay'>,
): Promise<{ id: string }> {
  const id = randomUUID()
  const { word, title, side, months, days, concerns, fromDay } = line
  await trx
    .insertInto('separation_milestone')
    .values({ id, word, title, side, months, days, concerns, from_day: fromDay })
    .execute()
  return { id }
}

/** False if the row has changed since `version`. */
export async function markMilestoneEnd(trx: Trx, id: string, version: number, untilDay: CivilDate): Promise<boolean> {
  const done = await trx
    .updateTable('separation_milestone')
    .set({ until_day: untilDay, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

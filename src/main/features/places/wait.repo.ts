/** The tables of requests: where each stands, and the steps that led there. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { Requester, WaitState } from '../../../shared/contract/waits.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { women } from './women.repo'

export interface WaitRow extends NamedWoman {
  readonly id: string
  readonly dormitory: string | null
  readonly workshopId: string
  readonly workshop: string
  readonly requestedOn: CivilDate
  readonly requestedBy: Requester | null
  readonly state: WaitState
  /** Of her open offer. */
  readonly offeredUntil: CivilDate | null
  readonly ahead: boolean
  readonly version: number
}

const waits = (db: ReadDb) =>
  women(db)
    .innerJoin('wait', 'wait.person_id', 'person.id')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .leftJoin('offer', (join) => join.onRef('offer.wait_id', '=', 'wait.id').on('offer.answer', 'is', null))
    .leftJoin('wait_jump', (join) =>
      join
        .onRef('wait_jump.wait_id', '=', 'wait.id')
        .on('wait_jump.kind', '=', 'ahead')
        .on('wait_jump.ended_on', 'is', null),
    )
    .select([
      'wait.id',
      'wait.workshop_id as workshopId',
      'workshop.title as workshop',
      'wait.requested_on as requestedOn',
      'wait.requested_by as requestedBy',
      'wait.state',
      'offer.until_on as offeredUntil',
      'wait_jump.id as jumpId',
      'wait.version',
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof waits>['execute']>>[number]

const toWait = ({ stayId: _stayId, jumpId, ...row }: Raw): WaitRow => ({
  ...row,
  requestedBy: row.requestedBy as Requester | null,
  state: row.state as WaitState,
  ahead: jumpId !== null,
})

/** Who stands on the list: pending, approved or with an offer. */
export async function listOpenWaits(
  db: ReadDb,
  of: { readonly workshopId?: string; readonly personId?: string } = {},
): Promise<readonly WaitRow[]> {
  let query = waits(db).where('wait.closed_on', 'is', null)
  if (of.workshopId) query = query.where('wait.workshop_id', '=', of.workshopId)
  if (of.personId) query = query.where('wait.person_id', '=', of.personId)
  return (await query.execute()).map(toWait)
}

export interface WaitFacts {
  readonly id: string
  readonly personId: string
  readonly workshopId: string
  readonly requestedOn: CivilDate
  readonly requestedBy: Requester | null
  readonly requestNote: string | null
  readonly enteredOn: CivilDate | null
  readonly state: WaitState
  readonly closedOn: CivilDate | null
  readonly version: number
}

const facts = (db: ReadDb) =>
  db
    .selectFrom('wait')
    .select([
      'id',
      'person_id as personId',
      'workshop_id as workshopId',
      'requested_on as requestedOn',
      'requested_by as requestedBy',
      'request_note as requestNote',
      'entered_on as enteredOn',
      'state',
      'closed_on as closedOn',
      'version',
    ])

type RawFacts = Awaited<ReturnType<ReturnType<typeof facts>['execute']>>[number]
const toFacts = (row: RawFacts): WaitFacts => ({
  ...row,
  requestedBy: row.requestedBy as Requester | null,
  state: row.state as WaitState,
})

export async function findWait(db: ReadDb, id: string): Promise<WaitFacts | undefined> {
  const row = await facts(db).where('id', '=', id).executeTakeFirst()
  return row && toFacts(row)
}

/** One request as the list names it, also when it is closed. */
export async function findNamedWait(db: ReadDb, id: string): Promise<WaitRow | undefined> {
  const row = await waits(db).where('wait.id', '=', id).executeTakeFirst()
  return row && toWait(row)
}

/** All requests of a woman as the list names them, the newest first. */
export async function listNamedWaitsOf(db: ReadDb, personId: string): Promise<readonly WaitRow[]> {
  const rows = await waits(db)
    .where('wait.person_id', '=', personId)
    .orderBy((eb) => eb.case().when('wait.closed_on', 'is', null).then(0).else(1).end())
    .orderBy('wait.requested_on', 'desc')
    .execute()
  return rows.map(toWait)
}

/** All requests of a woman, or hers for one workshop, the newest first. */
export async function listWaitsOf(
  db: ReadDb,
  of: { readonly personId: string; readonly workshopId?: string },
): Promise<readonly WaitFacts[]> {
  let query = facts(db).where('person_id', '=', of.personId)
  if (of.workshopId) query = query.where('workshop_id', '=', of.workshopId)
  // Two of one day: the open one is the newer.
  const rows = await query
    .orderBy('requested_on', 'desc')
    .orderBy((eb) => eb.case().when('closed_on', 'is', null).then(0).else(1).end())
    .orderBy('state_on', 'desc')
    .execute()
  return rows.map(toFacts)
}

export interface StepRow {
  readonly id: string
  readonly waitId: string
  readonly at: Instant
  readonly day: CivilDate
  readonly act: string
  readonly to: WaitState
  readonly reason: string | null
  readonly toldOn: CivilDate | null
  readonly toldBy: string | null
  readonly by: string | null
}

/** What happened to a request, the first step first, with the name of who did it. */
export async function listSteps(db: ReadDb, waitId: string): Promise<readonly Omit<StepRow, 'waitId'>[]> {
  const rows = await db
    .selectFrom('wait_step')
    .leftJoin('staff', 'staff.id', 'wait_step.by')
    .select([
      'wait_step.id',
      'at',
      'day',
      'act',
      'to_state as to',
      'reason',
      'told_on as toldOn',
      'told_by as toldBy',
      'staff.name as by',
    ])
    .where('wait_id', '=', waitId)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, to: row.to as WaitState }))
}

export async function insertWait(
  trx: Trx,
  wait: {
    readonly id: string
    readonly personId: string
    readonly workshopId: string
    readonly requestedOn: CivilDate
    readonly requestedBy: Requester
    readonly requestNote: string | null
    readonly enteredOn: CivilDate
    readonly state: WaitState
  },
): Promise<void> {
  await trx
    .insertInto('wait')
    .values({
      id: wait.id,
      person_id: wait.personId,
      workshop_id: wait.workshopId,
      requested_on: wait.requestedOn,
      requested_by: wait.requestedBy,
      request_note: wait.requestNote,
      entered_on: wait.enteredOn,
      state: wait.state,
      state_on: wait.enteredOn,
    })
    .execute()
}

export async function insertStep(trx: Trx, step: StepRow): Promise<void> {
  await trx
    .insertInto('wait_step')
    .values({
      id: step.id,
      wait_id: step.waitId,
      at: step.at,
      day: step.day,
      act: step.act,
      to_state: step.to,
      reason: step.reason,
      told_on: step.toldOn,
      told_by: step.toldBy,
      by: step.by,
    })
    .execute()
}

/** Moves a request to a state. False if it has changed since `version`. */
export async function moveWait(
  trx: Trx,
  wait: { readonly id: string; readonly version: number },
  to: { readonly state: WaitState; readonly day: CivilDate; readonly closedOn: CivilDate | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('wait')
    .set({ state: to.state, state_on: to.day, closed_on: to.closedOn, version: wait.version + 1 })
    .where('id', '=', wait.id)
    .where('version', '=', wait.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Puts right when and by whom it was requested. False if it has changed since `version`. */
export async function updateRequest(
  trx: Trx,
  wait: { readonly id: string; readonly version: number },
  request: { readonly requestedOn: CivilDate; readonly requestedBy: Requester },
): Promise<boolean> {
  const done = await trx
    .updateTable('wait')
    .set({ requested_on: request.requestedOn, requested_by: request.requestedBy, version: wait.version + 1 })
    .where('id', '=', wait.id)
    .where('version', '=', wait.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Counts a request as changed, where what changed stands in another table. False if it has changed since. */
export async function touchWait(trx: Trx, wait: { readonly id: string; readonly version: number }): Promise<boolean> {
  const done = await trx
    .updateTable('wait')
    .set({ version: wait.version + 1 })
    .where('id', '=', wait.id)
    .where('version', '=', wait.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Writes who told her of a step, and when. */
export const markTold = (trx: Trx, stepId: string, told: { readonly on: CivilDate; readonly by: string }) =>
  trx.updateTable('wait_step').set({ told_on: told.on, told_by: told.by }).where('id', '=', stepId).execute()

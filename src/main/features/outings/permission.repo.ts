/** The permissions themselves: the plan, who goes along, and every write to them. */
import { randomUUID } from 'node:crypto'
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { floorOf } from '../../platform/db/number-floor'
import type { ReadDb, Trx } from '../../platform/db/types'
import type { StoredState } from '../../../shared/contract/permission-states'

const permissions = (db: ReadDb) =>
  db
    .selectFrom('permission')
    .leftJoin('staff as requester', 'requester.id', 'permission.requested_by')
    .leftJoin('staff as asker', 'asker.id', 'permission.round_by')
    .leftJoin('staff as decider', 'decider.id', 'permission.state_by')
    .selectAll('permission')
    .select(['requester.name as requester_name', 'asker.name as asker_name', 'decider.name as decider_name'])

const toPermission = (row: Awaited<ReturnType<ReturnType<typeof permissions>['executeTakeFirstOrThrow']>>) => ({
  id: row.id,
  version: row.version,
  folio: row.folio,
  kind: row.kind as OutingKind,
  reason: row.reason,
  state: row.state as StoredState,
  stateOn: row.state_on,
  stateBy: row.decider_name,
  stateReason: row.state_reason,
  destination: row.destination,
  transport: row.transport,
  travels: row.travels === 1,
  phone: row.phone,
  note: row.note,
  adultName: row.adult_name,
  adultId: row.adult_id,
  instructorId: row.instructor_id,
  staffId: row.staff_id,
  backAdultName: row.back_adult_name,
  backAdultId: row.back_adult_id,
  separationStepId: row.separation_step_id,
  requestedBy: row.requested_by,
  requestedByName: row.requester_name,
  askedBy: row.round_by,
  askedByName: row.asker_name,
  round: row.round,
  roundOn: row.round_on,
})
export type PermissionRecord = ReturnType<typeof toPermission>

/** All permissions, or those of one child; the newest first. */
export async function listPermissions(db: ReadDb, childId?: string): Promise<readonly PermissionRecord[]> {
  let query = permissions(db)
  if (childId !== undefined)
    query = query.where('permission.id', 'in', (eb) =>
      eb.selectFrom('outing').select('permission_id').where('child_id', '=', childId),
    )
  return (await query.orderBy('permission.round_on', 'desc').orderBy('permission.folio', 'desc').execute()).map(
    toPermission,
  )
}

export async function findPermission(db: ReadDb, id: string): Promise<PermissionRecord | undefined> {
  const row = await permissions(db).where('permission.id', '=', id).executeTakeFirst()
  return row && toPermission(row)
}

/** Who goes along with these permissions' groups. */
export const listHelpers = async (db: ReadDb, permissionIds: readonly string[]) =>
  permissionIds.length === 0
    ? []
    : (
        await db
          .selectFrom('permission_adult')
          .selectAll()
          .where('permission_id', 'in', [...permissionIds])
          .orderBy('duty')
          .orderBy('name')
          .execute()
      ).map((row) => ({
        permissionId: row.permission_id,
        duty: row.duty as 'helper' | 'doctor',
        name: row.name,
        document: row.document,
        staffId: row.staff_id,
        instructorId: row.instructor_id,
      }))

export interface PermissionPlan {
  readonly kind: OutingKind
  readonly reason: string
  readonly destination: string | null
  readonly transport: string | null
  readonly travels: boolean
  readonly phone: string | null
  readonly note: string | null
  readonly adultName: string
  readonly adultId: string | null
  readonly instructorId: string | null
  readonly staffId: string | null
  readonly backAdultName: string | null
  readonly backAdultId: string | null
  readonly separationStepId: string | null
}

const columnsOf = (plan: PermissionPlan) => ({
  kind: plan.kind,
  reason: plan.reason,
  destination: plan.destination,
  transport: plan.transport,
  travels: plan.travels ? 1 : 0,
  phone: plan.phone,
  note: plan.note,
  adult_name: plan.adultName,
  adult_id: plan.adultId,
  instructor_id: plan.instructorId,
  staff_id: plan.staffId,
  back_adult_name: plan.backAdultName,
  back_adult_id: plan.backAdultId,
  separation_step_id: plan.separationStepId,
})

export async function insertPermission(
  trx: Trx,
  permission: PermissionPlan & {
    readonly id: string
    readonly folio: string
    readonly state: StoredState
    readonly requestedBy: string | null
    readonly roundOn: CivilDate
  },
): Promise<void> {
  await trx
    .insertInto('permission')
    .values({
      ...columnsOf(permission),
      id: permission.id,
      folio: permission.folio,
      state: permission.state,
      requested_by: permission.requestedBy,
      round_on: permission.roundOn,
      round_by: permission.requestedBy,
    })
    .execute()
}

/** What an act may change of the permission itself. */
export interface PermissionChange {
  readonly plan?: PermissionPlan
  readonly state?: {
    readonly to: StoredState
    readonly on: CivilDate
    readonly by: string | null
    readonly reason: string | null
  }
  /** Everybody is asked again, by whoever asks now. */
  readonly round?: { readonly number: number; readonly on: CivilDate; readonly by: string | null }
}

/** Moves the version on and writes what changes; false if the permission has changed since `version`. */
export async function markPermission(
  trx: Trx,
  id: string,
  version: number,
  { plan, state, round }: PermissionChange = {},
): Promise<boolean> {
  const written = await trx
    .updateTable('permission')
    .set({
      version: version + 1,
      ...(plan && columnsOf(plan)),
      ...(state && { state: state.to, state_on: state.on, state_by: state.by, state_reason: state.reason }),
      ...(round && { round: round.number, round_on: round.on, round_by: round.by }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}

/** Who goes along with a group, instead of whoever was to. */
export async function replaceHelpers(
  trx: Trx,
  permissionId: string,
  helpers: readonly {
    readonly duty: 'helper' | 'doctor'
    readonly name: string
    readonly document: string | null
    readonly staffId: string | null
    readonly instructorId: string | null
  }[],
): Promise<void> {
  await trx.deleteFrom('permission_adult').where('permission_id', '=', permissionId).execute()
  if (helpers.length === 0) return
  await trx
    .insertInto('permission_adult')
    .values(
      helpers.map((helper) => ({
        id: randomUUID(),
        permission_id: permissionId,
        duty: helper.duty,
        name: helper.name,
        document: helper.document,
        staff_id: helper.staffId,
        instructor_id: helper.instructorId,
      })),
    )
    .execute()
}

export interface OutingLine {
  readonly id: string
  readonly folio: string
  readonly childId: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly allergies: string | null
  readonly belongings: string | null
  readonly photo: boolean | null
}

const lineColumns = (line: OutingLine) => ({
  leaves_on: line.leavesOn,
  leaves_at: line.leavesAt,
  returns_on: line.returnsOn,
  returns_at: line.returnsAt,
  allergies: line.allergies,
  belongings: line.belongings,
  photo: line.photo === null ? null : line.photo ? 1 : 0,
})

export async function insertLines(trx: Trx, permissionId: string, lines: readonly OutingLine[]): Promise<void> {
  if (lines.length === 0) return
  await trx
    .insertInto('outing')
    .values(
      lines.map((line) => ({
        id: line.id,
        permission_id: permissionId,
        folio: line.folio,
        child_id: line.childId,
        ...lineColumns(line),
      })),
    )
    .execute()
}

/** Other hours, or other things to take along, for a line that keeps its folio. */
export async function moveLine(trx: Trx, line: OutingLine): Promise<void> {
  await trx
    .updateTable('outing')
    .set((eb) => ({ ...lineColumns(line), version: eb('version', '+', 1) }))
    .where('id', '=', line.id)
    .execute()
}

/** Calls off lines that are still open. */
export async function cancelLines(
  trx: Trx,
  ids: readonly string[],
  cancelled: { readonly on: CivilDate; readonly reason: string },
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('outing')
    .set((eb) => ({ cancelled_on: cancelled.on, cancelled_reason: cancelled.reason, version: eb('version', '+', 1) }))
    .where('id', 'in', [...ids])
    .execute()
}

/** The last number given to a folio of ours in a year; folios from the office's lists do not count. */
export async function lastFolioNumber(db: ReadDb, year: number): Promise<number> {
  const row = await db
    .selectFrom('permission')
    .select(({ fn }) => fn.max<string | null>('folio').as('last'))
    .where('folio', 'like', `SA-${year}-_____-_`)
    .executeTakeFirst()
  return Math.max(Number(row?.last?.slice(8, 13) ?? 0), await floorOf(db, `outing/${year}`))
}

/** What once stood in a child's grid, and what an order touches: read only. */
import type { AuthorityAct, OrderHits } from '../../../shared/contract/child-adults.contract'
import type { Output } from '../../../shared/contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

type Past = Output<'children.grid'>['past'][number]

/** Rights that ended and orders that were lifted, the latest first. */
export async function listPast(db: ReadDb, childId: string): Promise<Past[]> {
  const rights = await db
    .selectFrom('authority')
    .innerJoin('adult', 'adult.id', 'authority.adult_id')
    .leftJoin('staff', 'staff.id', 'authority.ended_by')
    .select(['authority.id', 'adult_id', 'full_name', 'act', 'from_day', 'until_day', 'evidence_number'])
    .select(['ended_on', 'ended_at', 'end_reason', 'replaced_by', 'staff.name as by_name'])
    .where('child_id', '=', childId)
    .where('ended_at', 'is not', null)
    .execute()
  const orders = await db
    .selectFrom('prohibition')
    .innerJoin('adult', 'adult.id', 'prohibition.adult_id')
    .leftJoin('staff', 'staff.id', 'prohibition.lifted_by')
    .select(['prohibition.id', 'adult_id', 'full_name', 'from_day', 'until_day', 'order_number'])
    .select(['lifted_on', 'lifted_at', 'lift_reason', 'lift_document', 'staff.name as by_name'])
    .where('child_id', '=', childId)
    .where('lifted_at', 'is not', null)
    .execute()
  const all = [
    ...rights.map((row) => ({
      at: row.ended_at ?? '',
      id: row.id,
      kind: 'right' as const,
      adultId: row.adult_id,
      name: row.full_name,
      act: row.act as AuthorityAct,
      from: row.from_day,
      until: row.until_day,
      paper: row.evidence_number,
      endedOn: row.ended_on ?? '',
      endedBy: row.by_name,
      reason: row.end_reason ?? '',
      replaced: row.replaced_by !== null,
    })),
    ...orders.map((row) => ({
      at: row.lifted_at ?? '',
      id: row.id,
      kind: 'order' as const,
      adultId: row.adult_id,
      name: row.full_name,
      act: null,
      from: row.from_day,
      until: row.until_day,
      paper: row.order_number,
      endedOn: row.lifted_on ?? '',
      endedBy: row.by_name,
      reason: [row.lift_reason, row.lift_document].filter(Boolean).join(' · '),
      replaced: false,
    })),
  ]
  return all
    .sort((a, b) => b.at.localeCompare(a.at) || (a.act ?? '').localeCompare(b.act ?? ''))
    .map(({ at: _at, ...past }) => past)
}

type Permission = OrderHits['permissions'][number] & {
  readonly adultId: string | null
  readonly adultName: string
  readonly isOut: boolean
}

/** Permissions of these children that may still be used from a day on, or under which a child is out now. */
export async function listOpenPermissions(
  db: ReadDb,
  childIds: readonly string[],
  day: CivilDate,
): Promise<Permission[]> {
  const rows = await db
    .selectFrom('outing_plan')
    .innerJoin('child', 'child.id', 'outing_plan.child_id')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing_plan.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing_plan.id').on('came.direction', '=', 'back'),
    )
    .select([
      'outing_plan.id',
      'folio',
      'leaves_on',
      'outing_plan.adult_id',
      'outing_plan.adult_name',
      'went.id as went_id',
    ])
    .select(['child.id as child_id', 'child.code', 'child.surname1', 'child.surname2', 'child.given_names'])
    .where('child_id', 'in', [...childIds])
    .where('cancelled_on', 'is', null)
    .where('permission_state', 'not in', ['denied', 'cancelled'])
    .where('came.id', 'is', null)
    .where((eb) => eb.or([eb('went.id', 'is not', null), eb('leaves_on', '>=', day)]))
    .orderBy('leaves_on')
    .orderBy('folio')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    folio: row.folio,
    leavesOn: row.leaves_on,
    adultId: row.adult_id,
    adultName: row.adult_name,
    isOut: row.went_id !== null,
    child: {
      id: row.child_id,
      code: row.code,
      surname1: row.surname1,
      surname2: row.surname2,
      givenNames: row.given_names,
    },
  }))
}

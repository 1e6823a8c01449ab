/** Outings with their permission, child, mother, escort and movements, by join. */
import { sql } from 'kysely'
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { Custody } from '../../../shared/contract/signing'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import type { LeftCause as MotherLeft } from '../../../shared/contract/stays.contract'
import type { StoredState } from '../../../shared/contract/permission-states'

/** What may become of an outing while the child is outside. */
const END_KINDS = ['not-returned', 'stays'] as const

interface Moment {
  readonly day: CivilDate
  readonly time: ClockTime
}

const outings = (db: ReadDb) =>
  db
    .selectFrom('outing')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .leftJoin('adult', 'adult.id', 'permission.adult_id')
    .leftJoin('staff as escort', 'escort.id', 'permission.staff_id')
    .leftJoin('staff as requester', 'requester.id', 'permission.requested_by')
    .leftJoin('staff as asker', 'asker.id', 'permission.round_by')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing.id').on('came.direction', '=', 'back'),
    )
    .select(['outing.id', 'outing.version', 'outing.folio', 'outing.leaves_on', 'outing.leaves_at'])
    .select(['outing.returns_on', 'outing.returns_at', 'outing.cancelled_on', 'outing.cancelled_reason'])
    .select(['outing.child_id', 'outing.allergies', 'outing.belongings', 'outing.photo'])
    .select(['permission.id as permission_id', 'permission.folio as permission_folio', 'permission.kind'])
    .select(['permission.reason', 'permission.adult_name', 'permission.adult_id', 'permission.instructor_id'])
    .select([
      'permission.staff_id',
      'permission.note',
      'permission.requested_by',
      'permission.destination',
      'permission.transport',
      'permission.phone',
    ])
    .select(['permission.travels', 'permission.state', 'permission.state_on', 'permission.state_reason'])
    .select(['permission.round', 'permission.round_on', 'permission.round_by'])
    .select(['permission.back_adult_name', 'permission.back_adult_id'])
    .select(['adult.document as adult_document', 'escort.suspended_at as escort_suspended_at'])
    .select(['requester.name as requester_name', 'asker.name as asker_name'])
    .select(['went.day as out_day', 'went.at as out_at', 'came.day as back_day', 'came.at as back_at'])
    .select(['came.adult_name as return_adult', 'came.note as return_note'])
    .select(['child.surname1', 'child.surname2', 'child.given_names', 'child.custody'])
    .select(['child.lives_here_from', 'child.lives_here_until'])
    .select(['mother.id as mother_id', 'mother.surname1 as mother_surname1', 'mother.surname2 as mother_surname2'])
    .select(['mother.given_names as mother_given_names', 'mother.chosen_name as mother_chosen_name'])
    .select((eb) => [
      eb
        .selectFrom('protection_measure as measure')
        .select('measure.id')
        .whereRef('measure.child_id', '=', 'child.id')
        .whereRef('measure.from_day', '<=', 'outing.leaves_on')
        .where((or) =>
          or.or([
            or('measure.until_day', 'is', null),
            or('measure.until_day', '>=', or.ref('outing.leaves_on').$castTo<string | null>()),
          ]),
        )
        .limit(1)
        .as('measure_id'),
      eb
        .selectFrom('outing_end as ended')
        .select('ended.kind')
        .whereRef('ended.outing_id', '=', 'outing.id')
        .where('ended.undone_at', 'is', null)
        // "stays" decides over "not-returned".
        .orderBy('ended.kind', 'desc')
        .limit(1)
        .as('end_kind'),
    ])
    .orderBy('outing.leaves_on')
    .orderBy('outing.leaves_at')
    .orderBy('outing.folio')

type Row = Awaited<ReturnType<ReturnType<typeof outings>['executeTakeFirstOrThrow']>>

const moment = (day: string | null, time: string | null): Moment | null =>
  day !== null && time !== null ? { day, time } : null

const toRecord = (row: Row) => ({
  id: row.id,
  version: row.version,
  folio: row.folio,
  permissionId: row.permission_id,
  permissionFolio: row.permission_folio,
  kind: row.kind as OutingKind,
  reason: row.reason,
  destination: row.destination,
  transport: row.transport,
  phone: row.phone,
  travels: row.travels === 1,
  leavesOn: row.leaves_on,
  leavesAt: row.leaves_at,
  returnsOn: row.returns_on,
  returnsAt: row.returns_at,
  adultName: row.adult_name,
  adultId: row.adult_id,
  instructorId: row.instructor_id,
  staffId: row.staff_id,
  staffSuspended: row.escort_suspended_at !== null,
  adultDocument: row.adult_document,
  backAdultName: row.back_adult_name,
  backAdultId: row.back_adult_id,
  allergies: row.allergies,
  belongings: row.belongings,
  photo: row.photo === null ? null : row.photo === 1,
  note: row.note,
  cancelledOn: row.cancelled_on,
  cancelledReason: row.cancelled_reason,
  requestedBy: row.requested_by,
  requestedByName: row.requester_name,
  askedBy: row.round_by,
  askedByName: row.asker_name,
  state: row.state as StoredState,
  stateOn: row.state_on,
  stateReason: row.state_reason,
  round: row.round,
  roundOn: row.round_on,
  out: moment(row.out_day, row.out_at),
  back: moment(row.back_day, row.back_at),
  notMade: row.end_kind === 'not-made',
  end: END_KINDS.find((kind) => kind === row.end_kind) ?? null,
  returnAdult: row.return_adult,
  returnNote: row.return_note,
  childId: row.child_id,
  surname1: row.surname1,
  surname2: row.surname2,
  givenNames: row.given_names,
  custody: row.custody as Custody,
  measure: row.measure_id !== null,
  livesHereFrom: row.lives_here_from,
  livesHereUntil: row.lives_here_until,
  mother: {
    id: row.mother_id,
    surname1: row.mother_surname1,
    surname2: row.mother_surname2,
    givenNames: row.mother_given_names,
    chosenName: row.mother_chosen_name,
  },
})

/** One outing with its permission, child, escort and movements. */
export type OutingRecord = ReturnType<typeof toRecord>

export interface OutingFilter {
  readonly from?: CivilDate | undefined
  readonly until?: CivilDate | undefined
  readonly childId?: string | undefined
}

/** Outings that touch the days asked for, in the order in which they leave; those of drafts are none yet. */
export async function listOutings(db: ReadDb, filter: OutingFilter): Promise<readonly OutingRecord[]> {
  let query = outings(db).where('permission.state', '!=', 'draft')
  if (filter.from) query = query.where('outing.returns_on', '>=', filter.from)
  if (filter.until) query = query.where('outing.leaves_on', '<=', filter.until)
  if (filter.childId) query = query.where('outing.child_id', '=', filter.childId)
  return (await query.execute()).map(toRecord)
}

/** What concerns a day: leaving or returning that day, come back that day, and whoever is still out. */
export async function listOfDay(db: ReadDb, day: CivilDate): Promise<readonly OutingRecord[]> {
  const rows = await outings(db)
    .where('permission.state', '!=', 'draft')
    .where((eb) =>
      eb.or([
        eb('outing.leaves_on', '=', day),
        eb('came.day', '=', day),
        eb.and([eb('went.id', 'is not', null), eb('came.id', 'is', null)]),
      ]),
    )
    .execute()
  return rows.map(toRecord)
}

/** The outings of some permissions, drafts too. */
export async function listOfPermissions(db: ReadDb, ids: readonly string[]): Promise<readonly OutingRecord[]> {
  if (ids.length === 0) return []
  const rows = await outings(db)
    .where('permission.id', 'in', [...ids])
    .execute()
  return rows.map(toRecord)
}

export async function listById(db: ReadDb, ids: readonly string[]): Promise<readonly OutingRecord[]> {
  if (ids.length === 0) return []
  const rows = await outings(db)
    .where('outing.id', 'in', [...ids])
    .execute()
  return rows.map(toRecord)
}

export const findOuting = async (db: ReadDb, id: string): Promise<OutingRecord | undefined> =>
  (await listById(db, [id]))[0]

/** All outings of these children: the facts for judging any one of them. */
export async function listOfChildren(db: ReadDb, childIds: readonly string[]): Promise<readonly OutingRecord[]> {
  if (childIds.length === 0) return []
  const rows = await outings(db)
    .where('outing.child_id', 'in', [...childIds])
    .execute()
  return rows.map(toRecord)
}

/**
 * What a folio stands for, letters and digits only (`plainFolio`): an outing, all of a permission, or those of a paper
 * printed for either.
 */
export async function findByFolio(db: ReadDb, plain: string): Promise<readonly string[]> {
  const bare = (column: string) => sql<string>`replace(replace(upper(${sql.ref(column)}), '-', ''), ' ', '')`
  const rows = await db
    .selectFrom('outing_plan')
    .innerJoin('permission', 'permission.id', 'outing_plan.permission_id')
    .select('outing_plan.id')
    .where((eb) => {
      const printed = eb
        .selectFrom('paper')
        .select((paper) => paper.ref('paper.subject_id').$notNull().as('id'))
        .where('paper.type', 'in', ['outings.permission', 'outings.slip', 'outings.groupList'])
        .where('paper.subject_id', 'is not', null)
        .where(bare('paper.folio'), '=', plain)
      return eb.or([
        eb(bare('outing_plan.folio'), '=', plain),
        eb(bare('permission.folio'), '=', plain),
        eb('outing_plan.id', 'in', printed),
        eb('permission.id', 'in', printed),
      ])
    })
    .orderBy('outing_plan.leaves_on')
    .orderBy('outing_plan.folio')
    .execute()
  return rows.map((row) => row.id)
}

/** Mothers who no longer live here: when the last stay of each ended, and how. */
export async function listMothersLeft(
  db: ReadDb,
  motherIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly on: CivilDate; readonly cause: MotherLeft }>> {
  if (motherIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('stay')
    .select(['person_id', 'left_on', 'left_cause'])
    .where('person_id', 'in', [...motherIds])
    .orderBy('admitted_on')
    .execute()
  const last = new Map(rows.map((row) => [row.person_id, row]))
  const staying = new Set(rows.filter((row) => row.left_on === null).map((row) => row.person_id))
  return new Map(
    [...last].flatMap(([id, row]) =>
      staying.has(id) || row.left_on === null
        ? []
        : [[id, { on: row.left_on, cause: (row.left_cause ?? 'other') as MotherLeft }] as const],
    ),
  )
}

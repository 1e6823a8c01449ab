/** What was seen at the gate: movements, ends, calls, contacts, headcounts; and what the gate asks of others' tables. */
import type { NotMadeReason, ReturnStep } from '../../../shared/contract/gate-line'
import type { CivilDate, Instant, At } from '../../../shared/kernel/civil-date'
import { CHILDREN } from '../../../shared/kernel/roles'
import type { ReadDb } from '../../platform/db/types'

export interface MovementRow extends At {
  readonly id: string
  readonly outingId: string
  readonly direction: 'out' | 'back'
  readonly adultName: string | null
  readonly adultId: string | null
  readonly documentSeen: string | null
  readonly belongings: string | null
  readonly condition: string | null
  readonly note: string | null
  readonly backdatedReason: string | null
  readonly clockDoubt: number
  readonly alarm: string | null
  readonly allowedBy: string | null
  readonly recordedAt: Instant
  readonly recordedBy: string | null
}

const movements = (db: ReadDb) =>
  db
    .selectFrom('outing_movement as moved')
    .select([
      'moved.id',
      'moved.outing_id as outingId',
      'moved.day',
      'moved.at as time',
      'moved.adult_name as adultName',
      'moved.adult_id as adultId',
      'moved.document_seen as documentSeen',
      'moved.belongings',
      'moved.condition',
      'moved.note',
      'moved.backdated_reason as backdatedReason',
      'moved.clock_doubt as clockDoubt',
      'moved.alarm',
      'moved.allowed_by as allowedBy',
      'moved.recorded_at as recordedAt',
      'moved.recorded_by as recordedBy',
    ])
    .select((eb) => eb.ref('moved.direction').$castTo<'out' | 'back'>().as('direction'))

/** What the gate knows of an outing beside its permission. */
export interface Seen {
  readonly permissionId: string
  readonly notMade: { readonly id: string; readonly cause: NotMadeReason } | null
  readonly end: { readonly id: string; readonly kind: 'not-returned' | 'stays' } | null
  readonly out: MovementRow | null
  readonly back: MovementRow | null
  readonly calls: readonly { readonly step: ReturnStep; readonly note: string; readonly at: Instant }[]
  readonly belongings: string | null
  readonly phone: string | null
  /** Returns with delay of the adult who takes her. */
  readonly lateReturns: number
  /** The last moment of any movement of this child, and the outing it belongs to. */
  readonly last: (At & { readonly outingId: string }) | null
}

/** What was seen of these outings. */
export async function listSeen(db: ReadDb, outingIds: readonly string[]): Promise<ReadonlyMap<string, Seen>> {
  if (outingIds.length === 0) return new Map()
  const ids = [...outingIds]
  const plans = await db
    .selectFrom('outing')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .leftJoin('adult', 'adult.id', 'permission.adult_id')
    .select(['outing.id', 'outing.permission_id', 'outing.child_id', 'outing.belongings'])
    .select(['permission.phone', 'adult.phone as adult_phone'])
    .select((eb) =>
      eb
        .selectFrom('late_return')
        .select((late) => late.fn.countAll<number>().as('times'))
        .whereRef('late_return.adult_id', '=', 'permission.adult_id')
        .as('late_returns'),
    )
    .where('outing.id', 'in', ids)
    .execute()
  const moved = await movements(db).where('moved.outing_id', 'in', ids).execute()
  const ends = await db
    .selectFrom('outing_end')
    .select(['id', 'outing_id', 'kind', 'cause'])
    .where('outing_id', 'in', ids)
    .where('undone_at', 'is', null)
    // "stays" decides over "not-returned".
    .orderBy('kind')
    .execute()
  const calls = await db
    .selectFrom('return_call')
    .select(['outing_id', 'step', 'note', 'at'])
    .where('outing_id', 'in', ids)
    .orderBy('at')
    .execute()
  const last = await lastOfChildren(db, [...new Set(plans.map((plan) => plan.child_id))])
  return new Map(
    plans.map((plan) => {
      const own = moved.filter((each) => each.outingId === plan.id)
      const ended = ends.filter((each) => each.outing_id === plan.id)
      const notMade = ended.find((each) => each.kind === 'not-made')
      const end = ended.filter((each) => each.kind !== 'not-made').at(-1)
      const seen: Seen = {
        permissionId: plan.permission_id,
        notMade: notMade ? { id: notMade.id, cause: notMade.cause as NotMadeReason } : null,
        end: end ? { id: end.id, kind: end.kind as 'not-returned' | 'stays' } : null,
        out: own.find((each) => each.direction === 'out') ?? null,
        back: own.find((each) => each.direction === 'back') ?? null,
        calls: calls
          .filter((call) => call.outing_id === plan.id)
          .map(({ step, note, at }) => ({ step: step as ReturnStep, note, at })),
        belongings: own.find((each) => each.direction === 'out')?.belongings ?? plan.belongings,
        phone: plan.phone ?? plan.adult_phone,
        lateReturns: plan.late_returns ?? 0,
        last: last.get(plan.child_id) ?? null,
      }
      return [plan.id, seen] as const
    }),
  )
}

async function lastOfChildren(db: ReadDb, childIds: readonly string[]) {
  const rows = await db
    .selectFrom('outing_movement')
    .innerJoin('outing', 'outing.id', 'outing_movement.outing_id')
    .select(['outing.child_id', 'outing.id', 'outing_movement.day', 'outing_movement.at'])
    .where('outing.child_id', 'in', [...childIds])
    .orderBy('outing_movement.day')
    .orderBy('outing_movement.at')
    .orderBy('outing_movement.recorded_at')
    .execute()
  return new Map(rows.map((row) => [row.child_id, { day: row.day, time: row.at, outingId: row.id }]))
}

/** Outings that stand at the gate on a day: planned for it, come back on it, or still outside. Drafts never. */
export async function listOfGate(db: ReadDb, day: CivilDate): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('outing_plan')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing_plan.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing_plan.id').on('came.direction', '=', 'back'),
    )
    .select('outing_plan.id')
    .where((eb) =>
      eb.or([
        eb('outing_plan.leaves_on', '=', day),
        eb('came.day', '=', day),
        eb.and([
          eb('went.id', 'is not', null),
          eb('came.id', 'is', null),
          eb('outing_plan.id', 'in', eb.selectFrom('child_out').select('outing_id').$castTo<{ outing_id: string }>()),
        ]),
      ]),
    )
    .orderBy('outing_plan.leaves_on')
    .orderBy('outing_plan.leaves_at')
    .orderBy('outing_plan.folio')
    .execute()
  return rows.map((row) => row.id)
}

/** The outings of one permission that leave on a day: a group, or brothers and sisters. */
export const listOfPermission = async (db: ReadDb, permissionId: string, day: CivilDate): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('outing_plan')
      .select('id')
      .where('permission_id', '=', permissionId)
      .where('leaves_on', '=', day)
      .execute()
  ).map((row) => row.id)

/** When the last entry of any movement was made. */
export async function lastEntryAt(db: ReadDb): Promise<Instant | null> {
  const row = await db
    .selectFrom('outing_movement')
    .select(({ fn }) => fn.max<string | null>('recorded_at').as('last'))
    .executeTakeFirst()
  return row?.last ?? null
}

export const listContacts = (db: ReadDb) =>
  db
    .selectFrom('gate_contact')
    .select(['name', 'phone'])
    .select((eb) => eb.ref('kind').$castTo<'duty' | 'authority'>().as('kind'))
    .orderBy('position')
    .execute()

/** Members of the office who may answer for another adult. */
export const listLeads = (db: ReadDb) =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('suspended_at', 'is', null)
    .where('role', 'in', [...CHILDREN])
    .orderBy('name')
    .execute()

/** Whom to look at: the newest photo of the child, and the one of the adult in the grid. */
export async function findFaces(db: ReadDb, outingId: string) {
  const row = await db
    .selectFrom('outing')
    .innerJoin('permission', 'permission.id', 'outing.permission_id')
    .leftJoin('adult', 'adult.id', 'permission.adult_id')
    .select(['outing.child_id', 'adult.photo_id as adult_photo_id'])
    .where('outing.id', '=', outingId)
    .executeTakeFirst()
  if (!row) return undefined
  const face = await db
    .selectFrom('child_face')
    .select('photo_id')
    .where('child_id', '=', row.child_id)
    .orderBy('taken_on', 'desc')
    .orderBy('added_at', 'desc')
    .executeTakeFirst()
  return { childId: row.child_id, childPhotoId: face?.photo_id ?? null, adultPhotoId: row.adult_photo_id }
}

/** The outings' tables, with child, mother and escort by join. */
import { sql } from 'kysely'
import type { OutingKind } from '../../../shared/contract/outings.contract'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { floorOf } from '../../platform/db/number-floor'
import type { ReadDb } from '../../platform/db/types'

interface Moment {
  readonly day: CivilDate
  readonly time: ClockTime
}

/** One outing with its child, escort and movements. */
export interface OutingRecord {
  readonly id: string
  readonly version: number
  readonly folio: string
  readonly kind: OutingKind
  readonly reason: string
  readonly leavesOn: CivilDate
  readonly leavesAt: ClockTime
  readonly returnsOn: CivilDate
  readonly returnsAt: ClockTime
  readonly adultName: string
  readonly adultId: string | null
  readonly instructorId: string | null
  readonly staffId: string | null
  readonly staffSuspended: boolean
  readonly adultDocument: string | null
  readonly note: string | null
  readonly cancelledOn: CivilDate | null
  readonly cancelledReason: string | null
  readonly requestedBy: string | null
  readonly requestedByName: string | null
  readonly out: Moment | null
  readonly back: Moment | null
  readonly returnAdult: string | null
  readonly returnNote: string | null
  readonly childId: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly livesHereFrom: CivilDate | null
  readonly livesHereUntil: CivilDate | null
  readonly mother: {
    readonly surname1: string
    readonly surname2: string | null
    readonly givenNames: string
    readonly chosenName: string | null
  }
}

const outings = (db: ReadDb) =>
  db
    .selectFrom('outing')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .innerJoin('person as mother', 'mother.id', 'child.mother_id')
    .leftJoin('adult', 'adult.id', 'outing.adult_id')
    .leftJoin('staff as escort', 'escort.id', 'outing.staff_id')
    .leftJoin('staff as requester', 'requester.id', 'outing.requested_by')
    .leftJoin('outing_movement as went', (join) =>
      join.onRef('went.outing_id', '=', 'outing.id').on('went.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as came', (join) =>
      join.onRef('came.outing_id', '=', 'outing.id').on('came.direction', '=', 'back'),
    )
    .select([
      'outing.id',
      'outing.version',
      'outing.folio',
      'outing.kind',
      'outing.reason',
      'outing.leaves_on',
      'outing.leaves_at',
      'outing.returns_on',
      'outing.returns_at',
      'outing.adult_name',
      'outing.adult_id',
      'outing.instructor_id',
      'outing.staff_id',
      'outing.note',
      'outing.cancelled_on',
      'outing.cancelled_reason',
      'outing.requested_by',
      'outing.child_id',
      'adult.document as adult_document',
      'escort.suspended_at as escort_suspended_at',
      'requester.name as requester_name',
      'went.day as out_day',
      'went.at as out_at',
      'came.day as back_day',
      'came.at as back_at',
      'came.adult_name as return_adult',
      'came.note as return_note',
      'child.surname1',
      'child.surname2',
      'child.given_names',
      'child.lives_here_from',
      'child.lives_here_until',
      'mother.surname1 as mother_surname1',
      'mother.surname2 as mother_surname2',
      'mother.given_names as mother_given_names',
      'mother.chosen_name as mother_chosen_name',
    ])
    .orderBy('outing.leaves_on')
    .orderBy('outing.leaves_at')
    .orderBy('outing.folio')

type Row = Awaited<ReturnType<ReturnType<typeof outings>['executeTakeFirstOrThrow']>>

const moment = (day: string | null, time: string | null): Moment | null =>
  day !== null && time !== null ? { day, time } : null

const toRecord = (row: Row): OutingRecord => ({
  id: row.id,
  version: row.version,
  folio: row.folio,
  kind: row.kind as OutingKind,
  reason: row.reason,
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
  note: row.note,
  cancelledOn: row.cancelled_on,
  cancelledReason: row.cancelled_reason,
  requestedBy: row.requested_by,
  requestedByName: row.requester_name,
  out: moment(row.out_day, row.out_at),
  back: moment(row.back_day, row.back_at),
  returnAdult: row.return_adult,
  returnNote: row.return_note,
  childId: row.child_id,
  surname1: row.surname1,
  surname2: row.surname2,
  givenNames: row.given_names,
  livesHereFrom: row.lives_here_from,
  livesHereUntil: row.lives_here_until,
  mother: {
    surname1: row.mother_surname1,
    surname2: row.mother_surname2,
    givenNames: row.mother_given_names,
    chosenName: row.mother_chosen_name,
  },
})

export interface OutingFilter {
  readonly from?: CivilDate | undefined
  readonly until?: CivilDate | undefined
  readonly childId?: string | undefined
}

/** Outings that touch the days asked for, in the order in which they leave. */
export async function listOutings(db: ReadDb, filter: OutingFilter): Promise<readonly OutingRecord[]> {
  let query = outings(db)
  if (filter.from) query = query.where('outing.returns_on', '>=', filter.from)
  if (filter.until) query = query.where('outing.leaves_on', '<=', filter.until)
  if (filter.childId) query = query.where('outing.child_id', '=', filter.childId)
  return (await query.execute()).map(toRecord)
}

/** What concerns the gate on a day: leaving or returning that day, come back that day, and whoever is still out. */
export async function listForGate(db: ReadDb, day: CivilDate): Promise<readonly OutingRecord[]> {
  const rows = await outings(db)
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

export async function findOuting(db: ReadDb, id: string): Promise<OutingRecord | undefined> {
  const row = await outings(db).where('outing.id', '=', id).executeTakeFirst()
  return row && toRecord(row)
}

/** By the outing's folio, or by that of a permission printed for it: letters and digits only (`plainFolio`). */
export async function findByFolio(db: ReadDb, plain: string): Promise<OutingRecord | undefined> {
  const row = await outings(db)
    .where((eb) =>
      eb.or([
        eb(sql<string>`replace(replace(upper(outing.folio), '-', ''), ' ', '')`, '=', plain),
        eb('outing.id', 'in', (sub) =>
          sub
            .selectFrom('paper')
            .select((paper) => paper.ref('paper.subject_id').$notNull().as('outing_id'))
            .where('paper.type', '=', 'outings.permission')
            .where('paper.subject_id', 'is not', null)
            .where(sql<string>`replace(paper.folio, '-', '')`, '=', plain),
        ),
      ]),
    )
    .executeTakeFirst()
  return row && toRecord(row)
}

/** All outings of these children: the facts for judging any one of them. */
export async function listOfChildren(db: ReadDb, childIds: readonly string[]): Promise<readonly OutingRecord[]> {
  if (childIds.length === 0) return []
  return (
    await outings(db)
      .where('outing.child_id', 'in', [...childIds])
      .execute()
  ).map(toRecord)
}

export async function listSignatures(db: ReadDb, outingIds: readonly string[]) {
  if (outingIds.length === 0) return []
  const rows = await db
    .selectFrom('outing_signature')
    .leftJoin('staff', 'staff.id', 'outing_signature.recorded_by')
    .select(['outing_signature.outing_id', 'authorisation', 'signed_on', 'staff.name as recorded_by_name'])
    .where('outing_signature.outing_id', 'in', [...outingIds])
    .execute()
  return rows.map((row) => ({
    outingId: row.outing_id,
    authorisation: row.authorisation,
    signedOn: row.signed_on,
    recordedBy: row.recorded_by_name,
  }))
}

export const listAttempts = (db: ReadDb, outingId: string) =>
  db
    .selectFrom('outing_attempt')
    .leftJoin('staff', 'staff.id', 'outing_attempt.recorded_by')
    .select(['outing_attempt.at', 'outing_attempt.reasons_json as reasonsJson', 'staff.name as by'])
    .where('outing_attempt.outing_id', '=', outingId)
    .orderBy('outing_attempt.at', 'desc')
    .execute()

/** What happened to an outing, from the audit; reads of it are left out. */
export const listHistory = (db: ReadDb, outingId: string) =>
  db
    .selectFrom('audit_event')
    .leftJoin('import_batch', 'import_batch.id', 'audit_event.subject_id')
    .select(['at', 'actor_name as by', 'event', 'reason', 'file_name as fileName'])
    .where((eb) =>
      eb.or([
        eb.and([eb('subject_type', '=', 'outing'), eb('subject_id', '=', outingId)]),
        eb.and([
          eb('event', 'in', ['import.done', 'import.undone']),
          eb(
            'subject_id',
            'in',
            eb
              .selectFrom('import_write')
              .select('batch_id')
              .where('table_name', '=', 'outing')
              .where('key_json', '=', JSON.stringify({ id: outingId })),
          ),
        ]),
      ]),
    )
    .where('event', 'not in', ['outing.read', 'outing.folio-read'])
    .orderBy('seq', 'desc')
    .execute()

/** The last number given to a folio of ours in a year; folios from the office's lists do not count. */
export async function lastFolioNumber(db: ReadDb, year: number): Promise<number> {
  const row = await db
    .selectFrom('outing')
    .select(({ fn }) => fn.max<string | null>('folio').as('last'))
    .where('folio', 'like', `SA-${year}-_____-_`)
    .executeTakeFirst()
  return Math.max(Number(row?.last?.slice(8, 13) ?? 0), await floorOf(db, `outing/${year}`))
}

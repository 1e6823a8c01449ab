/** Screenings of development: results by area, never an item. */
import { randomUUID } from 'node:crypto'
import type { Instrument, Light, Screened } from '../../../shared/contract/child-development'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface ScreeningRow {
  readonly id: string
  readonly childId: string
  readonly version: number
  readonly recordedAt: Instant
  readonly recordedBy: string | null
  readonly instrument: Instrument
  readonly instrumentVersion: string
  readonly day: CivilDate
  readonly ageGroup: number
  readonly corrected: boolean
  readonly evaluator: string
  readonly overall: Light
  readonly referral: { readonly to: string; readonly on: CivilDate; readonly answeredOn: CivilDate | null } | null
}

const rowsOf = (db: ReadDb) =>
  db
    .selectFrom('screening')
    .leftJoin('staff', 'staff.id', 'screening.recorded_by')
    .select([
      'screening.id',
      'screening.child_id as childId',
      'screening.version',
      'screening.recorded_at as recordedAt',
      'staff.name as recordedBy',
      'screening.instrument',
      'screening.instrument_version as instrumentVersion',
      'screening.day',
      'screening.age_group as ageGroup',
      'screening.corrected',
      'screening.evaluator',
      'screening.overall',
      'screening.referred_to as referredTo',
      'screening.referred_on as referredOn',
      'screening.answered_on as answeredOn',
    ])
    .where('screening.withdrawn_at', 'is', null)

type Stored = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const toRow = ({ referredTo, referredOn, answeredOn, ...row }: Stored): ScreeningRow => ({
  ...row,
  instrument: row.instrument as Instrument,
  overall: row.overall as Light,
  corrected: row.corrected === 1,
  referral: referredTo !== null && referredOn !== null ? { to: referredTo, on: referredOn, answeredOn } : null,
})

/** What stands of one child, or of all, by day. */
export async function listScreenings(db: ReadDb, childId?: string): Promise<ScreeningRow[]> {
  let query = rowsOf(db)
  if (childId) query = query.where('screening.child_id', '=', childId)
  return (await query.orderBy('screening.day').orderBy('screening.recorded_at').execute()).map(toRow)
}

export async function findScreening(db: ReadDb, id: string): Promise<ScreeningRow | undefined> {
  const row = await rowsOf(db).where('screening.id', '=', id).executeTakeFirst()
  return row && toRow(row)
}

/** The results of all screenings of a child. */
export async function listAreas(db: ReadDb, childId: string) {
  const rows = await db
    .selectFrom('screening_area as result')
    .innerJoin('screening', 'screening.id', 'result.screening_id')
    .select(['result.screening_id as screeningId', 'result.area', 'result.light', 'result.total'])
    .where('screening.child_id', '=', childId)
    .execute()
  return rows.map((row) => ({ ...row, area: row.area as Screened, light: row.light as Light }))
}

export interface NewScreening {
  readonly childId: string
  readonly instrument: Instrument
  readonly instrumentVersion: string
  readonly day: CivilDate
  readonly ageGroup: number
  readonly corrected: boolean
  readonly evaluator: string
  readonly overall: Light
  readonly referral: { readonly to: string; readonly on: CivilDate } | null
  readonly areas: readonly { readonly area: Screened; readonly light: Light; readonly total: number | null }[]
}

export async function insertScreening(
  trx: Trx,
  screening: NewScreening,
  { at, by }: { readonly at: Instant; readonly by: string | null },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('screening')
    .values({
      id,
      child_id: screening.childId,
      instrument: screening.instrument,
      instrument_version: screening.instrumentVersion,
      day: screening.day,
      age_group: screening.ageGroup,
      corrected: screening.corrected ? 1 : 0,
      evaluator: screening.evaluator,
      overall: screening.overall,
      referred_to: screening.referral?.to ?? null,
      referred_on: screening.referral?.on ?? null,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  await trx
    .insertInto('screening_area')
    .values(screening.areas.map((each) => ({ screening_id: id, ...each })))
    .execute()
  return id
}

/** Notes to whom a child was referred and whether they answered; false if it has changed since `version`. */
export async function markReferral(
  trx: Trx,
  of: { id: string; version: number; to: string; on: CivilDate; answeredOn: CivilDate | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('screening')
    .set({ referred_to: of.to, referred_on: of.on, answered_on: of.answeredOn, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

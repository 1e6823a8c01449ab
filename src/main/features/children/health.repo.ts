/** What was recorded of children's growth, doses and check-ups. Withdrawn rows stay and are read by nobody. */
import { randomUUID } from 'node:crypto'
import type { HealthOutcome } from '../../../shared/contract/child-health-facts'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface HealthChild {
  readonly id: string
  readonly surname1: string
  readonly surname2: string | null
  readonly givenNames: string
  readonly sex: 'M' | 'H' | 'X' | null
  readonly birthDate: CivilDate | null
  readonly birthPrecision: 'exact' | 'approximate' | 'unknown'
  readonly weeks: number | null
  readonly gestationVersion: number | null
}

/** Children with what ages are counted from: one, or all who live here on a day. */
export async function listHealthChildren(
  db: ReadDb,
  filter: { readonly id: string } | { readonly livingHereOn: CivilDate },
): Promise<HealthChild[]> {
  let query = db
    .selectFrom('child')
    .leftJoin('child_gestation as gestation', 'gestation.child_id', 'child.id')
    .select([
      'child.id',
      'child.surname1',
      'child.surname2',
      'child.given_names as givenNames',
      'child.sex',
      'child.birth_date as birthDate',
      'child.birth_precision as birthPrecision',
      'gestation.weeks',
      'gestation.version as gestationVersion',
    ])
  if ('id' in filter) query = query.where('child.id', '=', filter.id)
  else
    query = query
      .where('child.kind', '=', 'here')
      .where((row) =>
        row.or([row('child.lives_here_until', 'is', null), row('child.lives_here_until', '>', filter.livingHereOn)]),
      )
  const rows = await query.orderBy('child.surname1').orderBy('child.given_names').execute()
  return rows as HealthChild[]
}

/** Writes the weeks of pregnancy; false if the row has changed since `version` (null: there was none). */
export async function putGestation(
  trx: Trx,
  of: { childId: string; weeks: number; version: number | null; at: Instant; by: string | null },
): Promise<boolean> {
  const noted = { weeks: of.weeks, noted_at: of.at, noted_by: of.by }
  if (of.version === null) {
    const made = await trx
      .insertInto('child_gestation')
      .values({ child_id: of.childId, ...noted })
      .onConflict((clash) => clash.column('child_id').doNothing())
      .executeTakeFirst()
    return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await trx
    .updateTable('child_gestation')
    .set({ ...noted, version: of.version + 1 })
    .where('child_id', '=', of.childId)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export interface GrowthFacts {
  readonly childId: string
  readonly day: CivilDate
  readonly weightG: number | null
  readonly heightMm: number | null
  readonly lying: boolean
  readonly headMm: number | null
  readonly measuredBy: string
}

interface Stamp {
  readonly at: Instant
  readonly by: string | null
}

export async function insertGrowth(trx: Trx, growth: GrowthFacts, { at, by }: Stamp): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('child_growth')
    .values({
      id,
      child_id: growth.childId,
      day: growth.day,
      weight_g: growth.weightG,
      height_mm: growth.heightMm,
      lying: growth.lying ? 1 : 0,
      head_mm: growth.headMm,
      measured_by: growth.measuredBy,
      recorded_at: at,
      recorded_by: by,
    })
    .execute()
  return id
}

/** What stands, by day. */
export async function listGrowth(db: ReadDb, childId: string) {
  const rows = await db
    .selectFrom('child_growth as growth')
    .leftJoin('staff', 'staff.id', 'growth.recorded_by')
    .select([
      'growth.id',
      'growth.version',
      'growth.recorded_at as recordedAt',
      'staff.name as recordedBy',
      'growth.day',
      'growth.weight_g as weightG',
      'growth.height_mm as heightMm',
      'growth.lying',
      'growth.head_mm as headMm',
      'growth.measured_by as measuredBy',
    ])
    .where('growth.child_id', '=', childId)
    .where('growth.withdrawn_at', 'is', null)
    .orderBy('growth.day')
    .orderBy('growth.recorded_at')
    .execute()
  return rows.map((row) => ({ ...row, lying: row.lying === 1 }))
}

export interface DoseFacts {
  readonly childId: string
  readonly vaccine: string
  readonly dose: string
  readonly outcome: HealthOutcome
  readonly day: CivilDate
  readonly seenOnCard: boolean
  readonly reason: string | null
  readonly schemeId: string
}

export async function insertDoses(trx: Trx, doses: readonly DoseFacts[], { at, by }: Stamp): Promise<void> {
  await trx
    .insertInto('vaccine_dose')
    .values(
      doses.map((dose) => ({
        id: randomUUID(),
        child_id: dose.childId,
        vaccine: dose.vaccine,
        dose: dose.dose,
        outcome: dose.outcome,
        day: dose.day,
        seen_on_card: dose.seenOnCard ? (1 as const) : (0 as const),
        reason: dose.reason,
        scheme_id: dose.schemeId,
        recorded_at: at,
        recorded_by: by,
      })),
    )
    .execute()
}

/** What stands of one child, or of all. */
export async function listDoses(db: ReadDb, childId?: string) {
  let query = db
    .selectFrom('vaccine_dose as dose')
    .leftJoin('staff', 'staff.id', 'dose.recorded_by')
    .select([
      'dose.id',
      'dose.version',
      'dose.recorded_at as recordedAt',
      'staff.name as recordedBy',
      'dose.child_id as childId',
      'dose.vaccine',
      'dose.dose',
      'dose.outcome',
      'dose.day',
      'dose.seen_on_card as seenOnCard',
      'dose.reason as note',
    ])
    .where('dose.withdrawn_at', 'is', null)
  if (childId) query = query.where('dose.child_id', '=', childId)
  const rows = await query.orderBy('dose.recorded_at').execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as HealthOutcome, seenOnCard: row.seenOnCard === 1 }))
}

export interface CheckFacts {
  readonly childId: string
  readonly milestone: string | null
  readonly outcome: HealthOutcome
  readonly day: CivilDate
  readonly note: string | null
}

export async function insertCheck(trx: Trx, check: CheckFacts, { at, by }: Stamp): Promise<string> {
  const id = randomUUID()
  const { childId, ...facts } = check
  await trx
    .insertInto('child_check')
    .values({ id, child_id: childId, ...facts, recorded_at: at, recorded_by: by })
    .execute()
  return id
}

/** What stands of one child, or of all. */
export async function listChecks(db: ReadDb, childId?: string) {
  let query = db
    .selectFrom('child_check as check')
    .leftJoin('staff', 'staff.id', 'check.recorded_by')
    .select([
      'check.id',
      'check.version',
      'check.recorded_at as recordedAt',
      'staff.name as recordedBy',
      'check.child_id as childId',
      'check.milestone',
      'check.outcome',
      'check.day',
      'check.note',
    ])
    .where('check.withdrawn_at', 'is', null)
  if (childId) query = query.where('check.child_id', '=', childId)
  const rows = await query.orderBy('check.recorded_at').execute()
  return rows.map((row) => ({ ...row, outcome: row.outcome as HealthOutcome, seenOnCard: false }))
}

const TABLES = { growth: 'child_growth', dose: 'vaccine_dose', check: 'child_check', screening: 'screening' } as const
export type HealthKind = keyof typeof TABLES

/** Whose record it is; undefined if there is none that stands. */
export async function findOwner(db: ReadDb, kind: HealthKind, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom(TABLES[kind])
    .select('child_id as childId')
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.childId
}

/** Takes a record out of all counts; false if it has changed since `version`. */
export async function markWithdrawn(
  trx: Trx,
  of: { kind: HealthKind; id: string; version: number; reason: string },
  { at, by }: Stamp,
): Promise<boolean> {
  const set = { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: of.reason, version: of.version + 1 }
  // Written out one by one, so that the test of who writes which table sees them.
  const open = {
    growth: () => trx.updateTable('child_growth').set(set),
    dose: () => trx.updateTable('vaccine_dose').set(set),
    check: () => trx.updateTable('child_check').set(set),
    screening: () => trx.updateTable('screening').set(set),
  }
  const query = open[of.kind]() as ReturnType<typeof open.growth>
  const done = await query
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Where the center's clock stands. */
export async function findTimezone(db: ReadDb): Promise<string> {
  return (await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()).timezone
}

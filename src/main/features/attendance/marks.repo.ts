/** Single marks with what stands beside their letter, and the history of each. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Mark, MarkDetail, Reason } from '../../../shared/contract/marks'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface MarkAt {
  readonly sessionId: string
  readonly personId: string
}

/** A mark as it stands. */
export interface StandingMark extends MarkAt, MarkDetail {
  /** Null: it came in with a spreadsheet, or before this was kept. */
  readonly markedOn: CivilDate | null
  readonly rectified: boolean
}

/** The marks of one session. */
export async function listStanding(db: ReadDb, sessionId: string): Promise<readonly StandingMark[]> {
  const rows = await db
    .selectFrom('mark')
    .select((eb) => [
      'session_id as sessionId',
      'person_id as personId',
      'code',
      'reason',
      'minutes_late as minutesLate',
      'minutes_early as minutesEarly',
      'note',
      'marked_on as markedOn',
      eb
        .exists(
          eb
            .selectFrom('mark_change')
            .select('mark_change.id')
            .whereRef('mark_change.session_id', '=', 'mark.session_id')
            .whereRef('mark_change.person_id', '=', 'mark.person_id')
            .where('mark_change.kind', '=', 'rectified'),
        )
        .as('rectified'),
    ])
    .where('session_id', '=', sessionId)
    .execute()
  return rows.map(({ code, reason, rectified, ...row }) => ({
    ...row,
    mark: code as Mark,
    reason: reason as Reason | null,
    rectified: Boolean(rectified),
  }))
}

export interface Marking {
  readonly detail: MarkDetail
  /** See `storedCredit`. */
  readonly credited: number | null
  readonly at: Instant
  readonly on: CivilDate
  readonly by: string | null
}

export async function putMark(trx: Trx, { sessionId, personId }: MarkAt, marking: Marking): Promise<void> {
  const { mark, reason, minutesLate, minutesEarly, note } = marking.detail
  const row = {
    code: mark,
    reason,
    minutes_late: minutesLate,
    minutes_early: minutesEarly,
    note,
    credited_minutes: marking.credited,
    marked_at: marking.at,
    marked_on: marking.on,
    marked_by: marking.by,
  }
  await trx
    .insertInto('mark')
    .values({ session_id: sessionId, person_id: personId, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['session_id', 'person_id'])
        .doUpdateSet((eb) => ({ ...row, version: eb('mark.version', '+', 1) })),
    )
    .execute()
}

/** Takes a mark back to *sin registrar*; what it was goes to its history first. */
export async function deleteMark(trx: Trx, at: MarkAt): Promise<void> {
  await trx.deleteFrom('mark').where('session_id', '=', at.sessionId).where('person_id', '=', at.personId).execute()
}

export type ChangeKind = 'corrected' | 'rectified' | 'imported' | 'sampled' | 'cancelled'

export interface MarkChange extends MarkAt {
  readonly kind: ChangeKind
  readonly was: MarkDetail | null
  readonly now: Mark | null
  readonly why: string | null
  readonly at: Instant
  readonly on: CivilDate
  readonly by: string | null
}

/** Keeps what a mark was. */
export async function insertChange(trx: Trx, change: MarkChange): Promise<void> {
  await trx
    .insertInto('mark_change')
    .values({
      id: randomUUID(),
      session_id: change.sessionId,
      person_id: change.personId,
      kind: change.kind,
      was_json: change.was && JSON.stringify(change.was),
      was_code: change.was?.mark ?? null,
      now_code: change.now,
      why: change.why,
      changed_at: change.at,
      changed_on: change.on,
      changed_by: change.by,
    })
    .execute()
}

export interface PastMark {
  readonly personId: string
  readonly was: MarkDetail | null
  readonly now: Mark | null
  readonly kind: ChangeKind
  readonly why: string | null
  readonly at: Instant
  readonly by: string | null
}

/** The histories of a session's marks, the latest change first. */
export async function listChanges(db: ReadDb, sessionId: string): Promise<readonly PastMark[]> {
  const rows = await db
    .selectFrom('mark_change')
    .leftJoin('staff', 'staff.id', 'mark_change.changed_by')
    .select([
      'person_id as personId',
      'was_json as was',
      'now_code as now',
      'kind',
      'why',
      'changed_at as at',
      'staff.name as by',
    ])
    .where('session_id', '=', sessionId)
    .orderBy('changed_at', 'desc')
    // Changes of one instant, as a batch makes them, in the order in which they were written.
    .orderBy(sql`mark_change.rowid`, 'desc')
    .execute()
  return rows.map(({ was, now, kind, ...row }) => ({
    ...row,
    kind: kind as ChangeKind,
    was: was === null ? null : (JSON.parse(was) as MarkDetail),
    now: now as Mark | null,
  }))
}

/** One mark as it stands. */
export async function findDetail(db: ReadDb, at: MarkAt): Promise<MarkDetail | null> {
  const row = await db
    .selectFrom('mark')
    .select(['code', 'reason', 'minutes_late as minutesLate', 'minutes_early as minutesEarly', 'note'])
    .where('session_id', '=', at.sessionId)
    .where('person_id', '=', at.personId)
    .executeTakeFirst()
  if (!row) return null
  const { code, reason, ...rest } = row
  return { ...rest, mark: code as Mark, reason: reason as Reason | null }
}

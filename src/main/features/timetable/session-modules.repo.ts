/** What sessions teach, and what hangs on them. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface TaughtRow {
  readonly id: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly moduleId: string | null
  readonly cancelled: boolean
  readonly catchUp: boolean
  readonly marks: number
}

/** Sessions of an edition in order of time, with the module that each teaches. */
export async function listTaught(db: ReadDb, editionId: string): Promise<TaughtRow[]> {
  const rows = await db
    .selectFrom('session')
    .select((eb) => [
      'session.id',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.module_id as moduleId',
      'session.cancelled_cause as cancelledCause',
      'session.catch_up_of as catchUpOf',
      eb
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mark.session_id', '=', 'session.id')
        .as('marks'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map(({ cancelledCause, catchUpOf, ...row }) => ({
    ...row,
    cancelled: cancelledCause !== null,
    catchUp: catchUpOf !== null,
    marks: row.marks ?? 0,
  }))
}

/** The modules that an edition is to teach, in order. */
export const listModulePlan = (db: ReadDb, editionId: string): Promise<{ id: string; minutes: number }[]> =>
  db
    .selectFrom('edition_module')
    .select(['module_id as id', 'minutes'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute()

/** Sessions of an edition that something besides a mark hangs on: a catch-up session, counted tools, a scanned sheet. */
export async function listBound(db: ReadDb, editionId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('session')
    .select('session.id')
    .where('session.edition_id', '=', editionId)
    .where((eb) =>
      eb.or([
        eb('session.catch_up_of', 'is not', null),
        eb.exists(
          eb.selectFrom('session as later').select('later.id').whereRef('later.catch_up_of', '=', 'session.id'),
        ),
        eb.exists(
          eb
            .selectFrom('tool_check')
            .select('tool_check.session_id')
            .whereRef('tool_check.session_id', '=', 'session.id'),
        ),
        eb.exists(eb.selectFrom('scan').select('scan.id').whereRef('scan.session_id', '=', 'session.id')),
        eb.exists(
          eb.selectFrom('mark_change').select('mark_change.id').whereRef('mark_change.session_id', '=', 'session.id'),
        ),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Writes which module each session teaches. It changes no hour and no place, so papers need not mark it. */
export async function markModules(
  trx: Trx,
  changes: readonly { readonly id: string; readonly moduleId: string | null }[],
): Promise<void> {
  for (const { id, moduleId } of changes)
    await trx.updateTable('session').set({ module_id: moduleId }).where('id', '=', id).execute()
}

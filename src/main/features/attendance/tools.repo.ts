/** Tool counts of sessions, beside the kits of their workshops. */
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface KitLine {
  readonly kitId: string
  readonly tool: string
  readonly quantity: number
  readonly out: number | null
  readonly in: number | null
}

/** The kit of a session's workshop with what was counted; tools counted once stay though the kit has dropped them. */
export async function listKit(db: ReadDb, sessionId: string): Promise<readonly KitLine[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop_kit', 'workshop_kit.workshop_id', 'edition.workshop_id')
    .leftJoin('tool_count', (join) =>
      join.onRef('tool_count.kit_id', '=', 'workshop_kit.id').onRef('tool_count.session_id', '=', 'session.id'),
    )
    .select([
      'workshop_kit.id as kitId',
      'workshop_kit.tool',
      'workshop_kit.quantity',
      'tool_count.tool as counted',
      'tool_count.out_count as out',
      'tool_count.in_count as in',
    ])
    .where('session.id', '=', sessionId)
    .where((eb) =>
      eb.or([
        eb('tool_count.kit_id', 'is not', null),
        eb('workshop_kit.retired_on', 'is', null),
        eb('workshop_kit.retired_on', '>', eb.ref('session.day')),
      ]),
    )
    .orderBy('workshop_kit.position')
    .orderBy('workshop_kit.id')
    .execute()
  return rows.map(({ counted, ...row }) => ({ ...row, tool: counted ?? row.tool }))
}

export interface CheckRow {
  readonly version: number
  readonly told: string | null
  readonly settledHow: string | null
  readonly countedBy: string | null
}

export const findCheck = (db: ReadDb, sessionId: string): Promise<CheckRow | undefined> =>
  db
    .selectFrom('tool_check')
    .leftJoin('staff', 'staff.id', 'tool_check.counted_by')
    .select(['tool_check.version', 'told', 'settled_how as settledHow', 'staff.name as countedBy'])
    .where('session_id', '=', sessionId)
    .executeTakeFirst()

/** False if somebody has counted since `version` (0: not yet counted). */
export async function putCheck(
  trx: Trx,
  check: { sessionId: string; version: number; at: Instant; by: string | null; told: string | null },
): Promise<boolean> {
  const row = {
    version: check.version + 1,
    counted_at: check.at,
    counted_by: check.by,
    told: check.told,
  }
  const done = await trx
    .insertInto('tool_check')
    .values({ session_id: check.sessionId, ...row })
    .onConflict((conflict) =>
      conflict.column('session_id').doUpdateSet(row).where('tool_check.version', '=', check.version),
    )
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function putCount(
  trx: Trx,
  sessionId: string,
  line: { kitId: string; tool: string; out: number; in: number | null },
): Promise<void> {
  const counts = { out_count: line.out, in_count: line.in }
  await trx
    .insertInto('tool_count')
    .values({ session_id: sessionId, kit_id: line.kitId, tool: line.tool, ...counts })
    .onConflict((conflict) => conflict.columns(['session_id', 'kit_id']).doUpdateSet(counts))
    .execute()
}

/** False if somebody has counted or settled since `version`. */
export async function markSettled(
  trx: Trx,
  of: { sessionId: string; version: number },
  settled: { at: Instant; by: string | null; how: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('tool_check')
    .set({ version: of.version + 1, settled_at: settled.at, settled_by: settled.by, settled_how: settled.how })
    .where('session_id', '=', of.sessionId)
    .where('version', '=', of.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface OpenDifference {
  readonly sessionId: string
  readonly editionId: string
  readonly title: string
  readonly day: CivilDate
  readonly told: string | null
}

/** Sessions whose tools did not all come back and nobody has settled; of one edition if asked. */
export async function listOpenDifferences(db: ReadDb, editionId?: string): Promise<readonly OpenDifference[]> {
  let query = db
    .selectFrom('tool_check')
    .innerJoin('session', 'session.id', 'tool_check.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['session.id as sessionId', 'edition.id as editionId', 'workshop.title', 'session.day', 'tool_check.told'])
    .where('tool_check.settled_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('tool_count')
          .select('tool_count.kit_id')
          .whereRef('tool_count.session_id', '=', 'session.id')
          .where('tool_count.in_count', 'is not', null)
          .whereRef('tool_count.in_count', '<>', 'tool_count.out_count'),
      ),
    )
    .orderBy('session.day')
  if (editionId) query = query.where('edition.id', '=', editionId)
  return query.execute()
}

/** Sessions that are over, have a kit and were never counted whole, since a day on which counting began. */
export const listUncounted = (db: ReadDb, from: CivilDate, until: CivilDate) =>
  db
    .selectFrom('session')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .select(['session.id as sessionId', 'session.edition_id as editionId', 'workshop.title', 'session.day'])
    .where('session.day', '>=', from)
    .where('session.day', '<', until)
    .where('session.cancelled_cause', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('tool_count')
          .select('tool_count.kit_id')
          .whereRef('tool_count.session_id', '=', 'session.id')
          .where('tool_count.in_count', 'is', null),
      ),
    )
    .orderBy('session.day')
    .execute()

/**
 * Named pieces of work that can be taken back as one until their month closes: bulk places, a merge, a term's
 * sessions. Each row that the work writes is kept as it was before, so that undoing leaves the tables equal to the byte.
 */
import { randomUUID } from 'node:crypto'
import { refuse, done, type Outcome } from '../../../shared/kernel/outcome'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { isMonthClosed } from '../db/closed-months'
import type { DB, ReadDb, Trx } from '../db/types'
import { recordingWrites, revertWrites } from '../db/write-log'
import type { Act } from '../seam/act'

export interface BatchName {
  /** What kind of work it was: words `batch.<kind>`. */
  readonly kind: string
  /** What a person would call it: `Telar de cintura, 12 lugares`. */
  readonly title: string
  readonly subjectId?: string
}

/**
 * Runs `work` and records each row that it writes in `tables`. The name may depend on what the work did. A refusal is
 * handed on; the seam then rolls all of it back, the batch too.
 */
export async function inBatch<T, Refused extends string>(
  act: Act,
  name: BatchName | ((value: T) => BatchName),
  tables: readonly (keyof DB)[],
  work: () => Promise<Outcome<T, Refused>>,
): Promise<Outcome<{ readonly batchId: string; readonly result: T }, Refused>> {
  const batchId = randomUUID()
  const row = { id: batchId, done_at: act.now, done_on: act.today, done_by: act.actor.id }
  await act.trx
    .insertInto('batch')
    .values({ ...row, kind: 'open', title: '', subject_id: null })
    .execute()
  const outcome = await recordingWrites(act.trx, { batchId, into: 'batch_write' }, tables, work)
  if (!outcome.ok) return outcome
  const { kind, title, subjectId } = typeof name === 'function' ? name(outcome.value) : name
  await act.trx
    .updateTable('batch')
    .set({ kind, title, subject_id: subjectId ?? null })
    .where('id', '=', batchId)
    .execute()
  return done({ batchId, result: outcome.value })
}

export interface BatchRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly subjectId: string | null
  readonly doneAt: Instant
  readonly doneOn: CivilDate
  readonly doneById: string | null
  readonly doneBy: string | null
  readonly undoneAt: Instant | null
}

const batchRows = (db: ReadDb) =>
  db
    .selectFrom('batch')
    .leftJoin('staff', 'staff.id', 'batch.done_by')
    .select([
      'batch.id',
      'batch.kind',
      'batch.title',
      'batch.subject_id as subjectId',
      'batch.done_at as doneAt',
      'batch.done_on as doneOn',
      'batch.done_by as doneById',
      'staff.name as doneBy',
      'batch.undone_at as undoneAt',
    ])

/** The latest first; those of one person, or everybody's. */
export const listBatches = (db: ReadDb, limit: number, doneById?: string | null): Promise<BatchRow[]> =>
  batchRows(db)
    .$if(doneById !== undefined, (query) => query.where('batch.done_by', '=', doneById ?? ''))
    .orderBy('batch.done_at', 'desc')
    .orderBy('batch.id')
    .limit(limit)
    .execute()

export const findBatch = (db: ReadDb, id: string): Promise<BatchRow | undefined> =>
  batchRows(db).where('batch.id', '=', id).executeTakeFirst()

/** The batch of a kind about a record that has not been taken back, and whether its month has closed since. */
export async function findOpenBatch(
  db: ReadDb,
  kind: string,
  subjectId: string,
): Promise<{ readonly id: string; readonly closed: boolean } | undefined> {
  const row = await batchRows(db)
    .where('batch.kind', '=', kind)
    .where('batch.subject_id', '=', subjectId)
    .where('batch.undone_at', 'is', null)
    .orderBy('batch.done_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, closed: await isMonthClosed(db, row.doneOn) }
}

const listWrites = (trx: Trx, id: string) =>
  trx
    .selectFrom('batch_write')
    .select(['table_name', 'key_json', 'before_json', 'after_json'])
    .where('batch_id', '=', id)
    .orderBy('position')
    .execute()

/**
 * Takes a batch back. Refused if it is unknown, was taken back already, its month has closed, or somebody has worked
 * on its rows since.
 */
export async function undoBatch(act: Act, id: string) {
  const batch = await findBatch(act.db, id)
  if (!batch) return refuse('unknown-batch')
  if (batch.undoneAt) return refuse('batch-undone')
  if (await isMonthClosed(act.db, batch.doneOn)) return refuse('month-closed', { month: batch.doneOn.slice(0, 7) })
  const writes = await listWrites(act.trx, id)
  const inTheWay = await revertWrites(act.trx, writes, batch.doneAt)
  if (inTheWay > 0) return refuse('batch-in-use', { count: inTheWay })
  await act.trx.updateTable('batch').set({ undone_at: act.now }).where('id', '=', id).execute()
  await act.audit({
    event: 'batch.undone',
    subjectType: 'batch',
    subjectId: id,
    before: { kind: batch.kind, title: batch.title, rows: writes.length },
  })
  return done({ rows: writes.length })
}

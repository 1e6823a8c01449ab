/** What was decided about tasks. */
import { randomUUID } from 'node:crypto'
import type { Settled, TaskOutcome } from '../../../shared/contract/tasks.contract'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

/** The last decision about each task. */
export async function listLastSettled(db: ReadDb): Promise<ReadonlyMap<string, Settled>> {
  const rows = await db
    .selectFrom('task_outcome')
    .select(['task_key', 'outcome', 'until'])
    .orderBy('settled_at')
    .execute()
  return new Map(rows.map((row) => [row.task_key, { outcome: row.outcome as TaskOutcome, until: row.until }]))
}

/** The latest decisions, newest first, without those of some kinds. */
export const listSettled = (db: ReadDb, limit: number, without: readonly string[]) =>
  db
    .selectFrom('task_outcome')
    .leftJoin('staff', 'staff.id', 'task_outcome.settled_by')
    .select([
      'task_outcome.id',
      'task_outcome.kind',
      'task_outcome.outcome',
      'task_outcome.until',
      'task_outcome.note',
      'task_outcome.settled_at as settledAt',
      'staff.name as settledBy',
    ])
    .where('task_outcome.kind', 'not in', [...without, ''])
    .orderBy('task_outcome.settled_at', 'desc')
    .limit(limit)
    .execute()

export interface NewOutcome {
  readonly key: string
  readonly kind: string
  readonly outcome: TaskOutcome
  readonly until: CivilDate | null
  readonly note: string
  readonly at: Instant
  readonly by: string | null
}

export async function insertOutcome(trx: Trx, settled: NewOutcome): Promise<void> {
  await trx
    .insertInto('task_outcome')
    .values({
      id: randomUUID(),
      task_key: settled.key,
      kind: settled.kind,
      outcome: settled.outcome,
      until: settled.until,
      note: settled.note,
      settled_at: settled.at,
      settled_by: settled.by,
    })
    .execute()
}

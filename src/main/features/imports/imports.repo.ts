/** The batches: what was read, what each wrote, and what was undone. */
import { randomUUID } from 'node:crypto'
import type { ImportCounts, ImportKind, Reason } from '../../../shared/contract/imports.contract'
import type { Instant } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'
import type { LoggedWrite } from '../../platform/db/write-log'

/** Tables that a batch may write: all are watched while it does. */
export const IMPORTED_TABLES = [
  'person',
  'stay',
  'axis',
  'workshop',
  'room',
  'instructor',
  'edition',
  'edition_slot',
  'special_day',
  'session',
  'place',
  'wait',
  'mark',
  'mark_change',
  'doubtful_mark',
  'unlisted_attendee',
  'evaluation',
  'child',
  'adult',
  'child_adult',
  'authority',
  'prohibition',
  'permission',
  'outing',
  'outing_signature',
  'outing_movement',
] as const

export interface BatchRow {
  readonly id: string
  readonly kinds: readonly ImportKind[]
  readonly fileName: string
  readonly importedAt: Instant
  readonly importedBy: string | null
  readonly counts: ImportCounts
  readonly undoneAt: Instant | null
}

const batchRows = (db: ReadDb) =>
  db
    .selectFrom('import_batch')
    .leftJoin('staff', 'staff.id', 'import_batch.imported_by')
    .select([
      'import_batch.id',
      'import_batch.kind',
      'import_batch.file_name',
      'import_batch.file_sha256',
      'import_batch.imported_at',
      'import_batch.counts_json',
      'import_batch.undone_at',
      'staff.name as imported_by_name',
    ])

const toBatch = (row: Awaited<ReturnType<ReturnType<typeof batchRows>['executeTakeFirstOrThrow']>>): BatchRow => ({
  id: row.id,
  kinds: row.kind.split(',') as ImportKind[],
  fileName: row.file_name,
  importedAt: row.imported_at,
  importedBy: row.imported_by_name,
  counts: JSON.parse(row.counts_json) as ImportCounts,
  undoneAt: row.undone_at,
})

/** The latest first. */
export async function listBatches(db: ReadDb): Promise<readonly BatchRow[]> {
  const rows = await batchRows(db).orderBy('import_batch.imported_at', 'desc').orderBy('import_batch.id').execute()
  return rows.map(toBatch)
}

export async function findBatch(db: ReadDb, id: string): Promise<BatchRow | undefined> {
  const row = await batchRows(db).where('import_batch.id', '=', id).executeTakeFirst()
  return row && toBatch(row)
}

/** When a file with these bytes was imported and not undone. */
export async function findImportOf(db: ReadDb, sha256: string): Promise<Instant | undefined> {
  const row = await batchRows(db)
    .where('file_sha256', '=', sha256)
    .where('undone_at', 'is', null)
    .orderBy('imported_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.imported_at
}

/** Opens a batch, before the writes that will be logged under it. */
export async function insertBatch(
  trx: Trx,
  batch: {
    id: string
    kinds: readonly ImportKind[]
    fileName: string
    sha256: string
    importedAt: Instant
    importedBy: string | null
    counts: ImportCounts
  },
): Promise<void> {
  await trx
    .insertInto('import_batch')
    .values({
      id: batch.id,
      kind: batch.kinds.join(','),
      file_name: batch.fileName,
      file_sha256: batch.sha256,
      imported_at: batch.importedAt,
      imported_by: batch.importedBy,
      counts_json: JSON.stringify(batch.counts),
    })
    .execute()
}

/** Keeps what was doubtful or rejected in a batch, row by row. */
export const insertIssues = (
  trx: Trx,
  batchId: string,
  issues: readonly { sheet: string; row: number; level: 'doubtful' | 'rejected'; reason: Reason }[],
): Promise<void> =>
  inChunks(issues, (some) =>
    trx
      .insertInto('import_issue')
      .values(
        some.map((issue) => ({
          id: randomUUID(),
          batch_id: batchId,
          sheet: issue.sheet,
          row: issue.row,
          level: issue.level,
          code: issue.reason.code,
          facts_json: JSON.stringify(issue.reason.facts),
        })),
      )
      .execute(),
  )

/** All writes of a batch, in the order in which they were made. */
export const listWrites = (db: ReadDb, batchId: string): Promise<LoggedWrite[]> =>
  db
    .selectFrom('import_write')
    .select(['table_name', 'key_json', 'before_json', 'after_json'])
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute()

export async function markUndone(trx: Trx, id: string, at: Instant): Promise<void> {
  await trx.updateTable('import_batch').set({ undone_at: at }).where('id', '=', id).execute()
}

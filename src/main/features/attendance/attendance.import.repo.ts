/** Marks out of a spreadsheet, many at a time, with those that nobody understands and the women nobody knows. */
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'
import { plainMark, type Mark } from '../../../shared/contract/marks'
import { firstDayOf, lastDayOf, type CivilDate, type Instant } from '../../../shared/kernel/civil-date'
import { findDetail, insertChange, putMark } from './marks.repo'

export interface ImportedMark {
  readonly sessionId: string
  readonly personId: string
  readonly code: string
}

/** Who imports, when, and the words that stand as the reason where a month had closed. */
export interface Importing {
  readonly at: Instant
  readonly on: CivilDate
  readonly by: string | null
  readonly why: string
}
interface Handles {
  readonly db: ReadDb
  readonly trx: Trx
}

/** Adds marks where there are none. In a month already sent each of them is a rectification. */
export async function insertImportedMarks(
  { db, trx }: Handles,
  rows: readonly ImportedMark[],
  by: Importing,
): Promise<void> {
  await inChunks(rows, (some) =>
    trx
      .insertInto('mark')
      .values(some.map((row) => ({ session_id: row.sessionId, person_id: row.personId, code: row.code })))
      .execute(),
  )
  const closed = await listClosedSessions(db)
  for (const { sessionId, personId, code } of rows.filter((row) => closed.has(row.sessionId)))
    await insertChange(trx, { sessionId, personId, ...by, kind: 'rectified', was: null, now: code as Mark })
}

/** Replaces marks that somebody ticked; what they were goes to their history. */
export async function updateImportedMarks(
  { db, trx }: Handles,
  rows: readonly ImportedMark[],
  by: Importing,
): Promise<void> {
  const closed = await listClosedSessions(db)
  for (const { sessionId, personId, code } of rows) {
    const at = { sessionId, personId }
    const detail = plainMark(code as Mark)
    const was = await findDetail(db, at)
    const kind = closed.has(sessionId) ? 'rectified' : 'imported'
    if (was) await insertChange(trx, { ...at, ...by, kind, was, now: detail.mark })
    await putMark(trx, at, { ...by, detail, credited: null })
  }
}

/** Sessions of months whose bundle has left. */
async function listClosedSessions(db: ReadDb): Promise<ReadonlySet<string>> {
  const months = await db.selectFrom('bundle_export').select('period').distinct().execute()
  const closed = new Set<string>()
  for (const { period } of months) {
    const rows = await db
      .selectFrom('session')
      .select('id')
      .where('day', '>=', firstDayOf(period))
      .where('day', '<=', lastDayOf(period))
      .execute()
    for (const { id } of rows) closed.add(id)
  }
  return closed
}

/** Keeps signs that are no mark, as they were written, to be asked about. */
export const insertImportedDoubtfulMarks = (
  trx: Trx,
  rows: readonly { id: string; sessionId: string; personId: string; written: string }[],
): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('doubtful_mark')
      .values(
        some.map((row) => ({
          id: row.id,
          session_id: row.sessionId,
          person_id: row.personId,
          written: row.written,
        })),
      )
      .execute(),
  )

/** Keeps who came without being in the register, by name. */
export const insertImportedUnlisted = (
  trx: Trx,
  rows: readonly { id: string; sessionId: string; name: string; code: string }[],
): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('unlisted_attendee')
      .values(some.map((row) => ({ id: row.id, session_id: row.sessionId, name: row.name, code: row.code })))
      .execute(),
  )

/** Marks out of a spreadsheet, many at a time, with those that nobody understands and the women nobody knows. */
import { inChunks } from '../../platform/db/chunks'
import type { ReadDb, Trx } from '../../platform/db/types'
import { plainMark, type Mark } from '../../../shared/contract/marks'
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
import { findDetail, insertChange, putMark } from './marks.repo'

export interface ImportedMark {
  readonly sessionId: string
  readonly personId: string
  readonly code: string
}

/** Adds marks where there are none. */
export const insertImportedMarks = (trx: Trx, rows: readonly ImportedMark[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('mark')
      .values(some.map((row) => ({ session_id: row.sessionId, person_id: row.personId, code: row.code })))
      .execute(),
  )

/** Replaces marks that somebody ticked; what they were goes to their history. */
export async function updateImportedMarks(
  { db, trx }: { readonly db: ReadDb; readonly trx: Trx },
  rows: readonly ImportedMark[],
  by: { readonly at: Instant; readonly on: CivilDate; readonly by: string | null },
): Promise<void> {
  for (const { sessionId, personId, code } of rows) {
    const at = { sessionId, personId }
    const detail = plainMark(code as Mark)
    const was = await findDetail(db, at)
    if (was) await insertChange(trx, { ...at, ...by, kind: 'imported', was, now: detail.mark, why: null })
    await putMark(trx, at, { ...by, detail, credited: null })
  }
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

/** Marks out of a spreadsheet, many at a time, with those that nobody understands and the women nobody knows. */
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

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

/** Replaces marks that somebody ticked. */
export async function updateImportedMarks(trx: Trx, rows: readonly ImportedMark[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('mark')
      .set((eb) => ({ code: row.code, version: eb('version', '+', 1) }))
      .where('session_id', '=', row.sessionId)
      .where('person_id', '=', row.personId)
      .execute()
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

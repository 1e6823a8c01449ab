/** Sessions out of a spreadsheet, many at a time, and those that it calls off. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedSession {
  readonly id: string
  readonly editionId: string
  readonly day: CivilDate
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly cancelledCause: string | null
  readonly cancelledNote: string | null
  readonly specialDayId?: string | null
}

/** Adds sessions. */
export const insertImportedSessions = (trx: Trx, rows: readonly ImportedSession[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('session')
      .values(
        some.map((row) => ({
          id: row.id,
          edition_id: row.editionId,
          day: row.day,
          starts_at: row.startsAt,
          ends_at: row.endsAt,
          cancelled_cause: row.cancelledCause,
          cancelled_note: row.cancelledNote,
          special_day_id: row.specialDayId ?? null,
        })),
      )
      .execute(),
  )

/** Calls sessions off, with cause and note. */
export async function cancelImportedSessions(trx: Trx, rows: readonly ImportedSession[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('session')
      .set((eb) => ({
        cancelled_cause: row.cancelledCause,
        cancelled_note: row.cancelledNote,
        special_day_id: row.specialDayId ?? null,
        version: eb('version', '+', 1),
      }))
      .where('id', '=', row.id)
      .execute()
}

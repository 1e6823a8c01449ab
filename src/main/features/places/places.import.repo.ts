/** Places and waits out of a spreadsheet, many at a time. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedPlace {
  readonly id: string
  readonly personId: string
  readonly editionId: string
  readonly openedOn: CivilDate
  readonly endedOn: CivilDate | null
  readonly endResult: string | null
  readonly endCause: string | null
}

export interface ImportedWait {
  readonly id: string
  readonly personId: string
  readonly workshopId: string
  readonly requestedOn: CivilDate
}

/** Adds places, also such as have ended. */
export const insertImportedPlaces = (trx: Trx, rows: readonly ImportedPlace[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('place')
      .values(
        some.map((row) => ({
          id: row.id,
          person_id: row.personId,
          edition_id: row.editionId,
          opened_on: row.openedOn,
          ended_on: row.endedOn,
          end_result: row.endResult,
          end_cause: row.endCause,
        })),
      )
      .execute(),
  )

/** Moves the beginning of places back, when an earlier month comes to light. */
export async function reopenImportedPlaces(trx: Trx, rows: readonly ImportedPlace[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('place')
      .set((eb) => ({ opened_on: row.openedOn, version: eb('version', '+', 1) }))
      .where('id', '=', row.id)
      .execute()
}

/** Adds women to the waiting list. They stood on the office's own list, so they are approved; who asked is not on it. */
export const insertImportedWaits = (trx: Trx, rows: readonly ImportedWait[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('wait')
      .values(
        some.map((row) => ({
          id: row.id,
          person_id: row.personId,
          workshop_id: row.workshopId,
          requested_on: row.requestedOn,
          state: 'approved',
          state_on: row.requestedOn,
        })),
      )
      .execute(),
  )

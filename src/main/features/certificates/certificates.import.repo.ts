/** Evaluations out of a spreadsheet, many at a time. */
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedEvaluation {
  readonly editionId: string
  readonly personId: string
  readonly result: 'A' | 'NA' | 'NP'
}

/** Adds evaluations where there are none. */
export const insertImportedEvaluations = (trx: Trx, rows: readonly ImportedEvaluation[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('evaluation')
      .values(some.map((row) => ({ edition_id: row.editionId, person_id: row.personId, result: row.result })))
      .execute(),
  )

/** Replaces evaluations that somebody ticked. */
export async function updateImportedEvaluations(trx: Trx, rows: readonly ImportedEvaluation[]): Promise<void> {
  for (const row of rows)
    await trx
      .updateTable('evaluation')
      .set((eb) => ({ result: row.result, version: eb('version', '+', 1) }))
      .where('edition_id', '=', row.editionId)
      .where('person_id', '=', row.personId)
      .execute()
}

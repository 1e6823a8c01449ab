/** Results: the evaluation at the end, the practical assessment, each module. */
import type { ReadDb, Trx } from '../../platform/db/types'

export type ResultTable = 'evaluation' | 'practical_result' | 'module_result'

/** One result; the module is that of a `module_result`. */
export interface ResultKey {
  readonly table: ResultTable
  readonly editionId: string
  readonly personId: string
  readonly moduleId?: string
}

export interface Result {
  readonly result: string
  readonly version: number
}

/** The columns that find it. */
const keyOf = ({ editionId, personId, moduleId }: ResultKey) => ({
  edition_id: editionId,
  person_id: personId,
  ...(moduleId === undefined ? {} : { module_id: moduleId }),
})

export const findResult = (db: ReadDb, key: ResultKey): Promise<Result | undefined> =>
  db
    .selectFrom(key.table)
    .select(['result', 'version'])
    .where((eb) => eb.and(keyOf(key)))
    .executeTakeFirst()

/** Writes a result; false if it has changed since `version` (null: there was none). */
export async function putResult(trx: Trx, key: ResultKey, result: string, version: number | null): Promise<boolean> {
  if (version === null) {
    const inserted = await insertResult(trx, key, result)
    return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const updated = await trx
    .updateTable(key.table)
    .set({ result, version: version + 1 })
    .where((eb) => eb.and(keyOf(key)))
    .where('version', '=', version)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

function insertResult(trx: Trx, { table, editionId, personId, moduleId = '' }: ResultKey, result: string) {
  const row = { edition_id: editionId, person_id: personId, result }
  const query =
    table === 'module_result'
      ? trx.insertInto(table).values({ ...row, module_id: moduleId })
      : trx.insertInto(table).values(row)
  return query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
}

/** Takes a result back; false if it has changed since `version`. */
export async function dropResult(trx: Trx, key: ResultKey, version: number): Promise<boolean> {
  const dropped = await trx
    .deleteFrom(key.table)
    .where((eb) => eb.and(keyOf(key)))
    .where('version', '=', version)
    .executeTakeFirst()
  return dropped.numDeletedRows > 0n
}

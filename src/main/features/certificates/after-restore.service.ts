/** What an older backup must not make undone: no folio given twice, and certificates already out stay verifiable. */
import { randomBytes } from 'node:crypto'
import type { ReadDb } from '../../platform/db/types'
import type { Act } from '../../platform/seam/act'
import * as ledger from './ledger.repo'

/** The keys of the years, read from the database that is set aside. */
export const keysOf = (db: ReadDb): Promise<ledger.KeyRow[]> => ledger.listKeys(db)

/** Keeps those keys, and takes another folio secret: the same number in the ledger never spells the same folio again. */
export async function continueLedger(
  act: Pick<Act, 'db' | 'trx' | 'now'>,
  keys: readonly ledger.KeyRow[],
): Promise<void> {
  for (const key of keys) if (!(await ledger.findKey(act.db, key.year))) await ledger.insertKey(act.trx, key, act.now)
  await ledger.renewFolioSecret(act.trx, randomBytes(32))
}

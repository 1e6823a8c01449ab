/** The types of the database handles: one that writes (only inside a change) and one that cannot. */
import type { Kysely, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { DB } from './schema.generated'

export type { DB }
export type Db = Kysely<DB>
/** Inside a change: every repo function that writes takes one. */
export type Trx = Transaction<DB>
/** A handle that only selects, by type and at run time. A `Trx` may be handed to a function that wants one: see `reading`. */
export type ReadDb = ReadonlyKysely<DB>

/** The transaction as a reading handle, so that a change reads through the same repo functions as a page does. */
export const reading = (trx: Trx): ReadDb => trx as unknown as ReadDb

/** Opens the encrypted database: one connection, every protective setting set and read back (design §5). */
import Database from 'better-sqlite3'
import { existsSync, openSync, readSync, closeSync } from 'node:fs'
import { Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely'
import { readOnly } from './read-only'
import { keepingStatements } from './statements'
import type { DB, Db, ReadDb } from './types'

/** Why a database could not be opened; each has its sentence under `refusal.<code>`. */
export type OpenProblem =
  'database-damaged' | 'database-missing' | 'database-in-use' | 'folder-not-writable' | 'disk-full'

export class DatabaseProblem extends Error {
  constructor(
    readonly problem: OpenProblem | 'schema-newer' | 'migration-failed',
    options?: ErrorOptions,
  ) {
    super(problem, options)
    this.name = 'DatabaseProblem'
  }
}

export interface OpenDatabase {
  readonly raw: Database.Database
  readonly db: Db
  readonly read: ReadDb
  close(): void
}

/**
 * SQLite itself rolls back when the disk is full or the file damaged; Kysely's own rollback would then fail, and its
 * "no transaction is active" would hide why.
 */
class Dialect extends SqliteDialect {
  constructor(private readonly raw: Database.Database) {
    super({ database: keepingStatements(raw) })
  }

  override createDriver(): Driver {
    const { raw } = this
    const database = keepingStatements(raw)
    return new (class extends SqliteDriver {
      override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
        if (raw.inTransaction) await super.rollbackTransaction(connection)
      }
    })({ database })
  }
}

const SQLITE_MAGIC = 'SQLite format 3\u0000'

/** Settings that every connection must have, with the value each must read back as. */
export const SETTINGS: readonly (readonly [pragma: string, set: string | null, expected: string | number])[] = [
  ['cipher', null, 'chacha20'],
  ['locking_mode', null, 'exclusive'],
  ['hmac_check', 'ON', '1'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['mmap_size', '0', 0],
  ['wal_autocheckpoint', '1000', 1000],
]

/**
 * Opens (or, with `create`, makes) the file with the 32-byte data key. Nothing in the file is changed on failure.
 * @throws DatabaseProblem with the reason
 */
export function openDatabase(file: string, key: Buffer, options: { create?: boolean } = {}): OpenDatabase {
  if (!options.create && !existsSync(file)) throw new DatabaseProblem('database-missing')
  let raw: Database.Database | undefined
  try {
    raw = new Database(file)
    raw.pragma("cipher = 'chacha20'")
    useKey(raw, key)
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.prepare('SELECT count(*) FROM sqlite_master').get()
    applySettings(raw)
    // A write takes the exclusive lock at once, so that a second instance is told now and not in the middle of her work.
    raw.exec('BEGIN IMMEDIATE; COMMIT')
    const opened = raw
    const db = new Kysely<DB>({ dialect: new Dialect(opened) })
    return { raw: opened, db, read: db.withPlugin(readOnly) as unknown as ReadDb, close: () => opened.close() }
  } catch (error) {
    raw?.close()
    throw problemOf(error)
  }
}

// SECURITY: `raw:` makes these bytes the key itself; without the prefix they would be taken for a passphrase. A Buffer,
// not SQL text, so that the key never becomes an immortal JS string; wiped right after use.
function useKey(raw: Database.Database, key: Buffer): void {
  if (key.length !== 32) throw new Error('The data key has 32 bytes')
  const prefixed = Buffer.concat([Buffer.from('raw:'), key])
  try {
    raw.key(prefixed)
  } finally {
    prefixed.fill(0)
  }
}

function applySettings(raw: Database.Database): void {
  for (const [pragma, set] of SETTINGS) if (set !== null) raw.pragma(`${pragma} = ${set}`)
  for (const [pragma, , expected] of SETTINGS) {
    const found: unknown = raw.pragma(pragma, { simple: true })
    if (found !== expected) throw new Error(`Database setting ${pragma} is ${String(found)}`)
  }
}

/**
 * SECURITY: a key forgotten on a new file silently makes a clear database; this refuses to go on with one.
 * Call after the first write has been checkpointed.
 */
export function assertEncrypted(file: string): void {
  const head = Buffer.alloc(16)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, 16, 0)
  } finally {
    closeSync(handle)
  }
  if (head.toString('latin1') === SQLITE_MAGIC) throw new Error('The database file is not encrypted')
}

/** SQLite's own error as the problem it means to the office; anything else as it came. */
export function problemOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new DatabaseProblem('database-damaged', { cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new DatabaseProblem('database-in-use', { cause: error })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM'))
    return new DatabaseProblem('folder-not-writable', { cause: error })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new DatabaseProblem('disk-full', { cause: error })
  if (code.startsWith('SQLITE_IOERR')) return new DatabaseProblem('database-damaged', { cause: error })
  return error
}

/** The code with which a trigger refused a write (`RAISE(ABORT, 'refused: <code>')`): an expected "no", not a failure. */
export function refusedBySchema(error: unknown): string | undefined {
  const isTrigger = error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_TRIGGER'
  return isTrigger ? /^refused: ([a-z-]+)$/.exec(error.message)?.[1] : undefined
}

/** Brings a database up to the app's schema: a verified copy first, then each migration in its own transaction. */
import { rmSync } from 'node:fs'
import { renameHeld } from '../files/atomic'
import { sql, type Kysely } from 'kysely'
import { DatabaseProblem, openDatabase, problemOf, type OpenDatabase } from './open'
import { migrations as builtIn, type Migration } from './migrations'

interface Applied {
  schema_migration: { name: string; applied_at: string }
}

/**
 * Applies what is missing, in order. Old data is first copied to `copyTo` and the copy opened and checked.
 * @throws DatabaseProblem `schema-newer` if the file knows a migration that we do not, `migration-failed` if one fails:
 *   the file then stands where the last good migration left it, and the copy is kept.
 */
export async function migrate(
  opened: OpenDatabase,
  options: { key: Buffer; now: string; copyTo: string; migrations?: readonly Migration[] },
): Promise<readonly string[]> {
  const all = options.migrations ?? builtIn
  const db = opened.db as unknown as Kysely<Applied>
  opened.raw.exec(
    'CREATE TABLE IF NOT EXISTS schema_migration (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  )
  const applied = new Set((await db.selectFrom('schema_migration').select('name').execute()).map((row) => row.name))
  if ([...applied].some((name) => !all.some((known) => known.name === name))) throw new DatabaseProblem('schema-newer')
  const missing = all.filter((migration) => !applied.has(migration.name))
  if (missing.length === 0) return []
  if (applied.size > 0) copyDatabase(opened, options.copyTo, options.key)
  for (const migration of missing) await applyOne(db, migration, options.now)
  return missing.map((migration) => migration.name)
}

async function applyOne(db: Kysely<Applied>, migration: Migration, now: string): Promise<void> {
  // SQLite ignores switching foreign keys inside a transaction, so it is done around it and checked within.
  await sql`PRAGMA foreign_keys = OFF`.execute(db)
  try {
    await db.transaction().execute(async (trx) => {
      await migration.up(trx as unknown as Kysely<unknown>)
      const broken = await sql`PRAGMA foreign_key_check`.execute(trx)
      if (broken.rows.length > 0) throw new Error(`Migration ${migration.name} breaks ${broken.rows.length} references`)
      await trx.insertInto('schema_migration').values({ name: migration.name, applied_at: now }).execute()
    })
  } catch (error) {
    const problem = problemOf(error)
    if (problem instanceof DatabaseProblem && problem.problem === 'disk-full') throw problem
    throw new DatabaseProblem('migration-failed', { cause: error })
  } finally {
    await sql`PRAGMA foreign_keys = ON`.execute(db)
  }
}

/**
 * Writes an encrypted copy under the same key and proves it by opening it and running SQLite's own check. Only then does
 * it take the place of an older copy: after an update that failed, that one may be the last good one.
 * `backup()` cannot do this on a keyed database; `VACUUM INTO` can (docs/hardening.md §2.2).
 */
export function copyDatabase(opened: OpenDatabase, to: string, key: Buffer): void {
  const part = `${to}.part`
  rmSync(part, { force: true })
  opened.raw.prepare('VACUUM INTO ?').run(part)
  proveCopy(part, key)
  renameHeld(part, to)
}

/** Opens a copy and runs SQLite's own check over it. Throws DatabaseProblem if it is not whole. */
export function proveCopy(file: string, key: Buffer): void {
  const copy = openDatabase(file, key)
  try {
    const verdict: unknown = copy.raw.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new DatabaseProblem('database-damaged')
    // Back to a single file: a copy must not depend on a -wal beside it.
    copy.raw.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
}

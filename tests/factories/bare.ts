/** A migrated database without an office around it, for laws that need many rows and no other slice's rules. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { migrate } from '../../src/main/platform/db/migrate'
import { openDatabase, type OpenDatabase } from '../../src/main/platform/db/open'
import type { Act, Look } from '../../src/main/platform/seam/act'
import { inTransaction } from '../../src/main/platform/seam/serve'
import type { Outcome } from '../../src/shared/kernel/outcome'

export interface Bare {
  readonly opened: OpenDatabase
  readonly look: Look
  /** Runs statements as they are. */
  run(statement: string, ...values: readonly (string | number | null)[]): void
  /** One change of the director's, committed only if its outcome is ok. */
  change<T extends Outcome<unknown>>(work: (act: Act) => Promise<T>): Promise<T>
  /** Every row of every table but the trail of what was done, in the order of the keys. */
  dump(): Readonly<Record<string, readonly unknown[]>>
  close(): void
}

/** What tells of the work itself and is never taken back. */
const TRAIL = new Set(['audit_event', 'batch', 'batch_write', 'schema_migration'])

export async function openBare(now = '2026-10-31T18:00:00.000Z'): Promise<Bare> {
  const folder = mkdtempSync(join(tmpdir(), 'umbral-bare-'))
  const key = Buffer.alloc(32, 6)
  const opened = openDatabase(join(folder, 'a.db'), key, { create: true })
  await migrate(opened, { key, now, copyTo: join(folder, 'copy.db') })
  const look: Look = {
    actor: { id: null, name: 'Prueba', role: 'director' },
    now,
    today: now.slice(0, 10),
    time: '12:00',
    db: opened.read,
  }
  const tables = opened.raw
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name`)
    .pluck()
    .all() as string[]
  const kept = tables.filter((name) => !TRAIL.has(name) && !name.startsWith('sqlite_'))
  // Prepared once: SQLite walks over every statement that lives whenever the schema changes, and a merge changes it much.
  const statements = new Map<string, Database.Statement>()
  const prepared = (text: string): Database.Statement => {
    const statement = statements.get(text) ?? opened.raw.prepare(text)
    statements.set(text, statement)
    return statement
  }
  return {
    opened,
    look,
    run: (statement, ...values) => void prepared(statement).run(...values),
    change: (work) => inTransaction(opened, look, work) as never,
    dump: () =>
      Object.fromEntries(
        kept.map((name) => [
          name,
          prepared(`SELECT * FROM "${name}"`)
            .all()
            .map((row) => JSON.stringify(row))
            .sort(),
        ]),
      ),
    close: () => {
      opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

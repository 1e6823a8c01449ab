/**
 * Keeps prepared statements for the next time the same text is asked. Left alone, Kysely prepares each query anew, and
 * SQLite frees a statement only when JavaScript is swept, which does not see how much it weighs: issuing 500 certificates
 * held hundreds of megabytes of them, and each change of the schema (a merge makes hundreds) walks over all that live.
 */
import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** The office asks some 600 different questions. Those of lists vary with the list's length, so the oldest give way. */
const MOST = 400

/** What may run again as it stands; many a PRAGMA already takes effect when it is prepared. */
const REPEATABLE = /^\s*(?:select|insert|update|delete|with)\b/i

/** Done once and freed at once: a statement that waits for the sweep is walked over by each of the next. */
const SCHEMA = /^\s*(?:create|drop|alter)\b/i

type Raw = Pick<Database.Database, 'prepare' | 'exec' | 'close'>

export function keepingStatements(raw: Raw): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  const prepare = (text: string): SqliteStatement => (SCHEMA.test(text) ? once(raw, text) : raw.prepare(text))
  return {
    close: () => void raw.close(),
    prepare(text) {
      if (!REPEATABLE.test(text)) return prepare(text)
      const statement = kept.get(text) ?? prepare(text)
      // Put last: the first is the one not asked for longest.
      kept.delete(text)
      kept.set(text, statement)
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
      return statement
    },
  }
}

const once = (raw: Raw, text: string): SqliteStatement => ({
  reader: false,
  all: () => [],
  iterate: () => [].values(),
  run: () => {
    raw.exec(text)
    return { changes: 0, lastInsertRowid: 0 }
  },
})

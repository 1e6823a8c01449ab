/** Editions of a paper: which sheet takes the place of which, and the code that ties a folio to what it is about. */
import { checkCharacter } from '../../../shared/kernel/check-character'
import type { Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../db/types'

export interface Edition {
  /** 1 is the first print; from 2 on a sheet is a reprint. */
  readonly version: number
  /** The folio whose place it takes. */
  readonly replaces: string | null
}

/** Which edition the next sheet of a type about one thing will be. */
export async function nextEdition(db: ReadDb, type: string, about: string): Promise<Edition> {
  const last = await lastIssued(db, type, about)
  return { version: (last?.version ?? 0) + 1, replaces: last?.folio ?? null }
}

/** The newest sheet of a type about one thing; null if none was issued. */
export async function lastIssued(
  db: ReadDb,
  type: string,
  about: string,
): Promise<{ folio: string; version: number; at: Instant } | null> {
  const last = await db
    .selectFrom('paper')
    .select(['folio', 'version', 'issued_at as at'])
    .where('type', '=', type)
    .where('about', '=', about)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? null
}

/** The folio of the newest sheet that took the place of this one; null if this is the newest, or nobody issued it. */
export async function newerFolioOf(db: ReadDb, folio: string): Promise<string | null> {
  const newest = await db
    .selectFrom('paper as mine')
    .innerJoin('paper as other', (join) =>
      join.onRef('other.type', '=', 'mine.type').onRef('other.about', '=', 'mine.about'),
    )
    .select('other.folio')
    .where('mine.folio', '=', folio)
    .whereRef('other.version', '>', 'mine.version')
    .orderBy('other.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.folio ?? null
}

/**
 * Two characters over folio, subject and version (ISO/IEC 7064 MOD 37,36, once from either end): the folio alone tells
 * that it was typed right, this tells that it is the folio of that sheet.
 */
export function checkCodeOf(folio: string, about: string, version: number): string {
  const text = `${folio}${about}${version}`
  return checkCharacter(text) + checkCharacter([...text].reverse().join(''))
}

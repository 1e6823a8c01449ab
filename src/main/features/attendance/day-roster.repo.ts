/** Day rosters among the issued papers. */
import type { ReadDb } from '../../platform/db/types'

/** The type under which day rosters are issued; their subject is the session. */
export const DAY_ROSTER = 'attendance.day'

/** The folio of the last day roster printed for a session. */
export async function findLastFolio(db: ReadDb, sessionId: string): Promise<string | null> {
  const row = await db
    .selectFrom('paper')
    .select('folio')
    .where('type', '=', DAY_ROSTER)
    .where('subject_id', '=', sessionId)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.folio ?? null
}

/** The session whose roster bears a folio, as long as the session stands. */
export async function findSessionOfFolio(db: ReadDb, folio: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('paper')
    .innerJoin('session', 'session.id', 'paper.subject_id')
    .select('session.id')
    .where('paper.type', '=', DAY_ROSTER)
    .where('paper.folio', '=', folio)
    .executeTakeFirst()
  return row?.id
}

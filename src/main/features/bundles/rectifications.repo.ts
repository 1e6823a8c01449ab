/** Marks of months already sent that were rectified in a month: read by join from the history that attendance keeps. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

export interface Rectification {
  readonly sessionId: string
  readonly personId: string
  readonly day: CivilDate
  readonly was: string | null
  readonly now: string | null
}

/** In the order in which they were made; SECURITY: of groups of a sensitive axis nothing leaves. */
export const listRectifications = (db: ReadDb, first: CivilDate, last: CivilDate): Promise<Rectification[]> =>
  db
    .selectFrom('mark_change')
    .innerJoin('session', 'session.id', 'mark_change.session_id')
    .innerJoin('edition', 'edition.id', 'session.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select([
      'session.id as sessionId',
      'mark_change.person_id as personId',
      'session.day',
      'mark_change.was_code as was',
      'mark_change.now_code as now',
    ])
    .where('mark_change.kind', '=', 'rectified')
    .where('mark_change.changed_on', '>=', first)
    .where('mark_change.changed_on', '<=', last)
    .where('axis.sensitive', '=', 0)
    .orderBy('mark_change.changed_at')
    .orderBy(sql`mark_change.rowid`)
    .execute()

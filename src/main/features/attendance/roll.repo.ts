/** What stands on the page of one roll beside its marks: who is off it, who is new, its session's version and catch-up. */
import type { NamedWoman } from '../../../shared/contract/place-facts'
import type { HeldSession } from '../../../shared/contract/attendance-roll'
import type { ReadDb } from '../../platform/db/types'

/** Women with a place who are not expected at a session, and why. */
export async function listOffRoll(
  db: ReadDb,
  sessionId: string,
): Promise<readonly (NamedWoman & { kind: 'exclusion' | 'suspension'; why: string })[]> {
  const rows = await db
    .selectFrom('place_off')
    .innerJoin('person', 'person.id', 'place_off.person_id')
    .select([
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
      'place_off.kind',
      'place_off.why',
    ])
    .where('place_off.session_id', '=', sessionId)
    .groupBy('person.id')
    .orderBy('person.sort_key')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as 'exclusion' | 'suspension' }))
}

/** Women whose place opened after the session before this one: the workshop does not know them yet. */
export async function listNewcomers(db: ReadDb, session: HeldSession): Promise<ReadonlySet<string>> {
  const before = await db
    .selectFrom('session')
    .select(({ fn }) => fn.max('day').as('day'))
    .where('edition_id', '=', session.editionId)
    .where('day', '<', session.day)
    .executeTakeFirst()
  if (!before?.day) return new Set()
  const rows = await db
    .selectFrom('place')
    .select('person_id')
    .where('edition_id', '=', session.editionId)
    .where('opened_on', '>', before.day)
    .where('opened_on', '<=', session.day)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}

/** Version of the session's row, when it last changed, and whether a catch-up session that stands points at it. */
export async function findTrack(
  db: ReadDb,
  sessionId: string,
): Promise<{ version: number; changedAt: string | null; madeUp: boolean; timezone: string }> {
  const row = await db
    .selectFrom('session')
    .select((eb) => [
      'session.version',
      'session.changed_at as changedAt',
      eb
        .exists(
          eb
            .selectFrom('session as later')
            .select('later.id')
            .whereRef('later.catch_up_of', '=', 'session.id')
            .where('later.cancelled_cause', 'is', null),
        )
        .as('madeUp'),
    ])
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  const center = await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()
  return {
    version: row?.version ?? 0,
    changedAt: row?.changedAt ?? null,
    madeUp: Boolean(row?.madeUp),
    timezone: center.timezone,
  }
}

/** Scans that hang on a session, without their bytes. */
export async function listScans(db: ReadDb, sessionId: string) {
  const rows = await db
    .selectFrom('scan')
    .leftJoin('staff', 'staff.id', 'scan.added_by')
    .select(['scan.id', 'scan.name', 'kind', 'size', 'added_at as addedAt', 'staff.name as addedBy'])
    .where('session_id', '=', sessionId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as 'pdf' | 'jpeg' | 'png' }))
}

/** What the office looks into after the gate: who was stopped, returns that alarmed, returns with delay, who stayed. */
import { minutesBetween, type CivilDate, type Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** Everything stopped at the gate between two instants, the latest first. */
export const listLog = (db: ReadDb, from: Instant, until: Instant) =>
  db
    .selectFrom('outing_attempt')
    .leftJoin('outing', 'outing.id', 'outing_attempt.outing_id')
    .leftJoin('child', 'child.id', 'outing.child_id')
    .leftJoin('staff', 'staff.id', 'outing_attempt.recorded_by')
    .select(['outing_attempt.at', 'outing_attempt.outing_id as outingId', 'outing_attempt.adult_name as adult'])
    .select(['outing_attempt.note', 'outing_attempt.reasons_json as reasonsJson', 'staff.name as by'])
    .select(['outing_attempt.folio as typed', 'outing.folio', 'child.surname1', 'child.surname2', 'child.given_names'])
    .where('outing_attempt.at', '>=', from)
    .where('outing_attempt.at', '<', until)
    .orderBy('outing_attempt.at', 'desc')
    .execute()

/** Returns with delay by the adults who took the children, counted from the center's grace on; the latest first. */
export async function listLateReturns(
  db: ReadDb,
  adultIds: readonly string[],
): Promise<readonly { adultId: string; day: CivilDate; minutes: number }[]> {
  if (adultIds.length === 0) return []
  const rows = await db
    .selectFrom('late_return')
    .select(['adult_id', 'day', 'at', 'returns_on', 'returns_at'])
    .where('adult_id', 'in', [...adultIds])
    .orderBy('day', 'desc')
    .execute()
  return rows.flatMap((row) =>
    row.adult_id === null
      ? []
      : [
          {
            adultId: row.adult_id,
            day: row.day,
            minutes: minutesBetween(row.returns_on, row.returns_at, row.day, row.at),
          },
        ],
  )
}

/** Returns since a day that alarmed: brought by somebody forbidden or not allowed. */
export const listAlarms = (db: ReadDb, since: CivilDate) =>
  db
    .selectFrom('outing_movement')
    .innerJoin('outing', 'outing.id', 'outing_movement.outing_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select(['outing_movement.id', 'outing.id as outingId', 'outing.folio', 'outing_movement.day'])
    .select(['outing_movement.adult_name as adult', 'surname1', 'surname2', 'given_names as givenNames'])
    .where('alarm', 'is not', null)
    .where('outing_movement.day', '>=', since)
    .execute()

/** Attempts since an instant that an order stopped. */
export const listForbidden = (db: ReadDb, since: Instant) =>
  db
    .selectFrom('outing_attempt')
    .innerJoin('outing', 'outing.id', 'outing_attempt.outing_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select(['outing_attempt.id', 'outing.id as outingId', 'outing.folio', 'surname1', 'surname2'])
    .select(['given_names as givenNames'])
    .where('outing_attempt.at', '>=', since)
    .where('outing_attempt.reasons_json', 'like', '%-forbidden"%')
    .execute()

/** Children who stayed with their family during an outing and whose file still says that they live here. */
export const listStayed = (db: ReadDb) =>
  db
    .selectFrom('outing_end')
    .innerJoin('outing', 'outing.id', 'outing_end.outing_id')
    .innerJoin('child', 'child.id', 'outing.child_id')
    .select(['outing.id as outingId', 'outing.folio', 'child.id as childId', 'outing_end.day'])
    .select(['surname1', 'surname2', 'given_names as givenNames'])
    .where('outing_end.kind', '=', 'stays')
    .where('outing_end.undone_at', 'is', null)
    .where('child.lives_here_until', 'is', null)
    .execute()

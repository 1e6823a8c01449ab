/** What the office looks into after the gate: who was stopped, returns that alarmed, returns with delay, who stayed. */
import type { CivilDate, Instant } from '../../../shared/kernel/civil-date'
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

/** Adults who brought children back with delay at least so often, counted from the center's grace on. */
export const listLateReturners = (db: ReadDb, atLeast: number) =>
  db
    .selectFrom('late_return')
    .innerJoin('adult', 'adult.id', 'late_return.adult_id')
    .select(['adult.id', 'adult.full_name as adult'])
    .select(({ fn }) => [fn.countAll<number>().as('times'), fn.max('late_return.day').as('last')])
    .groupBy(['adult.id', 'adult.full_name'])
    .having(({ fn }) => fn.countAll<number>(), '>=', atLeast)
    .orderBy('adult.full_name')
    .execute()

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

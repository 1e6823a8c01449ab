/** The rows behind decisions: what is planned and ahead, modules, sessions with marks, what was let pass, registration. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Outlook, Pass } from '../../../shared/contract/decisions.contract'
import type { Mark } from '../../../shared/contract/marks'
import { minutesOf, type CivilDate, type ClockTime, type Instant } from '../../../shared/kernel/civil-date'
import { creditedMinutes } from '../../platform/db/session-minutes'
import type { ReadDb, Trx } from '../../platform/db/types'
import { placeExpected, placeHolds } from '../../platform/db/place-at-session'

interface OutlookRow {
  readonly personId: string
  readonly sessionId: string
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  readonly marked: boolean
}

/** Each woman's sessions while she has her place, those aside that were cancelled or at which she is not expected. */
async function listHerSessions(db: ReadDb, editionId: string): Promise<OutlookRow[]> {
  const rows = await db
    .selectFrom('session')
    .innerJoin('place', 'place.edition_id', 'session.edition_id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'place.person_id'),
    )
    .leftJoin('place_off', (join) =>
      join.onRef('place_off.place_id', '=', 'place.id').onRef('place_off.session_id', '=', 'session.id'),
    )
    .select([
      'place.person_id as personId',
      'session.id as sessionId',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'mark.code',
    ])
    .distinct()
    .where('session.edition_id', '=', editionId)
    .where('session.cancelled_cause', 'is', null)
    .where((eb) => eb.or([eb('place_off.place_id', 'is', null), eb('mark.code', 'is not', null)]))
    .where(placeHolds)
    .execute()
  return rows.map(({ code, ...row }) => ({ ...row, marked: code !== null }))
}

/** What is planned and what is left for each woman of an edition. A session without her mark is still ahead of her. */
export async function listOutlooks(db: ReadDb, editionId: string): Promise<ReadonlyMap<string, Outlook>> {
  const outlooks = new Map<string, Outlook>()
  for (const row of await listHerSessions(db, editionId)) {
    const { planned, ahead, minutesAhead } = outlooks.get(row.personId) ?? { planned: 0, ahead: 0, minutesAhead: 0 }
    const left = row.marked ? 0 : 1
    outlooks.set(row.personId, {
      planned: planned + 1,
      ahead: ahead + left,
      minutesAhead: minutesAhead + left * (minutesOf(row.endsAt) - minutesOf(row.startsAt)),
    })
  }
  return outlooks
}

/** What the edition teaches, in order. */
export const listModules = (db: ReadDb, editionId: string): Promise<{ id: string; title: string; minutes: number }[]> =>
  db
    .selectFrom('edition_module')
    .innerJoin('workshop_module', 'workshop_module.id', 'edition_module.module_id')
    .select(['workshop_module.id', 'workshop_module.title', 'edition_module.minutes'])
    .where('edition_module.edition_id', '=', editionId)
    .orderBy('edition_module.position')
    .execute()

/** Since when the rule holds that an edition took, and whether it is closed. */
export const findTaking = (
  db: ReadDb,
  editionId: string,
): Promise<{ ruleFrom: CivilDate | null; closedOn: CivilDate | null } | undefined> =>
  db
    .selectFrom('edition')
    .select(['rule_from as ruleFrom', 'closed_on as closedOn'])
    .where('id', '=', editionId)
    .executeTakeFirst()

/** All sessions of an edition with what stands on her row of each. */
export async function listSessionsOf(db: ReadDb, editionId: string, personId: string) {
  const rows = await db
    .selectFrom('session')
    .leftJoin('mark', (join) => join.onRef('mark.session_id', '=', 'session.id').on('mark.person_id', '=', personId))
    .leftJoin('workshop_module', 'workshop_module.id', 'session.module_id')
    .select((eb) => [
      'session.id',
      'session.day',
      'session.starts_at as startsAt',
      'session.ends_at as endsAt',
      'session.cancelled_cause as cause',
      'mark.code',
      'workshop_module.title as module',
      sql<number | null>`${creditedMinutes}`.as('minutes'),
      eb
        .exists(
          eb
            .selectFrom('mark_change')
            .select('mark_change.id')
            .whereRef('mark_change.session_id', '=', 'session.id')
            .where('mark_change.person_id', '=', personId)
            .where('mark_change.was_code', 'is not', null),
        )
        .as('corrected'),
      eb
        .exists(
          eb
            .selectFrom('place')
            .select('place.id')
            .where('place.person_id', '=', personId)
            .whereRef('place.edition_id', '=', 'session.edition_id')
            .where(placeExpected),
        )
        .as('expected'),
    ])
    .where('session.edition_id', '=', editionId)
    .orderBy('session.day')
    .orderBy('session.starts_at')
    .execute()
  return rows.map(({ cause, code, minutes, corrected, expected, ...row }) => ({
    ...row,
    mark: code as Mark | null,
    minutes: code === null ? 0 : (minutes ?? 0),
    cancelled: cause !== null,
    away: code === null && Number(expected) === 0,
    corrected: Number(corrected) === 1,
  }))
}

/** Results of all modules of an edition. */
export async function listModuleResults(db: ReadDb, editionId: string) {
  const rows = await db
    .selectFrom('module_result')
    .select(['person_id as personId', 'module_id as moduleId', 'result', 'version'])
    .where('edition_id', '=', editionId)
    .execute()
  return rows.map((row) => ({ ...row, result: row.result as Pass }))
}

export interface ExceptionRow {
  readonly id: string
  readonly editionId: string
  readonly personId: string
  readonly version: number
  readonly waives: string[]
  readonly reason: string
  readonly givenOn: CivilDate
  readonly givenBy: string | null
}

const exceptions = (db: ReadDb) =>
  db
    .selectFrom('certificate_exception')
    .leftJoin('staff', 'staff.id', 'certificate_exception.given_by')
    .select([
      'certificate_exception.id',
      'certificate_exception.edition_id as editionId',
      'certificate_exception.person_id as personId',
      'certificate_exception.version',
      'certificate_exception.waives_json as waives',
      'certificate_exception.reason',
      'certificate_exception.given_on as givenOn',
      'staff.name as givenBy',
    ])
    .where('certificate_exception.withdrawn_on', 'is', null)

const toException = <Row extends { readonly waives: string }>(row: Row) => ({
  ...row,
  waives: JSON.parse(row.waives) as string[],
})

/** What stands of what the director let pass in an edition. */
export const listExceptions = async (db: ReadDb, editionId: string): Promise<ExceptionRow[]> =>
  (await exceptions(db).where('certificate_exception.edition_id', '=', editionId).execute()).map(toException)

export async function findException(db: ReadDb, id: string): Promise<ExceptionRow | undefined> {
  const row = await exceptions(db).where('certificate_exception.id', '=', id).executeTakeFirst()
  return row && toException(row)
}

export async function insertException(
  trx: Trx,
  given: {
    readonly editionId: string
    readonly personId: string
    readonly waives: readonly string[]
    readonly reason: string
    readonly at: Instant
    readonly on: CivilDate
    readonly by: string | null
  },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('certificate_exception')
    .values({
      id,
      edition_id: given.editionId,
      person_id: given.personId,
      waives_json: JSON.stringify(given.waives),
      reason: given.reason,
      given_at: given.at,
      given_on: given.on,
      given_by: given.by,
    })
    .execute()
  return id
}

/** False if it has changed since `version`. */
export async function withdrawException(
  trx: Trx,
  id: string,
  version: number,
  withdrawn: { readonly on: CivilDate; readonly note: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('certificate_exception')
    .set({ withdrawn_on: withdrawn.on, withdrawn_note: withdrawn.note, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface Prepared {
  readonly personId: string
  readonly basisJson: string
  readonly preparedOn: CivilDate
  readonly issued: boolean
}

/** What each woman's newest draft rests on, issued or not: the last one stands. */
export async function listPrepared(db: ReadDb, editionId: string): Promise<Prepared[]> {
  const rows = await db
    .selectFrom('certificate_draft')
    .select(['person_id as personId', 'basis_json as basisJson', 'prepared_on as preparedOn', 'state'])
    .where('edition_id', '=', editionId)
    .orderBy(sql`rowid`)
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, issued: state === 'issued' }))
}

/** Excuses, and the appointments read beside them. */
import { randomUUID } from 'node:crypto'
import { ruleOf, type Reason } from '../../../shared/contract/marks'
import type { Excuse } from '../../../shared/contract/attendance-excuses.contract'
import type { CivilDate, ClockTime, Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

interface ExcuseSpan {
  readonly from: CivilDate
  readonly until: CivilDate
  /** Null: whole days. */
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

const excuses = (db: ReadDb) =>
  db
    .selectFrom('excuse')
    .innerJoin('person', 'person.id', 'excuse.person_id')
    .leftJoin('staff', 'staff.id', 'excuse.told_by')
    .select([
      'excuse.id',
      'excuse.reason',
      'excuse.from_day as from',
      'excuse.until_day as until',
      'excuse.starts_at as startsAt',
      'excuse.ends_at as endsAt',
      'excuse.note',
      'excuse.withdrawn_reason as withdrawnReason',
      'staff.name as toldBy',
      'person.id as personId',
      'person.file_number as fileNumber',
      'person.surname1',
      'person.surname2',
      'person.given_names as givenNames',
      'person.chosen_name as chosenName',
    ])

const toExcuse = (row: Awaited<ReturnType<ReturnType<typeof excuses>['executeTakeFirstOrThrow']>>): Excuse => {
  const reason = row.reason as Reason
  return { ...row, reason, mark: ruleOf(reason).letter }
}

/** In force or ahead on a day, the nearest first. */
export const listFrom = async (db: ReadDb, day: CivilDate): Promise<Excuse[]> =>
  (
    await excuses(db)
      .where('excuse.withdrawn_at', 'is', null)
      .where('excuse.until_day', '>=', day)
      .orderBy('excuse.from_day')
      .orderBy('person.sort_key')
      .execute()
  ).map(toExcuse)

const HER_LAST = 50

/** One woman's, the latest first, also the withdrawn. */
export const listOfPerson = async (db: ReadDb, personId: string): Promise<Excuse[]> =>
  (
    await excuses(db)
      .where('excuse.person_id', '=', personId)
      .orderBy('excuse.from_day', 'desc')
      .orderBy('excuse.told_at', 'desc')
      .limit(HER_LAST)
      .execute()
  ).map(toExcuse)

export async function findExcuse(db: ReadDb, id: string): Promise<Excuse | undefined> {
  const row = await excuses(db).where('excuse.id', '=', id).executeTakeFirst()
  return row && toExcuse(row)
}

/** What is known ahead between two days, of all women. */
export async function gatherKnown(db: ReadDb, from: CivilDate, to: CivilDate) {
  return { excuses: await listFacts(db, from, to), appointments: await listAppointments(db, from, to) }
}

async function listFacts(db: ReadDb, from: CivilDate, to: CivilDate) {
  const rows = await db
    .selectFrom('excuse')
    .select([
      'person_id as personId',
      'reason',
      'from_day as from',
      'until_day as until',
      'starts_at as startsAt',
      'ends_at as endsAt',
    ])
    .where('withdrawn_at', 'is', null)
    .where('until_day', '>=', from)
    .where('from_day', '<=', to)
    .orderBy('told_at')
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason as Reason }))
}

/** Appointments that stand: her own, and those of her children. */
async function listAppointments(db: ReadDb, from: CivilDate, to: CivilDate) {
  const rows = await db
    .selectFrom('appointment')
    .leftJoin('child', 'child.id', 'appointment.child_id')
    .select([
      'appointment.person_id as own',
      'child.mother_id as mother',
      'appointment.kind',
      'appointment.day',
      'appointment.starts_at as startsAt',
      'appointment.ends_at as endsAt',
    ])
    .where('appointment.cancelled_on', 'is', null)
    .where('appointment.day', '>=', from)
    .where('appointment.day', '<=', to)
    .execute()
  return rows.flatMap(({ own, mother, kind, ...row }) => {
    const personId = own ?? mother
    return personId === null ? [] : [{ ...row, personId, ofChild: own === null, kind }]
  })
}

export interface NewExcuse extends ExcuseSpan {
  readonly personId: string
  readonly reason: Reason
  readonly note: string | null
}

export async function insertExcuse(
  trx: Trx,
  excuse: NewExcuse,
  told: { readonly at: Instant; readonly by: string | null },
): Promise<void> {
  await trx
    .insertInto('excuse')
    .values({
      id: randomUUID(),
      person_id: excuse.personId,
      reason: excuse.reason,
      from_day: excuse.from,
      until_day: excuse.until,
      starts_at: excuse.startsAt,
      ends_at: excuse.endsAt,
      note: excuse.note,
      told_at: told.at,
      told_by: told.by,
    })
    .execute()
}

export async function markWithdrawn(
  trx: Trx,
  id: string,
  by: { readonly at: Instant; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await trx
    .updateTable('excuse')
    .set({ withdrawn_at: by.at, withdrawn_by: by.by, withdrawn_reason: by.reason })
    .where('id', '=', id)
    .execute()
}

/** Sessions ahead of a woman between two days, for saying which an excuse meets. */
export const listSessionsOf = (db: ReadDb, personId: string, from: CivilDate, until: CivilDate) =>
  db
    .selectFrom('place')
    .innerJoin('session', 'session.edition_id', 'place.edition_id')
    .select(['session.id', 'session.day', 'session.starts_at as startsAt', 'session.ends_at as endsAt'])
    .where('place.person_id', '=', personId)
    .where('session.cancelled_cause', 'is', null)
    .where('session.day', '>=', from)
    .where('session.day', '<=', until)
    .whereRef('session.day', '>=', 'place.opened_on')
    .where((eb) => eb.or([eb('place.ended_on', 'is', null), eb('place.ended_on', '>=', eb.ref('session.day'))]))
    .execute()

/** Custody, measures of authorities, and the clock of a mother who does not keep custody. */
import { randomUUID } from 'node:crypto'
import type { CustodyClock, Measure } from '../../../shared/contract/child-standing'
import type { Instant } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export type StoredMeasure = Omit<Measure, 'open'> & { readonly childId: string }
type MeasureFacts = Pick<Measure, 'authority' | 'number' | 'what' | 'fromDay' | 'untilDay'>

const measureColumns = (facts: MeasureFacts) => ({
  authority: facts.authority,
  number: facts.number,
  what: facts.what,
  from_day: facts.fromDay,
  until_day: facts.untilDay,
})

const measureRows = (db: ReadDb) =>
  db
    .selectFrom('protection_measure')
    .select(['id', 'version', 'child_id as childId', 'authority', 'number', 'what'])
    .select(['from_day as fromDay', 'until_day as untilDay'])
    .orderBy('from_day', 'desc')

export const listMeasures = (db: ReadDb, childId: string): Promise<StoredMeasure[]> =>
  measureRows(db).where('child_id', '=', childId).execute()

export const findMeasure = (db: ReadDb, id: string): Promise<StoredMeasure | undefined> =>
  measureRows(db).where('id', '=', id).executeTakeFirst()

export async function insertMeasure(trx: Trx, childId: string, facts: MeasureFacts): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('protection_measure')
    .values({ id, child_id: childId, ...measureColumns(facts) })
    .execute()
  return id
}

/** False if the row has changed since `version`. */
export async function markMeasure(trx: Trx, id: string, version: number, facts: MeasureFacts): Promise<boolean> {
  const done = await trx
    .updateTable('protection_measure')
    .set({ ...measureColumns(facts), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Ids of the children of whom nobody has said who has custody. */
export const listCustodyUnknown = async (db: ReadDb): Promise<string[]> =>
  (await db.selectFrom('child').select('id').where('custody', '=', 'unknown').execute()).map((row) => row.id)

/** False if the row has changed since `version`. */
export async function markCustody(
  trx: Trx,
  id: string,
  version: number,
  said: { custody: string; note: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('child')
    .set({ custody: said.custody, custody_note: said.note, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export type StoredClock = Omit<CustodyClock, 'minutesLeft' | 'told'> & {
  readonly childId: string
  readonly closedAt: Instant | null
}

const clockRows = (db: ReadDb) =>
  db
    .selectFrom('custody_clock')
    .select(['id', 'version', 'child_id as childId', 'began_at as beganAt', 'due_at as dueAt', 'reason'])
    .select('closed_at as closedAt')

/** Clocks that run, of one child or of all. */
export function listRunningClocks(db: ReadDb, childId?: string): Promise<StoredClock[]> {
  const query = clockRows(db).where('closed_at', 'is', null)
  return (childId ? query.where('child_id', '=', childId) : query).orderBy('due_at').execute()
}

export const findClock = (db: ReadDb, id: string): Promise<StoredClock | undefined> =>
  clockRows(db).where('id', '=', id).executeTakeFirst()

/** Who was told, in the order in which they were. */
export const listTold = (db: ReadDb, clockId: string): Promise<CustodyClock['told']> =>
  db
    .selectFrom('custody_notice')
    .leftJoin('staff', 'staff.id', 'custody_notice.told_by')
    .select(['custody_notice.id', 'authority', 'person', 'told_at as toldAt', 'note', 'staff.name as toldBy'])
    .where('clock_id', '=', clockId)
    .orderBy('told_at')
    .execute()

export async function insertClock(
  trx: Trx,
  clock: { childId: string; beganAt: Instant; dueAt: Instant; reason: string },
): Promise<string> {
  const id = randomUUID()
  const { childId, beganAt, dueAt, reason } = clock
  await trx
    .insertInto('custody_clock')
    .values({ id, child_id: childId, began_at: beganAt, due_at: dueAt, reason })
    .execute()
  return id
}

export async function insertNotice(
  trx: Trx,
  notice: {
    clockId: string
    authority: string
    person: string | null
    toldAt: Instant
    toldBy: string | null
    note: string | null
  },
): Promise<void> {
  const { clockId, authority, person, toldAt, toldBy, note } = notice
  await trx
    .insertInto('custody_notice')
    .values({ id: randomUUID(), clock_id: clockId, authority, person, told_at: toldAt, told_by: toldBy, note })
    .execute()
}

/** False if the row has changed since `version`. */
export async function markClockClosed(
  trx: Trx,
  id: string,
  version: number,
  closed: { at: Instant; kind: string; handedTo: string | null; document: string | null; note: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('custody_clock')
    .set({
      closed_at: closed.at,
      close_kind: closed.kind,
      handed_to: closed.handedTo,
      document: closed.document,
      close_note: closed.note,
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** The center's time zone: what is typed as a day and a clock time is kept as an instant. */
export async function findTimezone(db: ReadDb): Promise<string> {
  const center = await db.selectFrom('center').select('timezone').executeTakeFirstOrThrow()
  return center.timezone
}

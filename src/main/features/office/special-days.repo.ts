/** The table of special days. */
import { randomUUID } from 'node:crypto'
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'

export interface SpecialDay {
  readonly day: CivilDate
  readonly title: string
  readonly kind: 'holiday' | 'visit' | 'closure'
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

const specialDays = (db: ReadDb) =>
  db
    .selectFrom('special_day')
    .select(['id', 'day', 'title', 'kind', 'dormitories', 'starts_at as startsAt', 'ends_at as endsAt'])

type Raw = Awaited<ReturnType<ReturnType<typeof specialDays>['execute']>>[number]
const toSpecialDay = (row: Raw): SpecialDay & { id: string } => ({ ...row, kind: row.kind as SpecialDay['kind'] })

export async function findSpecialDay(db: ReadDb, id: string): Promise<(SpecialDay & { id: string }) | undefined> {
  const row = await specialDays(db).where('id', '=', id).executeTakeFirst()
  return row && toSpecialDay(row)
}

export async function listSpecialDaysOn(db: ReadDb, day: CivilDate): Promise<(SpecialDay & { id: string })[]> {
  return (await specialDays(db).where('day', '=', day).execute()).map(toSpecialDay)
}

export async function insertSpecialDay(trx: Trx, special: SpecialDay): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('special_day')
    .values({
      id,
      day: special.day,
      title: special.title,
      kind: special.kind,
      dormitories: special.dormitories,
      starts_at: special.startsAt,
      ends_at: special.endsAt,
    })
    .execute()
  return id
}

export async function deleteSpecialDay(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('special_day').where('id', '=', id).execute()
}

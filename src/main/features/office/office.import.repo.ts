/** Special days out of a spreadsheet. */
import type { CivilDate, ClockTime } from '../../../shared/kernel/civil-date'
import { inChunks } from '../../platform/db/chunks'
import type { Trx } from '../../platform/db/types'

export interface ImportedSpecialDay {
  readonly id: string
  readonly day: CivilDate
  readonly title: string
  readonly kind: 'holiday' | 'visit' | 'closure'
  readonly dormitories: string | null
  readonly startsAt: ClockTime | null
  readonly endsAt: ClockTime | null
}

/** Adds special days. */
export const insertImportedSpecialDays = (trx: Trx, rows: readonly ImportedSpecialDay[]): Promise<void> =>
  inChunks(rows, (some) =>
    trx
      .insertInto('special_day')
      .values(
        some.map((row) => ({
          id: row.id,
          day: row.day,
          title: row.title,
          kind: row.kind,
          dormitories: row.dormitories,
          starts_at: row.startsAt,
          ends_at: row.endsAt,
        })),
      )
      .execute(),
  )

/** A month is closed once its bundle went out: from then on its facts change only as a rectification. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from './types'

/** True if the month of that day has been closed. */
export async function isMonthClosed(db: ReadDb, day: CivilDate): Promise<boolean> {
  const found = await db
    .selectFrom('bundle_export')
    .select('id')
    .where('period', '=', day.slice(0, 7))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

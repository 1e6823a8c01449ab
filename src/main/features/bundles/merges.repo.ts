/** Records that turned out to be one woman's, by their random ids. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

/** The merges of a month. What was taken back is not there any more; once its month is sent, none is. */
export const listMerges = (
  db: ReadDb,
  first: CivilDate,
  last: CivilDate,
): Promise<{ mergedId: string; keptId: string }[]> =>
  db
    .selectFrom('person_merge')
    .select(['loser_id as mergedId', 'kept_id as keptId'])
    .where('merged_on', '>=', first)
    .where('merged_on', '<=', last)
    .execute()

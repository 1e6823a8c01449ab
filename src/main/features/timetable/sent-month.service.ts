/** Hours that were planned in a month whose bundle went out stay as they were sent. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { refuse } from '../../../shared/kernel/outcome'
import type { Act } from '../../platform/seam/act'
import { isDayInSentMonth } from './one-session.repo'

/** The refusal to change a session of that day; null while its month is open. A late roll is still keyed in. */
export const sentMonth = async (act: Act, day: CivilDate, field?: string) =>
  (await isDayInSentMonth(act.db, day)) ? refuse('session-month-closed', { month: day.slice(0, 7) }, field) : null

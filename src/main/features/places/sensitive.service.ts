/** What a role may not hear about groups of sensitive axes. */
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import type { Look } from '../../platform/seam/act'
import { listSensitiveWorkshops } from './editions.repo'

/** The workshops whose women she who looks may not know: those of sensitive axes, unless her role cares for them. */
export async function hiddenWorkshops(look: Look): Promise<ReadonlySet<string>> {
  return SENSITIVE_READERS.includes(look.actor.role) ? new Set() : listSensitiveWorkshops(look.db)
}

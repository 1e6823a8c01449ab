/** What the certificates ask somebody to see to: those whose validity ends soon. */
import { PLANNERS } from '../../../shared/kernel/roles'
import type { Task } from '../../../shared/contract/tasks.contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { listName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { hiddenEditions } from './certificates.service'
import { listEnding, listLeft } from './standing.repo'

/** Days before its end from which a certificate is told. */
const ENDING_DAYS = 90

/** Of women who are here, for those who plan: whoever has left renews hers outside. */
export async function certificateTasks(look: Look): Promise<Task[]> {
  if (!PLANNERS.includes(look.actor.role)) return []
  const hidden = await hiddenEditions(look)
  const left = await listLeft(look.db, look.today)
  return (await listEnding(look.db, addDays(look.today, ENDING_DAYS)))
    .filter((row) => !hidden.has(row.editionId) && !left.has(row.holderId))
    .map((row) => ({
      kind: 'certificate-expiring',
      key: `certificate-expiring ${row.id}`,
      path: `/certificates/folio/${row.id}`,
      dueOn: row.validUntil,
      facts: { name: listName(row), folio: row.folio, title: row.title, day: row.validUntil ?? '' },
    }))
}

/** Rows on which a certificate was issued since: whoever takes a piece of work back may not take them from under it. */
import type { Instant } from '../../../shared/kernel/civil-date'
import type { Trx } from './types'

interface Written {
  readonly table_name: string
  readonly before_json: string | null
  readonly after_json: string | null
}

type Row = Readonly<Record<string, string | number | null>>
const rowOf = (json: string | null): Row => (json === null ? {} : (JSON.parse(json) as Row))

/** Tables whose rows decide a certificate. A place or a mark that was there before is only altered back. */
const RESULTS: ReadonlySet<string> = new Set(['evaluation', 'practical_result', 'module_result'])
const PRESENCE: ReadonlySet<string> = new Set(['place', 'mark'])

/** True if taking it back takes away what somebody earned her certificate with. */
function takesAway({ table_name, before_json, after_json }: Written): boolean {
  if (after_json === null) return false
  if (before_json === null) return RESULTS.has(table_name) || PRESENCE.has(table_name)
  return RESULTS.has(table_name) && rowOf(before_json)['result'] !== rowOf(after_json)['result']
}

/** How many of these writes a certificate rests upon that was issued at that instant or later, and still stands. */
export async function countCertified(trx: Trx, writes: readonly Written[], since: Instant): Promise<number> {
  const taken = writes.filter(takesAway)
  if (taken.length === 0) return 0
  const certificates = await trx
    .selectFrom('certificate')
    .innerJoin('paper', 'paper.id', 'certificate.paper_id')
    .select(['certificate.holder_id as holderId', 'certificate.edition_id as editionId'])
    .where('paper.issued_at', '>=', since)
    .where('certificate.state', 'in', ['issued', 'delivered'])
    .execute()
  if (certificates.length === 0) return 0
  const earned = new Set(certificates.map(({ holderId, editionId }) => `${holderId} ${editionId}`))
  const sessions = await trx
    .selectFrom('session')
    .select(['id', 'edition_id as editionId'])
    .where('edition_id', 'in', [...new Set(certificates.map(({ editionId }) => editionId))])
    .execute()
  const editionOf = new Map(sessions.map(({ id, editionId }) => [id, editionId]))
  return taken.filter(({ after_json }) => {
    const row = rowOf(after_json)
    const editionId = row['edition_id'] ?? editionOf.get(String(row['session_id']))
    return earned.has(`${String(row['person_id'])} ${String(editionId)}`)
  }).length
}

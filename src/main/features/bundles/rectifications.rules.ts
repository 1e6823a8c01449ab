/** Rectified marks as they leave: what headquarters was told first, and what holds now. */
import type { Row } from './bundle-tables.rules'

interface Rectified {
  readonly sessionId: string
  readonly personId: string
  readonly day: string
  readonly was: string | null
  readonly now: string | null
}

/** An excuse leaves without saying why, as it does among the marks. */
export const leavingCode = (code: string | null): string | null => (code?.startsWith('J') ? 'J' : code)

/** One row for each mark: several changes in a month are the first that was and the last that holds, unless they agree. */
export function rectificationRows(made: readonly Rectified[]): Row[] {
  const rows = new Map<string, Row>()
  for (const each of made) {
    const key = `${each.sessionId} ${each.personId}`
    const was = rows.has(key) ? (rows.get(key)?.code_was ?? null) : leavingCode(each.was)
    rows.set(key, {
      session_id: each.sessionId,
      person_id: each.personId,
      day: each.day,
      code_was: was,
      code_now: leavingCode(each.now),
    })
  }
  return [...rows.values()].filter((row) => row.code_was !== row.code_now)
}

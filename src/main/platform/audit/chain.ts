/** The hash chain over audit events: what is hashed, in which order, and how a break is found. */
import { createHash } from 'node:crypto'

export interface AuditRow {
  readonly seq: number
  readonly at: string
  readonly actor_id: string | null
  readonly actor_name: string
  readonly event: string
  readonly subject_type: string
  readonly subject_id: string | null
  readonly before_json: string | null
  readonly after_json: string | null
  readonly reason: string | null
  readonly prev_hash: string
  readonly hash: string
}

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64)

/**
 * SHA-256 (hex) over the JSON array of the row's fields in this order, UTF-8, no spaces. JSON arrays keep the borders
 * between fields, and any language can rebuild the text: `tests/architecture/verify_audit.py` does.
 */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const fields = [
    row.prev_hash,
    row.seq,
    row.at,
    row.actor_id,
    row.actor_name,
    row.event,
    row.subject_type,
    row.subject_id,
    row.before_json,
    row.after_json,
    row.reason,
  ]
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest('hex')
}

export interface ChainVerdict {
  readonly size: number
  readonly head: string
  /** The first event whose link does not hold, or undefined. */
  readonly brokenAt?: number
}

/** Walks the events in order of `seq`; an event is broken if its number, its link or its hash does not fit. */
export function verifyChain(rows: Iterable<AuditRow>): ChainVerdict {
  let size = 0
  let head = GENESIS
  for (const row of rows) {
    if (row.seq !== size + 1 || row.prev_hash !== head || row.hash !== hashOf(row))
      return { size, head, brokenAt: size + 1 }
    size += 1
    head = row.hash
  }
  return { size, head }
}

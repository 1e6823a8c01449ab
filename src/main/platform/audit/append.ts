/** Writes one audit event in the act's own transaction, linked to the one before. */
import type { Instant } from '../../../shared/kernel/civil-date'
import type { Trx } from '../db/types'
import { GENESIS, hashOf } from './chain'

export interface Actor {
  /** Id of the member of staff; null when the app itself acts (set-up, a demo run). */
  readonly id: string | null
  readonly name: string
}

/** What happened, in the past tense: `person.registered`. */
export interface AuditEvent {
  readonly event: string
  readonly subjectType: string
  readonly subjectId?: string | null
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | undefined
}

export async function appendAudit(trx: Trx, actor: Actor, at: Instant, event: AuditEvent): Promise<void> {
  const last = await trx
    .selectFrom('audit_event')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor_id: actor.id,
    actor_name: actor.name,
    event: event.event,
    subject_type: event.subjectType,
    subject_id: event.subjectId ?? null,
    before_json: event.before === undefined ? null : JSON.stringify(event.before),
    after_json: event.after === undefined ? null : JSON.stringify(event.after),
    reason: event.reason ?? null,
    prev_hash: last?.hash ?? GENESIS,
  }
  await trx
    .insertInto('audit_event')
    .values({ ...row, hash: hashOf(row) })
    .execute()
}

/** Why a draft came back from her who was to issue it: read from the audit, where the reason was written. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/types'

export interface SentBack {
  readonly by: string
  readonly reason: string
}

/** Of an edition's drafts that were sent back and not signed off again, who sent each back last, and why. */
export async function listSentBack(db: ReadDb, editionId: string): Promise<ReadonlyMap<string, SentBack>> {
  const rows = await db
    .selectFrom('certificate_draft as draft')
    .innerJoin('audit_event as audit', (join) =>
      join.on('audit.subject_type', '=', 'person').onRef('audit.subject_id', '=', 'draft.person_id'),
    )
    .select(['draft.id', 'audit.actor_name as by', 'audit.reason'])
    .where('draft.edition_id', '=', editionId)
    .where('draft.state', '=', 'draft')
    .where('audit.event', '=', 'certificate.sent-back')
    .where(sql<boolean>`json_extract(audit.after_json, '$.draftId') = draft.id`)
    .orderBy('audit.seq')
    .execute()
  return new Map(rows.map(({ id, by, reason }) => [id, { by, reason: reason ?? '' }]))
}

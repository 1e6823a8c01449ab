/** What happened to an outing or a permission, from the audit and from what the gate refused. */
import type { ReadDb } from '../../platform/db/types'

export const listAttempts = (db: ReadDb, outingId: string) =>
  db
    .selectFrom('outing_attempt')
    .leftJoin('staff', 'staff.id', 'outing_attempt.recorded_by')
    .select(['outing_attempt.at', 'outing_attempt.reasons_json as reasonsJson', 'staff.name as by'])
    .where('outing_attempt.outing_id', '=', outingId)
    .orderBy('outing_attempt.at', 'desc')
    .execute()

/** The permission's own trail, and that of these outings; reads of them are left out. */
export const listHistory = (db: ReadDb, permissionId: string, outingIds: readonly string[]) =>
  db
    .selectFrom('audit_event')
    .leftJoin('import_batch', 'import_batch.id', 'audit_event.subject_id')
    .select(['at', 'actor_name as by', 'event', 'reason', 'file_name as fileName'])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('subject_type', 'in', ['outing', 'permission']),
          eb('subject_id', 'in', [permissionId, ...outingIds]),
        ]),
        eb.and([
          eb('event', 'in', ['import.done', 'import.undone']),
          eb(
            'subject_id',
            'in',
            eb
              .selectFrom('import_write')
              .select('batch_id')
              .where('table_name', '=', 'outing')
              .where(
                'key_json',
                'in',
                outingIds.map((id) => JSON.stringify({ id })),
              ),
          ),
        ]),
      ]),
    )
    .where('event', 'not in', ['outing.read', 'outing.folio-read', 'permission.read', 'outing.photos-seen'])
    .orderBy('seq', 'desc')
    .execute()

/** What a child's timeline is made of: the trail of the file, and what the gate saw. */
import { RESTRICTED_SUBJECT } from '../../../shared/contract/child-protection.contract'
import { atCenter } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'

const LENGTH = 400
/** Readings stand on the audit page; what the gate did is told by its own rows. */
const NOT_TOLD = [
  'child.read',
  'child.list-read',
  'child.health-read',
  'outing.left',
  'outing.returned',
  'outing.returned-with-alarm',
]

/** Events of a child's file, of the outings and their permissions, and of the file that it was imported from. */
export async function listTrail(db: ReadDb, childId: string, timezone: string) {
  const outings = db.selectFrom('outing').where('child_id', '=', childId)
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('import_batch', 'import_batch.id', 'audit_event.subject_id')
    .select(['seq', 'at', 'actor_name', 'event', 'before_json', 'after_json', 'reason', 'file_name'])
    .where((eb) =>
      eb.or([
        eb('subject_id', '=', childId),
        eb('subject_id', 'in', outings.select('id')),
        eb('subject_id', 'in', outings.select('permission_id')),
        eb.and([
          eb('event', 'in', ['import.done', 'import.undone']),
          eb(
            'subject_id',
            'in',
            eb
              .selectFrom('import_write')
              .select('batch_id')
              .where('table_name', '=', 'child')
              .where('key_json', '=', JSON.stringify({ id: childId })),
          ),
        ]),
      ]),
    )
    .where('event', 'not in', NOT_TOLD)
    .where('event', 'not like', '%-read')
    .where('event', 'not like', '%-seen')
    .where('subject_type', '!=', RESTRICTED_SUBJECT)
    .orderBy('seq', 'desc')
    .limit(LENGTH)
    .execute()
  return rows.map((row) => {
    const { day, time } = atCenter(row.at, timezone)
    return {
      seq: row.seq,
      day,
      time,
      actor: row.actor_name,
      event: row.event,
      beforeJson: row.before_json,
      afterJson: row.after_json,
      reason: row.reason,
      fileName: row.file_name,
    }
  })
}

/** Every time the child went out of the gate or came back through it. */
export const listPassages = (db: ReadDb, childId: string) =>
  db
    .selectFrom('outing_movement')
    .innerJoin('outing', 'outing.id', 'outing_movement.outing_id')
    .select(['outing_movement.id', 'direction', 'day', 'outing_movement.at', 'outing_movement.adult_name as adultName'])
    .select('outing.folio')
    .where('outing.child_id', '=', childId)
    .execute()

/** What stands on a woman's record beside herself: places, waits, certificates and what happened. */
import type { PersonRecord, TimelineEntry } from '../../../shared/contract/people.contract'
import type { ReadDb } from '../../platform/db/types'
import { recordsOf } from './merge.repo'

/** Which axes whoever looks may know of: groups of a sensitive one are not for every role. */
export type Axes = readonly (0 | 1)[]

/** Her places with what her marks say: attended are A and R, counted are A, R and F (docs of the demo month). */
export async function listPlaces(
  db: ReadDb,
  personId: string,
  axes: Axes,
): Promise<readonly Omit<PersonRecord['places'][number], 'state'>[]> {
  const rows = await db
    .selectFrom('place')
    .innerJoin('edition', 'edition.id', 'place.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .leftJoin('session', 'session.edition_id', 'edition.id')
    .leftJoin('mark', (join) =>
      join.onRef('mark.session_id', '=', 'session.id').onRef('mark.person_id', '=', 'place.person_id'),
    )
    .select([
      'place.id',
      'edition.id as edition_id',
      'edition.code',
      'workshop.title',
      'opened_on',
      'ended_on',
      'end_result',
      'min_rate_percent',
    ])
    .select(({ fn }) => [
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R']).as('attended'),
      fn.count<number>('mark.code').filterWhere('mark.code', 'in', ['A', 'R', 'F']).as('counted'),
    ])
    .where('place.person_id', '=', personId)
    .where('axis.sensitive', 'in', axes)
    .groupBy('place.id')
    .orderBy((eb) => eb('ended_on', 'is', null), 'desc')
    .orderBy('opened_on', 'desc')
    .orderBy('edition.code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    code: row.code,
    title: row.title,
    openedOn: row.opened_on,
    endedOn: row.ended_on,
    endResult: row.end_result,
    attended: row.attended,
    counted: row.counted,
    minRatePercent: row.min_rate_percent,
  }))
}

export async function listWaits(db: ReadDb, personId: string, axes: Axes): Promise<PersonRecord['waits']> {
  const rows = await db
    .selectFrom('wait')
    .innerJoin('workshop', 'workshop.id', 'wait.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['wait.id', 'workshop.title', 'requested_on'])
    .where('person_id', '=', personId)
    .where('axis.sensitive', 'in', axes)
    .where('closed_on', 'is', null)
    .orderBy('requested_on')
    .execute()
  return rows.map((row) => ({ id: row.id, title: row.title, requestedOn: row.requested_on }))
}

export async function listCertificates(
  db: ReadDb,
  personId: string,
  axes: Axes,
): Promise<PersonRecord['certificates']> {
  const rows = await db
    .selectFrom('certificate')
    .innerJoin('edition', 'edition.id', 'certificate.edition_id')
    .innerJoin('workshop', 'workshop.id', 'edition.workshop_id')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select(['certificate.id', 'folio', 'title', 'issued_on', 'delivered_on', 'certificate.state'])
    .where('holder_id', '=', personId)
    .where('axis.sensitive', 'in', axes)
    .orderBy('issued_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    folio: row.folio,
    title: row.title,
    issuedOn: row.issued_on,
    deliveredOn: row.delivered_on,
    state: row.state as PersonRecord['certificates'][number]['state'],
  }))
}

const TIMELINE_LENGTH = 200

/** What happened to her record, her places, waits and certificates; the latest first. Reads are left to the audit page. */
export async function listTimeline(db: ReadDb, personId: string, axes: Axes): Promise<TimelineEntry[]> {
  const known = db
    .selectFrom('workshop')
    .innerJoin('axis', 'axis.id', 'workshop.axis_id')
    .select('workshop.id')
    .where('axis.sensitive', 'in', axes)
  const editions = db.selectFrom('edition').select('id').where('workshop_id', 'in', known)
  const places = db.selectFrom('place').select('id').where('person_id', '=', personId)
  const waits = db.selectFrom('wait').select('id').where('person_id', '=', personId)
  const certificates = db.selectFrom('certificate').select('id').where('holder_id', '=', personId)
  const imports = db
    .selectFrom('import_write')
    .select('batch_id')
    .where('table_name', '=', 'person')
    .where('key_json', '=', JSON.stringify({ id: personId }))
  const rows = await db
    .selectFrom('audit_event')
    .leftJoin('import_batch', 'import_batch.id', 'audit_event.subject_id')
    .select(['seq', 'at', 'actor_name', 'event', 'reason', 'file_name'])
    .where((eb) =>
      eb.or([
        eb('subject_id', 'in', recordsOf(db, personId)),
        eb('subject_id', 'in', places.where('edition_id', 'in', editions)),
        eb('subject_id', 'in', waits.where('workshop_id', 'in', known)),
        eb('subject_id', 'in', certificates.where('edition_id', 'in', editions)),
        eb.and([eb('event', 'in', ['import.done', 'import.undone']), eb('subject_id', 'in', imports)]),
      ]),
    )
    // Each opening of her page reads the list of her children: that is for the audit page.
    .where('event', '!=', 'child.list-read')
    .orderBy('seq', 'desc')
    .limit(TIMELINE_LENGTH)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor_name,
    event: row.event,
    reason: row.reason,
    fileName: row.file_name,
  }))
}

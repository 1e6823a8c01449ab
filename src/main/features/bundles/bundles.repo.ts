/** Reads what a bundle holds (never a name), and keeps the ledger of exports and the center's signing key. */
import { randomUUID } from 'node:crypto'
import { firstDayOf, lastDayOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import type { ReadDb, Trx } from '../../platform/db/types'
import { listCertificates } from './bundled-certificates.repo'
import { listMerges } from './merges.repo'
import { listRectifications } from './rectifications.repo'

/** Everything of a month that `bundle-tables.rules.ts` lets leave. */
export async function factsForBundle(db: ReadDb, period: CivilMonth) {
  const first = firstDayOf(period)
  const last = lastDayOf(period)
  const offer = await offerOf(db, first, last)
  const women = await womenOf(db, first, last)
  const children = await childrenOf(db, first, last)
  return { ...offer, ...women, ...children, rectifications: await listRectifications(db, first, last) }
}

async function offerOf(db: ReadDb, first: string, last: string) {
  const axes = await db.selectFrom('axis').select(['id', 'code', 'name', 'sensitive']).execute()
  const workshops = await db.selectFrom('workshop').select(['id', 'axis_id as axisId', 'title']).execute()
  const editions = await db
    .selectFrom('edition')
    .select([
      'id',
      'code',
      'workshop_id as workshopId',
      'instructor_id as instructorId',
      'hours',
      'capacity',
      'starts_on as startsOn',
      'ends_on as endsOn',
      'min_rate_percent as minRatePercent',
    ])
    .execute()
  const sessions = await db
    .selectFrom('session')
    .select([
      'id',
      'edition_id as editionId',
      'day',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'cancelled_cause as cancelledCause',
    ])
    .where('day', '>=', first)
    .where('day', '<=', last)
    .execute()
  const marks = await db
    .selectFrom('mark')
    .innerJoin('session', 'session.id', 'mark.session_id')
    .select(['mark.session_id as sessionId', 'mark.person_id as personId', 'mark.code'])
    .where('session.day', '>=', first)
    .where('session.day', '<=', last)
    .execute()
  return {
    axes: axes.map((axis) => ({ ...axis, sensitive: axis.sensitive === 1 })),
    workshops,
    editions,
    sessions,
    marks,
  }
}

async function womenOf(db: ReadDb, first: string, last: string) {
  const people = await db
    .selectFrom('person')
    .select(['id', 'birth_date as birthDate', 'legal_status as legalStatus'])
    .where('merged_into', 'is', null)
    .execute()
  const stays = await db
    .selectFrom('stay')
    .select([
      'id',
      'person_id as personId',
      'admitted_on as admittedOn',
      'left_on as leftOn',
      'left_cause as leftCause',
    ])
    .where('admitted_on', '<=', last)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', first)]))
    .execute()
  const places = await db
    .selectFrom('place')
    .select([
      'id',
      'person_id as personId',
      'edition_id as editionId',
      'opened_on as openedOn',
      'ended_on as endedOn',
      'end_result as endResult',
    ])
    .where('opened_on', '<=', last)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', first)]))
    .execute()
  const evaluations = await db
    .selectFrom('evaluation')
    .innerJoin('edition', 'edition.id', 'evaluation.edition_id')
    .select(['evaluation.edition_id as editionId', 'evaluation.person_id as personId', 'evaluation.result'])
    .where('edition.starts_on', '<=', last)
    .where('edition.ends_on', '>=', first)
    .execute()
  const certificates = await listCertificates(db, first, last)
  const waits = await db
    .selectFrom('wait')
    .select([
      'id',
      'person_id as personId',
      'workshop_id as workshopId',
      'requested_on as requestedOn',
      'closed_on as closedOn',
      'state',
    ])
    .where('requested_on', '<=', last)
    .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>=', first)]))
    .execute()
  return { people, stays, merges: await listMerges(db, first, last), places, evaluations, certificates, waits }
}

async function childrenOf(db: ReadDb, first: string, last: string) {
  const rows = await db
    .selectFrom('outing_plan as outing')
    .leftJoin('outing_movement as out', (join) =>
      join.onRef('out.outing_id', '=', 'outing.id').on('out.direction', '=', 'out'),
    )
    .leftJoin('outing_movement as back', (join) =>
      join.onRef('back.outing_id', '=', 'outing.id').on('back.direction', '=', 'back'),
    )
    .select([
      'outing.id',
      'outing.child_id as childId',
      'outing.kind',
      'outing.leaves_on as leavesOn',
      'outing.returns_on as returnsOn',
      'outing.returns_at as returnsAt',
      'outing.cancelled_on as cancelledOn',
      'out.day as outOn',
      'back.day as backOn',
      'back.at as backAt',
    ])
    .where('outing.leaves_on', '<=', last)
    .where((eb) => eb.or([eb('outing.returns_on', '>=', first), eb('back.day', '>=', first)]))
    .execute()
  const outings = rows.map(({ cancelledOn, outOn, ...row }) => ({
    ...row,
    cancelled: cancelledOn !== null,
    made: outOn !== null,
  }))
  const all = await db
    .selectFrom('child')
    .select([
      'id',
      'mother_id as motherId',
      'birth_date as birthDate',
      'lives_here_from as livesHereFrom',
      'lives_here_until as livesHereUntil',
    ])
    // Of children outside nothing leaves: they are no part of the program.
    .where('kind', '=', 'here')
    .execute()
  const onOuting = new Set(outings.map((outing) => outing.childId))
  const children = all.filter(
    (child) =>
      onOuting.has(child.id) ||
      ((child.livesHereFrom ?? first) <= last && (child.livesHereUntil === null || child.livesHereUntil >= first)),
  )
  return { children, outings }
}

export interface ExportRow {
  readonly period: string
  readonly sequence: number
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly contentsSha256: string
  readonly supplementOf: number | null
  readonly auditSize: number
  readonly auditHead: string
}

/** All exports, newest first, with who made them. */
export async function listExports(
  db: ReadDb,
): Promise<(ExportRow & { exportedAt: string; exportedBy: string | null })[]> {
  const rows = await db
    .selectFrom('bundle_export')
    .leftJoin('staff', 'staff.id', 'bundle_export.exported_by')
    .selectAll('bundle_export')
    .select('staff.name as staff_name')
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map((row) => ({
    period: row.period,
    sequence: row.sequence,
    fileName: row.file_name,
    sha256: row.sha256,
    bytes: row.bytes,
    contentsSha256: row.contents_sha256,
    supplementOf: row.supplement_of,
    auditSize: row.audit_size,
    auditHead: row.audit_head,
    exportedAt: row.exported_at,
    exportedBy: row.staff_name,
  }))
}

/** The sequence of the newest export; 0 if there is none. */
export async function lastSequence(db: ReadDb): Promise<number> {
  const row = await db
    .selectFrom('bundle_export')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

export async function insertExport(
  trx: Trx,
  row: ExportRow & { exportedAt: string; exportedBy: string | null },
): Promise<string> {
  const id = randomUUID()
  await trx
    .insertInto('bundle_export')
    .values({
      id,
      period: row.period,
      sequence: row.sequence,
      file_name: row.fileName,
      sha256: row.sha256,
      bytes: row.bytes,
      contents_sha256: row.contentsSha256,
      supplement_of: row.supplementOf,
      audit_size: row.auditSize,
      audit_head: row.auditHead,
      exported_at: row.exportedAt,
      exported_by: row.exportedBy,
    })
    .execute()
  return id
}

export interface BundleKeyRow {
  readonly number: Buffer
  readonly publicKey: Buffer
  readonly secretKey: Buffer
  readonly createdAt: string
}

/** The center's newest signing key. */
export async function findBundleKey(db: ReadDb): Promise<BundleKeyRow | undefined> {
  const row = await db.selectFrom('bundle_key').selectAll().orderBy('created_at', 'desc').executeTakeFirst()
  return (
    row && { number: row.key_number, publicKey: row.public_key, secretKey: row.secret_key, createdAt: row.created_at }
  )
}

export async function insertBundleKey(trx: Trx, key: BundleKeyRow): Promise<void> {
  await trx
    .insertInto('bundle_key')
    .values({
      id: randomUUID(),
      year: Number(key.createdAt.slice(0, 4)),
      key_number: key.number,
      public_key: key.publicKey,
      secret_key: key.secretKey,
      created_at: key.createdAt,
    })
    .execute()
}

/** Size and head of the audit chain now. */
export async function auditCheckpoint(db: ReadDb): Promise<{ size: number; head: string }> {
  const row = await db.selectFrom('audit_event').select(['seq', 'hash']).orderBy('seq', 'desc').executeTakeFirst()
  return { size: row?.seq ?? 0, head: row?.hash ?? '0'.repeat(64) }
}

export const findCenter = (
  db: ReadDb,
): Promise<{ code: string; name: string; hqRecipients: string; grace: number } | undefined> =>
  db
    .selectFrom('center')
    .select(['code', 'name', 'hq_recipients_json as hqRecipients', 'late_grace_minutes as grace'])
    .executeTakeFirst()

/** Role of a member of staff; undefined if she is unknown. Also read inside a backup. */
export async function findRole(db: ReadDb, staffId: string): Promise<string | undefined> {
  return (await db.selectFrom('staff').select('role').where('id', '=', staffId).executeTakeFirst())?.role
}

/** The office's tables: center, signatories, authorisations, staff, drafts; and reading the audit. */
import { randomUUID } from 'node:crypto'
import type { CenterSettings } from '../../../shared/contract/office.contract'
import type { Role } from '../../../shared/kernel/roles'
import type { AuditRow } from '../../platform/audit/chain'
import type { ReadDb, Trx } from '../../platform/db/types'
import { nameSigningRules } from './signing.repo'

export interface StaffRow {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly language: 'es' | 'en'
  readonly suspendedAt: string | null
  readonly version: number
}

const toStaff = (row: {
  id: string
  name: string
  role: string
  language: string
  suspended_at: string | null
  version: number
}): StaffRow => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  language: row.language as 'es' | 'en',
  suspendedAt: row.suspended_at,
  version: row.version,
})

type KeptSettings = Omit<CenterSettings, 'ageLimitMonths'> & { readonly version: number }

/** The settings, but the age limit: that is a rule, of which each value holds from a day on. */
export async function findCenter(db: ReadDb): Promise<KeptSettings | undefined> {
  const center = await db.selectFrom('center').selectAll().executeTakeFirst()
  if (!center) return undefined
  const signatories = await db
    .selectFrom('signatory')
    .select(['name', 'post', 'from_day as from', 'until_day as until'])
    .orderBy('position')
    .execute()
  const authorisations = await db.selectFrom('outing_authorisation').select('name').orderBy('position').execute()
  return {
    code: center.code,
    name: center.name,
    municipality: center.municipality,
    state: center.state,
    issuer: center.issuer,
    issuerContact: center.issuer_contact,
    timezone: center.timezone,
    paper: center.paper as CenterSettings['paper'],
    dormitoryWord: center.dormitory_word as CenterSettings['dormitoryWord'],
    idleMinutes: center.idle_minutes,
    lateGraceMinutes: center.late_grace_minutes,
    signatories,
    outingAuthorisations: authorisations.map((row) => row.name),
    hqRecipients: JSON.parse(center.hq_recipients_json) as string[],
    version: center.version,
  }
}

const centerColumns = (settings: Omit<CenterSettings, 'ageLimitMonths'>) => ({
  code: settings.code,
  name: settings.name,
  municipality: settings.municipality,
  state: settings.state,
  issuer: settings.issuer,
  issuer_contact: settings.issuerContact,
  timezone: settings.timezone,
  paper: settings.paper,
  dormitory_word: settings.dormitoryWord,
  idle_minutes: settings.idleMinutes,
  late_grace_minutes: settings.lateGraceMinutes,
  hq_recipients_json: JSON.stringify(settings.hqRecipients),
})

async function replaceLists(trx: Trx, settings: Omit<CenterSettings, 'ageLimitMonths'>): Promise<void> {
  await trx.deleteFrom('signatory').execute()
  const signatories = settings.signatories.map(({ name, post, from, until }, position) => ({
    id: randomUUID(),
    position,
    name,
    post,
    from_day: from ?? null,
    until_day: until ?? null,
  }))
  if (signatories.length > 0) await trx.insertInto('signatory').values(signatories).execute()
  await nameSigningRules(trx, settings.outingAuthorisations)
}

export async function insertCenter(trx: Trx, settings: CenterSettings): Promise<void> {
  await trx
    .insertInto('center')
    .values({ id: 1, ...centerColumns(settings) })
    .execute()
  await replaceLists(trx, settings)
}

/** False if the settings have changed since `version`. */
export async function markSettings(
  trx: Trx,
  settings: Omit<CenterSettings, 'ageLimitMonths'>,
  version: number,
): Promise<boolean> {
  const done = await trx
    .updateTable('center')
    .set({ ...centerColumns(settings), version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  await replaceLists(trx, settings)
  return true
}

/** Moves the version on for what stands beside the settings themselves; false if they have changed since. */
export async function markVersion(trx: Trx, version: number): Promise<boolean> {
  const done = await trx
    .updateTable('center')
    .set({ version: version + 1 })
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function findStaff(db: ReadDb, id: string): Promise<StaffRow | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toStaff(row)
}

export async function listStaff(db: ReadDb): Promise<readonly (StaffRow & { lastSignIn: string | null })[]> {
  const rows = await db
    .selectFrom('staff')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('audit_event')
        .select(({ fn }) => fn.max('at').as('at'))
        .whereRef('audit_event.actor_id', '=', 'staff.id')
        .where('event', '=', 'staff.signed-in')
        .as('last_sign_in'),
    )
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...toStaff(row), lastSignIn: row.last_sign_in }))
}

export async function insertStaff(
  trx: Trx,
  staff: { id: string; name: string; role: Role; language?: 'es' | 'en' },
): Promise<void> {
  await trx.insertInto('staff').values(staff).execute()
}

/** False if the row has changed since `version`. */
export async function markStaff(
  trx: Trx,
  id: string,
  version: number,
  set: { role?: Role; suspended_at?: string | null },
): Promise<boolean> {
  const done = await trx
    .updateTable('staff')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function markLanguage(trx: Trx, id: string, language: 'es' | 'en'): Promise<void> {
  await trx.updateTable('staff').set({ language }).where('id', '=', id).execute()
}

export interface AuditFilter {
  readonly fromInstant?: string | undefined
  readonly untilInstant?: string | undefined
  readonly actor?: string | undefined
  readonly event?: string | undefined
  readonly subjectId?: string | undefined
  readonly before?: number | undefined
  /** Subjects that this reader must not know of. */
  readonly withoutSubjects?: readonly string[] | undefined
}

const AUDIT_PAGE = 100

export async function listAudit(
  db: ReadDb,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; total: number; more: boolean }> {
  let query = db.selectFrom('audit_event')
  if (filter.fromInstant) query = query.where('at', '>=', filter.fromInstant)
  if (filter.untilInstant) query = query.where('at', '<', filter.untilInstant)
  if (filter.actor) query = query.where('actor_name', 'like', `%${filter.actor}%`)
  if (filter.event) query = query.where('event', 'like', `%${filter.event}%`)
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId)
  if (filter.withoutSubjects) query = query.where('subject_type', 'not in', [...filter.withoutSubjects])
  const counted = await query.select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const paged = filter.before ? query.where('seq', '<', filter.before) : query
  const rows = await paged
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(AUDIT_PAGE + 1)
    .execute()
  return { rows: rows.slice(0, AUDIT_PAGE), total: counted.n, more: rows.length > AUDIT_PAGE }
}

/** The events after `seq`, in order, a piece at a time, so that the walk over a long chain stays light. */
export const auditAfter = (db: ReadDb, seq: number, limit: number): Promise<AuditRow[]> =>
  db.selectFrom('audit_event').selectAll().where('seq', '>', seq).orderBy('seq').limit(limit).execute()

export const findDraft = (
  db: ReadDb,
  staffId: string,
  form: string,
): Promise<{ content: string; saved_at: string } | undefined> =>
  db
    .selectFrom('draft')
    .select(['content', 'saved_at'])
    .where('staff_id', '=', staffId)
    .where('form', '=', form)
    .executeTakeFirst()

export async function putDraft(
  trx: Trx,
  draft: { staff_id: string; form: string; content: string; saved_at: string },
): Promise<void> {
  await trx
    .insertInto('draft')
    .values(draft)
    .onConflict((conflict) =>
      conflict.columns(['staff_id', 'form']).doUpdateSet({ content: draft.content, saved_at: draft.saved_at }),
    )
    .execute()
}

export async function deleteDraft(trx: Trx, staffId: string, form: string): Promise<void> {
  await trx.deleteFrom('draft').where('staff_id', '=', staffId).where('form', '=', form).execute()
}

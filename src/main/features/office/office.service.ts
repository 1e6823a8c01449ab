/** The office's acts once inside: settings, staff, passwords, audit, drafts. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { RESTRICTED_SUBJECT } from '../../../shared/contract/child-protection.contract'
import { addDays, startOfDay } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { PROTECTION } from '../../../shared/kernel/roles'
import { GENESIS, verifyChain, type AuditRow } from '../../platform/audit/chain'
import { settingsOn, writeSetting } from '../../platform/settings/settings'
import type { Act, Look } from '../../platform/seam/act'
import { judgePassword } from '../../platform/vault/password'
import { isRecipient } from '../../platform/vault/slots'
import { fold } from '../../../shared/kernel/text'
import { staffAfter } from './office.rules'
import * as repo from './office.repo'
import { isTimezone, type DoorTools } from './sign-in.service'
import { writeSlot } from './slot.service'

/** The settings as they stand today, the age limit among them. */
async function settingsOfDay({ db, today }: Look) {
  const center = await repo.findCenter(db)
  return center && { ...center, ageLimitMonths: (await settingsOn(db, today)).ageLimitMonths }
}

export async function settings(look: Look): Promise<Outcome<Output<'office.settings'>, never>> {
  const found = await settingsOfDay(look)
  if (!found) throw new Error('The center has no settings')
  return done(found)
}

export async function changeSettings(tools: DoorTools, act: Act, input: Input<'office.changeSettings'>) {
  const before = await settingsOfDay(act)
  if (!before) throw new Error('The center has no settings')
  if (!input.settings.hqRecipients.every(isRecipient)) return refuse('bad-recipient', undefined, 'hqRecipients')
  if (!isTimezone(input.settings.timezone)) return refuse('bad-timezone', undefined, 'timezone')
  // Folios and bundles carry the code: it is for life.
  if (input.settings.code !== before.code) return refuse('code-fixed', undefined, 'code')
  if (!(await repo.markSettings(act.trx, input.settings, input.version))) return refuse('stale')
  const { ageLimitMonths } = input.settings
  if (ageLimitMonths !== before.ageLimitMonths)
    await writeSetting(act.trx, {
      key: 'ageLimitMonths',
      fromDay: act.today,
      value: ageLimitMonths,
      setBy: act.actor.id,
    })
  await act.audit({ event: 'center.settings-changed', subjectType: 'center', before, after: input.settings })
  act.whenEnded((committed) => {
    if (committed) tools.settle(input.settings)
  })
  return done({ ...input.settings, version: input.version + 1 })
}

export async function listStaff(look: Look): Promise<Outcome<Output<'office.staff'>, never>> {
  const rows = await repo.listStaff(look.db)
  return done(
    rows.map(({ id, name, role, suspendedAt, version, lastSignIn }) => ({
      id,
      name,
      role,
      suspendedAt,
      version,
      lastSignIn,
    })),
  )
}

export async function addStaff(tools: DoorTools, act: Act, input: Input<'office.addStaff'>) {
  const weak = judgePassword(input.password, input.name)
  if (weak) return refuse(weak, undefined, 'password')
  if ((await repo.listStaff(act.db)).some((each) => fold(each.name) === fold(input.name)))
    return refuse('same-name', undefined, 'name')
  const id = randomUUID()
  await repo.insertStaff(act.trx, { id, name: input.name, role: input.role })
  await act.audit({
    event: 'staff.added',
    subjectType: 'staff',
    subjectId: id,
    after: { name: input.name, role: input.role },
  })
  await writeSlot(tools, act, { staffId: id, name: input.name, password: input.password })
  return done({ id })
}

type StaffAct = Input<'office.changeRole'> | Input<'office.suspendStaff'> | Input<'office.readmitStaff'>

/** One shape for the three acts on a person of the staff: facts, rule, row, audit. */
async function actOnStaff(
  act: Act,
  input: StaffAct,
  what: {
    event: string
    set: (before: repo.StaffRow) => { role?: repo.StaffRow['role']; suspended_at?: string | null }
  },
): Promise<Outcome<null, 'stale' | 'unknown-staff' | 'last-director'>> {
  const all = await repo.listStaff(act.db)
  const before = all.find((each) => each.id === input.id)
  if (!before) return refuse('unknown-staff')
  const set = what.set(before)
  if (
    !staffAfter(all, {
      ...before,
      role: set.role ?? before.role,
      suspendedAt: set.suspended_at === undefined ? before.suspendedAt : set.suspended_at,
    })
  )
    return refuse('last-director')
  if (!(await repo.markStaff(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: what.event,
    subjectType: 'staff',
    subjectId: input.id,
    before: { role: before.role, suspendedAt: before.suspendedAt },
    after: set,
    reason: input.reason,
  })
  return done(null)
}

export const changeRole = (act: Act, input: Input<'office.changeRole'>) =>
  actOnStaff(act, input, { event: 'staff.role-changed', set: () => ({ role: input.role }) })

export async function suspendStaff(tools: DoorTools, act: Act, input: Input<'office.suspendStaff'>) {
  if (input.id === act.actor.id) return refuse('not-yourself')
  const outcome = await actOnStaff(act, input, { event: 'staff.suspended', set: () => ({ suspended_at: act.now }) })
  if (outcome.ok) act.whenEnded(tools.strongroom.vault.setSuspended(input.id, true))
  return outcome
}

export async function readmitStaff(tools: DoorTools, act: Act, input: Input<'office.readmitStaff'>) {
  const outcome = await actOnStaff(act, input, { event: 'staff.readmitted', set: () => ({ suspended_at: null }) })
  if (!outcome.ok && outcome.refusals[0]?.code === 'last-director')
    throw new Error('Readmitting cannot lose a director')
  if (outcome.ok) act.whenEnded(tools.strongroom.vault.setSuspended(input.id, false))
  return outcome as Outcome<null, 'stale' | 'unknown-staff'>
}

/** After a backup was brought back: whoever the vault keeps out is shown as suspended, not as one of the staff. */
export async function keepSuspended(act: Act, staffIds: readonly string[]): Promise<void> {
  for (const { id, version, suspendedAt } of await repo.listStaff(act.db)) {
    if (suspendedAt || !staffIds.includes(id)) continue
    await repo.markStaff(act.trx, id, version, { suspended_at: act.now })
    await act.audit({
      event: 'staff.suspended',
      subjectType: 'staff',
      subjectId: id,
      before: { suspendedAt },
      after: { suspended_at: act.now, afterRestore: true },
    })
  }
}

export async function changePassword(tools: DoorTools, act: Act, input: Input<'office.changePassword'>) {
  const staffId = act.actor.id
  const weak = judgePassword(input.next, act.actor.name)
  if (weak) return refuse(weak, undefined, 'next')
  if (!staffId) return refuse('wrong-name-or-password', undefined, 'current')
  const proof = await tools.strongroom.vault.proves(staffId, input.current, act.now)
  if (!proof.ok && proof.code === 'wait') return refuse('wait', { seconds: proof.seconds ?? 0 }, 'current')
  if (!proof.ok) return refuse('wrong-name-or-password', undefined, 'current')
  await act.audit({ event: 'staff.password-changed', subjectType: 'staff', subjectId: staffId })
  await writeSlot(tools, act, { staffId, name: act.actor.name, password: input.next })
  return done(null)
}

export async function setLanguage(act: Act, input: Input<'office.setLanguage'>) {
  if (act.actor.id) await repo.markLanguage(act.trx, act.actor.id, input.language)
  await act.audit({ event: 'staff.language-set', subjectType: 'staff', subjectId: act.actor.id, after: input })
  return done(null)
}

export async function audit(look: Look, input: Input<'office.audit'>): Promise<Outcome<Output<'office.audit'>, never>> {
  const timezone = (await repo.findCenter(look.db))?.timezone ?? 'UTC'
  const page = await repo.listAudit(look.db, {
    ...input,
    fromInstant: input.from && startOfDay(input.from, timezone),
    untilInstant: input.until && startOfDay(addDays(input.until, 1), timezone),
    withoutSubjects: PROTECTION.includes(look.actor.role) ? undefined : [RESTRICTED_SUBJECT],
  })
  const entries = page.rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor_name,
    event: row.event,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    before: row.before_json,
    after: row.after_json,
    reason: row.reason,
  }))
  return done({ entries, total: page.total, more: page.more })
}

const PIECE = 5000

/** Checks the whole chain and names the first broken link. */
export async function verifyAudit(look: Look): Promise<Outcome<Output<'office.verifyAudit'>, never>> {
  const rows: AuditRow[] = []
  for (;;) {
    const piece = await repo.auditAfter(look.db, rows.at(-1)?.seq ?? 0, PIECE)
    rows.push(...piece)
    if (piece.length < PIECE) break
  }
  const verdict = verifyChain(rows)
  return done({ size: verdict.size, head: verdict.head || GENESIS, brokenAt: verdict.brokenAt ?? null })
}

export async function draft(look: Look, input: Input<'office.draft'>): Promise<Outcome<Output<'office.draft'>, never>> {
  const found = look.actor.id ? await repo.findDraft(look.db, look.actor.id, input.form) : undefined
  return done(found ? { content: found.content, savedAt: found.saved_at } : null)
}

export async function saveDraft(act: Act, input: Input<'office.saveDraft'>): Promise<Outcome<null, never>> {
  if (act.actor.id)
    await repo.putDraft(act.trx, {
      staff_id: act.actor.id,
      form: input.form,
      content: input.content,
      saved_at: act.now,
    })
  return done(null)
}

export async function dropDraft(act: Act, input: Input<'office.dropDraft'>): Promise<Outcome<null, never>> {
  if (act.actor.id) await repo.deleteDraft(act.trx, act.actor.id, input.form)
  return done(null)
}

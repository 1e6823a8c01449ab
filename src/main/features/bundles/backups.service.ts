/** Backups as the office sees them: how old the last good one is, one now, and bringing one back from the first screen. */
import type { Input, Output } from '../../../shared/contract'
import type { Instant } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import {
  inspectBackup,
  inspectToday,
  listBackups,
  makeBackup,
  restoreBackup,
  unsealBackup,
  type Backup,
  type BackupRefusal,
  type Proof,
} from '../../platform/jobs/backup'
import type { ReadDb } from '../../platform/db/types'
import { isBackupDue } from '../../platform/jobs/rotation.rules'
import type { Look, Person } from '../../platform/seam/act'
import { issueSteps, type IssueSteps } from '../../platform/seam/handlers'
import { keepSuspended, type DoorTools } from '../office'
import { continueLedger, keysOf } from '../certificates'
import { findRole } from './bundles.repo'
import { keepGivenOut, readGivenOut } from './given-out.repo'

const APP: Person = { id: null, name: 'Umbral', role: 'director' }
const HOUR = 3_600_000
const MINUTE = 60_000

export function backupStatus(tools: DoorTools, look: Look): Outcome<Output<'bundles.backupStatus'>, never> {
  const all = listBackups(tools.strongroom.folder)
  const latest = all[0] ?? null
  const age = latest ? Math.max(0, Date.parse(look.now) - Date.parse(latest.madeAt)) : null
  return done({
    latest,
    hours: age === null ? null : Math.floor(age / HOUR),
    minutes: age === null ? null : Math.floor(age / MINUTE),
    due: isBackupDue(latest?.madeAt ?? null, look.now),
    count: all.length,
  })
}

/** True if the last good backup is too old: the wiring then makes one as soon as somebody is in. */
export const isDue = (tools: Pick<DoorTools, 'strongroom'>, now: Instant): boolean =>
  isBackupDue(listBackups(tools.strongroom.folder)[0]?.madeAt ?? null, now)

/** The copy is made in `build`, outside any transaction: SQLite cannot copy from within one. */
export const backupSteps = (
  tools: DoorTools,
): IssueSteps<Input<'bundles.backupNow'>, Output<'bundles.backupNow'>, BackupRefusal, unknown, unknown> =>
  issueSteps<Input<'bundles.backupNow'>, Output<'bundles.backupNow'>, BackupRefusal, Instant, Backup>({
    prepare: (_input, look) => Promise.resolve(done(look.now)),
    build: (now) => makeBackup(tools.strongroom, now),
    async record(backup, act) {
      await act.audit({ event: 'backup.made', subjectType: 'backup', after: backup })
      return done(backup)
    },
  })

export function backups(tools: DoorTools): Outcome<Output<'bundles.backups'>, never> {
  return done(listBackups(tools.strongroom.folder))
}

/**
 * Brings a backup back: a vault must open first, the current database is set aside, and the restoring is the first thing
 * the restored audit tells. Whoever was suspended since stays so. Leaves the office locked.
 */
export async function restore(tools: DoorTools, input: Input<'bundles.restore'>, now: Instant) {
  const { strongroom } = tools
  const chosen = listBackups(strongroom.folder).find((each) => each.name === input.backup)
  if (!chosen) return refuse('unknown-backup')
  const unsealed = await unsealBackup(strongroom, chosen.name, input.proof, now)
  if (!unsealed.ok) return unsealed
  const { key, staffId } = unsealed.value
  try {
    const role = staffId ? await roleOf(tools, chosen.name, key, staffId) : done('director')
    if (!role.ok) return role
    // Going back in time undoes everybody's work since, so it takes the same two roles that may send a bundle.
    if (role.value !== 'director' && role.value !== 'coordinator') return refuse('restore-not-allowed')
    const given = await inspectToday(strongroom, key, givenOut)
    await tools.shut()
    const moved = restoreBackup(strongroom, chosen.name, key, now)
    if (!moved.ok) return moved
    const told = await tellRestored(tools, input.proof, { ...chosen, setAside: moved.value }, given, now)
    return told.ok ? done({ restored: chosen, setAside: moved.value }) : told
  } finally {
    key.fill(0)
  }
}

/** What is out in the world already, whatever database stands here. */
const givenOut = async (db: ReadDb) => ({ numbers: await readGivenOut(db), keys: await keysOf(db) })

/** Her role today decides; that of then only where today's database cannot be read. */
async function roleOf({ strongroom }: DoorTools, backup: string, key: Buffer, staffId: string) {
  const then = await inspectBackup(strongroom, backup, key, (db) => findRole(db, staffId))
  if (!then.ok) return then
  const today = await inspectToday(strongroom, key, async (db) => ({ role: await findRole(db, staffId) }))
  return today ? done(today.role) : then
}

/** Opens what was restored (bringing an older schema up to date), writes the event and locks again. */
async function tellRestored(
  tools: DoorTools,
  proof: Proof,
  after: Backup & { setAside: string },
  given: Awaited<ReturnType<typeof givenOut>> | undefined,
  now: Instant,
) {
  const byKey = 'identity' in proof
  const opening = byKey
    ? await tools.strongroom.openByRecovery(proof.identity, now)
    : await tools.strongroom.open(proof.name, proof.password, now)
  if (!opening.ok) return refuse(opening.code, opening.seconds ? { seconds: opening.seconds } : undefined)
  const who: Person = byKey ? APP : { id: opening.staffId, name: proof.name, role: 'reader' }
  await tools.change(who, async (act) => {
    // Whether sheets and bundles of since then are known: if not, their numbers may be given again.
    const told = { ...after, byRecoveryKey: byKey, numbersKept: given !== undefined }
    const event = { event: 'backup.restored', subjectType: 'backup', after: told }
    await act.audit(event)
    if (given) await keepGivenOut(act.trx, given.numbers)
    await continueLedger(act, given?.keys ?? [])
    await keepSuspended(act, tools.strongroom.vault.suspended())
    return done(null)
  })
  await tools.shut()
  return done(null)
}

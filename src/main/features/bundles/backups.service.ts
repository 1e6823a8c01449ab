/** Backups as the office sees them: how old the last good one is, one now, and bringing one back from the first screen. */
import type { Input, Output } from '../../../shared/contract'
import type { Instant } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { DatabaseProblem } from '../../platform/db/open'
import { codeOf } from '../../platform/files/port'
import { listBackups, makeBackup, restoreBackup, unsealBackup, type Backup } from '../../platform/jobs/backup'
import { isBackupDue } from '../../platform/jobs/rotation.rules'
import type { Look, Person } from '../../platform/seam/act'
import { issueSteps, type IssueSteps } from '../../platform/seam/handlers'
import type { DoorTools } from '../office'

type BackupRefusal = 'disk-full' | 'folder-not-writable' | 'backup-failed'

const HOUR = 3_600_000

export function backupStatus(tools: DoorTools, look: Look): Outcome<Output<'bundles.backupStatus'>, never> {
  const all = listBackups(tools.strongroom.folder)
  const latest = all[0] ?? null
  return done({
    latest,
    hours: latest ? Math.max(0, Math.floor((Date.parse(look.now) - Date.parse(latest.madeAt)) / HOUR)) : null,
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
    async build(now) {
      try {
        return done(await makeBackup(tools.strongroom, now))
      } catch (error) {
        return refuse(backupProblem(error))
      }
    },
    async record(backup, act) {
      await act.audit({ event: 'backup.made', subjectType: 'backup', after: backup })
      return done(backup)
    },
  })

function backupProblem(error: unknown): BackupRefusal {
  const code = codeOf(error)
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return 'disk-full'
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(code)) return 'folder-not-writable'
  if (error instanceof DatabaseProblem || code.startsWith('SQLITE_')) return 'backup-failed'
  throw error
}

export function backups(tools: DoorTools): Outcome<Output<'bundles.backups'>, never> {
  return done(listBackups(tools.strongroom.folder))
}

/**
 * Brings a backup back: its own vault must open first, the current database and vault are set aside, and the restoring
 * is the first thing the restored audit tells. Leaves the office locked.
 */
export async function restore(tools: DoorTools, input: Input<'bundles.restore'>, now: Instant) {
  const chosen = listBackups(tools.strongroom.folder).find((each) => each.name === input.backup)
  if (!chosen) return refuse('unknown-backup')
  const unsealed = await unsealBackup(tools.strongroom.folder, chosen.name, input.proof, now)
  if (!unsealed.ok) return refuse(unsealed.code, unsealed.seconds ? { seconds: unsealed.seconds } : undefined)
  await tools.shut()
  const moved = putBack(tools, chosen, unsealed.key, now)
  unsealed.key.fill(0)
  if (!moved.ok) return moved
  const opening =
    'identity' in input.proof
      ? await tools.strongroom.openByRecovery(input.proof.identity, now)
      : await tools.strongroom.open(input.proof.name, input.proof.password, now)
  if (!opening.ok) return refuse(opening.code)
  const who: Person =
    'identity' in input.proof
      ? { id: null, name: 'Umbral', role: 'director' }
      : { id: opening.staffId, name: input.proof.name, role: 'reader' }
  await tools.change(who, async (act) => {
    await act.audit({
      event: 'backup.restored',
      subjectType: 'backup',
      after: { ...chosen, setAside: moved.value, byRecoveryKey: 'identity' in input.proof },
    })
    return done(null)
  })
  await tools.shut()
  return done({ restored: chosen, setAside: moved.value })
}

function putBack(tools: DoorTools, chosen: Backup, key: Buffer, now: Instant) {
  try {
    return done(restoreBackup(tools.strongroom, chosen.name, key, now))
  } catch (error) {
    if (error instanceof DatabaseProblem)
      return refuse(error.problem === 'database-damaged' ? 'backup-damaged' : error.problem)
    const code = codeOf(error)
    if (code === 'ENOSPC') return refuse('disk-full')
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return refuse('folder-not-writable')
    throw error
  }
}

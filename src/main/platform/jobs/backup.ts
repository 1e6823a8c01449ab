/** Backups: an encrypted copy of the database with the vault that opens it, proved by opening, rotated; and their restoring. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Instant } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { proveCopy } from '../db/migrate'
import { DatabaseProblem, openDatabase, type OpenProblem } from '../db/open'
import { renameHeld, replaceFile, syncFolder, writeDurably } from '../files/atomic'
import { codeOf } from '../files/port'
import type { ReadDb } from '../db/types'
import type { Strongroom } from '../vault/strongroom'
import { Vault, VaultDamaged, type UnlockRefusal } from '../vault/vault'
import { backupName, backupsToKeep, backupTime } from './rotation.rules'

export interface Backup {
  /** `umbral-20261031-1805.db` */
  readonly name: string
  readonly madeAt: Instant
  readonly bytes: number
}

export type BackupRefusal = 'disk-full' | 'folder-not-writable' | 'backup-failed'
export type RestoreRefusal = OpenProblem | 'backup-damaged'

const folderOf = (profile: string): string => join(profile, 'backups')
/** The vault as it was then: passwords of that day, and the recovery slot, open the backup. */
const vaultOf = (file: string): string => `${file.slice(0, -'.db'.length)}.vault.json`

/** The backups of a profile that have their vault beside them, newest first. */
export function listBackups(profile: string): Backup[] {
  const folder = folderOf(profile)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = backupTime(name)
      const file = statSync(join(folder, name))
      const whole = madeAt !== undefined && file.isFile() && existsSync(vaultOf(join(folder, name)))
      return whole ? [{ name, madeAt, bytes: file.size }] : []
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}

/**
 * Copies the open database and its vault, proves the copy by opening and checking it, only then gives it its name, and
 * removes those that the rotation lets go. If it fails, nothing good is removed.
 */
export async function makeBackup(strongroom: Strongroom, now: Instant): Promise<Outcome<Backup, BackupRefusal>> {
  const opened = strongroom.current()
  if (!opened) throw new Error('The strongroom is shut')
  const folder = folderOf(strongroom.folder)
  const file = join(folder, backupName(now))
  const part = `${file}.part`
  try {
    mkdirSync(folder, { recursive: true })
    removeParts(folder)
    // Through Kysely and not the raw handle: SQLite cannot copy while somebody else's transaction is open on it.
    await sql`VACUUM INTO ${part}`.execute(opened.db)
    strongroom.withKey((key) => proveCopy(part, key))
    writeDurably(vaultOf(file), readFileSync(strongroom.vault.file))
    renameHeld(part, file)
    syncFolder(folder)
  } catch (error) {
    removeQuietly([...['', '-wal', '-shm'].map((rest) => part + rest), ...(existsSync(file) ? [] : [vaultOf(file)])])
    return refuse(backupProblem(error))
  }
  rotate(strongroom.folder, backupName(now))
  return done({ name: backupName(now), madeAt: backupTime(backupName(now)) ?? now, bytes: statSync(file).size })
}

function removeQuietly(files: readonly string[]): void {
  try {
    for (const file of files) rmSync(file, { force: true })
  } catch {
    // The disk has just failed and the refusal says so; the next backup clears what is left.
  }
}

function backupProblem(error: unknown): BackupRefusal {
  const code = codeOf(error)
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code)) return 'disk-full'
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'].includes(code)) return 'folder-not-writable'
  if (error instanceof DatabaseProblem || code !== '') return 'backup-failed'
  throw error
}

/** What a power cut left of an unfinished backup. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (/\.db\.part(-wal|-shm)?$/.test(name)) rmSync(join(folder, name))
}

/** The one just made stays whatever its date: a PC clock that fell back years would else rotate today's work away. */
function rotate(profile: string, justMade: string): void {
  const all = listBackups(profile)
  const keep = backupsToKeep(all.map((backup) => backup.madeAt))
  for (const { name, madeAt } of all) {
    if (keep.has(madeAt) || name === justMade) continue
    const file = join(folderOf(profile), name)
    for (const old of [file, vaultOf(file), `${vaultOf(file)}.previous`]) rmSync(old, { force: true })
  }
}

export type Proof = { readonly name: string; readonly password: string } | { readonly identity: string }

export interface Unsealed {
  readonly key: Buffer
  /** Whose password it was; null if it was the recovery key. */
  readonly staffId: string | null
}

/**
 * The vault that opens a backup, and that is in force after it was brought back. SECURITY: today's, as long as it can be
 * read: a password changed since, or a person suspended since, must not get in by way of an old backup, and guesses
 * count in one place. Only where today's is gone, damaged or of another center does the one beside the backup count.
 */
function vaultFor(strongroom: Strongroom, name: string): Vault {
  const then = new Vault(vaultOf(join(folderOf(strongroom.folder), name)))
  return strongroom.vault.isOfSameCenterAs(then) ? strongroom.vault : then
}

/** The data key of a backup, by a name and password or by the recovery key. Failures are counted. */
export async function unsealBackup(
  strongroom: Strongroom,
  name: string,
  proof: Proof,
  now: Instant,
): Promise<Outcome<Unsealed, UnlockRefusal | 'wrong-recovery-key'>> {
  const vault = vaultFor(strongroom, name)
  try {
    if ('identity' in proof) {
      const key = await vault.recover(proof.identity)
      return key ? done({ key, staffId: null }) : refuse('wrong-recovery-key')
    }
    const unlocked = await vault.unlock(proof.name, proof.password, now)
    if (!unlocked.ok) return refuse(unlocked.code, unlocked.seconds ? { seconds: unlocked.seconds } : undefined)
    return done({ key: unlocked.key, staffId: unlocked.staffId })
  } catch (error) {
    if (error instanceof VaultDamaged) return refuse('vault-damaged')
    throw error
  }
}

/** Reads in today's database with the key that opened the backup; undefined where it cannot be opened with it. */
export async function inspectToday<T>(
  strongroom: Strongroom,
  key: Buffer,
  work: (db: ReadDb) => Promise<T>,
): Promise<T | undefined> {
  const open = strongroom.current()
  if (open) return work(open.read)
  try {
    const opened = openDatabase(strongroom.databaseFile, key)
    try {
      return await work(opened.read)
    } finally {
      opened.close()
    }
  } catch (error) {
    // Damaged, gone or of another schema: that is why she restores. A file in use is told when it is moved.
    if (error instanceof DatabaseProblem || codeOf(error) !== '') return undefined
    throw error
  }
}

/** Reads in a backup without touching it: a copy is opened and removed. */
export async function inspectBackup<T>(
  strongroom: Strongroom,
  name: string,
  key: Buffer,
  work: (db: ReadDb) => Promise<T>,
): Promise<Outcome<T, RestoreRefusal>> {
  const copy = join(folderOf(strongroom.folder), `${name}.part`)
  try {
    copyFileSync(join(folderOf(strongroom.folder), name), copy)
    proveCopy(copy, key)
    const opened = openDatabase(copy, key)
    try {
      return done(await work(opened.read))
    } finally {
      opened.close()
    }
  } catch (error) {
    return refuse(restoreProblem(error))
  } finally {
    removeQuietly(['', '-wal', '-shm'].map((rest) => copy + rest))
  }
}

/**
 * Puts a backup in the place of the current database (and vault, see `vaultFor`), which are moved into `set-aside-<stamp>/` and never
 * deleted. The strongroom must be shut. The backup is first copied and proved, so that a bad one changes nothing; at
 * every later moment a power cut leaves a profile that is locked, never one that looks empty, and it can be done again.
 */
export function restoreBackup(
  strongroom: Strongroom,
  name: string,
  key: Buffer,
  now: Instant,
): Outcome<string, RestoreRefusal> {
  try {
    return done(putBack(strongroom, name, key, now))
  } catch (error) {
    return refuse(restoreProblem(error))
  }
}

function restoreProblem(error: unknown): RestoreRefusal {
  if (error instanceof DatabaseProblem && error.problem === 'database-in-use') return 'database-in-use'
  if (error instanceof DatabaseProblem) return 'backup-damaged'
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  if (['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code)) return 'folder-not-writable'
  throw error
}

function putBack(strongroom: Strongroom, name: string, key: Buffer, now: Instant): string {
  const backup = join(folderOf(strongroom.folder), name)
  const vault = vaultFor(strongroom, name)
  const staged = `${strongroom.databaseFile}.restoring`
  for (const rest of ['', '-wal', '-shm']) rmSync(staged + rest, { force: true })
  copyFileSync(backup, staged)
  proveCopy(staged, key)
  assertFree(strongroom.databaseFile, key)
  const label = `set-aside-${now.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`
  const aside = join(strongroom.folder, label)
  mkdirSync(aside, { recursive: true })
  for (const rest of ['-wal', '-shm', '']) moveAside(strongroom.folder, `umbral.db${rest}`, aside)
  renameHeld(staged, strongroom.databaseFile)
  // Copied, not moved: between two steps there is always a vault or a database, so the profile never looks empty.
  if (existsSync(strongroom.vault.file)) copyFileSync(strongroom.vault.file, join(aside, 'vault.json'))
  if (vault !== strongroom.vault) {
    moveAside(strongroom.folder, 'vault.json.previous', aside)
    replaceFile(strongroom.vault.file, readFileSync(vault.file))
    rmSync(`${strongroom.vault.file}.previous`, { force: true })
  }
  strongroom.endSetUp()
  syncFolder(strongroom.folder)
  return label
}

function moveAside(folder: string, name: string, aside: string): void {
  if (existsSync(join(folder, name))) renameSync(join(folder, name), join(aside, name))
}

/** Another window or computer that still works in the file must close it first. Any other fault of the old file is no obstacle. */
function assertFree(file: string, key: Buffer): void {
  try {
    if (existsSync(file)) openDatabase(file, key).close()
  } catch (error) {
    if (error instanceof DatabaseProblem && error.problem === 'database-in-use') throw error
  }
}

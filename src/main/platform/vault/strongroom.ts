/** The strongroom: vault and database together. Makes them, opens them with a password or the recovery key, closes them. */
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Instant } from '../../../shared/kernel/civil-date'
import { assertEncrypted, DatabaseProblem, openDatabase, problemOf, type OpenDatabase } from '../db/open'
import { migrate } from '../db/migrate'
import type { ShutReason } from '../../../shared/contract/office.contract'
import { syncFolder, writeDurably } from '../files/atomic'
import type { KdfCost } from './password'
import { Vault, VaultDamaged, type Owner, type UnlockRefusal } from './vault'
import type { VaultFile } from './slots'

export type Opening =
  | { readonly ok: true; readonly staffId: string | null; readonly failures: VaultFile['failures'] }
  | { readonly ok: false; readonly code: ShutReason; readonly seconds?: number }

export class Strongroom {
  readonly vault: Vault
  readonly databaseFile: string
  private readonly unfinished: string
  private held: { readonly opened: OpenDatabase; readonly key: Buffer } | null = null

  constructor(readonly folder: string) {
    this.vault = new Vault(join(folder, 'vault.json'))
    this.databaseFile = join(folder, 'umbral.db')
    this.unfinished = join(folder, 'setting-up')
  }

  /**
   * True once a center was set up here. A set-up that the power interrupted left its mark: what it made holds nobody's
   * data and no printed recovery key, so the profile still counts as empty.
   */
  exists(): boolean {
    return !existsSync(this.unfinished) && this.isOccupied()
  }

  /** What stands here now is somebody's center: an interrupted set-up before it no longer counts. */
  endSetUp(): void {
    rmSync(this.unfinished, { force: true })
  }

  private isOccupied(): boolean {
    return this.vault.exists() || existsSync(this.databaseFile)
  }

  current(): OpenDatabase | null {
    return this.held?.opened ?? null
  }

  /** Lends the data key to what wraps it anew or copies the file; the buffer must not be kept. */
  withKey<T>(work: (key: Buffer) => T): T {
    if (!this.held) throw new Error('The strongroom is shut')
    return work(this.held.key)
  }

  /**
   * New data key, new vault, new migrated database, and in it what `fill` writes. Leaves it open. If anything fails,
   * all of it is taken away again and the profile is as empty as before.
   */
  async create(
    owners: readonly Owner[],
    recoveryRecipient: string,
    cost: KdfCost,
    now: Instant,
    fill: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Opening> {
    const key = randomBytes(32)
    if (this.exists()) throw new Error('There is a center here already')
    try {
      mkdirSync(this.folder, { recursive: true })
      accessSync(this.folder, constants.W_OK)
      writeDurably(this.unfinished, Buffer.alloc(0))
      syncFolder(this.folder)
      this.clear()
      await this.openWith(key, now, true)
      await this.vault.create(key, owners, recoveryRecipient, cost)
      await fill()
      rmSync(this.unfinished)
      syncFolder(this.folder)
      return { ok: true, staffId: null, failures: [] }
    } catch (error) {
      this.close()
      key.fill(0)
      if (existsSync(this.unfinished)) {
        this.clear()
        rmSync(this.unfinished)
      }
      return { ok: false, code: reasonOf(error) }
    }
  }

  /** Takes away what an unfinished set-up made. */
  private clear(): void {
    const made = [this.vault.file, this.databaseFile].flatMap((file) =>
      ['', '.part', '.previous', '.previous.part', '-wal', '-shm'].map((rest) => file + rest),
    )
    for (const file of made) rmSync(file, { force: true })
  }

  async open(name: string, password: string, now: Instant): Promise<Opening> {
    try {
      const unlocked = await this.vault.unlock(name, password, now)
      if (!unlocked.ok)
        return { ok: false, code: unlocked.code satisfies UnlockRefusal, seconds: unlocked.seconds ?? 0 }
      await this.useKey(unlocked.key, now)
      return { ok: true, staffId: unlocked.staffId, failures: unlocked.failures }
    } catch (error) {
      return { ok: false, code: reasonOf(error) }
    }
  }

  /** Opens by the recovery identity, for a center where nobody knows a password any more. */
  async openByRecovery(identity: string, now: Instant): Promise<Opening> {
    try {
      const key = await this.vault.recover(identity)
      if (!key) return { ok: false, code: 'wrong-recovery-key' }
      await this.useKey(key, now)
      return { ok: true, staffId: null, failures: [] }
    } catch (error) {
      return { ok: false, code: reasonOf(error) }
    }
  }

  private async useKey(key: Buffer, now: Instant): Promise<void> {
    try {
      if (!this.held) return await this.openWith(key, now, false)
      key.fill(0)
    } catch (error) {
      key.fill(0)
      throw error
    }
  }

  /** Closes the file and wipes the key. No call may be using the database any more. */
  close(): void {
    const { held } = this
    this.held = null
    held?.key.fill(0)
    held?.opened.close()
  }

  private async openWith(key: Buffer, now: Instant, create: boolean): Promise<void> {
    const opened = openDatabase(this.databaseFile, key, { create })
    try {
      await migrate(opened, { key, now, copyTo: join(this.folder, 'before-update.db') })
      opened.raw.pragma('wal_checkpoint(TRUNCATE)')
      assertEncrypted(this.databaseFile)
    } catch (error) {
      opened.close()
      throw error
    }
    this.held = { opened, key }
  }
}

function reasonOf(thrown: unknown): ShutReason {
  const error = problemOf(thrown)
  if (error instanceof DatabaseProblem) return error.problem
  if (error instanceof VaultDamaged) return 'vault-damaged'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'disk-full'
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return 'folder-not-writable'
  throw error
}

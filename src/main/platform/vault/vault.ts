/** The vault: who may unlock the data key, kept in `vault.json` beside the database. Knows no table and no slice. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { renameHeld, replaceFile, writeDurably } from '../files/atomic'
import type { KdfCost } from './password'
import { hashName, openRecovery, openSlot, sealRecovery, sealSlot, vaultFile, type Slot, type VaultFile } from './slots'

export interface Owner {
  readonly staffId: string
  readonly name: string
  readonly password: string
}

export type UnlockRefusal = 'wrong-name-or-password' | 'wait' | 'vault-damaged'
export type Unlock =
  | { readonly ok: true; readonly staffId: string; readonly key: Buffer; readonly failures: VaultFile['failures'] }
  | { readonly ok: false; readonly code: UnlockRefusal; readonly seconds?: number }

/** Puts the slots back as they were before a write, if the act it belonged to was not committed after all. */
export type TakeBack = () => void

export class VaultDamaged extends Error {}

const FREE_TRIES = 3
const MAX_FAILURES_KEPT = 200

/** Seconds to wait after so many failures in a row: none for the first three, then 5, 10, 20 … at most 15 minutes. */
export const delayAfter = (failures: number): number =>
  failures <= FREE_TRIES ? 0 : Math.min(900, 5 * 2 ** (failures - FREE_TRIES - 1))

export class Vault {
  /** Failures in a row, kept in memory too: a full disk must not make guessing free. */
  private delay: VaultFile['delay'] = { count: 0, until: null }

  constructor(readonly file: string) {}

  exists(): boolean {
    return existsSync(this.file) || existsSync(`${this.file}.previous`)
  }

  /** Makes the vault of a new center. The data key is random and never stored in clear. */
  async create(dataKey: Buffer, owners: readonly Owner[], recoveryRecipient: string, cost: KdfCost): Promise<void> {
    const nameSalt = randomBytes(16).toString('base64')
    const slots: Slot[] = []
    for (const owner of owners) slots.push(await sealSlot(dataKey, owner, { nameSalt, cost }))
    const recovery = await sealRecovery(dataKey, recoveryRecipient)
    this.save({
      format: 'umbral-vault-1',
      nameSalt,
      cost,
      slots,
      recovery,
      failures: [],
      delay: { count: 0, until: null },
    })
  }

  /**
   * Tries a name and password. Failures are counted, delayed and kept for the audit; who gets in writes them there and
   * then calls `forgetFailures`. Tries must come one after another: two at once would share one count.
   */
  async unlock(name: string, password: string, now: string): Promise<Unlock> {
    const held = this.load()
    const seconds = this.secondsToWait(held, now)
    if (seconds > 0) return { ok: false, code: 'wait', seconds }
    const nameHash = hashName(name, held.nameSalt)
    const found = held.slots.find((slot) => slot.nameHash === nameHash && !slot.suspended)
    // SECURITY: an unknown name costs as much time as a wrong password, so that names cannot be tried out.
    const key = await openSlot(found ?? decoy(held), password)
    if (!found || !key) {
      this.countFailure(held, found?.staffId ?? null, now)
      return { ok: false, code: 'wrong-name-or-password' }
    }
    return { ok: true, staffId: found.staffId, key, failures: held.failures }
  }

  /** Once the failures stand in the audit: the count begins anew. */
  forgetFailures(): void {
    const held = this.load()
    this.delay = { count: 0, until: null }
    if (held.failures.length > 0 || held.delay.count > 0) this.save({ ...held, failures: [], delay: this.delay })
  }

  private secondsToWait(held: VaultFile, now: string): number {
    const untils = [held.delay.until, this.delay.until].flatMap((until) => (until ? [Date.parse(until)] : []))
    return Math.max(0, ...untils.map((until) => Math.ceil((until - Date.parse(now)) / 1000)))
  }

  /** The data key by the recovery identity, or undefined. */
  recover(identity: string): Promise<Buffer | undefined> {
    return openRecovery(this.load().recovery, identity)
  }

  /**
   * Adds or replaces one person's slot; the other slots and the data key stay. A slot of the same name whose person was
   * never recorded (the power failed in between) gives way. Answers how to take it back.
   */
  async setSlot(dataKey: Buffer, owner: Owner): Promise<TakeBack> {
    const held = this.load()
    const sealed = await sealSlot(dataKey, owner, { nameSalt: held.nameSalt, cost: held.cost })
    const proof = await openSlot(sealed, owner.password)
    if (!proof?.equals(dataKey)) throw new Error('The new slot does not open')
    const others = held.slots.filter((slot) => slot.staffId !== owner.staffId && slot.nameHash !== sealed.nameHash)
    this.save({ ...held, slots: [...others, sealed] })
    return this.takeBack(held)
  }

  /** A suspended slot opens nothing. Answers how to take it back. */
  setSuspended(staffId: string, suspended: boolean): TakeBack {
    const held = this.load()
    this.save({ ...held, slots: held.slots.map((slot) => (slot.staffId === staffId ? { ...slot, suspended } : slot)) })
    return this.takeBack(held)
  }

  private takeBack(before: VaultFile): TakeBack {
    return () => {
      const { failures, delay } = this.load()
      this.save({ ...before, failures, delay })
    }
  }

  /** True if her slot is suspended; false where there is no readable vault to ask. */
  isSuspended(staffId: string): boolean {
    try {
      return this.load().slots.some((slot) => slot.staffId === staffId && slot.suspended)
    } catch (error) {
      if (error instanceof VaultDamaged) return false
      throw error
    }
  }

  /** Whether this password opens this person's slot: asked again before dangerous acts, and counted like a sign-in. */
  async proves(staffId: string, password: string, now: string): Promise<Exclude<Unlock, { ok: true }> | { ok: true }> {
    const held = this.load()
    const seconds = this.secondsToWait(held, now)
    if (seconds > 0) return { ok: false, code: 'wait', seconds }
    const found = held.slots.find((slot) => slot.staffId === staffId && !slot.suspended)
    const key = found && (await openSlot(found, password))
    key?.fill(0)
    if (key) return { ok: true }
    this.countFailure(held, staffId, now)
    return { ok: false, code: 'wrong-name-or-password' }
  }

  recoveryRecipient(): string {
    return this.load().recovery.recipient
  }

  private countFailure(held: VaultFile, staffId: string | null, now: string): void {
    const count = Math.max(held.delay.count, this.delay.count) + 1
    const seconds = delayAfter(count)
    const until = seconds > 0 ? new Date(Date.parse(now) + seconds * 1000).toISOString() : null
    const failures = [...held.failures, { at: now, staffId }].slice(-MAX_FAILURES_KEPT)
    this.delay = { count, until }
    this.save({ ...held, failures, delay: this.delay })
  }

  /** The file, or its second copy where a power cut or a bad sector spoiled it. */
  private load(): VaultFile {
    for (const file of [this.file, `${this.file}.previous`]) {
      const parsed = vaultFile.safeParse(readJson(file))
      if (parsed.success) return parsed.data
    }
    throw new VaultDamaged('vault.json cannot be read')
  }

  /**
   * SECURITY: the version before it is kept only until the new one has been read back (`replaceFile`), and then becomes
   * a second copy of the new one: else, by spoiling vault.json, an old password or a suspended slot would open again.
   */
  private save(content: VaultFile): void {
    const bytes = Buffer.from(JSON.stringify(content, null, 1))
    replaceFile(this.file, bytes)
    const spare = `${this.file}.previous`
    try {
      writeDurably(`${spare}.part`, bytes)
      renameHeld(`${spare}.part`, spare)
    } catch {
      for (const file of [`${spare}.part`, spare]) rmSync(file, { force: true })
    }
  }
}

const decoy = (held: VaultFile): Slot => {
  const [first] = held.slots
  if (!first) throw new VaultDamaged('vault.json has no slot')
  return { ...first, wrapped: Buffer.alloc(48).toString('base64') }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The vault: who may unlock the data key, kept in `vault.json` beside the database. Knows no table and no slice. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
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

/** Ends a write once the act it belongs to was committed, or takes it back if it was not. */
export type Settle = (committed: boolean) => void

export class VaultDamaged extends Error {}

const FREE_TRIES = 3
const MAX_FAILURES_KEPT = 200

/** Seconds to wait after so many failures in a row: none for the first three, then 5, 10, 20 … at most 15 minutes. */
export const delayAfter = (failures: number): number =>
  failures <= FREE_TRIES ? 0 : Math.min(900, 5 * 2 ** (failures - FREE_TRIES - 1))

export class Vault {
  /** Failures in a row, kept in memory too: a full disk must not make guessing free. */
  private delay: VaultFile['delay'] = { count: 0, until: null }

  private readonly spare: string

  constructor(readonly file: string) {
    this.spare = `${file}.previous`
  }

  exists(): boolean {
    return existsSync(this.file) || existsSync(this.spare)
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
      this.countFailure(found?.staffId ?? null, now)
      return { ok: false, code: 'wrong-name-or-password' }
    }
    return { ok: true, staffId: found.staffId, key, failures: held.failures }
  }

  /** Once the failures stand in the audit: the count begins anew. */
  forgetFailures(): void {
    const held = this.load()
    this.delay = { count: 0, until: null }
    if (held.failures.length > 0 || held.delay.count > 0) this.save({ ...held, failures: [], delay: this.delay })
    // A power cut between an act and its settling may have left an older one there.
    else this.copyToSpare()
  }

  /**
   * A clock that stood ahead at the failure and was put right since must not lock everybody out for that long: a wait
   * longer than the failures ask for begins anew at the present hour.
   */
  private secondsToWait(held: VaultFile, now: string): number {
    const left = (delay: VaultFile['delay']): number =>
      delay.until ? Math.max(0, Math.ceil((Date.parse(delay.until) - Date.parse(now)) / 1000)) : 0
    const [seconds, count] = [
      Math.max(left(held.delay), left(this.delay)),
      Math.max(held.delay.count, this.delay.count),
    ]
    const longest = delayAfter(count)
    if (seconds <= longest) return seconds
    this.delay = { count, until: new Date(Date.parse(now) + longest * 1000).toISOString() }
    this.save({ ...held, delay: this.delay })
    return longest
  }

  /** The data key by the recovery identity, or undefined. */
  recover(identity: string): Promise<Buffer | undefined> {
    return openRecovery(this.load().recovery, identity)
  }

  /**
   * Adds or replaces one person's slot; the other slots and the data key stay. A slot of the same name whose person was
   * never recorded (the power failed in between) gives way. To be settled.
   */
  async setSlot(dataKey: Buffer, owner: Owner): Promise<Settle> {
    const { nameSalt, cost } = this.load()
    const sealed = await sealSlot(dataKey, owner, { nameSalt, cost })
    const proof = await openSlot(sealed, owner.password)
    if (!proof?.equals(dataKey)) throw new Error('The new slot does not open')
    const held = this.load()
    const others = held.slots.filter((slot) => slot.staffId !== owner.staffId && slot.nameHash !== sealed.nameHash)
    return this.stage(held, [...others, sealed])
  }

  /** A suspended slot opens nothing. To be settled. */
  setSuspended(staffId: string, suspended: boolean): Settle {
    const held = this.load()
    const slots = held.slots.map((slot) => (slot.staffId === staffId ? { ...slot, suspended } : slot))
    return this.stage(held, slots)
  }

  /** Writes other slots; until this is settled the file before it stands as `.previous`. */
  private stage(before: VaultFile, slots: Slot[]): Settle {
    replaceFile(this.file, bytesOf({ ...before, slots }))
    return (committed) => {
      if (!committed) this.takeBack(before)
      this.copyToSpare()
    }
  }

  private takeBack(before: VaultFile): void {
    const kept = vaultFile.safeParse(readJson(this.spare))
    // On a full disk nothing can be written any more, but a file can still be renamed.
    if (kept.success && isDeepStrictEqual(kept.data.slots, before.slots)) renameHeld(this.spare, this.file)
    else replaceFile(this.file, bytesOf({ ...this.load(), slots: before.slots }))
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
    this.countFailure(staffId, now)
    return { ok: false, code: 'wrong-name-or-password' }
  }

  /** True if both vaults wrap the data key of one center (the salt of names is made once, with the key). */
  isOfSameCenterAs(other: Vault): boolean {
    try {
      return this.load().nameSalt === other.load().nameSalt
    } catch (error) {
      if (error instanceof VaultDamaged) return false
      throw error
    }
  }

  /** Whose slots open nothing. */
  suspended(): readonly string[] {
    return this.load().slots.flatMap((slot) => (slot.suspended ? [slot.staffId] : []))
  }

  recoveryRecipient(): string {
    return this.load().recovery.recipient
  }

  /** Reads the file anew: while the password was being tried, somebody may have changed hers. */
  private countFailure(staffId: string | null, now: string): void {
    const held = this.load()
    const count = Math.max(held.delay.count, this.delay.count) + 1
    const seconds = delayAfter(count)
    const until = seconds > 0 ? new Date(Date.parse(now) + seconds * 1000).toISOString() : null
    const failures = [...held.failures, { at: now, staffId }].slice(-MAX_FAILURES_KEPT)
    this.delay = { count, until }
    this.save({ ...held, failures, delay: this.delay })
  }

  /** The file, or its second copy where a power cut or a bad sector spoiled it. */
  private load(): VaultFile {
    for (const file of [this.file, this.spare]) {
      const parsed = vaultFile.safeParse(readJson(file))
      if (parsed.success) return parsed.data
    }
    throw new VaultDamaged('vault.json cannot be read')
  }

  private save(content: VaultFile): void {
    replaceFile(this.file, bytesOf(content))
    this.copyToSpare()
  }

  /**
   * SECURITY: the version before is kept only until the new one has been read back and its act committed; then it
   * becomes a second copy of the new one. Else, by spoiling vault.json, an old password or a suspended slot would open.
   */
  private copyToSpare(): void {
    // Where the file itself is spoiled, the spare is all there is.
    if (!vaultFile.safeParse(readJson(this.file)).success) return
    const bytes = readFileSync(this.file)
    if (existsSync(this.spare) && readFileSync(this.spare).equals(bytes)) return
    try {
      writeDurably(`${this.spare}.part`, bytes)
      renameHeld(`${this.spare}.part`, this.spare)
    } catch {
      for (const file of [`${this.spare}.part`, this.spare]) rmSync(file, { force: true })
    }
  }
}

const bytesOf = (content: VaultFile): Buffer => Buffer.from(JSON.stringify(content, null, 1))

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

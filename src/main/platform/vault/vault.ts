/** The vault: who may unlock the data key, kept in `vault.json` beside the database. Knows no table and no slice. */
import { existsSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { replaceFile } from '../files/atomic'
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

export class VaultDamaged extends Error {}

const FREE_TRIES = 3
const MAX_FAILURES_KEPT = 200

/** Seconds to wait after so many failures in a row: none for the first three, then 5, 10, 20 … at most 15 minutes. */
export const delayAfter = (failures: number): number =>
  failures <= FREE_TRIES ? 0 : Math.min(900, 5 * 2 ** (failures - FREE_TRIES - 1))

export class Vault {
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

  /** Tries a name and password. Failures are counted, delayed and kept for the audit until somebody gets in. */
  async unlock(name: string, password: string, now: string): Promise<Unlock> {
    const held = this.load()
    if (held.delay.until && held.delay.until > now)
      return { ok: false, code: 'wait', seconds: Math.ceil((Date.parse(held.delay.until) - Date.parse(now)) / 1000) }
    const nameHash = hashName(name, held.nameSalt)
    const found = held.slots.find((slot) => slot.nameHash === nameHash && !slot.suspended)
    // SECURITY: an unknown name costs as much time as a wrong password, so that names cannot be tried out.
    const key = await openSlot(found ?? decoy(held), password)
    if (!found || !key) {
      this.countFailure(held, found?.staffId ?? null, now)
      return { ok: false, code: 'wrong-name-or-password' }
    }
    if (held.failures.length > 0 || held.delay.count > 0)
      this.save({ ...held, failures: [], delay: { count: 0, until: null } })
    return { ok: true, staffId: found.staffId, key, failures: held.failures }
  }

  /** The data key by the recovery identity, or undefined. */
  recover(identity: string): Promise<Buffer | undefined> {
    return openRecovery(this.load().recovery, identity)
  }

  /** Adds or replaces one person's slot; the other slots and the data key stay. */
  async setSlot(dataKey: Buffer, owner: Owner): Promise<void> {
    const held = this.load()
    const sealed = await sealSlot(dataKey, owner, { nameSalt: held.nameSalt, cost: held.cost })
    const proof = await openSlot(sealed, owner.password)
    if (!proof?.equals(dataKey)) throw new Error('The new slot does not open')
    this.save({ ...held, slots: [...held.slots.filter((slot) => slot.staffId !== owner.staffId), sealed] })
  }

  setSuspended(staffId: string, suspended: boolean): void {
    const held = this.load()
    this.save({ ...held, slots: held.slots.map((slot) => (slot.staffId === staffId ? { ...slot, suspended } : slot)) })
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

  /** True if this name already has a slot (of somebody else). */
  hasName(name: string, exceptStaffId?: string): boolean {
    const held = this.load()
    const nameHash = hashName(name, held.nameSalt)
    return held.slots.some((slot) => slot.nameHash === nameHash && slot.staffId !== exceptStaffId)
  }

  /** True if this password opens this person's slot: asked again before dangerous acts. */
  async proves(staffId: string, password: string): Promise<boolean> {
    const found = this.load().slots.find((slot) => slot.staffId === staffId && !slot.suspended)
    return found !== undefined && (await openSlot(found, password)) !== undefined
  }

  recoveryRecipient(): string {
    return this.load().recovery.recipient
  }

  private countFailure(held: VaultFile, staffId: string | null, now: string): void {
    const count = held.delay.count + 1
    const seconds = delayAfter(count)
    const until = seconds > 0 ? new Date(Date.parse(now) + seconds * 1000).toISOString() : null
    const failures = [...held.failures, { at: now, staffId }].slice(-MAX_FAILURES_KEPT)
    this.save({ ...held, failures, delay: { count, until } })
  }

  /** The file, or the previous one where a power cut spoiled the newer. */
  private load(): VaultFile {
    for (const file of [this.file, `${this.file}.previous`]) {
      const parsed = vaultFile.safeParse(readJson(file))
      if (parsed.success) return parsed.data
    }
    throw new VaultDamaged('vault.json cannot be read')
  }

  private save(content: VaultFile): void {
    replaceFile(this.file, Buffer.from(JSON.stringify(content, null, 1)))
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

/** Slots: the one data key, wrapped once per member of staff and once for recovery. Pure bytes in, bytes out. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption'
import { z } from 'zod'
import { fold } from '../../../shared/kernel/text'
import { deriveKey, type KdfCost } from './password'

const base64 = z.base64()
const cost = z.strictObject({ memory: z.int(), passes: z.int(), lanes: z.int() })

export const slot = z.strictObject({
  staffId: z.uuid(),
  /** SHA-256 of salt and folded name: the lock screen shows no names, and the file holds none. */
  nameHash: base64,
  salt: base64,
  cost,
  nonce: base64,
  wrapped: base64,
  suspended: z.boolean(),
})
export type Slot = z.infer<typeof slot>

export const vaultFile = z.strictObject({
  format: z.literal('umbral-vault-1'),
  nameSalt: base64,
  cost,
  slots: z.array(slot).min(1),
  recovery: z.strictObject({ recipient: z.string().startsWith('age1'), wrapped: base64 }),
  /** Failed sign-ins not yet written to the audit, which is locked when they happen. */
  failures: z.array(z.strictObject({ at: z.string(), staffId: z.uuid().nullable() })),
  /** Failures in a row, and until when the next try must wait. */
  delay: z.strictObject({ count: z.int(), until: z.string().nullable() }),
})
export type VaultFile = z.infer<typeof vaultFile>

export const hashName = (name: string, nameSalt: string): string =>
  createHash('sha256').update(Buffer.from(nameSalt, 'base64')).update(fold(name), 'utf8').digest('base64')

/** The slot's header, bound to the wrapped key: an altered cost, salt or owner makes the tag fail. */
const headerOf = (made: Pick<Slot, 'staffId' | 'nameHash' | 'salt' | 'cost'>): Buffer =>
  Buffer.from(
    JSON.stringify([made.staffId, made.nameHash, made.salt, made.cost.memory, made.cost.passes, made.cost.lanes]),
  )

/** Wraps the data key under a password: Argon2id, then AES-256-GCM with the header as associated data. */
export async function sealSlot(
  dataKey: Buffer,
  owner: { readonly staffId: string; readonly name: string; readonly password: string },
  options: { readonly nameSalt: string; readonly cost: KdfCost },
): Promise<Slot> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const made = {
    staffId: owner.staffId,
    nameHash: hashName(owner.name, options.nameSalt),
    salt: salt.toString('base64'),
    cost: { ...options.cost },
  }
  const key = await deriveKey(owner.password, salt, options.cost)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(headerOf(made))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  key.fill(0)
  return { ...made, nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64'), suspended: false }
}

/** The data key, or undefined if the password is wrong or the slot was altered (the two cannot be told apart). */
export async function openSlot(made: Slot, password: string): Promise<Buffer | undefined> {
  const key = await deriveKey(password, Buffer.from(made.salt, 'base64'), made.cost)
  const wrapped = Buffer.from(made.wrapped, 'base64')
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(made.nonce, 'base64'))
      .setAAD(headerOf(made))
      .setAuthTag(wrapped.subarray(32))
    return Buffer.concat([cipher.update(wrapped.subarray(0, 32)), cipher.final()])
  } catch {
    return undefined
  } finally {
    key.fill(0)
  }
}

/** Wraps the data key for the recovery recipient (age, X25519 or hybrid). */
export async function sealRecovery(dataKey: Buffer, recipient: string): Promise<VaultFile['recovery']> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  const wrapped = await encrypter.encrypt(new Uint8Array(dataKey))
  return { recipient, wrapped: Buffer.from(wrapped).toString('base64') }
}

/** The data key by the recovery identity (`AGE-SECRET-KEY-1…`), or undefined if it is not the right one. */
export async function openRecovery(recovery: VaultFile['recovery'], identity: string): Promise<Buffer | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return Buffer.from(await decrypter.decrypt(new Uint8Array(Buffer.from(recovery.wrapped, 'base64'))))
  } catch {
    return undefined
  }
}

/** True for text that age takes as a recipient. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** The public recipient of an identity, or undefined if it is none. */
export const recipientOf = (identity: string): Promise<string | undefined> =>
  Promise.resolve()
    .then(() => identityToRecipient(identity))
    .catch(() => undefined)

/** age encryption to headquarters' public keys (X25519, or hybrid when all of headquarters' are); opened by `age -d`. */
import { createHash } from 'node:crypto'
import { Decrypter, Encrypter } from 'age-encryption'

/** Encrypts to every recipient; any one of their identities opens it. */
export async function encryptTo(recipients: readonly string[], plain: Uint8Array): Promise<Buffer> {
  if (recipients.length === 0) throw new Error('A bundle needs a recipient')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return Buffer.from(await encrypter.encrypt(plain))
}

/**
 * The plain bytes, or undefined if the identity does not fit or a single byte was changed, cut off or added. Whole in
 * memory on purpose: as a stream, age hands out early pieces before it can know that the end is missing.
 */
export async function decryptWith(identity: string, sealed: Uint8Array): Promise<Buffer | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    return Buffer.from(await decrypter.decrypt(sealed))
  } catch {
    return undefined
  }
}

/** By what people compare a recipient over the phone and what the manifest names: SHA-256 of its text, in hex. */
export const fingerprintOf = (recipient: string): string =>
  createHash('sha256').update(recipient.trim(), 'utf8').digest('hex')

/** Ed25519 with raw 32-byte keys, by the runtime's own library (OpenSSL in Node, BoringSSL in Electron have it). */
import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto'

// The fixed DER wrappings of RFC 8410: node:crypto takes no raw keys.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

const unwrapped = new WeakMap<Uint8Array, KeyObject>()

/** Making the key takes longer than signing with it, so it is kept for as long as whoever signs keeps the seed. */
function privateKeyOf(seed: Uint8Array): KeyObject {
  const known = unwrapped.get(seed)
  if (known) return known
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  unwrapped.set(seed, key)
  return key
}

/** A new random 32-byte seed; it is the secret key. */
export const newSeed = (): Buffer => randomBytes(32)

/** The public key of a seed. */
export const publicKeyOf = (seed: Uint8Array): Buffer =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(SPKI.length)

export const signEd25519 = (seed: Uint8Array, message: Uint8Array): Buffer => sign(null, message, privateKeyOf(seed))

/** False for a wrong signature and for bytes that are no signature or key at all. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
    return verify(null, message, key, signature)
  } catch {
    return false
  }
}

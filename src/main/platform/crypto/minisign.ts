/**
 * minisign signatures that stock `minisign -V` takes: Ed25519 over the BLAKE2b-512 of the file (`ED`), and a second
 * signature over the first and the trusted comment. BLAKE2b comes from @noble/hashes: Electron's OpenSSL lacks it.
 */
import { randomBytes } from 'node:crypto'
import { blake2b } from '@noble/hashes/blake2.js'
import { newSeed, publicKeyOf, signEd25519, verifyEd25519 } from './ed25519'

export interface MinisignKey {
  /** Eight random bytes by which a signature names its key. */
  readonly number: Buffer
  readonly publicKey: Buffer
  /** The Ed25519 seed. */
  readonly secretKey: Buffer
}
export type MinisignPublicKey = Pick<MinisignKey, 'number' | 'publicKey'>

const LEGACY = Buffer.from('Ed')
const PREHASHED = Buffer.from('ED')

/** A new random key pair. */
export function newMinisignKey(): MinisignKey {
  const secretKey = newSeed()
  return { number: randomBytes(8), publicKey: publicKeyOf(secretKey), secretKey }
}

/** The key's number as minisign shows it: eight bytes, little end first, in capitals. */
export const keyIdOf = (key: Pick<MinisignKey, 'number'>): string =>
  Buffer.from(key.number).reverse().toString('hex').toUpperCase()

/** The one line that headquarters passes to `minisign -P`. */
export const publicKeyLine = (key: MinisignPublicKey): string =>
  Buffer.concat([LEGACY, key.number, key.publicKey]).toString('base64')

/** The text of a `minisign.pub` file. */
export const publicKeyText = (key: MinisignPublicKey): string =>
  `untrusted comment: minisign public key ${keyIdOf(key)}\n${publicKeyLine(key)}\n`

/** Reads a `minisign.pub` file or its second line alone; undefined if it is neither. */
export function parsePublicKey(text: string): MinisignPublicKey | undefined {
  const line = text.trim().split(/\r?\n/).at(-1) ?? ''
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length !== 42 || !bytes.subarray(0, 2).equals(LEGACY)) return undefined
  return { number: bytes.subarray(2, 10), publicKey: bytes.subarray(10) }
}

/** The text of a `.minisig` file over `message`. The trusted comment is one line and is signed too. */
export function signMinisign(key: MinisignKey, message: Uint8Array, trustedComment: string): string {
  if (/[\r\n]/.test(trustedComment)) throw new Error('A trusted comment is one line')
  const signature = signEd25519(key.secretKey, blake2b(message))
  const global = signEd25519(key.secretKey, Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')]))
  return [
    `untrusted comment: signature of key ${keyIdOf(key)}`,
    Buffer.concat([PREHASHED, key.number, signature]).toString('base64'),
    `trusted comment: ${trustedComment}`,
    global.toString('base64'),
    '',
  ].join('\n')
}

/** The trusted comment if the signature holds for this key and message, else undefined. */
export function verifyMinisign(
  key: MinisignPublicKey,
  message: Uint8Array,
  signatureText: string,
): { readonly trustedComment: string } | undefined {
  const [untrusted, packed, trusted, global, ...rest] = signatureText.split(/\r?\n/)
  if (!untrusted?.startsWith('untrusted comment: ') || !trusted?.startsWith('trusted comment: ')) return undefined
  if (rest.join('') !== '') return undefined
  const bytes = Buffer.from(packed ?? '', 'base64')
  // SECURITY: the legacy form without prehash (`Ed`) is refused, as `minisign -H` does: one form, one meaning.
  if (bytes.length !== 74 || !bytes.subarray(0, 2).equals(PREHASHED)) return undefined
  if (!bytes.subarray(2, 10).equals(key.number)) return undefined
  const signature = bytes.subarray(10)
  const trustedComment = trusted.slice('trusted comment: '.length)
  const comment = Buffer.concat([signature, Buffer.from(trustedComment, 'utf8')])
  if (!verifyEd25519(key.publicKey, blake2b(message), signature)) return undefined
  if (!verifyEd25519(key.publicKey, comment, Buffer.from(global ?? '', 'base64'))) return undefined
  return { trustedComment }
}

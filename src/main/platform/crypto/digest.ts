/** Hashes as text, and codes that only the holder of a secret can foretell. */
import { createHash, createHmac } from 'node:crypto'

/** SHA-256 as lower-case hex; text is hashed as UTF-8. */
export const sha256Hex = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Crockford's base 32: no I, L, O, U, so that a code read aloud or typed from paper is not mistaken. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first letters (5 bits each) of HMAC-SHA-256 over a text: the same text gives the same code, and tells nothing of it. */
export function keyedCode(secret: Uint8Array, text: string, letters: number): string {
  const mac = createHmac('sha256', secret).update(text, 'utf8').digest()
  return Array.from({ length: letters }, (_, index) => {
    const bit = index * 5
    const pair = ((mac[bit >> 3] ?? 0) << 8) | (mac[(bit >> 3) + 1] ?? 0)
    return CROCKFORD[(pair >> (11 - (bit & 7))) & 31] ?? ''
  }).join('')
}

/** A certificate's code as whoever checks it takes it apart: the app only writes it, and the checking page has its own. */
import { BACK_TAG, PROOF_TAG } from '../../src/main/features/certificates/proof.rules'

/** Of certificates issued before CONSTANCIA2; they stay valid. */
const OLD_TAG = 'CONSTANCIA1'

export interface Proof {
  readonly kind: 'face' | 'back'
  /** What is stated, as texts: of a face in the order of version 2, of a back folio, hours and modules. */
  readonly stated: readonly string[]
  readonly keyId: string
  readonly signed: string
  readonly signature: string
}

/** Takes a code's text apart; null if it is not one of ours. Version 1 had fewer fields: the others are empty. */
export function parseProof(text: string): Proof | null {
  const fields = text.normalize('NFC').split('|')
  const [tag, ...rest] = fields
  const [keyId, signature] = rest.slice(-2)
  if (keyId === undefined || signature === undefined) return null
  const stated = rest.slice(0, -2)
  const ends = { keyId, signature, signed: fields.slice(0, -1).join('|') }
  if (tag === PROOF_TAG && stated.length === 15) return { kind: 'face', stated, ...ends }
  if (tag === OLD_TAG && stated.length === 9)
    return { kind: 'face', stated: [...stated.slice(0, 7), '', '', ...stated.slice(7), '', '', '', ''], ...ends }
  if (tag === BACK_TAG && stated.length >= 3) return { kind: 'back', stated, ...ends }
  return null
}

/**
 * The text in a certificate's QR: readable with any phone, verifiable without us. Version 1, fields parted by `|`:
 *
 *     CONSTANCIA1|folio|name|trade|hours|from|until|issued|issuer|place|key|signature
 *
 * UTF-8, NFC. Days are YYYY-MM-DD, hours a whole number. `key` names the Ed25519 public key of the year; `signature` is
 * base64url without padding, over the UTF-8 bytes of everything before the last `|`. A `|` inside a field is written `¦`.
 * The tag names neither the office nor its program: the text must not tell where a certificate was earned.
 */
import { z } from 'zod'
import { civilDate } from '../../../shared/kernel/civil-date'

export const PROOF_TAG = 'CONSTANCIA1'

/** What a certificate states: printed on its face, frozen at issue, signed in its QR. */
export const statement = z.strictObject({
  folio: z.string().min(1),
  name: z.string().min(1),
  trade: z.string().min(1),
  hours: z.int().positive(),
  from: civilDate,
  until: civilDate,
  issuedOn: civilDate,
  issuer: z.string().min(1),
  /** Municipality and state, and nothing nearer. */
  place: z.string().min(1),
})
export type Statement = z.infer<typeof statement>

const field = (text: string): string => text.normalize('NFC').replace(/\|/g, '¦')

/** The part that is signed. */
export const signedText = (facts: Statement, keyId: string): string =>
  [
    PROOF_TAG,
    facts.folio,
    facts.name,
    facts.trade,
    String(facts.hours),
    facts.from,
    facts.until,
    facts.issuedOn,
    facts.issuer,
    facts.place,
    keyId,
  ]
    .map(field)
    .join('|')

/** The whole text of the QR. */
export const proofText = (signed: string, signature: string): string => `${signed}|${signature}`

export interface Proof {
  readonly statement: Statement
  readonly keyId: string
  readonly signed: string
  readonly signature: string
}

/** Takes a QR's text apart; null if it is not one of ours or a field is not what it should be. */
export function parseProof(text: string): Proof | null {
  const fields = text.normalize('NFC').split('|')
  if (fields.length !== 12 || fields[0] !== PROOF_TAG) return null
  const [, folio, name, trade, hours, from, until, issuedOn, issuer, place, keyId = '', signature = ''] = fields
  const parsed = statement.safeParse({ folio, name, trade, hours: Number(hours), from, until, issuedOn, issuer, place })
  if (!parsed.success || String(parsed.data.hours) !== hours) return null
  return { statement: parsed.data, keyId, signed: fields.slice(0, -1).join('|'), signature }
}

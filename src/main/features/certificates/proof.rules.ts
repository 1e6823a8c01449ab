/**
 * The texts in a certificate's codes: readable with any phone, verifiable without us. Fields parted by `|`, UTF-8, NFC:
 *
 *     CONSTANCIA1|folio|name|trade|hours|from|until|issued|issuer|place|key|signature
 *     CONSTANCIA2|folio|name|trade|hours|from|until|issued|valid until|registration|issuer|place|contact|signed by
 *                |replaces|duplicate|key|signature
 *     TEMARIO1|folio|hours|module, duration|…|key|signature
 *
 * Version 2 states everything that is printed on the face; what does not apply is empty. TEMARIO is the code of the back.
 * Days are YYYY-MM-DD, hours a whole number; a registration is `body, number` or `body, number, standard`; signatories
 * are `name, post` parted by `; `; a duplicate is its number and the day it was made, parted by a space. `key` names the
 * Ed25519 public key of the year; `signature` is base64url without padding, over the UTF-8 bytes of everything before the
 * last `|`. A `|` inside a field is written `¦`. No tag names the office or its program: the text must not tell where a
 * certificate was earned. Version 1 was printed until November 2026 and stays verifiable.
 */
import { z } from 'zod'
import { civilDate } from '../../../shared/kernel/civil-date'

export const PROOF_TAG = 'CONSTANCIA2'
export const BACK_TAG = 'TEMARIO1'

/** Who outside vouches for the workshop. Without one, nothing on a certificate speaks of official validity. */
export const registration = z.strictObject({
  body: z.string().min(1),
  number: z.string().min(1),
  /** CONOCER's code, `EC0217.01`. */
  standard: z.string().nullable(),
})

export const signatory = z.strictObject({ name: z.string().min(1), post: z.string().min(1) })

export const duplicate = z.strictObject({ number: z.int().min(1), madeOn: civilDate })

/** What a certificate states: printed on its face, frozen at issue, signed in its code. */
export const statement = z.strictObject({
  folio: z.string().min(1),
  name: z.string().min(1),
  trade: z.string().min(1),
  hours: z.int().positive(),
  from: civilDate,
  until: civilDate,
  issuedOn: civilDate,
  /** Last day on which it holds; null: for good. */
  validUntil: civilDate.nullable(),
  registration: registration.nullable(),
  issuer: z.string().min(1),
  /** Municipality and state, and nothing nearer. */
  place: z.string().min(1),
  /** Where the issuer answers questions: headquarters, never the center. */
  contact: z.string(),
  signatories: z.array(signatory).min(1).max(4),
  /** The folio whose place it takes. */
  replaces: z.string().nullable(),
  /** On a duplicate, which is a paper of its own with the same folio. */
  duplicate: duplicate.nullable(),
})
export type Statement = z.infer<typeof statement>

export const trainingModule = z.strictObject({ title: z.string().min(1), minutes: z.int().positive() })
export type TrainingModule = z.infer<typeof trainingModule>

const field = (text: string): string => text.normalize('NFC').replace(/\|/g, '¦')

/** Fields of a text, with what a field may not hold written otherwise. */
const line = (fields: readonly string[]): string => fields.map(field).join('|')

export const registrationText = (of: Statement['registration']): string =>
  of ? [of.body, of.number, of.standard].filter(Boolean).join(', ') : ''
export const signedByText = (signatories: Statement['signatories']): string =>
  signatories.map(({ name, post }) => `${name}, ${post}`).join('; ')
const duplicateText = (of: Statement['duplicate']): string => (of ? `${of.number} ${of.madeOn}` : '')

/** `2 h`, `45 min`, `1 h 30 min`: as the back prints it and its code states it. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}

/** The fields of a face in the order of version 2, as texts. */
export const statedFields = (facts: Statement): readonly string[] => [
  facts.folio,
  facts.name,
  facts.trade,
  String(facts.hours),
  facts.from,
  facts.until,
  facts.issuedOn,
  facts.validUntil ?? '',
  registrationText(facts.registration),
  facts.issuer,
  facts.place,
  facts.contact,
  signedByText(facts.signatories),
  facts.replaces ?? '',
  duplicateText(facts.duplicate),
]

/** The part of the face's text that is signed. */
export const signedText = (facts: Statement, keyId: string): string => line([PROOF_TAG, ...statedFields(facts), keyId])

/** The part of the back's text that is signed. */
export const signedBack = (
  facts: Pick<Statement, 'folio' | 'hours'> & { readonly modules: readonly TrainingModule[] },
  keyId: string,
): string =>
  line([
    BACK_TAG,
    facts.folio,
    String(facts.hours),
    ...facts.modules.map(({ title, minutes }) => `${title}, ${durationText(minutes)}`),
    keyId,
  ])

/**
 * The most bytes of a code that phones still read from paper: its modules are then 0.29 mm wide. Above 2,331 there is no
 * code at all.
 */
export const MOST_CODE_BYTES = 1900

/** The whole text of a code. */
export const proofText = (signed: string, signature: string): string => `${signed}|${signature}`

/** Channels of an issued certificate: its record, its copies, what replaces or ends it; the ledger; the register of forms. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { change, issue, read } from './define'
import { certificateTemplate, draftKind } from './certificate-steps.contract'
import { issuedPaper } from './paper'

const ISSUERS: readonly Role[] = ['director', 'coordinator']

export const certificateState = z.enum(['issued', 'delivered', 'replaced', 'revoked', 'annulled'])
export type IssuedState = z.infer<typeof certificateState>
export const certificateEvent = z.enum([
  'kept',
  'delivered',
  'delivery-undone',
  'duplicated',
  'replaced',
  'renewed',
  'revoked',
  'annulled',
])
export type CertificateEvent = z.infer<typeof certificateEvent>

export const duplicateCause = z.enum(['lost', 'damaged', 'stolen', 'other'])
export const replacementCause = z.enum(['name-corrected', 'data-corrected'])
export const revocationCause = z.enum(['not-earned', 'issued-by-mistake', 'false-data', 'court-order', 'other'])
export const annulmentCause = z.enum(['misprint', 'jam', 'stain', 'torn', 'wrong-data', 'lost', 'other'])
export const formCause = z.enum(['misprint', 'jam', 'stain', 'torn', 'wrong-data', 'lost', 'other'])
export const deliveredTo = z.enum(['herself', 'family', 'release'])

const versioned = z.strictObject({ id, version: z.int() })
const note = z.string().trim().min(1).max(300)
const noteOf = { note: note.nullable() }
const formNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9/-]{0,19}$/)

/** What else is printed of a certificate, and where it stands. */
const found = versioned.extend({
  folio: z.string(),
  personId: id,
  name: z.string(),
  editionId: id,
  title: z.string(),
  state: certificateState,
  stateOn: civilDate,
  issuedOn: civilDate,
  validUntil: civilDate.nullable(),
})

const link = z.strictObject({ id, folio: z.string() })

const record = found.extend({
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  fileNumber: z.string(),
  /** The name on the paper; hers may have been corrected since. */
  printedName: z.string(),
  hours: z.int(),
  from: civilDate,
  until: civilDate,
  kind: draftKind,
  template: certificateTemplate,
  templateVersion: z.int(),
  /** Hash of the frozen bytes. */
  sha256: z.string(),
  endCause: z.string().nullable(),
  endNote: z.string().nullable(),
  keptOn: civilDate.nullable(),
  deliveredOn: civilDate.nullable(),
  deliveredTo: deliveredTo.nullable(),
  receivedBy: z.string().nullable(),
  deliveredBy: z.string().nullable(),
  issuedBy: z.string().nullable(),
  signedOffBy: z.string().nullable(),
  replaces: link.nullable(),
  replacedBy: link.nullable(),
  /** A certificate that is to take its place is being prepared. */
  successor: z.enum(['draft', 'to-sign']).nullable(),
  /** The day from which it may be renewed, while that is to come. */
  renewableFrom: civilDate.nullable(),
  duplicates: z.array(z.strictObject({ paperId: id, folio: z.string(), number: z.int(), on: civilDate })),
  forms: z.array(
    z.strictObject({
      number: z.string(),
      purpose: z.enum(['certificate', 'duplicate', 'other']),
      spoiledCause: formCause.nullable(),
    }),
  ),
  history: z.array(
    z.strictObject({
      event: z.union([z.literal('issued'), certificateEvent]),
      on: civilDate,
      at: instant.nullable(),
      by: z.string().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** What its state still takes. */
  acts: z.array(
    z.enum(['keep', 'deliver', 'undo-delivery', 'duplicate', 'start-replacement', 'start-renewal', 'revoke', 'annul']),
  ),
})
export type CertificateRecord = z.infer<typeof record>

const ENDED = ['certificate-replaced', 'certificate-revoked', 'certificate-annulled'] as const

export const certificateRecordContract = {
  'certificates.record': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: record,
    refusals: ['unknown-certificate', 'sensitive-group'],
  }),
  /** By folio or name, whatever became of it. */
  'certificates.find': read({
    who: OFFICE,
    input: z.strictObject({ text: z.string().trim().max(120) }),
    output: z.strictObject({ rows: z.array(found), more: z.boolean() }),
    refusals: [],
  }),
  /** The frozen bytes, for the viewer and for every reprint. */
  'certificates.paper': read({
    who: OFFICE,
    audited: 'certificate.opened',
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['unknown-certificate', 'sensitive-group', 'paper-damaged'],
  }),
  /** The frozen sheet that goes with a copy. */
  'certificates.duplicatePaper': read({
    who: OFFICE,
    audited: 'certificate.opened',
    input: z.strictObject({ id, number: z.int().positive() }),
    output: issuedPaper,
    refusals: ['unknown-certificate', 'sensitive-group', 'paper-damaged'],
  }),
  /** Same folio, same bytes, and a sheet that says which copy it is. */
  'certificates.duplicate': issue({
    who: ISSUERS,
    input: versioned.extend({ cause: duplicateCause, ...noteOf }),
    output: issuedPaper,
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'note-missing',
      'no-signatory',
      'clock-set-back',
      'glyph-missing',
      ...ENDED,
      'stale',
    ],
  }),
  /** A draft that will take its place under a new folio, because what is printed is wrong. */
  'certificates.startReplacement': change({
    who: ISSUERS,
    input: versioned.extend({ cause: replacementCause, note }),
    output: z.strictObject({ editionId: id }),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'not-a-candidate',
      'nothing-to-correct',
      'name-not-asked',
      'successor-in-hand',
      ...ENDED,
      'stale',
    ],
  }),
  /** A draft that will take its place under a new folio with a new validity. */
  'certificates.startRenewal': change({
    who: ISSUERS,
    input: versioned.extend({ note }),
    output: z.strictObject({ editionId: id }),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'not-a-candidate',
      'no-validity',
      'name-not-asked',
      'renewal-too-early',
      'successor-in-hand',
      ...ENDED,
      'stale',
    ],
  }),
  'certificates.revoke': change({
    who: ['director'],
    input: versioned.extend({ cause: revocationCause, note }),
    output: z.null(),
    refusals: ['unknown-certificate', 'sensitive-group', 'clock-set-back', ...ENDED, 'stale'],
  }),
  /** The paper came out wrong and never left the office; the form's number is kept. */
  'certificates.annul': change({
    who: ISSUERS,
    input: versioned.extend({ cause: annulmentCause, formNumber: formNumber.nullable(), ...noteOf }),
    output: z.null(),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'already-delivered',
      'note-missing',
      'form-known',
      'clock-set-back',
      ...ENDED,
      'stale',
    ],
  }),
  /** Certificates whose validity ends soon or has ended, and that nothing has renewed. */
  'certificates.expiring': read({
    who: OFFICE,
    input: z.strictObject({ days: z.int().min(0).max(730) }),
    output: z.strictObject({ rows: z.array(found.extend({ left: z.boolean() })) }),
    refusals: [],
  }),
  /** Walks the chain of all folios and of what befell them, and names the first link that does not hold. */
  'certificates.verifyLedger': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      size: z.int(),
      events: z.int(),
      brokenAt: z.string().nullable(),
      /** What of it does not hold. */
      broken: z.enum(['chain', 'number', 'hash', 'fate', 'loose']).nullable(),
    }),
    refusals: [],
  }),
  'certificates.forms': read({
    who: OFFICE,
    input: z.strictObject({ year: z.int().min(2000).max(2200).optional() }),
    output: z.strictObject({
      year: z.int(),
      years: z.array(z.int()),
      used: z.int(),
      spoiled: z.int(),
      rows: z.array(
        versioned.extend({
          number: z.string(),
          purpose: z.enum(['certificate', 'duplicate', 'other']),
          certificateId: id.nullable(),
          folio: z.string().nullable(),
          name: z.string().nullable(),
          spoiledCause: formCause.nullable(),
          note: z.string().nullable(),
          recordedOn: civilDate,
          recordedBy: z.string(),
        }),
      ),
    }),
    refusals: [],
  }),
  /** Forms used, one after the other from a first number, for certificates in the order given. */
  'certificates.useForms': change({
    who: PLANNERS,
    input: z.strictObject({
      first: formNumber,
      certificateIds: z.array(id).min(1).max(600),
      purpose: z.enum(['certificate', 'duplicate']),
    }),
    output: z.strictObject({ first: z.string(), last: z.string() }),
    refusals: ['unknown-certificate', 'sensitive-group', 'form-number', 'form-known'],
  }),
  /** A form spoiled: one never recorded before, or one that had been used. */
  'certificates.spoilForm': change({
    who: PLANNERS,
    input: z.strictObject({ number: formNumber, cause: formCause, ...noteOf }),
    output: z.null(),
    refusals: ['form-spoiled', 'note-missing'],
  }),
}

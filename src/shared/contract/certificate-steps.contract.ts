/** Channels of the way to a certificate: prepared, its result signed off by one person, issued by another; handed over. */
import { z } from 'zod'
import { civilDate, instant } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { change, issue, read } from './define'

const ISSUERS: readonly Role[] = ['director', 'coordinator']

/** The most that one act takes: a whole edition. */
const MOST = 600
const versioned = z.strictObject({ id, version: z.int() })
const drafts = z.array(versioned).min(1).max(MOST)

export const nameKind = z.enum(['legal', 'chosen'])
export type NameKind = z.infer<typeof nameKind>
export const certificateTemplate = z.enum(['festive', 'sober'])
export type CertificateTemplate = z.infer<typeof certificateTemplate>
export const draftKind = z.enum(['first', 'replacement', 'renewal'])

const draft = versioned.extend({
  personId: id,
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  fileNumber: z.string(),
  kind: draftKind,
  /** The folio that this one will take the place of. */
  replacesFolio: z.string().nullable(),
  state: z.enum(['draft', 'to-sign']),
  /** Null: she has a chosen name and nobody has asked her which to print. */
  nameKind: nameKind.nullable(),
  printedName: z.string().nullable(),
  /** Both names as they would be printed, so that she can be asked. */
  legalName: z.string(),
  spokenName: z.string(),
  template: certificateTemplate,
  /** What changed since it was prepared; it must be prepared again. */
  changed: z.enum(['edition-reopened', 'rule-changed', 'figures-changed', 'name-changed', 'not-earned']).nullable(),
  preparedBy: z.string(),
  preparedOn: civilDate,
  /** It was signed off, and came back from her who was to issue it. */
  sentBack: z.strictObject({ by: z.string(), reason: z.string() }).nullable(),
  signedOffBy: z.string().nullable(),
  signedOffAt: instant.nullable(),
  /** She who looks signed it off: somebody else must issue it. */
  mine: z.boolean(),
})
export type CertificateDraft = z.infer<typeof draft>

export const certificateStepsContract = {
  /** Where an edition stands on its way to certificates. */
  'certificates.steps': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      drafts: z.array(draft),
      /** Earned, and neither drafted nor issued. */
      earned: z.int(),
      /** Earned, but a certificate of theirs was revoked: prepared only by name. */
      revoked: z.array(z.strictObject({ personId: id, name: z.string(), folio: z.string() })),
      template: certificateTemplate,
    }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** Drafts for all who have earned one (or for some of them), and afresh for those whose facts have changed. */
  'certificates.prepare': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      /** Null: all who have earned one and had none revoked. */
      personIds: z.array(id).min(1).max(MOST).nullable(),
      template: certificateTemplate.optional(),
    }),
    output: z.strictObject({ prepared: z.int(), again: z.int(), toAsk: z.int() }),
    refusals: [
      'unknown-edition',
      'sensitive-group',
      'not-a-candidate',
      'certificate-not-earned',
      'certificate-already-issued',
      'already-signed-off',
      'nobody-to-prepare',
    ],
  }),
  /** Which of her names she wants printed: remembered for every certificate to come. */
  'certificates.setName': change({
    who: PLANNERS,
    input: z.strictObject({ personId: id, kind: nameKind }),
    output: z.strictObject({ drafts: z.int() }),
    refusals: ['unknown-person', 'no-chosen-name', 'already-signed-off'],
  }),
  'certificates.setTemplate': change({
    who: PLANNERS,
    input: z.strictObject({ editionId: id, template: certificateTemplate }),
    output: z.strictObject({ drafts: z.int() }),
    refusals: ['unknown-edition', 'sensitive-group', 'no-draft'],
  }),
  'certificates.deleteDrafts': change({
    who: PLANNERS,
    input: z.strictObject({ drafts }),
    output: z.null(),
    refusals: ['unknown-draft', 'sensitive-group', 'already-signed-off', 'certificate-already-issued', 'stale'],
  }),
  /** Says that the results are right. Who signs off does not issue. */
  'certificates.signOff': change({
    who: PLANNERS,
    input: z.strictObject({ editionId: id, drafts }),
    output: z.null(),
    refusals: [
      'unknown-edition',
      'sensitive-group',
      'unknown-draft',
      'already-signed-off',
      'certificate-already-issued',
      'not-a-candidate',
      'certificate-not-earned',
      'edition-reopened',
      'rule-changed',
      'figures-changed',
      'name-not-asked',
      'name-changed',
      'name-names-center',
      'code-too-long',
      'stale',
    ],
  }),
  'certificates.sendBack': change({
    who: PLANNERS,
    input: z.strictObject({ drafts, reason: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: ['unknown-draft', 'sensitive-group', 'not-signed-off', 'certificate-already-issued', 'stale'],
  }),
  /** Gives folios and freezes the papers of women whose drafts somebody else signed off. All or none. */
  'certificates.issue': issue({
    who: ISSUERS,
    input: z.strictObject({ editionId: id, personIds: z.array(id).min(1).max(MOST) }),
    output: z.strictObject({
      issued: z.array(z.strictObject({ id, personId: id, folio: z.string() })),
    }),
    refusals: [
      'unknown-edition',
      'sensitive-group',
      'not-a-candidate',
      'not-signed-off',
      'same-person',
      'edition-reopened',
      'rule-changed',
      'figures-changed',
      'name-changed',
      'name-not-asked',
      'no-signatory',
      'too-many-signatories',
      'clock-set-back',
      'certificate-names-center',
      'certificate-not-earned',
      'certificate-already-issued',
      'certificate-replaced',
      'certificate-revoked',
      'certificate-annulled',
      'glyph-missing',
      'code-too-long',
      'stale',
    ],
  }),
  /** Handed over: to herself, to her family at the door, or when she was released. */
  'certificates.markDelivered': change({
    who: PLANNERS,
    input: z
      .strictObject({
        certificates: z.array(versioned).min(1).max(MOST),
        deliveredOn: civilDate,
        to: z.enum(['herself', 'family', 'release']),
        /** Who of her family took it: name and what she is to her. */
        receivedBy: z.string().trim().min(1).max(120).nullable(),
      })
      .refine((input) => (input.to === 'family') === (input.receivedBy !== null), { path: ['receivedBy'] }),
    output: z.null(),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'already-delivered',
      'certificate-replaced',
      'certificate-revoked',
      'certificate-annulled',
      'delivered-in-future',
      'delivered-before-issue',
      'clock-set-back',
      'stale',
    ],
  }),
  /** Kept in her file because she asked for it: still to be handed over when she leaves. */
  'certificates.keep': change({
    who: PLANNERS,
    input: z.strictObject({ certificates: z.array(versioned).min(1).max(MOST), keptOn: civilDate }),
    output: z.null(),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'already-delivered',
      'already-kept',
      'certificate-replaced',
      'certificate-revoked',
      'certificate-annulled',
      'delivered-in-future',
      'delivered-before-issue',
      'clock-set-back',
      'stale',
    ],
  }),
  /** A delivery that was recorded by mistake. */
  'certificates.undoDelivery': change({
    who: PLANNERS,
    input: versioned.extend({ reason: z.string().trim().min(1).max(300) }),
    output: z.null(),
    refusals: [
      'unknown-certificate',
      'sensitive-group',
      'not-delivered',
      'certificate-replaced',
      'certificate-revoked',
      'certificate-annulled',
      'clock-set-back',
      'stale',
    ],
  }),
  /** Everything issued that still lies in the office; women who have left first. */
  'certificates.undelivered': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      rows: z.array(
        versioned.extend({
          folio: z.string(),
          personId: id,
          surname1: z.string(),
          surname2: z.string().nullable(),
          givenNames: z.string(),
          chosenName: z.string().nullable(),
          fileNumber: z.string(),
          editionId: id,
          title: z.string(),
          issuedOn: civilDate,
          keptOn: civilDate.nullable(),
          /** A blank form was noted for it. */
          hasForm: z.boolean(),
          /** Day on which she left; null while she is here. */
          leftOn: civilDate.nullable(),
        }),
      ),
    }),
    refusals: [],
  }),
}

/** Channels of a woman's portfolio and release folder: photos of her work, contacts, the checks before release, what she was handed. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, type Role } from '../kernel/roles'
import { CONSENT_STATES } from './consents.contract'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { newPicture, picture, PICTURE_REFUSALS } from './picture'

const text = (max: number) => z.string().trim().min(1).max(max)
const WRITERS: readonly Role[] = ['director', 'coordinator', 'axis-lead', 'mother-child', 'mental-health']

/** Days before release on which the folder is checked. */
export const RELEASE_CHECKS = [30, 7] as const
export const releaseCheck = z.union([z.literal(30), z.literal(7)])
export type ReleaseCheck = (typeof RELEASE_CHECKS)[number]

/** What may be handed to her, as her receipt names it. */
export const HANDED_KINDS = ['certificate', 'statement', 'folder', 'other'] as const
export const handedItem = z.strictObject({
  kind: z.enum(HANDED_KINDS),
  /** Folio, or what it is. */
  what: z.string(),
  /** The certificate or paper it is; null for what has no folio of ours. */
  id: id.nullable(),
})
export type HandedItem = z.infer<typeof handedItem>

const handover = z.strictObject({
  id,
  version: z.int(),
  paperId: id,
  folio: z.string(),
  printedOn: civilDate,
  items: z.array(handedItem),
  signedOn: civilDate.nullable(),
  signedHow: z.enum(['signature', 'thumbprint']).nullable(),
  receivedBy: z.string().nullable(),
  cancelledOn: civilDate.nullable(),
})
export type Handover = z.infer<typeof handover>

const portfolio = z.strictObject({
  photoConsent: z.enum(CONSENT_STATES),
  /** Empty without her consent. */
  photos: z.array(
    z.strictObject({
      id,
      caption: z.string(),
      workshop: z.string().nullable(),
      takenOn: civilDate.nullable(),
    }),
  ),
  /** Photos that are kept although she agrees no more: to be taken out. */
  withheldPhotos: z.int(),
  certificates: z.array(
    z.strictObject({
      id,
      version: z.int(),
      title: z.string(),
      folio: z.string(),
      issuedOn: civilDate,
      validUntil: civilDate.nullable(),
      deliveredOn: civilDate.nullable(),
    }),
  ),
  /** Groups that a statement or a photo may be of. */
  workshops: z.array(z.strictObject({ editionId: id, title: z.string(), code: z.string(), minutes: z.int() })),
  contacts: z.array(z.strictObject({ id, name: z.string(), offers: z.string(), reachedAt: z.string() })),
  issuer: z.strictObject({ name: z.string(), contact: z.string() }),
  /** Null: she is not here. */
  release: z
    .strictObject({
      releasesOn: civilDate.nullable(),
      /** `said`: her own word at intake, a month. */
      from: z.enum(['set', 'said', 'unknown']),
      /** Null while nobody has set the day. */
      version: z.int().nullable(),
      checks: z.array(
        z.strictObject({
          daysBefore: releaseCheck,
          dueOn: civilDate.nullable(),
          checkedOn: civilDate.nullable(),
          checkedBy: z.string().nullable(),
          note: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  handovers: z.array(handover),
})
export type Portfolio = z.infer<typeof portfolio>

export const portfolioContract = {
  'people.portfolio': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: portfolio,
    refusals: ['unknown-person'],
  }),
  'people.photo': read({
    who: OFFICE,
    input: z.strictObject({ id }),
    output: picture,
    refusals: ['unknown-photo', 'photo-not-consented'],
  }),
  'people.addPhoto': change({
    who: WRITERS,
    input: z.strictObject({
      personId: id,
      editionId: id.nullable(),
      caption: text(120),
      takenOn: civilDate.nullable(),
      picture: newPicture,
    }),
    output: z.strictObject({ id }),
    refusals: [
      'unknown-person',
      'photo-not-consented',
      'unknown-edition',
      'day-in-the-future',
      'too-many-photos',
      'folder-names-center',
      ...PICTURE_REFUSALS,
    ],
  }),
  /** Takes a photo out for good. Also without consent: that is when it must be possible. */
  'people.removePhotos': change({
    who: WRITERS,
    input: z.strictObject({ personId: id, ids: z.array(id).min(1).max(60).nullable() }),
    output: z.strictObject({ removed: z.int() }),
    refusals: ['unknown-person', 'unknown-photo'],
  }),
  'people.addContact': change({
    who: WRITERS,
    input: z.strictObject({ personId: id, name: text(120), offers: text(200), reachedAt: text(200) }),
    output: z.strictObject({ id }),
    refusals: ['unknown-person', 'folder-names-center'],
  }),
  'people.removeContact': change({
    who: WRITERS,
    input: z.strictObject({ id }),
    output: z.null(),
    refusals: ['unknown-contact'],
  }),
  'people.setReleaseDay': change({
    who: WRITERS,
    input: z.strictObject({ personId: id, releasesOn: civilDate, version: z.int().nullable() }),
    output: z.null(),
    refusals: ['unknown-person', 'person-not-here', 'day-not-ahead', 'stale'],
  }),
  'people.checkRelease': change({
    who: WRITERS,
    input: z.strictObject({ personId: id, daysBefore: releaseCheck, note: z.string().trim().max(300).default('') }),
    output: z.null(),
    refusals: ['unknown-person', 'person-not-here', 'no-release-day', 'already-checked'],
  }),
  /** Her folder as one PDF: contents, contacts, photos, then each certificate and statement as it was issued. */
  'people.printFolder': issue({
    who: WRITERS,
    input: z.strictObject({ id }),
    output: issuedPaper,
    refusals: ['unknown-person', 'folder-names-center', 'glyph-missing', 'paper-damaged', 'stale'],
  }),
  /** The receipt she signs for what she is handed. */
  'people.printHandover': issue({
    who: WRITERS,
    input: z.strictObject({ personId: id, items: z.array(handedItem).min(1).max(60) }),
    output: issuedPaper.extend({ handoverId: id }),
    refusals: ['unknown-person', 'not-hers', 'stale'],
  }),
  'people.signHandover': change({
    who: WRITERS,
    input: z.strictObject({
      id,
      version: z.int(),
      signedOn: civilDate,
      how: z.enum(['signature', 'thumbprint']),
      /** Who took it in her place; null: she herself. */
      receivedBy: text(120).nullable(),
      /** Certificates that it names and that were not ticked: they stay in the office. */
      leftHere: z.array(id).max(60).default([]),
    }),
    /** Certificates that the receipt names and that still lay in the office: delivered in the same act. */
    output: z.strictObject({ delivered: z.int() }),
    refusals: [
      'unknown-handover',
      'already-signed',
      'handover-cancelled',
      'day-in-the-future',
      'before-printing',
      'clock-set-back',
      'stale',
    ],
  }),
  'people.cancelHandover': change({
    who: WRITERS,
    input: z.strictObject({ id, version: z.int(), reason: z.string().trim().min(3).max(300) }),
    output: z.null(),
    refusals: ['unknown-handover', 'already-signed', 'handover-cancelled', 'stale'],
  }),
}

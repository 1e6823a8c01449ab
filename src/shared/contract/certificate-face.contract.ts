/** Channels of how certificates look and how they are checked: template, pictures, preview, letters; the run of an edition; the list. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS, type Role } from '../kernel/roles'
import { certificateTemplate } from './certificate-steps.contract'
import { change, issue, read } from './define'
import { issuedPaper } from './paper'
import { newPicture, picture, PICTURE_REFUSALS } from './picture'

const SETTERS: readonly Role[] = ['director', 'coordinator']

/** A logo or a seal weighs little: it is in every certificate, five hundred times in a run. */
export const MOST_FACE_PICTURE_BYTES = 48_000
export const MOST_FACE_PICTURE_SIDE = 480

/** A picture of the face as it is to be: as it is, none, or another. */
const nextPicture = z.union([z.literal('keep'), z.null(), newPicture])

export const certificateFaceContract = {
  /** How certificates look from now on, who would sign today's, and what on the face would tell too much. */
  'certificates.face': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.int(),
      template: certificateTemplate,
      logo: picture.nullable(),
      seal: picture.nullable(),
      signatories: z.array(z.strictObject({ name: z.string(), post: z.string() })),
      /** Terms that end within ninety days, or have ended and left nobody in the post. */
      ending: z.array(z.strictObject({ name: z.string(), post: z.string(), until: civilDate })),
      telling: z.array(z.string()),
    }),
    refusals: [],
  }),
  'certificates.changeFace': change({
    who: SETTERS,
    input: z.strictObject({ version: z.int(), template: certificateTemplate, logo: nextPicture, seal: nextPicture }),
    output: z.null(),
    refusals: [...PICTURE_REFUSALS, 'stale'],
  }),
  /** A sample with the longest real name of an edition, or of everybody: to be looked at, never to be handed out. */
  'certificates.preview': read({
    who: OFFICE,
    input: z.strictObject({
      editionId: id.nullable(),
      template: certificateTemplate,
      /** Pictures not kept yet; `keep` takes those in use. */
      logo: nextPicture,
      seal: nextPicture,
    }),
    output: issuedPaper.omit({ id: true }),
    refusals: ['unknown-edition', 'sensitive-group', 'no-signatory', ...PICTURE_REFUSALS],
  }),
  /** Names of which the certificate's letters cannot draw some letter, before the day on which they are to be printed. */
  'certificates.letters': read({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({
      /** How many names were checked. */
      checked: z.int(),
      people: z.array(z.strictObject({ personId: id, name: z.string(), fileNumber: z.string(), letters: z.string() })),
      /** Titles of workshops and modules, names and posts of those who sign, issuer. */
      texts: z.array(z.strictObject({ text: z.string(), letters: z.string() })),
    }),
    refusals: [],
  }),
  /** What there is to print and to hand over of an edition. */
  'certificates.held': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({
      certificates: z.int(),
      undelivered: z.int(),
      /** The first of each in roster order, to be shown while the others are put behind it. */
      first: id.nullable(),
      firstUndelivered: id.nullable(),
    }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  /** All certificates of an edition that still hold, in roster order, as one PDF: the frozen bytes, put one behind the other. */
  'certificates.run': issue({
    who: PLANNERS,
    input: z.strictObject({ editionId: id, /** Only those not handed over yet. */ onlyUndelivered: z.boolean() }),
    output: z.strictObject({ title: z.string(), certificates: z.int(), pages: z.int(), pdf: z.base64() }),
    refusals: ['unknown-edition', 'sensitive-group', 'no-certificates-to-print', 'paper-damaged', 'stale'],
  }),
  /** The sheet on which each signs for hers, with the count of forms. */
  'certificates.deliverySheet': issue({
    who: PLANNERS,
    input: z.strictObject({ editionId: id }),
    output: issuedPaper,
    refusals: ['unknown-edition', 'sensitive-group', 'no-certificates-to-print', 'stale'],
  }),
  /** Saves the signed list of folios that says which still hold. */
  'certificates.saveFolioList': issue({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({ fileName: z.string() }),
    refusals: ['no-certificate-yet', 'not-saved'],
  }),
}

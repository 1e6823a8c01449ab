/** Channels of the certificates: who has earned one and who not, evaluations, issue, the frozen paper, delivery, the verifier. */
import { z } from 'zod'
import { civilDate } from '../kernel/civil-date'
import { id } from '../kernel/ids'
import { OFFICE, PLANNERS } from '../kernel/roles'
import { change, issue, read } from './define'

export const evaluationResult = z.enum(['A', 'NA', 'NP'])

export const edition = z.strictObject({
  id,
  code: z.string(),
  title: z.string(),
  hours: z.int(),
  startsOn: civilDate,
  endsOn: civilDate,
  minRatePercent: z.int(),
  minHours: z.int().nullable(),
  asksModules: z.boolean(),
  asksPractical: z.boolean(),
  asksTools: z.boolean(),
  /** How long its certificates hold; null: for good. */
  validMonths: z.int().nullable(),
  ended: z.boolean(),
})

/** A reason why a certificate is not earned; its figures are in the row. Sentence: `certificates.missing.<code>`. */
export const missing = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('not-ended'), endsOn: civilDate }),
  z.strictObject({ code: z.literal('no-attendance') }),
  z.strictObject({
    code: z.literal('rate-below-minimum'),
    attended: z.int(),
    counted: z.int(),
    minRatePercent: z.int(),
  }),
  z.strictObject({ code: z.literal('hours-below-minimum'), hours: z.int(), minHours: z.int() }),
  z.strictObject({ code: z.literal('modules-missing'), passed: z.int(), modules: z.int() }),
  z.strictObject({ code: z.literal('practical-missing') }),
  z.strictObject({ code: z.literal('practical-not-passed') }),
  z.strictObject({ code: z.literal('tools-open'), count: z.int() }),
  z.strictObject({ code: z.literal('not-evaluated') }),
  z.strictObject({ code: z.literal('not-passed') }),
  z.strictObject({ code: z.literal('did-not-sit') }),
])

export const candidate = z.strictObject({
  personId: id,
  fileNumber: z.string(),
  surname1: z.string(),
  surname2: z.string().nullable(),
  givenNames: z.string(),
  chosenName: z.string().nullable(),
  left: z.boolean(),
  attended: z.int(),
  counted: z.int(),
  excused: z.int(),
  evaluation: evaluationResult.nullable(),
  evaluationVersion: z.int().nullable(),
  state: z.enum(['open', 'not-earned', 'earned', 'issued', 'delivered']),
  /** A certificate of hers on its way: prepared, or signed off. */
  draft: z.enum(['draft', 'to-sign']).nullable(),
  missing: z.array(missing),
  certificate: z
    .strictObject({
      id,
      folio: z.string(),
      issuedOn: civilDate,
      deliveredOn: civilDate.nullable(),
      version: z.int(),
    })
    .nullable(),
})
export type Candidate = z.infer<typeof candidate>

export const certificatesContract = {
  'certificates.editions': read({
    who: OFFICE,
    /** Year in which they end; that of the last edition to end where none is asked for. */
    input: z.strictObject({ year: z.int().min(2000).max(2200).optional() }),
    output: z.strictObject({
      year: z.int(),
      /** Years that have editions, the latest first. */
      years: z.array(z.int()),
      editions: z.array(
        edition.extend({
          women: z.int(),
          open: z.int(),
          notEarned: z.int(),
          /** Earned and not yet issued. */
          earned: z.int(),
          /** Issued and not yet delivered. */
          issued: z.int(),
          delivered: z.int(),
        }),
      ),
    }),
    refusals: [],
  }),
  'certificates.list': read({
    who: OFFICE,
    input: z.strictObject({ editionId: id }),
    output: z.strictObject({ edition, candidates: z.array(candidate) }),
    refusals: ['unknown-edition', 'sensitive-group'],
  }),
  'certificates.evaluate': change({
    who: PLANNERS,
    input: z.strictObject({
      editionId: id,
      personId: id,
      result: evaluationResult,
      /** The version seen; null if there was no evaluation. */
      version: z.int().nullable(),
    }),
    output: z.strictObject({ version: z.int() }),
    refusals: ['unknown-edition', 'sensitive-group', 'not-a-candidate', 'certificate-already-issued', 'stale'],
  }),
  /** Saves the page that employers verify certificates with, holding every public key of this center. */
  'certificates.saveVerifier': issue({
    who: OFFICE,
    input: z.strictObject({}),
    output: z.strictObject({ fileName: z.string() }),
    refusals: ['no-certificate-yet', 'not-saved'],
  }),
}

/** What a certificate holds, frozen at issue: what is printed, how it looks, and the two signed codes. */
import { z } from 'zod'
import { certificateTemplate, type CertificateTemplate } from '../../../shared/contract/certificate-steps.contract'
import { statement, trainingModule, type Statement, type TrainingModule } from './proof.rules'

/** Raised whenever what a template draws changes: a frozen certificate tells by which it was made. */
export const TEMPLATE_VERSION = 3

export type Template = CertificateTemplate

/** Which picture was printed; its bytes are in the frozen paper. */
const printedPicture = z.strictObject({ id: z.string(), sha256: z.string() })

/** No center, code, dormitory, file number or CURP: they have no place to stand (docs/domain.md §2.5). */
export const certificateFacts = statement.extend({
  /** Which of her names she chose to have printed. */
  nameIs: z.enum(['legal', 'chosen']),
  /** For the back; without any there is only how to check it. */
  modules: z.array(trainingModule),
  template: certificateTemplate,
  templateVersion: z.int(),
  logo: printedPicture.nullable(),
  seal: printedPicture.nullable(),
  /** The text of the face's code. */
  proof: z.string(),
  /** The text of the back's code; null where the back states nothing. */
  backProof: z.string().nullable(),
})
export type CertificateFacts = z.infer<typeof certificateFacts>

/** What the paper is made of: the frozen facts and the pictures' bytes (base64; empty for none). */
export const printedFacts = certificateFacts.extend({
  pictures: z.strictObject({ logo: z.base64(), seal: z.base64() }),
})
export type PrintedFacts = z.infer<typeof printedFacts>

const SINCE_VERSION_2 = {
  validUntil: null,
  registration: null,
  replaces: null,
  duplicate: null,
  nameIs: 'legal',
  modules: [],
  template: 'festive',
  templateVersion: 1,
  logo: null,
  seal: null,
  backProof: null,
}

/** Frozen facts as they were kept, also those of certificates from before there were two templates. */
export const readFacts = (json: string): CertificateFacts =>
  certificateFacts.parse({ ...SINCE_VERSION_2, ...(JSON.parse(json) as object) })

/** Everything that somebody wrote and that gets onto the paper, for the check of what it would tell and of its letters. */
export const writtenWords = (
  facts: Pick<Statement, 'trade' | 'issuer' | 'place' | 'contact' | 'signatories' | 'registration'> & {
    readonly modules: readonly TrainingModule[]
  },
): readonly string[] =>
  [
    facts.trade,
    facts.issuer,
    facts.place,
    facts.contact,
    ...facts.signatories.flatMap(({ name, post }) => [name, post]),
    facts.registration?.body,
    facts.registration?.number,
    facts.registration?.standard,
    ...facts.modules.map((module) => module.title),
  ].filter((text): text is string => Boolean(text))

/** Composes what a certificate holds and signs it: the face's code and the back's. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { squeeze } from '../../../shared/kernel/text'
import { signEd25519 } from '../../platform/crypto/ed25519'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { missingGlyphs } from '../../platform/documents/glyphs'
import type { ReadDb } from '../../platform/db/types'
import { TEMPLATE_VERSION, writtenWords, type CertificateFacts, type PrintedFacts, type Template } from './face.rules'
import * as repo from './face.repo'
import { proofText, signedBack, signedText, type Statement, type TrainingModule } from './proof.rules'
import { tellingWords } from './telling.rules'

/** Everything that the certificates of one edition issued on one day have in common. */
export interface Face extends repo.FaceRow {
  readonly trade: string
  readonly hours: number
  readonly from: CivilDate
  readonly until: CivilDate
  readonly signatories: Statement['signatories']
  readonly registration: Statement['registration']
  readonly modules: readonly TrainingModule[]
}

interface EditionFacts {
  readonly id: string
  readonly title: string
  readonly hours: number
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
}

/** The face of an edition's certificates as they would be issued on a day. */
export async function faceOf(db: ReadDb, edition: EditionFacts, day: CivilDate): Promise<Face> {
  const row = await repo.findFace(db)
  const modules = await repo.listModules(db, edition.id)
  // As the decision page has it: a body that recognised the workshop later did not recognise this group.
  const registration = await repo.findRegistration(db, edition.id, edition.endsOn)
  const clean = (text: string): string => squeeze(text)
  return {
    ...row,
    issuer: clean(row.issuer),
    contact: clean(row.contact),
    place: clean(row.place),
    trade: clean(edition.title),
    hours: edition.hours,
    from: edition.startsOn,
    until: edition.endsOn,
    signatories: (await repo.listSignatories(db, day)).map(({ name, post }) => ({
      name: clean(name),
      post: clean(post),
    })),
    registration: registration
      ? { body: clean(registration.body), number: clean(registration.number), standard: registration.standard }
      : null,
    modules: modules.map(({ title, minutes }) => ({ title: clean(title), minutes })),
  }
}

/** What on the face would tell where it was earned. The names of women are theirs and not asked. */
export const tellingOn = (face: Face): readonly string[] =>
  tellingWords(writtenWords(face), { ...face.center, place: face.place, issuer: face.issuer })

/** The letters that the certificate's fonts cannot draw, in a name or in anything else that is printed. */
export function undrawable(texts: readonly string[]): readonly string[] {
  const all = texts.join('')
  const styles = ['normal', 'bold', 'italics', 'bolditalics'] as const
  return [...new Set(styles.flatMap((style) => missingGlyphs(CERTIFICATE_FONT, all, style)))]
}

/** The same for the face alone. */
export const undrawableOn = (face: Face): readonly string[] => undrawable(writtenWords(face))

/** What one woman's certificate adds to its face. */
export interface OneFace {
  readonly folio: string
  /** As she chose it to be printed. */
  readonly name: string
  readonly nameIs: CertificateFacts['nameIs']
  readonly issuedOn: CivilDate
  readonly validUntil: CivilDate | null
  readonly replaces: string | null
  /** The center's template unless another was chosen. */
  readonly template?: Template
}

interface SigningKey {
  readonly id: string
  readonly secretKey: Buffer
}

/** The frozen facts of one certificate, signed with the key of the year in which it is made. */
export function composeFacts(face: Face, one: OneFace, key: SigningKey): CertificateFacts {
  const statement: Statement = {
    folio: one.folio,
    name: squeeze(one.name),
    trade: face.trade,
    hours: face.hours,
    from: face.from,
    until: face.until,
    issuedOn: one.issuedOn,
    validUntil: one.validUntil,
    registration: face.registration,
    issuer: face.issuer,
    place: face.place,
    contact: face.contact,
    signatories: face.signatories,
    replaces: one.replaces,
    duplicate: null,
  }
  const picture = (of: repo.FacePicture | null) => of && { id: of.id, sha256: of.sha256 }
  return signed(
    {
      ...statement,
      nameIs: one.nameIs,
      modules: [...face.modules],
      template: one.template ?? face.template,
      templateVersion: TEMPLATE_VERSION,
      logo: picture(face.logo),
      seal: picture(face.seal),
    },
    key,
  )
}

/** A key as long as the real ones, for measuring: nothing that it signs leaves this room. */
const MEASURING: SigningKey = { id: '0000-00000000', secretKey: Buffer.alloc(32, 1) }

/** Bytes of the longer of the two codes that a certificate would have. */
export const codeBytes = ({ proof, backProof }: Pick<CertificateFacts, 'proof' | 'backProof'>): number =>
  Math.max(Buffer.byteLength(proof), Buffer.byteLength(backProof ?? ''))

/** The same before it has its folio. */
export const codeBytesOf = (face: Face, one: OneFace): number => codeBytes(composeFacts(face, one, MEASURING))

/** The facts of a duplicate: those that were frozen, its number and its day. Signed anew, because more is stated. */
export const composeDuplicate = (
  frozen: CertificateFacts,
  duplicate: NonNullable<Statement['duplicate']>,
  key: SigningKey,
): CertificateFacts => signed({ ...frozen, duplicate, templateVersion: TEMPLATE_VERSION }, key)

function signed(facts: Omit<CertificateFacts, 'proof' | 'backProof'>, key: SigningKey): CertificateFacts {
  const sign = (text: string): string =>
    proofText(text, signEd25519(key.secretKey, Buffer.from(text, 'utf8')).toString('base64url'))
  return {
    ...facts,
    proof: sign(signedText(facts, key.id)),
    backProof: facts.modules.length > 0 ? sign(signedBack(facts, key.id)) : null,
  }
}

/** What a sample states in place of a folio and a signature: no reader takes it for a certificate. */
const SAMPLE = 'MUESTRA'

/** Facts of a sample that is only looked at: everything as it would be, but neither folio nor signature. */
export const composeSample = (
  face: Face,
  sample: Pick<CertificateFacts, 'name' | 'validUntil' | 'template'> & { readonly on: CivilDate },
): CertificateFacts => ({
  folio: SAMPLE,
  name: squeeze(sample.name),
  trade: face.trade,
  hours: face.hours,
  from: face.from,
  until: face.until,
  issuedOn: sample.on,
  validUntil: sample.validUntil,
  registration: face.registration,
  issuer: face.issuer,
  place: face.place,
  contact: face.contact,
  signatories: face.signatories,
  replaces: null,
  duplicate: null,
  nameIs: 'legal',
  modules: [...face.modules],
  template: sample.template,
  templateVersion: TEMPLATE_VERSION,
  logo: null,
  seal: null,
  proof: `${SAMPLE} `.repeat(50).trim(),
  backProof: face.modules.length > 0 ? `${SAMPLE} `.repeat(30).trim() : null,
})

/** What the renderer is given: the facts and the bytes of the pictures they name. */
export async function toPrint(db: ReadDb, facts: CertificateFacts): Promise<PrintedFacts> {
  const logo = await repo.findFacePicture(db, facts.logo?.id ?? null)
  const seal = await repo.findFacePicture(db, facts.seal?.id ?? null)
  return { ...facts, pictures: { logo: logo?.bytes ?? '', seal: seal?.bytes ?? '' } }
}

/** The same for the certificates of one face, whose pictures are at hand. */
export const withPictures = (face: Face, facts: CertificateFacts): PrintedFacts => ({
  ...facts,
  pictures: { logo: face.logo?.bytes ?? '', seal: face.seal?.bytes ?? '' },
})

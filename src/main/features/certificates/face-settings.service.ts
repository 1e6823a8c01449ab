/** How certificates look from now on: template, logo, seal; a preview; letters that could not be printed. */
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import type { Input, Output } from '../../../shared/contract'
import { MOST_FACE_PICTURE_BYTES, MOST_FACE_PICTURE_SIDE } from '../../../shared/contract/certificate-face.contract'
import type { PICTURE_REFUSALS } from '../../../shared/contract/picture'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { widthAtOnePoint } from '../../platform/documents/measure'
import type { Act, Look } from '../../platform/seam/act'
import { flatPng } from '../../platform/pictures/flat-png'
import { plainPicture } from '../../platform/pictures/picture.rules'
import { findPicture, keepPicture } from '../../platform/pictures/pictures'
import type { Tools } from '../../platform/tools'
import { certificatePaper } from './certificate.pdf'
import { findEdition } from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { composeSample, faceOf, undrawable } from './face.service'
import type { PrintedFacts } from './face.rules'
import * as repo from './face.repo'
import { validUntil } from './issue-plan.service'
import { tellingWords } from './telling.rules'

type PictureRefusal = (typeof PICTURE_REFUSALS)[number]

/** Days before the end of a term from which the settings say so. */
const TERM_NOTICE = 90

export async function readFace(look: Look): Promise<Outcome<Output<'certificates.face'>, never>> {
  const face = await repo.findFace(look.db)
  const signatories = await repo.listSignatories(look.db, look.today)
  const texts = [face.issuer, face.place, face.contact, ...signatories.flatMap(({ name, post }) => [name, post])]
  const shown = async (of: repo.FacePicture | null) => (of ? ((await findPicture(look.db, of.id)) ?? null) : null)
  return done({
    version: face.version,
    template: face.template,
    logo: await shown(face.logo),
    seal: await shown(face.seal),
    signatories,
    ending: await repo.listEndingTerms(look.db, look.today, addDays(look.today, TERM_NOTICE)),
    telling: [...tellingWords(texts, { ...face.center, place: face.place, issuer: face.issuer })],
  })
}

/** A picture as a certificate takes it: without transparency, in as few colours as it has. */
const flat = (base64: string): string => flatPng(Buffer.from(base64, 'base64'))?.toString('base64') ?? base64

export async function changeFace(
  act: Act,
  input: Input<'certificates.changeFace'>,
): Promise<Outcome<null, PictureRefusal | 'stale'>> {
  const before = await repo.findFace(act.db)
  const ids: Record<'logo' | 'seal', string | null> = { logo: before.logo?.id ?? null, seal: before.seal?.id ?? null }
  for (const which of ['logo', 'seal'] as const) {
    const next = input[which]
    if (next === 'keep') continue
    if (next === null) {
      ids[which] = null
      continue
    }
    const limits = { maxBytes: MOST_FACE_PICTURE_BYTES, maxSide: MOST_FACE_PICTURE_SIDE }
    const kept = await keepPicture(act, flat(next), limits)
    if (!kept.ok) return refuse(kept.refusals[0]?.code ?? 'picture-kind', kept.refusals[0]?.facts, which)
    ids[which] = kept.value
  }
  // Earlier pictures stay: duplicates of what was issued with them are printed with them.
  const written = { template: input.template, logoId: ids.logo, sealId: ids.seal }
  if (!(await repo.markFace(act.trx, written, input.version))) return refuse('stale')
  await act.audit({
    event: 'certificate.face-changed',
    subjectType: 'center',
    before: { template: before.template, logoId: before.logo?.id ?? null, sealId: before.seal?.id ?? null },
    after: written,
  })
  return done(null)
}

type PreviewRefusal = 'unknown-edition' | 'sensitive-group' | 'no-signatory' | PictureRefusal

/** A sample with the longest real name, so that what is decided here still fits on the day of issue. */
export async function preview(
  tools: Tools,
  look: Look,
  input: Input<'certificates.preview'>,
): Promise<Outcome<Output<'certificates.preview'>, PreviewRefusal>> {
  const edition = input.editionId ? await findEdition(look.db, input.editionId) : await repo.findLatestEdition(look.db)
  if (!edition) return refuse('unknown-edition')
  if (input.editionId && (await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  const face = await faceOf(look.db, edition, look.today)
  if (face.signatories.length === 0) return refuse('no-signatory')
  const pictures = { logo: face.logo?.bytes ?? '', seal: face.seal?.bytes ?? '' }
  for (const which of ['logo', 'seal'] as const) {
    const next = input[which]
    if (next === 'keep') continue
    const plain = next === null ? null : plainPicture(Buffer.from(flat(next), 'base64'))
    if (next !== null && !plain) return refuse('picture-kind', undefined, which)
    pictures[which] = plain ? Buffer.from(plain.bytes).toString('base64') : ''
  }
  const names = await repo.listNames(look.db, input.editionId)
  const name = widest(names.map((each) => each.name)) ?? face.issuer
  const sample = {
    name,
    on: look.today,
    validUntil: validUntil(look.today, edition.validMonths),
    template: input.template,
  }
  const facts: PrintedFacts = { ...composeSample(face, sample), pictures }
  const { pdf, pages } = await tools.render(certificatePaper.type, facts, PAPER_LANGUAGE)
  const title = wordsIn(PAPER_LANGUAGE)('certificates.preview.title')
  return done({ folio: facts.folio, title, pages, pdf: pdf.toString('base64') })
}

/** The name that is set smallest: the widest on one line. */
function widest(names: readonly string[]): string | undefined {
  const width = (text: string): number => widthAtOnePoint(CERTIFICATE_FONT, 'bold', text)
  return names.reduce<string | undefined>(
    (most, name) => (most === undefined || width(name) > width(most) ? name : most),
    undefined,
  )
}

/** Every name in the register, and everything else that a certificate prints, against the letters it has. */
export async function checkLetters(look: Look): Promise<Outcome<Output<'certificates.letters'>, never>> {
  const names = await repo.listNames(look.db, null)
  const printed = await repo.listPrintedTexts(look.db)
  // All letters at once: each is looked up in the fonts one time, however many names hold it.
  const unknown = new Set(undrawable([...names.map((each) => each.name), ...printed]))
  const lacking = (text: string): string =>
    [...new Set(text.normalize('NFC'))].filter((letter) => unknown.has(letter)).join(' ')
  const people = names.flatMap(({ personId, name, fileNumber }) => {
    const letters = lacking(name)
    return letters === '' ? [] : [{ personId, name, fileNumber, letters }]
  })
  const texts = printed.flatMap((text) => {
    const letters = lacking(text)
    return letters === '' ? [] : [{ text, letters }]
  })
  return done({ checked: names.length, people, texts })
}

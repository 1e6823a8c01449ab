/** Her folder as one PDF: its first sheets, then every certificate and statement as the very bytes that were issued. */
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { sha256Hex } from '../../platform/crypto/digest'
import type { ReadDb } from '../../platform/db/types'
import { PAPER_FONT } from '../../platform/documents/fonts'
import { missingGlyphs } from '../../platform/documents/glyphs'
import { keepPaper, planPaper, type IssuedPaper, type PaperPlan } from '../../platform/documents/paper-steps'
import { PILE } from '../../platform/documents/pile-job'
import type { RenderedPaper } from '../../platform/documents/render'
import { findPicture } from '../../platform/pictures/pictures'
import type { Look } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import { nameTells, nameToCarry } from '../certificates'
import type { Tools } from '../../platform/tools'
import { allows } from './consent.rules'
import { folderPaper } from './folder.pdf'
import { findPerson } from './people.repo'
import { photoConsent, tellingIn, type Parsed } from './portfolio.service'
import * as repo from './portfolio.repo'

interface Plan {
  readonly paper: PaperPlan
  readonly frozen: readonly Buffer[]
}
interface Made {
  readonly first: RenderedPaper
  readonly whole: RenderedPaper
}
type Refused = 'unknown-person' | 'folder-names-center' | 'glyph-missing' | 'paper-damaged' | 'stale'

export const printFolder = (tools: Tools) =>
  issueSteps<Parsed<'people.printFolder'>, IssuedPaper, Refused, Plan, Made>({
    prepare: (input, look) => planFolder(look, input.id),
    async build({ paper, frozen }, bench) {
      bench.progress(0, 2)
      const facts = { ...paper.facts, sheet: paper.sheet }
      const first = await tools.render(folderPaper.type, facts, PAPER_LANGUAGE)
      bench.progress(1, 2)
      const title = `${paper.title} ${paper.sheet.folio}`
      // A copy: what is piled is handed over to the renderer, and the first sheets must still be kept.
      const pdfs = [new Uint8Array(first.pdf), ...frozen]
      const whole = await tools.render(PILE, { title, pdfs }, PAPER_LANGUAGE)
      return done({ first, whole })
    },
    async record({ first, whole }, act, { paper }) {
      // Its own sheets are kept; the others are kept already, each as it was issued.
      const kept = await keepPaper(act, folderPaper, paper, first)
      return kept.ok ? done({ ...kept.value, pages: whole.pages, pdf: whole.pdf.toString('base64') }) : kept
    },
  })

async function planFolder(look: Look, personId: string): Promise<Outcome<Plan, Refused>> {
  const { db } = look
  const person = await findPerson(db, personId)
  if (!person) return refuse('unknown-person')
  const { name: issuer, contact, place, center } = await repo.findIssuer(db)
  const held = await repo.listHeld(db, personId)
  const carried = await repo.listCarried(db, personId)
  const frozen = await bytesOf(db, [...held.map((each) => each.paperId), ...carried.map((each) => each.paperId)])
  if (!frozen.ok) return frozen
  const name = await nameToCarry(look, personId)
  const facts = {
    issuer,
    contact,
    place,
    name,
    certificates: held.map(({ title, hours, folio, issuedOn, validUntil }) => ({
      title,
      hours,
      folio,
      issuedOn,
      validUntil,
    })),
    statements: carried.map(({ title, folio, issuedOn }) => ({ title, folio, issuedOn })),
    contacts: (await repo.listContacts(db, personId)).map(({ name: who, offers, reachedAt }) => ({
      name: who,
      offers,
      reachedAt,
    })),
    photos: await photosOf(db, personId),
  }
  const { fileNumber } = person.facts
  const telling = [
    ...(await tellingIn(db, wordsOf(facts))),
    ...(nameTells(name, { fileNumber, center: { ...center, place, issuer } }) ? [name] : []),
  ]
  if (telling.length > 0)
    return refused(...telling.map((text) => ({ code: 'folder-names-center' as const, facts: { text } })))
  const printed = JSON.stringify({ ...facts, photos: facts.photos.map(({ picture: _bytes, ...said }) => said) })
  const letters = missingGlyphs(PAPER_FONT, printed)
  if (letters.length > 0) return refuse('glyph-missing', { name, letters: letters.join(' ') })
  // SECURITY: the title is the file's name when she asks for one; it names neither her file nor the center.
  const title = wordsIn(PAPER_LANGUAGE)('paper.people.folder')
  return done({
    paper: await planPaper(folderPaper, { title, subjectId: personId, facts }, look),
    frozen: frozen.value,
  })
}

/** Everything on the folder's first sheets that somebody here has written. */
const wordsOf = (facts: {
  readonly certificates: readonly { readonly title: string }[]
  readonly contacts: readonly Readonly<Record<string, string>>[]
  readonly photos: readonly { readonly caption: string; readonly workshop: string | null }[]
}): string[] => [
  ...facts.certificates.map((each) => each.title),
  ...facts.contacts.flatMap((each) => Object.values(each)),
  ...facts.photos.flatMap(({ caption, workshop }) => [caption, workshop ?? '']),
]

/** Of nobody who does not agree to it, on no paper. */
async function photosOf(db: ReadDb, personId: string) {
  if (!allows(await photoConsent(db, personId))) return []
  const photos = []
  for (const { pictureId, caption, workshop, takenOn } of await repo.listPhotos(db, personId)) {
    const picture = await findPicture(db, pictureId)
    if (picture) photos.push({ caption, workshop, takenOn, picture: picture.bytes })
  }
  return photos
}

/** A reprint is the very bytes that were issued, or nothing. */
async function bytesOf(db: ReadDb, paperIds: readonly string[]): Promise<Outcome<readonly Buffer[], 'paper-damaged'>> {
  const pdfs: Buffer[] = []
  for (const id of paperIds) {
    const paper = await repo.findPaperBytes(db, id)
    if (!paper || sha256Hex(paper.pdf) !== paper.sha256) return refuse('paper-damaged', { folio: paper?.folio ?? '' })
    pdfs.push(paper.pdf)
  }
  return done(pdfs)
}

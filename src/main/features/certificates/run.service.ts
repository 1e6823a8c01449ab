/** The run of an edition: all its certificates as one PDF in roster order, and the sheet on which they are handed over. */
import type { Input, Output } from '../../../shared/contract'
import { wordsIn, PAPER_LANGUAGE } from '../../../shared/i18n'
import { done, refuse } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { sha256Hex } from '../../platform/crypto/digest'
import { paperSteps } from '../../platform/documents/paper-steps'
import { PILE } from '../../platform/documents/pile-job'
import type { Look } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { findEdition, type EditionRow } from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { deliverySheetPaper } from './delivery-sheet.pdf'
import * as repo from './face.repo'

type RunRefused = 'unknown-edition' | 'sensitive-group' | 'no-certificates-to-print' | 'paper-damaged' | 'stale'

interface Run {
  readonly editionId: string
  readonly title: string
  readonly pdfs: Buffer[]
  readonly certificates: number
}
interface Made {
  readonly pdf: Buffer
  readonly pages: number
}

async function openEdition(look: Look, editionId: string) {
  const edition = await findEdition(look.db, editionId)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  return done(edition)
}

/** How many there are to print and to hand over. */
export async function countHeld(look: Look, input: Input<'certificates.held'>) {
  const edition = await openEdition(look, input.editionId)
  if (!edition.ok) return edition
  const held = await repo.listHeld(look.db, input.editionId)
  const waiting = held.filter((each) => each.deliveredOn === null)
  return done({
    certificates: held.length,
    undelivered: waiting.length,
    first: held[0]?.id ?? null,
    firstUndelivered: waiting[0]?.id ?? null,
  })
}

const runTitle = (edition: EditionRow): string =>
  wordsIn(PAPER_LANGUAGE)('certificates.run.title', { title: edition.title })

export const printRun = (tools: Tools) =>
  issueSteps<Input<'certificates.run'>, Output<'certificates.run'>, RunRefused, Run, Made>({
    async prepare(input, look) {
      const edition = await openEdition(look, input.editionId)
      if (!edition.ok) return edition
      const held = (await repo.listHeld(look.db, input.editionId)).filter(
        (each) => !input.onlyUndelivered || each.deliveredOn === null,
      )
      if (held.length === 0) return refuse('no-certificates-to-print')
      const pdfs: Buffer[] = []
      for (const { paperId } of held) {
        const paper = await repo.findPaperBytes(look.db, paperId)
        // A print is the very bytes that were issued, or nothing.
        if (!paper || sha256Hex(paper.pdf) !== paper.sha256)
          return refuse('paper-damaged', { folio: paper?.folio ?? '' })
        pdfs.push(paper.pdf)
      }
      return done({ editionId: input.editionId, title: runTitle(edition.value), pdfs, certificates: pdfs.length })
    },
    async build({ title, pdfs, certificates }, bench) {
      bench.progress(0, certificates)
      const made = await tools.render(PILE, { title, pdfs }, PAPER_LANGUAGE)
      bench.progress(certificates, certificates)
      return done(made)
    },
    async record({ pdf, pages }, act, { editionId, title, certificates }) {
      await act.audit({
        event: 'certificate.run-printed',
        subjectType: 'edition',
        subjectId: editionId,
        after: { certificates },
      })
      return done({ title, certificates, pages, pdf: pdf.toString('base64') })
    },
  })

export const printDeliverySheet = (tools: Tools) =>
  paperSteps<Input<'certificates.deliverySheet'>, 'unknown-edition' | 'sensitive-group' | 'no-certificates-to-print'>(
    deliverySheetPaper,
    tools.render,
    async (input, look) => {
      const edition = await openEdition(look, input.editionId)
      if (!edition.ok) return edition
      const held = await repo.listHeld(look.db, input.editionId)
      if (held.length === 0) return refuse('no-certificates-to-print')
      const { title, code, endsOn } = edition.value
      return done({
        title: wordsIn(PAPER_LANGUAGE)(`paper.${deliverySheetPaper.type}`),
        subjectId: input.editionId,
        about: input.editionId,
        facts: {
          title,
          code,
          endsOn,
          women: held.map((each) => ({
            name: listName(each),
            fileNumber: each.fileNumber,
            folio: each.folio,
            form: each.form,
            deliveredOn: each.deliveredOn,
          })),
        },
      })
    },
  )

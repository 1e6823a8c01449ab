/** A duplicate: the same folio and facts on a sheet that says which copy it is, frozen like the first. */
import type { Input } from '../../../shared/contract'
import type { IssuedPaper } from '../../../shared/contract/paper'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { insertPaper, nextPaperNumber } from '../../platform/documents/paper-steps'
import type { RenderedPaper } from '../../platform/documents/render'
import type { Act, Look } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { certificatePaper } from './certificate.pdf'
import { clockRefusals } from './certificates.rules'
import { befall } from './chain.service'
import { findFor } from './end-certificate.service'
import { readFacts, type CertificateFacts } from './face.rules'
import { composeDuplicate, toPrint, undrawable } from './face.service'
import { keyOfYear } from './issue-plan.service'
import * as ledger from './ledger.repo'
import type { StandingRow } from './standing.repo'

/** Papers of their own, so that they count by themselves. */
export const DUPLICATE_TYPE = 'certificates.duplicate'

/** The sheet's own name in the store of papers; what is printed is the certificate's folio. */
export const duplicateFolio = (folio: string, number: number): string => `${folio}-D${String(number)}`

type Refused =
  | 'unknown-certificate'
  | 'sensitive-group'
  | 'note-missing'
  | 'clock-set-back'
  | 'glyph-missing'
  | 'certificate-replaced'
  | 'certificate-revoked'
  | 'certificate-annulled'
  | 'stale'

interface Plan {
  readonly certificate: StandingRow
  readonly number: number
  readonly key: ledger.KeyRow
  readonly isNewKey: boolean
  readonly input: Input<'certificates.duplicate'>
  readonly print: Awaited<ReturnType<typeof toPrint>>
}

export const duplicateCertificate = (tools: Tools) =>
  issueSteps<Input<'certificates.duplicate'>, IssuedPaper, Refused, Plan, RenderedPaper>({
    prepare: (input, look) => plan(input, look),
    build: async ({ print }) => done(await tools.render(certificatePaper.type, print, PAPER_LANGUAGE)),
    record: (rendered, act, planned) => record(rendered, act, planned),
  })

async function plan(input: Input<'certificates.duplicate'>, look: Look): Promise<Outcome<Plan, Refused>> {
  const found = await findFor(look, input, 'duplicate')
  if (!found.ok) return found as Extract<Outcome<Plan, Refused>, { ok: false }>
  if (input.cause === 'other' && input.note === null) return refuse('note-missing', undefined, 'note')
  const certificate = found.value
  const late = clockRefusals(look.today, await ledger.findLastDay(look.db))
  if (late.length > 0) return refused(...late)
  const frozen: CertificateFacts = readFacts(certificate.factsJson)
  const letters = undrawable([frozen.name])
  if (letters.length > 0) return refuse('glyph-missing', { name: frozen.name, letters: letters.join(' ') })
  const number = certificate.duplicates + 1
  const { key, isNewKey } = await keyOfYear(look)
  const facts = composeDuplicate(frozen, { number, madeOn: look.today }, key)
  return done({ certificate, number, key, isNewKey, input, print: await toPrint(look.db, facts) })
}

async function record(rendered: RenderedPaper, act: Act, planned: Plan): Promise<Outcome<IssuedPaper, Refused>> {
  const { input, number } = planned
  const found = await findFor(act, input, 'duplicate')
  if (!found.ok) return found as Extract<Outcome<IssuedPaper, Refused>, { ok: false }>
  const certificate = found.value
  if (planned.isNewKey) await ledger.insertKey(act.trx, planned.key, act.now)
  const year = Number(act.today.slice(0, 4))
  const folio = duplicateFolio(certificate.folio, number)
  const title = `${wordsIn(PAPER_LANGUAGE)(`paper.${DUPLICATE_TYPE}`)} ${String(number)}`
  const id = await insertPaper(
    act,
    {
      type: DUPLICATE_TYPE,
      folio,
      year,
      number: await nextPaperNumber(act.db, DUPLICATE_TYPE, year),
      title,
      subjectId: certificate.holderId,
    },
    rendered,
  )
  const facts = { number, paper: folio, cause: input.cause, note: input.note }
  const outcome = await befall(act, certificate, input.version, { kind: 'duplicated', on: act.today, facts })
  if (!outcome.ok) return refuse(outcome.refusals[0]?.code === 'clock-set-back' ? 'clock-set-back' : 'stale')
  await act.audit({
    event: 'certificate.duplicated',
    subjectType: 'certificate',
    subjectId: certificate.id,
    after: { folio: certificate.folio, ...facts },
  })
  return done({ id, folio, title, pages: rendered.pages, pdf: rendered.pdf.toString('base64') })
}

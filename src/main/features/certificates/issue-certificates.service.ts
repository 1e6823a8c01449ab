/** Issuing: folios from the ledger, the signed proof, the frozen paper. All of a batch in one change, or none. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { sha256Hex } from '../../platform/crypto/digest'
import { insertPaper } from '../../platform/documents/paper-steps'
import type { RenderedPaper } from '../../platform/documents/render'
import { IN_FLIGHT } from '../../platform/documents/render-in-worker'
import type { Act, Bench } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { certificatePaper } from './certificate.pdf'
import { chainHead, eventHash, folioHash, whoActs } from './chain.service'
import * as drafts from './drafts.repo'
import { withPictures } from './face.service'
import { planIssue, sameFaces, type IssueRefused, type Plan, type Planned } from './issue-plan.service'
import * as ledger from './ledger.repo'
import { moveCertificate } from './standing.repo'

type Issued = Output<'certificates.issue'>

export const issueCertificates = (tools: Tools) =>
  issueSteps<Input<'certificates.issue'>, Issued, IssueRefused, Plan, readonly RenderedPaper[]>({
    prepare: (input, look) => planIssue(input, look, () => randomBytes(32)),
    build: (plan, bench) => renderAll(tools, plan, bench),
    record: (rendered, act, plan) => recordAll(rendered, act, plan),
  })

/** One is made while the next waits; stops between papers. */
async function renderAll(
  tools: Tools,
  plan: Plan,
  bench: Bench,
): Promise<Outcome<readonly RenderedPaper[], IssueRefused>> {
  const rendered: RenderedPaper[] = []
  const total = plan.women.length
  let next = 0
  let finished = 0
  const worker = async (): Promise<void> => {
    while (next < total && !bench.stopped()) {
      const at = next++
      const woman = plan.women[at]
      if (!woman) return
      const paper = await tools.render(certificatePaper.type, withPictures(plan.face, woman.facts), PAPER_LANGUAGE)
      rendered[at] = paper
      if (at === 0) bench.show(paper.pdf)
      bench.progress(++finished, total)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
  return done(rendered)
}

/** Everything was read before rendering, so it is decided again here: what changed meanwhile is refused, not overwritten. */
async function recordAll(
  rendered: readonly RenderedPaper[],
  act: Act,
  plan: Plan,
): Promise<Outcome<Issued, IssueRefused>> {
  const again = await planIssue(plan.input, act, () => plan.folios.secret)
  if (!again.ok) return again
  if (!sameFaces(plan, again.value)) return refuse('stale')
  const { folios } = plan
  if (folios.isNewSecret) await ledger.insertFolioSecret(act.trx, folios.secret)
  if (folios.isNewKey) await ledger.insertKey(act.trx, folios.key, act.now)
  const issued: Issued['issued'] = []
  let prevHash = await chainHead(act)
  for (const [index, woman] of plan.women.entries()) {
    const paper = rendered[index]
    if (!paper) return refuse('stale')
    const one = await recordOne(act, plan, woman, paper, prevHash)
    if (!one.ok) return one
    issued.push({ id: one.value.id, personId: woman.personId, folio: woman.facts.folio })
    prevHash = one.value.hash
  }
  return done({ issued })
}

/** One folio: its frozen paper, its link, its draft closed; the one whose place it takes gives way. */
async function recordOne(
  act: Act,
  plan: Plan,
  woman: Planned,
  paper: RenderedPaper,
  prevHash: string,
): Promise<Outcome<{ readonly id: string; readonly hash: string }, 'stale'>> {
  const { year } = plan
  const { facts, number, personId } = woman
  const title = wordsIn(PAPER_LANGUAGE)(`paper.${certificatePaper.type}`)
  const paperId = await insertPaper(
    act,
    { type: certificatePaper.type, folio: facts.folio, year, number, title, subjectId: personId },
    paper,
  )
  const id = randomUUID()
  const row = {
    id,
    folio: facts.folio,
    year,
    number,
    personId,
    editionId: plan.input.editionId,
    paperId,
    factsJson: JSON.stringify(facts),
    prevHash,
    issuedOn: facts.issuedOn,
    issuedBy: whoActs(act),
    kind: woman.draft.kind,
    replacesId: woman.draft.replacesId,
    template: facts.template,
    templateVersion: facts.templateVersion,
    validUntil: facts.validUntil,
  }
  const hash = folioHash({ ...row, paperHash: sha256Hex(paper.pdf) })
  if (woman.replaces && !(await giveWay(act, woman, id))) return refuse('stale')
  await ledger.insertCertificate(act.trx, { ...row, hash }, personId)
  await drafts.closeDraft(act.trx, woman.draft.id, { by: whoActs(act), certificateId: id })
  await act.audit({
    event: 'certificate.issued',
    subjectType: 'certificate',
    subjectId: id,
    after: {
      folio: facts.folio,
      personId,
      editionId: row.editionId,
      hash,
      ...(woman.replaces && { kind: row.kind, replaces: woman.replaces.folio }),
    },
  })
  return done({ id, hash: woman.replaces ? await supersede(act, woman, { id, hash }) : hash })
}

const causeOf = (woman: Planned): string => woman.draft.cause ?? woman.draft.kind

/** The old certificate stands aside before the new one stands: of one edition she holds but one. */
const giveWay = (act: Act, woman: Planned, successorId: string): Promise<boolean> => {
  const old = woman.replaces
  if (!old) return Promise.resolve(false)
  const fate = { ...old, state: 'replaced' as const, stateOn: act.today, replacedBy: successorId }
  return moveCertificate(act.trx, old, fate, { endCause: causeOf(woman), endNote: woman.draft.note })
}

/** The link that says so, after the new folio's. Answers its hash. */
async function supersede(
  act: Act,
  woman: Planned,
  successor: { readonly id: string; readonly hash: string },
): Promise<string> {
  const link = {
    certificateId: woman.replaces?.id ?? '',
    kind: woman.draft.kind === 'renewal' ? ('renewed' as const) : ('replaced' as const),
    on: act.today,
    at: act.now,
    by: whoActs(act),
    factsJson: JSON.stringify({
      successorId: successor.id,
      successor: woman.facts.folio,
      cause: causeOf(woman),
      note: woman.draft.note,
    }),
    prevHash: successor.hash,
  }
  const hash = eventHash(link)
  await ledger.insertEvent(act.trx, { ...link, hash })
  await act.audit({
    event: link.kind === 'renewed' ? 'certificate.renewed' : 'certificate.replaced',
    subjectType: 'certificate',
    subjectId: link.certificateId,
    after: { folio: woman.replaces?.folio, successor: woman.facts.folio, cause: causeOf(woman) },
    reason: woman.draft.note ?? undefined,
  })
  return hash
}

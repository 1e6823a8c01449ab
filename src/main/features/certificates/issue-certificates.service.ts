/** Issuing: folios from the ledger, the signed proof, the frozen paper. All of a batch in one change, or none. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { legalName, squeeze } from '../../../shared/kernel/text'
import { keyedCode, sha256Hex } from '../../platform/crypto/digest'
import { newSeed, publicKeyOf, signEd25519 } from '../../platform/crypto/ed25519'
import { CERTIFICATE_FONT } from '../../platform/documents/fonts'
import { missingGlyphs } from '../../platform/documents/glyphs'
import { insertPaper } from '../../platform/documents/paper-steps'
import { RENDERERS } from '../../platform/documents/render-in-worker'
import type { RenderedPaper } from '../../platform/documents/render'
import type { Act, Bench, Look } from '../../platform/seam/act'
import { issueSteps } from '../../platform/seam/handlers'
import type { Tools } from '../../platform/tools'
import { certificatePaper, type CertificateFacts } from './certificate.pdf'
import { decideCertificate, decideIssue, folioText, LEDGER_GENESIS, tellingWords } from './certificates.rules'
import { proofText, signedText, type Statement } from './proof.rules'
import * as repo from './certificates.repo'
import * as ledger from './ledger.repo'

type Refused = ReturnType<typeof decideIssue>[number]['code'] | 'unknown-edition' | 'not-a-candidate' | 'stale'

interface Folios {
  readonly secret: Buffer
  readonly key: ledger.KeyRow
  /** Made now, so to be written with the first certificate. */
  readonly isNewSecret: boolean
  readonly isNewKey: boolean
  readonly head: ledger.LedgerHead | undefined
}

interface Planned {
  readonly personId: string
  readonly number: number
  readonly facts: CertificateFacts
}

interface Plan {
  readonly input: Input<'certificates.issue'>
  readonly year: number
  readonly folios: Folios
  readonly women: readonly Planned[]
}

/** SHA-256 over the JSON array of a ledger row, linked to the one before and to the bytes of its paper. */
export const linkHash = (row: Omit<ledger.CertificateRow, 'hash'> & { readonly paperHash: string }): string =>
  sha256Hex(
    JSON.stringify([
      row.prevHash,
      row.year,
      row.number,
      row.id,
      row.folio,
      row.personId,
      row.editionId,
      row.paperId,
      row.paperHash,
      row.factsJson,
      row.issuedOn,
    ]),
  )

export const issueCertificates = (tools: Tools) =>
  issueSteps<Input<'certificates.issue'>, Output<'certificates.issue'>, Refused, Plan, readonly RenderedPaper[]>({
    prepare: (input, look) => planIssue(input, look),
    build: (plan, bench) => renderAll(tools, plan, bench),
    record: (rendered, act, plan) => recordAll(rendered, act, plan),
  })

async function planIssue(input: Input<'certificates.issue'>, look: Look): Promise<Outcome<Plan, Refused>> {
  const edition = await repo.findEdition(look.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  const wanted = new Set(input.personIds)
  const rows = (await repo.listCandidates(look.db, look.today, { editionId: edition.id })).filter((row) =>
    wanted.has(row.personId),
  )
  if (rows.length < wanted.size) return refuse('not-a-candidate')
  const face = await repo.findFace(look.db)
  const folios = await foliosFor(look)
  const shared = [
    edition.title,
    face.issuer,
    face.contact,
    face.place,
    ...face.signatories.flatMap((s) => [s.name, s.post]),
  ]
  const refusals = decideIssue({
    signatories: face.signatories.length,
    lastIssuedOn: folios.head?.issuedOn ?? null,
    today: look.today,
    telling: tellingWords(shared, face.center),
    women: rows.map((row) => ({
      name: legalName(row),
      decision: decideCertificate({ ...edition, ...row }, look.today),
      issuedFolio: row.folio,
      missingGlyphs: missingGlyphs(CERTIFICATE_FONT, [legalName(row), ...shared].join('')),
    })),
  })
  if (refusals.length > 0) return refused(...refusals)
  const year = Number(look.today.slice(0, 4))
  const first = folios.head?.year === year ? folios.head.number + 1 : 1
  const women = rows.map((row, index) => {
    const number = first + index
    return {
      personId: row.personId,
      number,
      facts: factsOf(edition, row, face, folios, { year, number, day: look.today }),
    }
  })
  return done({ input, year, folios, women })
}

/** The secret behind the folios and the key of the year; made in memory when this is the first certificate. */
async function foliosFor(look: Look): Promise<Folios> {
  const year = Number(look.today.slice(0, 4))
  const secret = await ledger.findFolioSecret(look.db)
  const key = await ledger.findKey(look.db, year)
  return {
    secret: secret ?? randomBytes(32),
    key: key ?? newKey(year),
    isNewSecret: !secret,
    isNewKey: !key,
    head: await ledger.findLedgerHead(look.db),
  }
}

function newKey(year: number): ledger.KeyRow {
  const secretKey = newSeed()
  const publicKey = publicKeyOf(secretKey)
  return { id: `${year}-${sha256Hex(publicKey).slice(0, 8)}`, year, publicKey, secretKey }
}

/** Chance may spell the center's code in a folio; then the next code is taken, the same at every planning. */
function folioCode(secret: Buffer, at: { readonly year: number; readonly number: number }, centerCode: string): string {
  const codes = Array.from({ length: 8 }, (_, turn) => keyedCode(secret, `${at.year}/${at.number}/${turn}`, 12))
  return codes.find((code) => !code.includes(centerCode)) ?? codes[0] ?? ''
}

/** The number in the ledger enters the folio only through the center's secret. */
function factsOf(
  edition: repo.EditionRow,
  row: repo.CandidateRow,
  face: repo.FaceRow,
  folios: Folios,
  at: { readonly year: number; readonly number: number; readonly day: string },
): CertificateFacts {
  const statement: Statement = {
    folio: folioText(at.year, folioCode(folios.secret, at, face.center.code)),
    name: squeeze(legalName(row)),
    trade: squeeze(edition.title),
    hours: edition.hours,
    from: edition.startsOn,
    until: edition.endsOn,
    issuedOn: at.day,
    issuer: squeeze(face.issuer),
    place: squeeze(face.place),
  }
  const signed = signedText(statement, folios.key.id)
  const signature = signEd25519(folios.key.secretKey, Buffer.from(signed, 'utf8')).toString('base64url')
  const signatories = face.signatories.map(({ name, post }) => ({ name, post }))
  return { ...statement, signatories, contact: face.contact, proof: proofText(signed, signature) }
}

/** A few at a time, so that both renderers are busy; stops between papers. */
async function renderAll(tools: Tools, plan: Plan, bench: Bench): Promise<Outcome<readonly RenderedPaper[], Refused>> {
  const rendered: RenderedPaper[] = []
  const total = plan.women.length
  let next = 0
  let finished = 0
  const worker = async (): Promise<void> => {
    while (next < total && !bench.stopped()) {
      const at = next++
      const woman = plan.women[at]
      if (!woman) return
      rendered[at] = await tools.render(certificatePaper.type, woman.facts, PAPER_LANGUAGE)
      bench.progress(++finished, total)
    }
  }
  await Promise.all(Array.from({ length: RENDERERS }, worker))
  return done(rendered)
}

/** Everything was read before rendering, so it is decided again here: what changed meanwhile is refused, not overwritten. */
async function recordAll(
  rendered: readonly RenderedPaper[],
  act: Act,
  plan: Plan,
): Promise<Outcome<Output<'certificates.issue'>, Refused>> {
  const again = await planIssue(plan.input, act)
  if (!again.ok) return again
  if (!sameFaces(plan, again.value)) return refuse('stale')
  const { folios, year } = plan
  if (folios.isNewSecret) await ledger.insertFolioSecret(act.trx, folios.secret)
  if (folios.isNewKey) await ledger.insertKey(act.trx, folios.key, act.now)
  const issued: Output<'certificates.issue'>['issued'] = []
  const title = wordsIn(PAPER_LANGUAGE)(`paper.${certificatePaper.type}`)
  let prevHash = folios.head?.hash ?? LEDGER_GENESIS
  for (const [index, woman] of plan.women.entries()) {
    const paper = rendered[index]
    if (!paper) return refuse('stale')
    const { folio } = woman.facts
    const paperId = await insertPaper(
      act,
      { type: certificatePaper.type, folio, year, number: woman.number, title, subjectId: woman.personId },
      paper,
    )
    const row = {
      id: randomUUID(),
      folio,
      year,
      number: woman.number,
      personId: woman.personId,
      editionId: plan.input.editionId,
      paperId,
      factsJson: JSON.stringify(woman.facts),
      prevHash,
      issuedOn: woman.facts.issuedOn,
    }
    const hash = linkHash({ ...row, paperHash: sha256Hex(paper.pdf) })
    await ledger.insertCertificate(act.trx, { ...row, hash })
    await act.audit({
      event: 'certificate.issued',
      subjectType: 'certificate',
      subjectId: row.id,
      after: { folio, personId: woman.personId, editionId: row.editionId, hash },
    })
    issued.push({ id: row.id, personId: woman.personId, folio })
    prevHash = hash
  }
  return done({ issued })
}

/** New secrets differ at each planning, so folio and proof are left out of the comparison when they were made now. */
function sameFaces(plan: Plan, again: Plan): boolean {
  const face = ({ facts, ...woman }: Planned): unknown => ({ ...woman, facts: { ...facts, folio: '', proof: '' } })
  return (
    plan.folios.head?.hash === again.folios.head?.hash &&
    JSON.stringify(plan.women.map(face)) === JSON.stringify(again.women.map(face))
  )
}

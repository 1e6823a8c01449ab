/** What an issue is to be: whose drafts, whether nothing changed since they were signed off, which folios and faces. */
import type { Input } from '../../../shared/contract'
import { addMonths, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import { keyedCode, sha256Hex } from '../../platform/crypto/digest'
import { newSeed, publicKeyOf } from '../../platform/crypto/ed25519'
import type { Look } from '../../platform/seam/act'
import { basisChange, basisFrom, printedNameOf } from './basis.rules'
import { decideIssue, folioText, type DraftFacts, type IssueRefusal } from './certificates.rules'
import * as repo from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { decideCertificate } from './decision.rules'
import * as drafts from './drafts.repo'
import { codeBytes, composeFacts, faceOf, tellingOn, undrawable, undrawableOn, type Face } from './face.service'
import type { CertificateFacts, Template } from './face.rules'
import * as ledger from './ledger.repo'
import { MOST_CODE_BYTES } from './proof.rules'
import { findStanding, type StandingRow } from './standing.repo'

export type IssueRefused =
  IssueRefusal | 'unknown-edition' | 'sensitive-group' | 'not-a-candidate' | 'code-too-long' | 'stale'

interface Folios {
  readonly secret: Buffer
  readonly key: ledger.KeyRow
  /** Made now, so to be written with the first certificate. */
  readonly isNewSecret: boolean
  readonly isNewKey: boolean
  readonly head: ledger.LedgerHead | undefined
}

export interface Planned {
  readonly personId: string
  readonly number: number
  readonly facts: CertificateFacts
  readonly draft: drafts.DraftRow
  /** The certificate whose place it takes. */
  readonly replaces: StandingRow | null
}

export interface Plan {
  readonly input: Input<'certificates.issue'>
  readonly year: number
  readonly folios: Folios
  readonly face: Face
  readonly women: readonly Planned[]
}

interface Found {
  readonly row: repo.CandidateRow
  readonly draft: drafts.DraftRow | undefined
  readonly replaces: StandingRow | null
}

/** Reads everything and decides; `newSecret` is asked only where the ledger has no secret yet. */
export async function planIssue(
  input: Input<'certificates.issue'>,
  look: Look,
  newSecret: () => Buffer,
): Promise<Outcome<Plan, IssueRefused>> {
  const edition = await repo.findEdition(look.db, input.editionId)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  const found = await findWomen(input, look)
  if (found.length < new Set(input.personIds).size) return refuse('not-a-candidate')
  const face = await faceOf(look.db, edition, look.today)
  const closedOn = await drafts.findClosedOn(look.db, edition.id)
  const onFace = undrawableOn(face)
  const refusals = decideIssue({
    signatories: face.signatories.length,
    lastDay: await ledger.findLastDay(look.db),
    today: look.today,
    actorId: look.actor.id,
    telling: tellingOn(face),
    women: found.map(({ row, draft, replaces }) => ({
      name: legalName(row),
      decision:
        draft && draft.kind !== 'first' ? { earned: true } : decideCertificate({ ...edition, ...row }, look.today),
      draft: draft ? draftFactsOf(edition, row, draft, closedOn) : null,
      issuedFolio: replaces ? null : row.folio,
      replaces,
      missingGlyphs: [...new Set([...undrawable([draft?.printedName ?? legalName(row)]), ...onFace])],
    })),
  })
  if (refusals.length > 0) return refused(...refusals)
  const folios = await foliosFor(look, newSecret)
  const year = Number(look.today.slice(0, 4))
  const first = folios.head?.year === year ? folios.head.number + 1 : 1
  const women = found.flatMap(({ row, draft, replaces }, index): Planned[] => {
    if (!draft?.nameKind || draft.printedName === null) return []
    const number = first + index
    const one = {
      folio: folioText(year, folioCode(folios.secret, { year, number }, face.center.code)),
      name: draft.printedName,
      nameIs: draft.nameKind,
      issuedOn: look.today,
      validUntil: validUntil(look.today, edition.validMonths),
      replaces: replaces?.folio ?? null,
      template: draft.template as Template,
    }
    return [{ personId: row.personId, number, facts: composeFacts(face, one, folios.key), draft, replaces }]
  })
  // Who signs may have changed since the sign-off, where this was looked at first.
  const bytes = Math.max(...women.map(({ facts }) => codeBytes(facts)))
  if (bytes > MOST_CODE_BYTES) return refuse('code-too-long', { bytes, most: MOST_CODE_BYTES })
  return done({ input, year, folios, face, women })
}

/** Last day on which a certificate of a day holds; null: for good. */
export const validUntil = (day: CivilDate, months: number | null): CivilDate | null =>
  months === null ? null : addMonths(day, months)

/** The women asked for, each with her draft and what it takes the place of, in roster order. */
async function findWomen(input: Input<'certificates.issue'>, look: Look): Promise<readonly Found[]> {
  const wanted = new Set(input.personIds)
  const open = new Map((await drafts.listOpenDrafts(look.db, input.editionId)).map((each) => [each.personId, each]))
  const rows = await repo.listCandidates(look.db, look.today, { editionId: input.editionId })
  const found: Found[] = []
  for (const row of rows) {
    if (!wanted.has(row.personId)) continue
    const draft = open.get(row.personId)
    const replaces = draft?.replacesId ? ((await findStanding(look.db, draft.replacesId)) ?? null) : null
    found.push({ row, draft, replaces })
  }
  return found
}

/** A draft as the rules ask of it: what changed since it was prepared, and her name as her record has it now. */
export function draftFactsOf(
  edition: repo.EditionRow,
  row: repo.CandidateRow,
  draft: drafts.DraftRow,
  closedOn: CivilDate | null,
): DraftFacts {
  return {
    name: legalName(row),
    state: draft.state === 'to-sign' ? 'to-sign' : 'draft',
    signedOffBy: draft.signedOffById,
    printedName: draft.printedName,
    nameNow: draft.nameKind && printedNameOf(row, draft.nameKind),
    change: basisChange(draft.basis, basisFrom(edition, row, closedOn)),
  }
}

/** The secret behind the folios, made in memory for the first of all, and the key of the year. */
async function foliosFor(look: Look, newSecret: () => Buffer): Promise<Folios> {
  const secret = await ledger.findFolioSecret(look.db)
  return {
    ...(await keyOfYear(look)),
    secret: secret ?? newSecret(),
    isNewSecret: !secret,
    head: await ledger.findLedgerHead(look.db),
  }
}

/** The key that signs this year; made in memory where there is none yet. */
export async function keyOfYear(look: Look): Promise<{ readonly key: ledger.KeyRow; readonly isNewKey: boolean }> {
  const year = Number(look.today.slice(0, 4))
  const key = await ledger.findKey(look.db, year)
  return { key: key ?? newKey(year), isNewKey: !key }
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

/** A new key signs differently at each planning, so the signed texts are left out of the comparison. */
export function sameFaces(plan: Plan, again: Plan): boolean {
  const face = ({ facts, draft, replaces, ...woman }: Planned): unknown => ({
    ...woman,
    facts: { ...facts, proof: '', backProof: '' },
    draft: [draft.id, draft.version],
    replaces: replaces && [replaces.id, replaces.version],
  })
  return (
    plan.folios.isNewSecret === again.folios.isNewSecret &&
    plan.folios.secret.equals(again.folios.secret) &&
    plan.folios.isNewKey === again.folios.isNewKey &&
    (plan.folios.isNewKey || plan.folios.key.id === again.folios.key.id) &&
    JSON.stringify(plan.women.map(face)) === JSON.stringify(again.women.map(face))
  )
}

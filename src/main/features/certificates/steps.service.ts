/** The way to a certificate: where an edition stands, preparing, the name and the look. Signing off: `sign-off.service.ts`. */
import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../../shared/contract'
import type { CertificateDraft } from '../../../shared/contract/certificate-steps.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, refused, type Outcome, type Refusal } from '../../../shared/kernel/outcome'
import { legalName, spokenName, squeeze } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import { basisFrom, nameKindOf, printedNameOf } from './basis.rules'
import { refusalOf } from './certificate-states.rules'
import type { DraftRefusal } from './certificates.rules'
import type * as repo from './certificates.repo'
import { whoActs } from './chain.service'
import { changesOf, groupOf, isEarned, type Group } from './draft-group.service'
import * as drafts from './drafts.repo'
import { findFace } from './face.repo'
import type { Template } from './face.rules'
import { listSentBack } from './sent-back.repo'

export async function steps(
  look: Look,
  input: Input<'certificates.steps'>,
): Promise<Outcome<Output<'certificates.steps'>, 'unknown-edition' | 'sensitive-group'>> {
  const found = await groupOf(look, input.editionId)
  if (!found.ok) return found
  const group = found.value
  const free = group.rows.filter(
    (row) => !row.folio && !group.open.has(row.personId) && isEarned(group, row, look.today),
  )
  const sentBack = await listSentBack(look.db, input.editionId)
  const shown = group.rows.flatMap((row): CertificateDraft[] => {
    const draft = group.open.get(row.personId)
    return draft ? [{ ...shownDraft(group, row, draft, look), sentBack: sentBack.get(draft.id) ?? null }] : []
  })
  return done({
    drafts: shown,
    earned: free.filter((row) => !group.revoked.has(row.personId)).length,
    revoked: free.flatMap((row) => {
      const folio = group.revoked.get(row.personId)
      return folio === undefined ? [] : [{ personId: row.personId, name: legalName(row), folio }]
    }),
    template: (await findFace(look.db)).template,
  })
}

function shownDraft(
  group: Group,
  row: repo.CandidateRow,
  draft: drafts.DraftRow,
  look: Look,
): Omit<CertificateDraft, 'sentBack'> {
  // Of a draft, the name that is lacking says it; what was signed off with a name is told that hers are others now.
  const told = (code: string): boolean => code !== 'name-not-asked' || draft.state === 'to-sign'
  const [change] = changesOf(group, row, draft, look.today).filter((each) => told(each.code))
  return {
    id: draft.id,
    version: draft.version,
    personId: row.personId,
    surname1: row.surname1,
    surname2: row.surname2,
    givenNames: row.givenNames,
    chosenName: row.chosenName,
    fileNumber: row.fileNumber,
    kind: draft.kind,
    replacesFolio: draft.replacesFolio,
    state: draft.state === 'to-sign' ? 'to-sign' : 'draft',
    nameKind: draft.nameKind,
    printedName: draft.printedName,
    legalName: squeeze(legalName(row)),
    spokenName: squeeze(spokenName(row)),
    template: draft.template as Template,
    changed: change ? (change.code === 'certificate-not-earned' ? 'not-earned' : shownChange(change.code)) : null,
    preparedBy: draft.preparedBy,
    preparedOn: draft.preparedOn,
    signedOffBy: draft.signedOffBy,
    signedOffAt: draft.signedOffAt,
    mine: draft.signedOffById === look.actor.id,
  }
}

const shownChange = (code: DraftRefusal): CertificateDraft['changed'] =>
  code === 'name-not-asked' ? 'name-changed' : code

type Prepared = Output<'certificates.prepare'>

/** Drafts for all who have earned one; those that are drafts already are prepared anew if what they rest on has changed. */
export async function prepare(act: Act, input: Input<'certificates.prepare'>) {
  const found = await groupOf(act, input.editionId)
  if (!found.ok) return found
  const group = found.value
  const named = input.personIds && new Set(input.personIds)
  const rows = group.rows.filter((row) => (named ? named.has(row.personId) : isOffered(group, row, act.today)))
  if (named && rows.length < named.size) return refuse('not-a-candidate')
  const refusals = named ? rows.flatMap((row) => preparing(group, row, act.today)) : []
  if (refusals.length > 0) return refused(...refusals)
  const template = input.template ?? (await findFace(act.db)).template
  const wishes = await drafts.listWishes(
    act.db,
    rows.map((row) => row.personId),
  )
  const fresh: drafts.NewDraft[] = []
  const counts: Prepared = { prepared: 0, again: 0, toAsk: 0 }
  for (const row of rows) {
    const old = group.open.get(row.personId)
    if (old && changesOf(group, row, old, act.today).length === 0) continue
    const draft = draftOf(group, row, old, { template: old?.template ?? template, wish: wishes.get(row.personId) })
    if (draft.nameKind === null) counts.toAsk += 1
    if (old) {
      await drafts.refreshDraft(act.trx, draft, { on: act.today, by: whoActs(act) })
      counts.again += 1
    } else fresh.push(draft)
  }
  counts.prepared = fresh.length
  if (counts.prepared + counts.again === 0) return refuse('nobody-to-prepare')
  await drafts.insertDrafts(act.trx, fresh, { on: act.today, by: whoActs(act) })
  await act.audit({
    event: 'certificate.prepared',
    subjectType: 'edition',
    subjectId: group.edition.id,
    after: { ...counts, personIds: rows.map((row) => row.personId) },
  })
  return done(counts)
}

/** Among those whom "all" means: what is earned and free, and drafts that may have to be prepared anew. */
function isOffered(group: Group, row: repo.CandidateRow, today: CivilDate): boolean {
  const draft = group.open.get(row.personId)
  if (draft) return draft.state === 'draft' && (draft.kind !== 'first' || isEarned(group, row, today))
  return !row.folio && !group.revoked.has(row.personId) && isEarned(group, row, today)
}

function preparing(
  group: Group,
  row: repo.CandidateRow,
  today: CivilDate,
): readonly Refusal<'certificate-already-issued' | 'already-signed-off' | 'certificate-not-earned'>[] {
  const name = legalName(row)
  const draft = group.open.get(row.personId)
  if (row.folio && (!draft || draft.kind === 'first'))
    return [{ code: 'certificate-already-issued', facts: { name, folio: row.folio } }]
  if (draft?.state === 'to-sign') return [{ code: 'already-signed-off', facts: { name } }]
  if ((!draft || draft.kind === 'first') && !isEarned(group, row, today))
    return [{ code: 'certificate-not-earned', facts: { name } }]
  return []
}

function draftOf(
  group: Group,
  row: repo.CandidateRow,
  old: drafts.DraftRow | undefined,
  from: { readonly template: string; readonly wish: drafts.NewDraft['nameKind'] | undefined },
): drafts.NewDraft {
  const nameKind = nameKindOf(row, old?.nameKind ?? from.wish ?? null)
  return {
    id: old?.id ?? randomUUID(),
    editionId: group.edition.id,
    personId: row.personId,
    kind: old?.kind ?? 'first',
    replacesId: old?.replacesId ?? null,
    cause: old?.cause ?? null,
    note: old?.note ?? null,
    nameKind,
    printedName: nameKind && printedNameOf(row, nameKind),
    template: from.template,
    basis: basisFrom(group.edition, row, group.closedOn),
  }
}

/** Remembers which of her names she wants printed, and writes it into what is on its way. */
export async function setName(act: Act, input: Input<'certificates.setName'>) {
  const names = await drafts.findNames(act.db, input.personId)
  if (!names) return refuse('unknown-person')
  if (input.kind === 'chosen' && !names.chosenName) return refuse('no-chosen-name')
  const open = await drafts.listOpenDraftsOf(act.db, input.personId)
  const signed = open.find((draft) => draft.state === 'to-sign')
  if (signed) return refuse('already-signed-off', { name: legalName(names) })
  await drafts.putWish(act.trx, { personId: input.personId, kind: input.kind, on: act.today, by: whoActs(act) })
  const printed = printedNameOf(names, input.kind)
  for (const draft of open) await drafts.setDraftName(act.trx, draft.id, { kind: input.kind, printed })
  await act.audit({
    event: 'certificate.name-asked',
    subjectType: 'person',
    subjectId: input.personId,
    after: { kind: input.kind },
  })
  return done({ drafts: open.length })
}

/** Another look for everything of an edition that is still a draft. */
export async function setTemplate(act: Act, input: Input<'certificates.setTemplate'>) {
  const found = await groupOf(act, input.editionId)
  if (!found.ok) return found
  const changed = [...found.value.open.values()].filter(
    (draft) => !refusalOf(draft.state, 'set-template') && draft.template !== input.template,
  )
  if (changed.length === 0) return refuse('no-draft')
  for (const draft of changed) await drafts.setDraftTemplate(act.trx, draft.id, input.template)
  await act.audit({
    event: 'certificate.template-chosen',
    subjectType: 'edition',
    subjectId: input.editionId,
    after: { template: input.template, drafts: changed.length },
  })
  return done({ drafts: changed.length })
}

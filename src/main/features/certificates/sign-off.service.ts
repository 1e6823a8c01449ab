/** What becomes of drafts: their results signed off, sent back, or deleted. */
import type { Input } from '../../../shared/contract'
import { done, refuse, refused, type Refusal } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { refusalOf } from './certificate-states.rules'
import { hiddenEditions } from './certificates.service'
import { whoActs } from './chain.service'
import type { CandidateRow, EditionRow } from './certificates.repo'
import { folioText } from './certificates.rules'
import { changesOf, groupOf } from './draft-group.service'
import * as drafts from './drafts.repo'
import { codeBytesOf, faceOf, type Face } from './face.service'
import { MOST_CODE_BYTES } from './proof.rules'
import { nameTells } from './telling.rules'

/** Says of each that its result is right. What changed since it was prepared is named, not signed. */
export async function signOff(act: Act, input: Input<'certificates.signOff'>) {
  const found = await groupOf(act, input.editionId)
  if (!found.ok) return found
  const group = found.value
  const face = await faceOf(act.db, group.edition, act.today)
  for (const wanted of input.drafts) {
    const draft = await drafts.findDraft(act.db, wanted.id)
    const row = group.rows.find((each) => each.personId === draft?.personId)
    if (!draft || draft.editionId !== input.editionId) return refuse('unknown-draft')
    if (!row) return refuse('not-a-candidate')
    const refusal = refusalOf(draft.state, 'sign-off')
    if (refusal === 'already-signed-off' || refusal === 'certificate-already-issued')
      return refuse(refusal, { name: legalName(row), folio: row.folio ?? '' })
    if (draft.kind === 'first' && row.folio)
      return refuse('certificate-already-issued', { name: legalName(row), folio: row.folio })
    const changes = changesOf(group, row, draft, act.today)
    if (changes.length > 0) return refused(...changes)
    const unfit = unfitToPrint(face, group.edition, row, draft)
    if (unfit) return refused(unfit)
    if (!(await drafts.moveDraft(act.trx, wanted, { at: act.now, by: whoActs(act) }))) return refuse('stale')
    await act.audit({
      event: 'certificate.signed-off',
      subjectType: 'person',
      subjectId: draft.personId,
      after: { editionId: draft.editionId, draftId: draft.id, printedName: draft.printedName },
    })
  }
  return done(null)
}

/** What of hers would come out wrong on the paper: told before somebody else is to issue it. */
function unfitToPrint(
  face: Face,
  edition: EditionRow,
  row: CandidateRow,
  draft: drafts.DraftRow,
): Refusal<'name-names-center' | 'code-too-long'> | undefined {
  const name = draft.printedName ?? ''
  const center = { ...face.center, place: face.place, issuer: face.issuer }
  if (nameTells(name, { fileNumber: row.fileNumber, center })) return { code: 'name-names-center', facts: { name } }
  const { endsOn } = edition
  const bytes = codeBytesOf(face, {
    folio: folioText(Number(endsOn.slice(0, 4)), '0'.repeat(12)),
    name,
    nameIs: draft.nameKind ?? 'legal',
    issuedOn: endsOn,
    validUntil: edition.validMonths === null ? null : endsOn,
    replaces: draft.replacesFolio,
  })
  return bytes > MOST_CODE_BYTES ? { code: 'code-too-long', facts: { bytes, most: MOST_CODE_BYTES } } : undefined
}

/** Takes a sign-off back: whoever issues has found something that is not right. */
export async function sendBack(act: Act, input: Input<'certificates.sendBack'>) {
  const hidden = await hiddenEditions(act)
  for (const wanted of input.drafts) {
    const draft = await drafts.findDraft(act.db, wanted.id)
    if (!draft) return refuse('unknown-draft')
    if (hidden.has(draft.editionId)) return refuse('sensitive-group')
    const refusal = refusalOf(draft.state, 'send-back')
    if (refusal === 'not-signed-off' || refusal === 'certificate-already-issued')
      return refuse(refusal, { name: draft.printedName ?? '', folio: '' })
    if (!(await drafts.moveDraft(act.trx, wanted, null))) return refuse('stale')
    await act.audit({
      event: 'certificate.sent-back',
      subjectType: 'person',
      subjectId: draft.personId,
      before: { signedOffBy: draft.signedOffBy },
      after: { editionId: draft.editionId, draftId: draft.id },
      reason: input.reason,
    })
  }
  return done(null)
}

/** Only a draft can be deleted. */
export async function deleteDrafts(act: Act, input: Input<'certificates.deleteDrafts'>) {
  const hidden = await hiddenEditions(act)
  for (const { id, version } of input.drafts) {
    const draft = await drafts.findDraft(act.db, id)
    if (!draft) return refuse('unknown-draft')
    if (hidden.has(draft.editionId)) return refuse('sensitive-group')
    const refusal = refusalOf(draft.state, 'delete')
    if (refusal === 'already-signed-off' || refusal === 'certificate-already-issued')
      return refuse(refusal, { name: draft.printedName ?? '', folio: '' })
    if (!(await drafts.deleteDraft(act.trx, id, version))) return refuse('stale')
    await act.audit({
      event: 'certificate.draft-deleted',
      subjectType: 'person',
      subjectId: draft.personId,
      before: { editionId: draft.editionId, kind: draft.kind, printedName: draft.printedName },
    })
  }
  return done(null)
}

/**
 * Of two drafts that turn out to be one woman's, the one that does not stand; signed off or not, nothing was issued on it.
 * False if there is no such draft any more.
 */
export async function dropDuplicateDraft(act: Act, id: string, reason: string): Promise<boolean> {
  const draft = await drafts.findDraft(act.db, id)
  if (!draft || draft.state === 'issued') return false
  if (draft.state === 'to-sign') await drafts.moveDraft(act.trx, draft, null)
  const version = draft.version + (draft.state === 'to-sign' ? 1 : 0)
  if (!(await drafts.deleteDraft(act.trx, id, version))) return false
  await act.audit({
    event: 'certificate.draft-deleted',
    subjectType: 'person',
    subjectId: draft.personId,
    before: { editionId: draft.editionId, kind: draft.kind, printedName: draft.printedName },
    reason,
  })
  return true
}

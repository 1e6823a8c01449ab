/** An edition with its women, what they have earned and what is on its way for them. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome, type Refusal } from '../../../shared/kernel/outcome'
import { legalName } from '../../../shared/kernel/text'
import type { Look } from '../../platform/seam/act'
import { draftRefusals, type DraftRefusal } from './certificates.rules'
import * as repo from './certificates.repo'
import { hiddenEditions } from './certificates.service'
import { decideCertificate } from './decision.rules'
import * as drafts from './drafts.repo'
import { draftFactsOf } from './issue-plan.service'

export interface Group {
  readonly edition: repo.EditionRow
  readonly rows: readonly repo.CandidateRow[]
  readonly closedOn: CivilDate | null
  readonly open: ReadonlyMap<string, drafts.DraftRow>
  readonly revoked: ReadonlyMap<string, string>
}

/** An edition with its women and all that is on its way. */
export async function groupOf(
  look: Look,
  editionId: string,
): Promise<Outcome<Group, 'unknown-edition' | 'sensitive-group'>> {
  const edition = await repo.findEdition(look.db, editionId)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  return done({
    edition,
    rows: await repo.listCandidates(look.db, look.today, { editionId }),
    closedOn: await drafts.findClosedOn(look.db, editionId),
    open: new Map((await drafts.listOpenDrafts(look.db, editionId)).map((draft) => [draft.personId, draft])),
    revoked: await drafts.listRevoked(look.db, editionId),
  })
}

export const isEarned = (group: Group, row: repo.CandidateRow, today: CivilDate): boolean =>
  decideCertificate({ ...group.edition, ...row }, today).earned

/** What stands in the way of a draft's next step; nothing if it may go on. */
export function changesOf(group: Group, row: repo.CandidateRow, draft: drafts.DraftRow, today: CivilDate) {
  const refusals: Refusal<DraftRefusal | 'certificate-not-earned'>[] = []
  if (draft.kind === 'first' && !isEarned(group, row, today))
    refusals.push({ code: 'certificate-not-earned', facts: { name: legalName(row) } })
  return [...refusals, ...draftRefusals(draftFactsOf(group.edition, row, draft, group.closedOn))]
}

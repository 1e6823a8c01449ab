/** The checklist of a child's own papers: read, filled in, and what it asks for. */
import type { Output } from '../../../shared/contract'
import type { childCareContract } from '../../../shared/contract/child-care.contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { changesBetween } from '../../platform/audit/changes'
import type { Act, Look } from '../../platform/seam/act'
import * as childNames from './child-names.repo'
import { checklistFault, wholeChecklist } from './checklist.rules'
import * as repo from './checklist.repo'

type Parsed<Name extends keyof typeof childCareContract> = ParsedInputOf<(typeof childCareContract)[Name]>

/** All kinds of papers of a child, said or not yet said. */
export async function checklist(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'children.checklist'>, 'unknown-child'>> {
  if (!(await childNames.findName(look.db, input.id))) return refuse('unknown-child')
  const stored = (await repo.listPapers(look.db, input.id)).map(({ childId: _child, ...paper }) => paper)
  return done({ today: look.today, papers: wholeChecklist(stored) })
}

/** Says how it stands with one paper. Whoever writes that a copy was seen is the one who saw it. */
export async function setPaper(act: Act, input: Parsed<'children.setPaper'>) {
  if (!(await childNames.findName(act.db, input.childId))) return refuse('unknown-child')
  const { childId, kind, version, ...said } = input
  const fault = checklistFault(said, act.today)
  if (fault) return refuse(fault.code, undefined, fault.field)
  const before = wholeChecklist(await repo.listPapers(act.db, childId)).find((paper) => paper.kind === kind)
  if (before?.version !== version) return refuse('stale')
  const isSeenBefore = before.copySeenOn === said.copySeenOn
  const copySeenBy = said.copySeenOn === null ? null : isSeenBefore ? before.copySeenBy : act.actor.name
  const paper = { ...said, copySeenBy }
  const { state, askedOn, askedOf, copySeenOn, namesPlace, note } = before
  const stood = { state, askedOn, askedOf, copySeenOn, namesPlace, note, copySeenBy: before.copySeenBy }
  const changed = changesBetween(stood, paper)
  if (!changed) return refuse('nothing-changed')
  if (version === 0) await repo.insertPaper(act.trx, childId, kind, paper)
  else if (!(await repo.markPaper(act.trx, childId, kind, version, paper))) return refuse('stale')
  await act.audit({
    event: 'child.paper-set',
    subjectType: 'child',
    subjectId: childId,
    before: { kind, ...changed.before },
    after: changed.after,
  })
  return done(null)
}

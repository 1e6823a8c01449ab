/** A child's own papers: what is there, what was asked for, and which says where she lives. */
import { CHILD_PAPER_KINDS, type ChildPaper } from '../../../shared/contract/child-care.contract'
import type { Task } from '../../../shared/contract/tasks.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'

/** Every kind of paper, also those of which nobody has said anything yet. */
export const wholeChecklist = (stored: readonly ChildPaper[]): ChildPaper[] =>
  CHILD_PAPER_KINDS.map(
    (kind) =>
      stored.find((paper) => paper.kind === kind) ?? {
        kind,
        version: 0,
        state: 'missing',
        askedOn: null,
        askedOf: null,
        copySeenOn: null,
        copySeenBy: null,
        namesPlace: 'unchecked',
        note: null,
      },
  )

export type ChecklistFault = 'day-in-the-future' | 'paper-asked-when' | 'paper-not-here'

/** Why a line of the checklist cannot be as given. Nobody can say of a paper that is not here what it names. */
export function checklistFault(
  paper: Pick<ChildPaper, 'state' | 'askedOn' | 'copySeenOn' | 'namesPlace'>,
  today: CivilDate,
): { readonly code: ChecklistFault; readonly field: string } | undefined {
  if (paper.askedOn !== null && paper.askedOn > today) return { code: 'day-in-the-future', field: 'askedOn' }
  if (paper.copySeenOn !== null && paper.copySeenOn > today) return { code: 'day-in-the-future', field: 'copySeenOn' }
  if (paper.state === 'asked' && paper.askedOn === null) return { code: 'paper-asked-when', field: 'askedOn' }
  if (paper.state !== 'has' && (paper.namesPlace !== 'unchecked' || paper.copySeenOn !== null))
    return { code: 'paper-not-here', field: 'state' }
  return undefined
}

export interface PaperOfChild {
  readonly childId: string
  readonly childName: string
  readonly paper: Pick<ChildPaper, 'kind' | 'state' | 'namesPlace' | 'askedOn'>
}

/** A paper that says where she lives asks to be put right; a birth record that nobody looked at asks to be looked at. */
export function checklistTasks(papers: readonly PaperOfChild[]): Task[] {
  return papers.flatMap(({ childId, childName, paper }): Task[] => {
    const about = { path: `/children/${childId}/papers`, dueOn: null, facts: { child: childName, paper: paper.kind } }
    if (paper.namesPlace === 'yes')
      return [{ kind: 'child-paper-names-place', key: `child-paper-names-place:${childId}:${paper.kind}`, ...about }]
    if (paper.kind === 'birth-record' && paper.state === 'has' && paper.namesPlace === 'unchecked')
      return [{ kind: 'child-paper-unchecked', key: `child-paper-unchecked:${childId}`, ...about }]
    return []
  })
}

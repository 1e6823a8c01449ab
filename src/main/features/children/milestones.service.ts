/** The center's milestones of a separation: dated lines, so that a plan keeps those of the day on which it was made. */
import type { Output } from '../../../shared/contract'
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { separationContract } from '../../../shared/contract/separation.contract'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, squeeze } from '../../../shared/kernel/text'
import { changesBetween } from '../../platform/audit/changes'
import type { Act, Look } from '../../platform/seam/act'
import { milestonesOn } from './separation.rules'
import * as repo from './separation.repo'

type Parsed<Name extends keyof typeof separationContract> = ParsedInputOf<(typeof separationContract)[Name]>

/** Lines in force and those to come; what ended stays with the plans that have it. */
export async function listMilestones(look: Look): Promise<Outcome<Output<'children.milestones'>, never>> {
  const lines = await repo.listMilestones(look.db)
  return done(lines.filter((line) => line.untilDay === null || line.untilDay > look.today))
}

const valuesOf = (line: Pick<Parsed<'children.addMilestone'>, 'side' | 'months' | 'days' | 'concerns'>) => ({
  side: line.side,
  months: line.months,
  days: line.days,
  concerns: line.concerns,
})

/** Adds a line of the center's own. */
export async function addMilestone(act: Act, input: Parsed<'children.addMilestone'>) {
  if (input.fromDay < act.today) return refuse('day-has-passed', undefined, 'fromDay')
  const title = squeeze(input.title)
  const inForce = milestonesOn(await repo.listMilestones(act.db), input.fromDay)
  if (inForce.some((line) => line.title !== null && fold(line.title) === fold(title)))
    return refuse('milestone-listed-already', undefined, 'title')
  const row = { word: null, title, ...valuesOf(input), fromDay: input.fromDay }
  const { id } = await repo.insertMilestone(act.trx, row)
  await act.audit({ event: 'milestone.added', subjectType: 'milestone', subjectId: id, after: row })
  return done({ id })
}

/** Gives a line other values from a day on. A line of Umbral's keeps its word unless it gets a title. */
export async function alterMilestone(act: Act, input: Parsed<'children.alterMilestone'>) {
  const before = (await repo.listMilestones(act.db)).find((line) => line.id === input.id)
  if (!before || before.untilDay !== null) return refuse('unknown-milestone')
  if (input.fromDay < act.today) return refuse('day-has-passed', undefined, 'fromDay')
  const title = input.title ? squeeze(input.title) : before.title
  const named = { word: title ? null : before.word, title }
  const changed = changesBetween(
    { word: before.word, title: before.title, ...valuesOf(before) },
    { ...named, ...valuesOf(input) },
  )
  if (!changed) return refuse('nothing-changed')
  if (!(await repo.markMilestoneEnd(act.trx, input.id, input.version, laterOf(before.fromDay, input.fromDay))))
    return refuse('stale')
  const row = { ...named, ...valuesOf(input), fromDay: input.fromDay }
  const { id } = await repo.insertMilestone(act.trx, row)
  await act.audit({
    event: 'milestone.changed',
    subjectType: 'milestone',
    subjectId: input.id,
    before: changed.before,
    after: { ...changed.after, fromDay: input.fromDay },
  })
  return done({ id })
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

/** From a day on, new plans no longer have the line. */
export async function endMilestone(act: Act, input: Parsed<'children.endMilestone'>) {
  const before = (await repo.listMilestones(act.db)).find((line) => line.id === input.id)
  if (!before || before.untilDay !== null) return refuse('unknown-milestone')
  if (input.untilDay < act.today) return refuse('day-has-passed', undefined, 'untilDay')
  const untilDay = laterOf(before.fromDay, input.untilDay)
  if (!(await repo.markMilestoneEnd(act.trx, input.id, input.version, untilDay))) return refuse('stale')
  await act.audit({
    event: 'milestone.ended',
    subjectType: 'milestone',
    subjectId: input.id,
    after: { untilDay },
    reason: input.reason,
  })
  return done(null)
}

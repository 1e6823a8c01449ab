/** The week's routine: counts, meals, lock-up. A change holds from a day on; what was before that day stays as it was. */
import type { Input } from '../../../shared/contract'
import type { RoutineSeries } from '../../../shared/contract/calendar.contract'
import { addDays, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act } from '../../platform/seam/act'
import * as repo from './routines.repo'

/** Series that hold on some day of a period. */
export const seriesBetween = (db: ReadDb, from: CivilDate, until: CivilDate): Promise<RoutineSeries[]> =>
  repo.listSeries(db, from, until)

const reversed = (series: Omit<RoutineSeries, 'id'>) =>
  series.endsAt <= series.startsAt
    ? refuse('times-reversed', undefined, 'endsAt')
    : series.validUntil !== null && series.validUntil < series.validFrom
      ? refuse('dates-reversed', undefined, 'validUntil')
      : undefined

export async function addRoutine(act: Act, input: Input<'office.addRoutine'>) {
  const problem = reversed(input)
  if (problem) return problem
  const id = await repo.insertSeries(act.trx, input)
  await act.audit({ event: 'routine.added', subjectType: 'routine', subjectId: id, after: input })
  return done({ id })
}

export async function changeRoutine(act: Act, input: Input<'office.changeRoutine'>) {
  const { id, from, ...written } = input
  const before = await repo.findSeries(act.db, id)
  if (!before) return refuse('unknown-routine')
  const after = { ...written, validFrom: from }
  const problem = reversed(after)
  if (problem) return problem
  await endBefore(act, before, addDays(from, -1))
  const next = await repo.insertSeries(act.trx, after)
  await act.audit({ event: 'routine.changed', subjectType: 'routine', subjectId: next, before, after })
  return done({ id: next })
}

export async function endRoutine(act: Act, input: Input<'office.endRoutine'>) {
  const before = await repo.findSeries(act.db, input.id)
  if (!before) return refuse('unknown-routine')
  await endBefore(act, before, input.lastDay)
  await act.audit({
    event: 'routine.ended',
    subjectType: 'routine',
    subjectId: input.id,
    before,
    after: { lastDay: input.lastDay },
    reason: input.reason,
  })
  return done(null)
}

/** Its last day, unless it ends sooner by itself; one that would end before it began was never in force and goes. */
async function endBefore(act: Act, series: RoutineSeries, lastDay: CivilDate): Promise<void> {
  if (lastDay < series.validFrom) await repo.deleteSeries(act.trx, series.id)
  else if (series.validUntil === null || series.validUntil > lastDay) await repo.endSeries(act.trx, series.id, lastDay)
}

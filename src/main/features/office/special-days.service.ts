/** Days that are not as others: holidays, visits, closures. What a closure does to sessions, the timetable does. */
import type { Input } from '../../../shared/contract'
import { done, refuse } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act } from '../../platform/seam/act'
import { closeDay, reopenDay } from '../timetable'
import * as repo from './special-days.repo'

export async function addSpecialDay(act: Act, input: Input<'office.addSpecialDay'>) {
  if (input.startsAt && input.endsAt && input.endsAt <= input.startsAt)
    return refuse('times-reversed', undefined, 'endsAt')
  const same = (await repo.listSpecialDaysOn(act.db, input.day)).some((each) => fold(each.title) === fold(input.title))
  if (same) return refuse('same-special-day', undefined, 'title')
  const id = await repo.insertSpecialDay(act.trx, input)
  const cancelled = await closeDay(act, input)
  await act.audit({
    event: 'special-day.added',
    subjectType: 'special-day',
    subjectId: id,
    after: { ...input, cancelled },
  })
  return done({ id, cancelled })
}

/** Takes a special day back; sessions that it had cancelled and nobody marked since are held again. */
export async function removeSpecialDay(act: Act, input: Input<'office.removeSpecialDay'>) {
  const before = await repo.findSpecialDay(act.db, input.id)
  if (!before) return refuse('unknown-special-day')
  await repo.deleteSpecialDay(act.trx, input.id)
  const restored = await reopenDay(act, before)
  await act.audit({
    event: 'special-day.removed',
    subjectType: 'special-day',
    subjectId: input.id,
    before,
    after: { restored },
    reason: input.reason,
  })
  return done({ restored })
}

/**
 * Days that are not as others. Whoever writes one down, changes it or takes it away sees first what it does to sessions;
 * the doing itself is the timetable's.
 */
import type { Input } from '../../../shared/contract'
import { daysBetween } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import { fold } from '../../../shared/kernel/text'
import type { Act, Look } from '../../platform/seam/act'
import {
  applyChanges,
  causeOf,
  changeOfDay,
  effectOf,
  sessionsMet,
  toCalendarChanges,
  type DayChange,
} from '../timetable'
import * as routines from './routines.service'
import * as repo from './special-days.repo'

/** Two years at once are more than any page shows. */
const LONGEST_PERIOD = 732

export async function calendar(look: Look, input: Input<'office.calendar'>) {
  if (daysBetween(input.from, input.until) > LONGEST_PERIOD) return refuse('period-too-long', { days: LONGEST_PERIOD })
  const taken = await repo.countTaken(look.db, input.from, input.until)
  const days = (await repo.listSpecialDays(look.db, input.from, input.until)).map((special) => ({
    ...special,
    does: effectOf(special),
    cause: causeOf(special),
    cancelled: taken.get(special.id)?.cancelled ?? 0,
    shortened: taken.get(special.id)?.shortened ?? 0,
  }))
  return done({ days, routines: await routines.seriesBetween(look.db, input.from, input.until) })
}

type Written = Input<'office.addSpecialDay'>

/** What changes on each day concerned: the one it stood on and the one it moves to. */
async function changesOf(
  look: Look,
  before: repo.SpecialDayRow | undefined,
  after: (Written & { readonly id: string }) | undefined,
): Promise<DayChange> {
  const days = [...new Set([before?.day, after?.day].filter((day) => day !== undefined))]
  const each = await Promise.all(
    days.map(async (day) => {
      const others = (await repo.listSpecialDays(look.db, day, day)).filter((special) => special.id !== before?.id)
      const was = before?.day === day ? [...others, before] : others
      const becomes = after?.day === day ? [...others, after] : others
      return changeOfDay(look.db, day, was, becomes)
    }),
  )
  return {
    changes: each.flatMap(({ changes }) => changes),
    marked: each.reduce((sum, { marked }) => sum + marked, 0),
  }
}

/** Stands for a day that is not written down yet: nothing points at it. */
const NOT_YET = 'not-yet'

export async function previewSpecialDay(look: Look, input: Input<'office.previewSpecialDay'>) {
  const before = input.id ? await repo.findSpecialDay(look.db, input.id) : undefined
  const after = input.day ? { ...input.day, id: input.id ?? NOT_YET } : undefined
  if (input.id && !before) return refuse('unknown-special-day')
  const shown = after ?? before
  if (!shown) return refuse('unknown-special-day')
  const { changes, marked } = await changesOf(look, before, after)
  return done({
    does: effectOf(shown),
    cause: causeOf(shown),
    changes: await toCalendarChanges(look, changes),
    marked,
    met: after && effectOf(after) === 'warns' ? await sessionsMet(look.db, after) : 0,
  })
}

async function problemWith(look: Look, input: Written, own?: string) {
  if (input.startsAt && input.endsAt && input.endsAt <= input.startsAt)
    return refuse('times-reversed', undefined, 'endsAt')
  const there = await repo.listSpecialDays(look.db, input.day, input.day)
  if (there.some((each) => each.id !== own && fold(each.title) === fold(input.title)))
    return refuse('same-special-day', undefined, 'title')
  return undefined
}

export async function addSpecialDay(act: Act, input: Written) {
  const problem = await problemWith(act, input)
  if (problem) return problem
  return done(await writeDown(act, input))
}

/** Writes a day down and does what it does; the caller has asked whether it may stand. */
export async function writeDown(act: Act, special: repo.SpecialDay) {
  // Its row first: the sessions that it takes point at it.
  const before = await repo.listSpecialDays(act.db, special.day, special.day)
  const id = await repo.insertSpecialDay(act.trx, special)
  const { changes } = await changeOfDay(act.db, special.day, before, [...before, { ...special, id }])
  const counts = await applyChanges(act, changes)
  await act.audit({
    event: 'special-day.added',
    subjectType: 'special-day',
    subjectId: id,
    after: { ...special, ...counts },
  })
  return { id, ...counts }
}

export async function changeSpecialDay(act: Act, input: Input<'office.changeSpecialDay'>) {
  const { id, version, ...written } = input
  const before = await repo.findSpecialDay(act.db, id)
  if (!before) return refuse('unknown-special-day')
  const problem = await problemWith(act, written, id)
  if (problem) return problem
  const { changes } = await changesOf(act, before, { ...written, id })
  if (!(await repo.updateSpecialDay(act.trx, id, version, written))) return refuse('stale')
  const counts = await applyChanges(act, changes)
  await act.audit({
    event: 'special-day.changed',
    subjectType: 'special-day',
    subjectId: id,
    before,
    after: { ...written, ...counts },
  })
  return done({ id, ...counts })
}

/** Takes a special day back. What it had taken is held again where she says so; the rest stays as it is. */
export async function removeSpecialDay(act: Act, input: Input<'office.removeSpecialDay'>) {
  const before = await repo.findSpecialDay(act.db, input.id)
  if (!before) return refuse('unknown-special-day')
  if (before.version !== input.version) return refuse('stale')
  const { changes } = await changesOf(act, before, undefined)
  const wanted = input.restore && new Set(input.restore)
  const chosen = changes.filter(({ session }) => !wanted || wanted.has(session.id))
  const counts = await applyChanges(act, chosen)
  // Those that were not chosen stay as they are and point at nothing any more.
  await repo.deleteSpecialDay(act.trx, input.id)
  await act.audit({
    event: 'special-day.removed',
    subjectType: 'special-day',
    subjectId: input.id,
    before,
    after: counts,
    reason: input.reason,
  })
  return done({ id: input.id, ...counts })
}

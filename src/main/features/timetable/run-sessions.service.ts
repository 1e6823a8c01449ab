/** Acts on sessions: cancel, restore, move; and what other slices ask of them (an edition's plan, a closed day). */
import type { Input } from '../../../shared/contract'
import type { LostCause } from '../../../shared/contract/timetable.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { clashesOf } from './clashes.service'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'
import { hidesFrom } from './timetable.service'
import {
  causeOfClosure,
  closesCenter,
  closureOf,
  overlaps,
  plannedSessions,
  replan,
  type PlannedSession,
  type Replan,
  type Slot,
  type SpecialDay,
} from './timetable.rules'

const spanOf = ({ day, startsAt, endsAt }: { day: string; startsAt: string; endsAt: string }) => ({
  day,
  startsAt,
  endsAt,
})

export async function cancel(act: Act, input: Input<'timetable.cancel'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  if (before.cancelledCause) return refuse('already-cancelled')
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  const set = { cancelled_cause: input.cause, cancelled_note: input.note }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.cancelled',
    subjectType: 'session',
    subjectId: input.id,
    before: spanOf(before),
    after: { cause: input.cause },
    reason: input.note ?? undefined,
  })
  return done(null)
}

export async function restore(act: Act, input: Input<'timetable.restore'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  if (!before.cancelledCause) return refuse('not-cancelled')
  // A roll of S marks says that the session was not held; it is corrected on the roll, not here.
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  const set = { cancelled_cause: null, cancelled_note: null }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.restored',
    subjectType: 'session',
    subjectId: input.id,
    before: { cause: before.cancelledCause, note: before.cancelledNote },
    after: spanOf(before),
    reason: input.reason,
  })
  return done(null)
}

/** What a session would collide with, and whether the center is closed then. */
export async function previewMove(look: Look, input: Input<'timetable.previewMove'>) {
  const found = await sessionsRepo.findSession(look.db, input.id)
  if (!found) return refuse('unknown-session')
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  const specialDays = await repo.listSpecialDays(look.db, input.day, input.day)
  return done({
    clashes: await clashesOf(look.db, { ...found, ...spanOf(input) }, hidesFrom(look)),
    specialDays,
    closed: closureOf(input, specialDays) !== undefined,
  })
}

export async function move(act: Act, input: Input<'timetable.move'>) {
  const before = await sessionsRepo.findSession(act.db, input.id)
  if (!before) return refuse('unknown-session')
  const problem = await problemWithMove(act, before, input)
  if (problem) return problem
  const set = { day: input.day, starts_at: input.startsAt, ends_at: input.endsAt }
  if (!(await sessionsRepo.markSession(act.trx, input.id, input.version, set))) return refuse('stale')
  await act.audit({
    event: 'session.moved',
    subjectType: 'session',
    subjectId: input.id,
    before: spanOf(before),
    after: spanOf(input),
    reason: input.reason,
  })
  return done(null)
}

/** Clashes do not forbid a move: they were shown, and the person who knows the women decides. */
async function problemWithMove(act: Act, before: sessionsRepo.SessionRow, input: Input<'timetable.move'>) {
  if (before.cancelledCause) return refuse('already-cancelled')
  if (before.marks > 0) return refuse('session-has-marks', { marks: before.marks })
  if (input.endsAt <= input.startsAt) return refuse('times-reversed', undefined, 'endsAt')
  if (input.day < before.editionStartsOn || input.day > before.editionEndsOn)
    return refuse('outside-edition', { from: before.editionStartsOn, until: before.editionEndsOn }, 'day')
  const closure = closureOf(input, await repo.listSpecialDays(act.db, input.day, input.day))
  if (closure) return refuse('closed-day', { title: closure.title }, 'day')
  if (await sessionsRepo.findTwin(act.db, { ...spanOf(input), id: input.id, editionId: before.editionId }))
    return refuse('session-there', undefined, 'startsAt')
  return undefined
}

// ——— Asked by other slices, inside their own act

/** Days and weekly hours of an edition: what its sessions come from. */
export interface EditionPlan {
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slots: readonly Slot[]
}

/** The sessions that a plan gives, closed days cancelled; nothing is written. */
export async function planSessions(db: ReadDb, plan: EditionPlan): Promise<PlannedSession[]> {
  const specialDays = await repo.listSpecialDays(db, plan.startsOn, plan.endsOn)
  return plannedSessions(plan.slots, plan.startsOn, plan.endsOn, specialDays)
}

/** Writes the sessions of a new edition; answers how many. The caller's audit event says so. */
export async function openSessions(act: Act, editionId: string, plan: EditionPlan): Promise<number> {
  const planned = await planSessions(act.db, plan)
  await sessionsRepo.insertSessions(act.trx, editionId, planned)
  return planned.length
}

/** What a changed plan would take away and add, from now on and without touching a mark. */
export async function previewReplan(
  look: Look,
  editionId: string,
  before: EditionPlan,
  after: EditionPlan,
): Promise<Replan> {
  const standing = await sessionsRepo.listSessionsOfEdition(look.db, editionId)
  return replan(standing, await planSessions(look.db, before), await planSessions(look.db, after), look)
}

/** Does what `previewReplan` showed. */
export async function replanSessions(
  act: Act,
  editionId: string,
  before: EditionPlan,
  after: EditionPlan,
): Promise<Replan> {
  const change = await previewReplan(act, editionId, before, after)
  await sessionsRepo.deleteSessions(
    act.trx,
    change.remove.map((session) => session.id),
  )
  await sessionsRepo.insertSessions(act.trx, editionId, change.add)
  return change
}

/** Cancels what a newly written closed day keeps from being held; marked sessions stay. Answers how many. */
export async function closeDay(act: Act, special: SpecialDay): Promise<number> {
  if (!closesCenter(special)) return 0
  const met = (await sessionsRepo.listSessions(act.db, { from: special.day, until: special.day })).filter(
    (each) => overlaps(each, special) && !each.cancelledCause && each.marks === 0,
  )
  const set = { cancelled_cause: causeOfClosure(special), cancelled_note: special.title }
  for (const session of met) await cancelFor(act, session, set)
  return met.length
}

async function cancelFor(
  act: Act,
  session: sessionsRepo.SessionRow,
  set: { cancelled_cause: LostCause; cancelled_note: string },
): Promise<void> {
  await sessionsRepo.markSession(act.trx, session.id, session.version, set)
  await act.audit({
    event: 'session.cancelled',
    subjectType: 'session',
    subjectId: session.id,
    before: spanOf(session),
    after: { cause: set.cancelled_cause },
    reason: set.cancelled_note,
  })
}

/** Restores what a closed day that is taken back had cancelled; marked sessions stay. Answers how many. */
export async function reopenDay(act: Act, special: SpecialDay): Promise<number> {
  if (!closesCenter(special)) return 0
  const met = (await sessionsRepo.listSessions(act.db, { from: special.day, until: special.day })).filter(
    (each) => each.cancelledNote === special.title && each.marks === 0,
  )
  for (const session of met) {
    await sessionsRepo.markSession(act.trx, session.id, session.version, {
      cancelled_cause: null,
      cancelled_note: null,
    })
    await act.audit({
      event: 'session.restored',
      subjectType: 'session',
      subjectId: session.id,
      before: { cause: session.cancelledCause, note: session.cancelledNote },
      after: spanOf(session),
    })
  }
  return met.length
}

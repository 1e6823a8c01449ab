/** An edition's sessions out of its plan: written, planned anew, and the modules laid over them. Asked by the programs. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import {
  layModules,
  plannedSessions,
  replan,
  type PatternException,
  type PlannedSession,
  type Replan,
  type Slot,
} from './patterns.rules'
import * as moduleRepo from './session-modules.repo'
import * as sessionsRepo from './sessions.repo'
import * as repo from './timetable.repo'

/** Days, hours and exceptions of an edition: what its sessions come from. */
export interface EditionPlan {
  readonly startsOn: CivilDate
  readonly endsOn: CivilDate
  readonly slots: readonly Slot[]
  readonly exceptions: readonly PatternException[]
}

/** The sessions that a plan gives, closed days cancelled; nothing is written. */
export async function planSessions(db: ReadDb, plan: EditionPlan): Promise<PlannedSession[]> {
  const specialDays = await repo.listSpecialDays(db, plan.startsOn, plan.endsOn)
  return plannedSessions(plan.slots, plan.startsOn, plan.endsOn, specialDays, plan.exceptions)
}

/** Writes the sessions of a new edition; answers how many. The caller's audit event says so. */
export async function openSessions(act: Act, editionId: string, plan: EditionPlan): Promise<number> {
  const planned = await planSessions(act.db, plan)
  await sessionsRepo.insertSessions(act.trx, editionId, planned, act.now)
  await layPlan(act, editionId)
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
  const bound = await moduleRepo.listBound(look.db, editionId)
  return replan(
    standing.map((session) => (bound.has(session.id) ? { ...session, marked: true } : session)),
    await planSessions(look.db, before),
    await planSessions(look.db, after),
    look,
    after.exceptions,
  )
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
  await sessionsRepo.insertSessions(act.trx, editionId, change.add, act.now)
  await layPlan(act, editionId)
  return change
}

/** Says of each session which module of the edition's plan it teaches; what was held keeps its own. */
export async function layPlan(act: Act, editionId: string): Promise<void> {
  const sessions = (await moduleRepo.listTaught(act.db, editionId)).map((session) => ({
    ...session,
    fixed: session.catchUp || session.marks > 0 || session.day < act.today,
  }))
  await moduleRepo.markModules(act.trx, layModules(await moduleRepo.listModulePlan(act.db, editionId), sessions))
}

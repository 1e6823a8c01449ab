/** Sessions that make up for one that was cancelled. */
import type { Input, Output } from '../../../shared/contract'
import { addDays } from '../../../shared/kernel/civil-date'
import { done, refuse } from '../../../shared/kernel/outcome'
import type { Act, Look } from '../../platform/seam/act'
import { catchUpCandidates } from './catch-up.rules'
import { hidesFrom } from './clash-world.service'
import { clashesOf } from './clashes.service'
import * as ownRepo from './one-session.repo'
import { layPlan } from './plan-sessions.service'
import * as sessionsRepo from './sessions.repo'
import { closureOf } from './special-days.rules'
import * as repo from './timetable.repo'

const PROPOSALS = 3
/** Dates whose clashes are looked at before the search gives up; each takes a few milliseconds. */
const MOST_TRIED = 60

/** The cancelled session to make up for, or why there is none. */
async function missedOf(look: Look, id: string) {
  const missed = await sessionsRepo.findSession(look.db, id)
  const own = await ownRepo.findOwn(look.db, id)
  if (!missed || !own) return refuse('unknown-session')
  if (!missed.cancelledCause) return refuse('not-cancelled')
  if (own.madeUpOn) return refuse('made-up-already', { day: own.madeUpOn })
  return done({ missed, own })
}

/** Free dates for it, the nearest first: none on a closed day, none with a clash that blocks. */
export async function catchUpDates(look: Look, input: Input<'timetable.catchUpDates'>) {
  const found = await missedOf(look, input.id)
  if (!found.ok) return found
  const { missed } = found.value
  const after = missed.day > look.today ? missed.day : look.today
  const from = addDays(after, 1)
  const until = addDays(from, 60)
  const own = await ownRepo.listOwnHours(look.db, missed.editionId, from, until)
  const specialDays = await repo.listSpecialDays(look.db, from, until)
  const free = catchUpCandidates(missed, from, own).filter((span) => !closureOf(span, specialDays))
  const proposals: Output<'timetable.catchUpDates'> = []
  for (const span of free.slice(0, MOST_TRIED)) {
    const clashes = await clashesOf(look.db, { ...missed, ...span }, hidesFrom(look))
    if (clashes.some(({ kind, level }) => level === 'block' || kind === 'room' || kind === 'instructor')) continue
    proposals.push({ ...span, afterEnd: span.day > missed.editionEndsOn, clashes })
    if (proposals.length === PROPOSALS) break
  }
  return done(proposals)
}

/** Plans it. It gives the module of the one it makes up for, so that the module is credited once. */
export async function catchUp(act: Act, input: Input<'timetable.catchUp'>) {
  const found = await missedOf(act, input.id)
  if (!found.ok) return found
  const { missed, own } = found.value
  const { day, startsAt, endsAt } = input
  if (endsAt <= startsAt) return refuse('times-reversed', undefined, 'endsAt')
  // After the last day it may well be: that is when lost hours are often made up for.
  if (day < missed.editionStartsOn)
    return refuse('outside-edition', { from: missed.editionStartsOn, until: missed.editionEndsOn }, 'day')
  const closure = closureOf(input, await repo.listSpecialDays(act.db, day, day))
  if (closure) return refuse('closed-day', { title: closure.title }, 'day')
  const twin = { id: missed.id, editionId: missed.editionId, day, startsAt }
  const isItself = missed.day === day && missed.startsAt === startsAt
  if (isItself || (await sessionsRepo.findTwin(act.db, twin))) return refuse('session-there', undefined, 'startsAt')
  const span = { day, startsAt, endsAt }
  const held = { ...span, cancelledCause: null, cancelledNote: null, specialDayId: null, shortened: null }
  const [id] = await sessionsRepo.insertSessions(act.trx, missed.editionId, [held], act.now)
  if (!id) throw new Error('A session was not written')
  await ownRepo.markCatchUp(act.trx, id, missed.id, own)
  await layPlan(act, missed.editionId)
  await act.audit({
    event: 'session.made-up',
    subjectType: 'session',
    subjectId: id,
    before: { day: missed.day, startsAt: missed.startsAt, endsAt: missed.endsAt, cause: missed.cancelledCause },
    after: span,
  })
  return done({ id })
}

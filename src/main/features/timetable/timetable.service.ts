/** What the timetable shows of days, sessions and clashes. */
import type { Input, Output } from '../../../shared/contract'
import type { SessionCard } from '../../../shared/contract/timetable.contract'
import { daysBetween } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { hidesFrom } from './clash-world.service'
import { clashesBetween, clashesOf } from './clashes.service'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'

/** A session as pages show it; `hidden` leaves only when and where. */
export const toCard = (session: sessionsRepo.SessionRow, hidden = false): SessionCard => ({
  id: session.id,
  // The edition's id would lead to its page, and so to its name.
  editionId: hidden ? session.id : session.editionId,
  code: hidden ? null : session.code,
  title: hidden ? null : session.title,
  axis: hidden ? null : session.axis,
  roomId: session.roomId,
  room: session.room,
  instructorId: hidden ? null : session.instructorId,
  instructor: hidden ? null : session.instructor,
  day: session.day,
  startsAt: session.startsAt,
  endsAt: session.endsAt,
  cancelledCause: session.cancelledCause,
  cancelledNote: session.cancelledNote,
  shortened: session.shortened,
  changedAt: session.changedAt,
  version: session.version,
  places: session.places,
  marks: session.marks,
})

/** The sessions of a day, for the first page and the day's lists. */
export async function day(look: Look, input: Input<'timetable.day'>): Promise<Outcome<Output<'timetable.day'>, never>> {
  const sessions = await sessionsRepo.listSessions(look.db, { from: input.day, until: input.day })
  const clashes = await clashesBetween(look.db, input.day, input.day, hidesFrom(look))
  // The gate sees where people go, not which group it is.
  const neutral = look.actor.role === 'gate'
  return done({
    day: input.day,
    sessions: sessions.map((session) => toCard(session, neutral && session.sensitive)),
    specialDays: await repo.listSpecialDays(look.db, input.day, input.day),
    clashes: clashes.filter((clash) => clash.level === 'block').length,
  })
}

/** A year of clashes is no question anybody has; it would be a long one. */
const LONGEST_PERIOD = 366

export async function clashes(look: Look, input: Input<'timetable.clashes'>) {
  if (daysBetween(input.from, input.until) > LONGEST_PERIOD) return refuse('period-too-long', { days: LONGEST_PERIOD })
  return done(await clashesBetween(look.db, input.from, input.until, hidesFrom(look)))
}

export async function session(look: Look, input: Input<'timetable.session'>) {
  const found = await sessionsRepo.findSession(look.db, input.id)
  if (!found) return refuse('unknown-session')
  return done({
    session: toCard(found),
    clashes: found.cancelledCause ? [] : await clashesOf(look.db, found, hidesFrom(look)),
    specialDays: await repo.listSpecialDays(look.db, found.day, found.day),
  })
}

export async function specialDays(
  look: Look,
  input: Input<'timetable.specialDays'>,
): Promise<Outcome<Output<'timetable.specialDays'>, never>> {
  return done(await repo.listSpecialDays(look.db, input.from, input.until))
}

/** What the timetable shows: weeks, days, clashes. */
import type { Input, Output } from '../../../shared/contract'
import type { ClashFacts } from '../../../shared/contract/clash-facts'
import type { SessionCard } from '../../../shared/contract/timetable.contract'
import { addDays, daysBetween, mondayOf } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { fold, listName } from '../../../shared/kernel/text'
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

/** One week of a room, an instructor or a woman; without an id, of all rooms or instructors. */
export async function week(look: Look, input: Input<'timetable.week'>) {
  if (input.by === 'woman' && !input.id) return refuse('pick-a-woman')
  const monday = mondayOf(input.day)
  const range = { from: monday, until: addDays(monday, 6) }
  const hides = hidesFrom(look)
  const sessions = await sessionsRepo.listSessions(look.db, {
    ...range,
    ...(input.id &&
      { room: { roomId: input.id }, instructor: { instructorId: input.id }, woman: { personId: input.id } }[input.by]),
  })
  const shown = new Set(sessions.map((session) => session.id))
  const unnamed = new Set(sessions.filter((session) => hides.session(session)).map((session) => session.id))
  const isNamed = ({ a, b }: ClashFacts): boolean => [a, b].every((side) => !unnamed.has(side.sessionId ?? ''))
  const clashes = (await clashesBetween(look.db, range.from, range.until, hides)).filter(
    ({ a, b, resourceId }) =>
      [a, b].some((side) => shown.has(side.sessionId ?? '')) || (input.by === 'woman' && resourceId === input.id),
  )
  return done({
    monday,
    sessions: sessions.map((session) => toCard(session, input.by === 'woman' && hides.session(session))),
    specialDays: await repo.listSpecialDays(look.db, range.from, range.until),
    // In her own week only what concerns her; in a room's or an instructor's also the women who cannot be twice.
    clashes:
      input.by === 'woman'
        ? clashes.filter((clash) => (clash.kind === 'woman' ? clash.resourceId === input.id : isNamed(clash)))
        : clashes,
  })
}

const PICKS = 30

/** Rooms, instructors or women to choose from, and the one already chosen. */
export async function picks(
  look: Look,
  input: { by: 'room' | 'instructor' | 'woman'; text: string; id?: string | undefined },
): Promise<Outcome<Output<'timetable.picks'>, never>> {
  const wanted = fold(input.text)
  if (input.by !== 'woman') {
    const all = await (input.by === 'room' ? repo.listRooms(look.db) : repo.listInstructors(look.db))
    return done(
      all
        .filter((each) => each.id === input.id || fold(each.name).includes(wanted))
        .map((each) => ({ id: each.id, label: each.name, hint: null })),
    )
  }
  const chosen = input.id ? await repo.findWoman(look.db, input.id) : undefined
  const found = wanted ? await repo.searchWomen(look.db, wanted.split(' '), PICKS) : []
  const women = chosen ? [chosen, ...found.filter((woman) => woman.id !== chosen.id)] : found
  return done(
    women.map((woman) => ({
      id: woman.id,
      label: listName(woman),
      hint: [woman.fileNumber, woman.dormitory].filter(Boolean).join(' · '),
    })),
  )
}

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
    clashes: clashes.length,
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

/** What a change of the special days of a day does to its sessions: asked before, done with the act of the calendar. */
import type { CivilDate } from '../../../shared/kernel/civil-date'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import type { CalendarChange } from '../../../shared/contract/calendar.contract'
import { clashesOf } from './clashes.service'
import * as sessionsRepo from './sessions.repo'
import { overlaps, takenBy, type SpecialDay, type Taken } from './special-days.rules'
import { hidesFrom } from './clash-world.service'
import { toCard } from './timetable.service'

type Special = SpecialDay & { readonly id: string }

/** A session that will be held otherwise than it stands. */
export interface SessionChange {
  readonly session: sessionsRepo.SessionRow
  readonly after: Taken
}

export interface DayChange {
  readonly changes: readonly SessionChange[]
  /** Sessions that have a roll and so are not touched, although the day would take or return them. */
  readonly marked: number
}

const baseOf = (session: sessionsRepo.SessionRow) => ({
  day: session.day,
  startsAt: session.shortened?.startsAt ?? session.startsAt,
  endsAt: session.shortened?.endsAt ?? session.endsAt,
})

const sameTaken = (a: Taken, b: Taken): boolean =>
  a.specialDayId === b.specialDayId &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  a.cancelledCause === b.cancelledCause &&
  a.cancelledNote === b.cancelledNote

/**
 * What happens to the sessions of a day if its special days were others. Only what the change itself decides: a session
 * that somebody cancelled, or put back on a closed day, stays as she left it.
 */
export async function changeOfDay(
  db: ReadDb,
  day: CivilDate,
  before: readonly Special[],
  after: readonly Special[],
): Promise<DayChange> {
  const sessions = await sessionsRepo.listSessions(db, { from: day, until: day })
  const met = sessions.flatMap((session) => {
    if (session.cancelledCause !== null && session.specialDayId === null) return []
    const was = takenBy(baseOf(session), before)
    const becomes = takenBy(baseOf(session), after)
    return sameTaken(was, becomes) ? [] : [{ session, after: becomes }]
  })
  const changes = met.filter(({ session }) => session.marks === 0)
  return { changes, marked: met.length - changes.length }
}

/** Does what `changeOfDay` told; answers how many were cancelled, shortened and put back. */
export async function applyChanges(
  act: Act,
  changes: readonly SessionChange[],
): Promise<{ cancelled: number; shortened: number; restored: number }> {
  for (const change of changes) await applyOne(act, change)
  const count = (is: (after: Taken) => boolean): number => changes.filter(({ after }) => is(after)).length
  return {
    cancelled: count((after) => after.cancelledCause !== null),
    shortened: count((after) => after.cancelledCause === null && after.shortened !== null),
    restored: count((after) => after.cancelledCause === null && after.shortened === null),
  }
}

async function applyOne(act: Act, { session, after }: SessionChange): Promise<void> {
  await sessionsRepo.markSession(act.trx, session.id, session.version, {
    starts_at: after.startsAt,
    ends_at: after.endsAt,
    cancelled_cause: after.cancelledCause,
    cancelled_note: after.cancelledNote,
    special_day_id: after.specialDayId,
    planned_starts_at: after.shortened?.startsAt ?? null,
    planned_ends_at: after.shortened?.endsAt ?? null,
    shortened_cause: after.shortened?.cause ?? null,
    changed_at: act.now,
  })
  const span = (of: { startsAt: string; endsAt: string }) => ({
    day: session.day,
    startsAt: of.startsAt,
    endsAt: of.endsAt,
  })
  await act.audit({
    event: after.cancelledCause ? 'session.cancelled' : after.shortened ? 'session.shortened' : 'session.restored',
    subjectType: 'session',
    subjectId: session.id,
    before: { ...span(session), cause: session.cancelledCause, note: session.cancelledNote },
    after: { ...span(after), cause: after.cancelledCause ?? after.shortened?.cause ?? null },
    reason: after.cancelledNote ?? undefined,
  })
}

/** The changes as a page shows them before they are done; of what would be held again, also what it would meet. */
export const toCalendarChanges = (look: Look, changes: readonly SessionChange[]): Promise<CalendarChange[]> =>
  Promise.all(
    changes.map(async ({ session, after }) => {
      const held = { ...session, startsAt: after.startsAt, endsAt: after.endsAt }
      return {
        session: toCard(session),
        becomes: after.cancelledCause ? 'cancelled' : after.shortened ? 'shortened' : 'held',
        startsAt: after.startsAt,
        endsAt: after.endsAt,
        clashes: after.cancelledCause ? 0 : (await clashesOf(look.db, held, hidesFrom(look))).length,
      }
    }),
  )

/** How many sessions that are held a special day meets without taking them. */
export async function sessionsMet(db: ReadDb, special: SpecialDay): Promise<number> {
  const sessions = await sessionsRepo.listSessions(db, { from: special.day, until: special.day })
  return sessions.filter((session) => session.cancelledCause === null && overlaps(session, special)).length
}

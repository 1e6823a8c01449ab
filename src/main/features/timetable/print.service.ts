/** Gathers the facts of the printed week. */
import type { Input } from '../../../shared/contract'
import { addDays, daysFromTo, mondayOf, weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder } from '../../../shared/kernel/text'
import { PAPER_LANGUAGE, wordsIn, type Words } from '../../../shared/i18n'
import { formatDayRange } from '../../../shared/i18n/format'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { HIDES_ALL } from './clash-facts.rules'
import { clashesBetween } from './clashes.service'
import * as repo from './timetable.repo'
import * as sessionsRepo from './sessions.repo'
import type { SpecialDay } from './special-days.rules'
import { weekPaper } from './week.pdf'

/** The steps that print a week of the timetable. */
export const printWeek = (tools: Tools) =>
  paperSteps(weekPaper, tools.render, (input: Input<'timetable.printWeek'>, look) => wishWeek(look, input))

type Wish = Outcome<PaperWish, 'nothing-to-print'>

/** `Visita familiar · 10:00–17:00 · dormitorios A, B, C`; hours only where the title does not say them itself. */
export function noteOf(special: SpecialDay, words: Words): string {
  const hours = special.startsAt && !special.title.includes(special.startsAt)
  const named = special.dormitories && /^[\p{L}\d]{1,3}([\s,y]+[\p{L}\d]{1,3})*$/u.test(special.dormitories)
  return [
    special.title,
    hours ? `${special.startsAt}–${special.endsAt ?? ''}` : null,
    named ? words('timetable.paper.dormitories', { names: special.dormitories ?? '' }) : special.dormitories,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Monday to Friday, and the weekend if anything is held on it. */
const daysToPrint = (monday: CivilDate, used: ReadonlySet<CivilDate>): CivilDate[] =>
  daysFromTo(monday, addDays(monday, 6)).filter((day) => weekdayOf(day) <= 5 || used.has(day))

async function wishWeek(look: Look, input: Input<'timetable.printWeek'>): Promise<Wish> {
  const monday = mondayOf(input.day)
  const range = { from: monday, until: addDays(monday, 6) }
  const sessions = await sessionsRepo.listSessions(look.db, range)
  if (sessions.length === 0) return refuse('nothing-to-print')
  const specialDays = await repo.listSpecialDays(look.db, range.from, range.until)
  // The sheet hangs on a wall: who cannot be in two places is for the screen.
  const clashes = (await clashesBetween(look.db, range.from, range.until, HIDES_ALL)).filter(
    (clash) => clash.kind !== 'woman',
  )
  const clashing = new Set(clashes.flatMap((clash) => [clash.a.sessionId, clash.b.sessionId]))
  const words = wordsIn(PAPER_LANGUAGE)
  const days = daysToPrint(monday, new Set(sessions.map((session) => session.day)))
  // A closed day says once, above its column, why nothing is held.
  const saidAbove = new Set(specialDays.map((special) => `${special.day} ${special.title}`))
  const facts = {
    days: days.map((day) => ({
      day,
      notes: specialDays.filter((special) => special.day === day).map((special) => noteOf(special, words)),
    })),
    otherDays: specialDays
      .filter((special) => !days.includes(special.day))
      .map((special) => ({ day: special.day, note: noteOf(special, words) })),
    rooms: [...new Set(sessions.map((session) => session.room))].sort(inOrder),
    sessions: sessions.map((session) => ({
      room: session.room,
      day: session.day,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: session.title,
      instructor: session.instructor,
      cancelled: session.cancelledCause && {
        why: saidAbove.has(`${session.day} ${session.cancelledNote}`)
          ? null
          : (session.cancelledNote ?? words(`timetable.cause.${session.cancelledCause}`)),
      },
      clashes: clashing.has(session.id),
    })),
    clashes: clashes.map((clash) => ({
      day: clash.day,
      from: clash.from,
      until: clash.until,
      resource: clash.resource,
      a: clash.a.title ?? '',
      b: clash.b.title ?? '',
    })),
  }
  const title = `${words('paper.timetable.week')} · ${formatDayRange(monday, range.until, PAPER_LANGUAGE)}`
  return done({ title, subjectId: null, facts })
}

/** Gathers the facts of a month's roster for its paper. */
import type { HeldSession } from '../../../shared/contract/attendance-roll'
import type { Mark } from '../../../shared/contract/marks'
import type { NamedWoman } from '../../../shared/contract/place-facts'
import {
  daysFromTo,
  firstDayOf,
  lastDayOf,
  weekdayOf,
  type CivilDate,
  type CivilMonth,
} from '../../../shared/kernel/civil-date'
import { formatMonth } from '../../../shared/i18n/format'
import { PAPER_LANGUAGE } from '../../../shared/i18n'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { cellsOf, tally, type Cells } from './attendance.rules'
import { hiddenEditions } from './attendance.service'
import { proposalsFor, type Proposal } from './excuses.rules'
import { monthRosterPaper } from './month-roster.pdf'
import * as repo from './attendance.repo'
import * as excuseRepo from './excuses.repo'

/** The steps that print a month's roster. */
export const printMonth = (tools: Tools) =>
  paperSteps(monthRosterPaper, tools.render, (input: { id: string; month: CivilMonth }, look) =>
    monthRoster(look, input),
  )

/** What to print for an edition and month: marks that stand, blanks to be marked by hand. */
export async function monthRoster(
  look: Look,
  input: { id: string; month: CivilMonth },
): Promise<Outcome<PaperWish, 'unknown-edition' | 'sensitive-group' | 'nobody-on-the-roll'>> {
  const edition = await repo.findEdition(look.db, input.id)
  if (!edition) return refuse('unknown-edition')
  if ((await hiddenEditions(look)).has(edition.id)) return refuse('sensitive-group')
  const span = { editionId: input.id, from: firstDayOf(input.month), to: lastDayOf(input.month) }
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const women = await repo.listWomen(look.db, cells.women(edition.id))
  if (women.length === 0) return refuse('nobody-on-the-roll')
  const days = daysFromTo(span.from, span.to)
  const known = await excuseRepo.gatherKnown(look.db, span.from, span.to)
  const told = new Map(facts.sessions.map((session) => [session.id, proposalsFor(session, known)]))
  return done({
    title: `${edition.title} (${edition.code}), ${formatMonth(input.month, PAPER_LANGUAGE)}`,
    subjectId: edition.id,
    facts: {
      month: input.month,
      code: edition.code,
      title: edition.title,
      instructor: edition.instructor,
      room: edition.room,
      hours: await repo.listHours(look.db, edition.id),
      days: days.map((day) => dayOf(day, facts.sessions)),
      women: women.map((woman) => ({
        ...rowOf(woman, days, facts.sessions, cells),
        told: days.map((day) => toldOn(day, woman.personId, facts.sessions, told)),
      })),
    },
  })
}

function dayOf(day: CivilDate, sessions: readonly HeldSession[]) {
  const held = sessions.filter((session) => session.day === day)
  return {
    weekday: weekdayOf(day),
    open: held.length > 0,
    suspended: held.length > 0 && held.every((session) => session.cancelledCause !== null),
  }
}

/** The letter of what she told ahead for some session of a day. */
function toldOn(
  day: CivilDate,
  personId: string,
  sessions: readonly HeldSession[],
  told: ReadonlyMap<string, ReadonlyMap<string, Proposal>>,
): Mark | null {
  const held = sessions.filter((session) => session.day === day && session.cancelledCause === null)
  return held.map((session) => told.get(session.id)?.get(personId)?.mark ?? null).find((mark) => mark !== null) ?? null
}

/** A woman's line. Totals stand only when no cell of hers is left to be marked by hand: they would soon be wrong. */
function rowOf(woman: NamedWoman, days: readonly CivilDate[], sessions: readonly HeldSession[], cells: Cells) {
  const byDay = days.map((day) =>
    sessions.filter((session) => session.day === day).map((session) => cells.of(session, woman.personId)),
  )
  const all = byDay.flat()
  const whole = all.every((each) => each !== 'unmarked' && each !== 'ahead' && each !== '?')
  const { attended, absent } = tally(all)
  return {
    fileNumber: woman.fileNumber,
    surnames: [woman.surname1, woman.surname2].filter(Boolean).join(' '),
    names: woman.chosenName || woman.givenNames,
    cells: byDay,
    totals: whole ? { attended, absent } : null,
  }
}

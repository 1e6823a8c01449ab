/** What the office reads of attendance: editions of a month, sessions without a roll, one roll, the month of an edition. */
import type { Output } from '../../../shared/contract'
import type { HeldSession } from '../../../shared/contract/attendance-roll'
import { SENSITIVE_READERS } from '../../../shared/contract/timetable.contract'
import { addDays, firstDayOf, lastDayOf, type CivilMonth } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import {
  cellsOf,
  creditsOf,
  daysWaiting,
  isBelow,
  isOver,
  isOverdue,
  isWithoutRoll,
  tally,
  totalsOf,
  type Cells,
  type Tally,
} from './attendance.rules'
import { canStillReach } from './follow-up.rules'
import * as repo from './attendance.repo'
import * as doubtRepo from './doubts.repo'

const monthSpan = (month: CivilMonth, editionId?: string) => ({
  editionId,
  from: firstDayOf(month),
  to: lastDayOf(month),
})

/** The groups whose women she who looks may not know: those of sensitive axes, unless her role cares for them. */
export async function hiddenEditions(look: Look): Promise<ReadonlySet<string>> {
  return SENSITIVE_READERS.includes(look.actor.role) ? new Set() : repo.listSensitiveEditions(look.db)
}

/** The editions of a month with what of their rolls is done. */
export async function editions(
  look: Look,
  input: { month: CivilMonth },
): Promise<Outcome<Output<'attendance.editions'>, never>> {
  const span = monthSpan(input.month)
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const rows = (await repo.listEditions(look.db, span)).map((edition) => {
    const sessions = facts.sessions.filter((session) => session.editionId === edition.id)
    const women = cells.women(edition.id)
    const all = sessions.flatMap((session) => women.map((woman) => cells.of(session, woman)))
    const { attended, counted } = tally(all)
    return {
      id: edition.id,
      code: edition.code,
      title: edition.title,
      instructor: edition.instructor,
      enrolled: women.length,
      sessions: sessions.length,
      cancelled: sessions.filter((session) => session.cancelledCause !== null).length,
      withoutRoll: sessions.filter((session) => isOver(session, look) && isWithoutRoll(cells, session)).length,
      attended,
      counted,
      notBrought: all.filter((each) => each === 'C').length,
      minRatePercent: edition.minRatePercent,
    }
  })
  return done(rows)
}

/** How far back a missing roll is looked for; older months are closed. */
const DAYS_BACK = 180

/** Sessions that are over and whose roll is missing or not whole, the longest waiting first. */
export async function pending(look: Look): Promise<Outcome<Output<'attendance.pending'>, never>> {
  const span = { from: addDays(look.today, -DAYS_BACK), to: look.today }
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const { rollOverdueDays } = await settingsOn(look.db, look.today)
  const rows = facts.sessions.flatMap((session) => {
    const roll = cells.roll(session)
    const unmarked = roll.filter((woman) => cells.of(session, woman) === 'unmarked').length
    if (unmarked === 0 || session.cancelledCause !== null || !isOver(session, look)) return []
    const waited = daysWaiting(session.day, look.today)
    const overdue = isOverdue(session.day, look.today, rollOverdueDays)
    return [{ ...session, onRoll: roll.length, unmarked, daysWaiting: waited, overdue }]
  })
  return done(rows)
}

/** Marks nobody could read and women who were not on the list. */
export async function doubts(look: Look): Promise<Outcome<Output<'attendance.doubts'>, never>> {
  const hidden = await hiddenEditions(look)
  const seen = <Row extends { editionId: string }>(rows: readonly Row[]) =>
    rows.filter((row) => !hidden.has(row.editionId))
  return done({
    doubts: seen(await doubtRepo.listDoubts(look.db)),
    unlisted: seen(await doubtRepo.listUnlisted(look.db)),
  })
}

export interface Standing extends Tally {
  /** Credited minutes. */
  readonly credited: number
}

/** The rates and credited minutes of all women of an edition until a day: for other slices too. */
export async function talliesOf(
  look: Look,
  edition: { readonly id: string; readonly startsOn: string },
  until: string,
): Promise<ReadonlyMap<string, Standing>> {
  const span = { editionId: edition.id, from: edition.startsOn, to: until }
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const credits = creditsOf(facts)
  return new Map(
    cells.women(edition.id).map(
      (woman) =>
        [
          woman,
          {
            ...tally(facts.sessions.map((session) => cells.of(session, woman))),
            credited: credits.get(woman) ?? 0,
          },
        ] as const,
    ),
  )
}

/** The grid of a month, unless the group is of a sensitive axis. */
export async function month(look: Look, input: { id: string; month: CivilMonth }) {
  if ((await repo.listSensitiveEditions(look.db)).has(input.id)) return refuse('sensitive-group')
  return sensitiveMonth(look, input)
}

/** The grid of a month: women against sessions, with totals both ways. */
export async function sensitiveMonth(
  look: Look,
  input: { id: string; month: CivilMonth },
): Promise<Outcome<Output<'attendance.month'>, 'unknown-edition'>> {
  const edition = await repo.findEdition(look.db, input.id)
  if (!edition) return refuse('unknown-edition')
  const span = monthSpan(input.month, input.id)
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const ids = cells.women(edition.id)
  const soFar = await talliesOf(look, edition, edition.endsOn < look.today ? edition.endsOn : look.today)
  const credits = creditsOf(facts)
  const left = await repo.countAhead(look.db, edition.id, look.today)
  const women = (await repo.listWomen(look.db, ids)).map((woman) => {
    const own = facts.sessions.map((session) => cells.of(session, woman.personId))
    const { attended, absent } = tally(own)
    const rate = soFar.get(woman.personId) ?? { attended: 0, counted: 0, credited: 0 }
    const last = facts.places.filter((place) => place.personId === woman.personId).at(-1)
    return {
      ...woman,
      cells: own,
      attended,
      absent,
      credited: credits.get(woman.personId) ?? 0,
      leftOn: last?.endedOn ?? null,
      soFar: {
        attended: rate.attended,
        counted: rate.counted,
        below: isBelow(rate, edition.minRatePercent),
        credited: rate.credited,
        reachable: canStillReach(rate, left, edition.minRatePercent),
      },
    }
  })
  return done({
    edition,
    month: input.month,
    sessions: facts.sessions.map((session) => ({ ...session, ...columnTotals(cells, session, ids) })),
    women,
  })
}

const columnTotals = (cells: Cells, session: HeldSession, women: readonly string[]) =>
  totalsOf(women.map((woman) => cells.of(session, woman)))

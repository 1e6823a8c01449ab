/** The attendance of a whole month in figures, for the month page, the bundle and the demo's report. */
import { firstDayOf, lastDayOf, monthOf, type CivilDate, type CivilMonth } from '../../../shared/kernel/civil-date'
import type { Look } from '../../platform/seam/act'
import { cellsOf, isWithoutRoll, monthMarks } from './attendance.rules'
import * as repo from './attendance.repo'
import * as doubtRepo from './doubts.repo'

export interface EditionMonth {
  readonly code: string
  readonly title: string
  /** Women with a place open on some day of the month (those who left in it too), or with a mark in it. */
  readonly enrolled: number
  /** All sessions of the month, the cancelled ones among them. */
  readonly sessions: number
  readonly cancelled: number
  /** See `monthMarks`. */
  readonly marks: Readonly<Record<string, number>>
}

export interface MonthReport {
  readonly editions: readonly EditionMonth[]
  readonly unmarkedSessions: readonly { readonly edition: string; readonly date: CivilDate }[]
  readonly unknownMarks: readonly {
    readonly edition: string
    readonly file: string
    readonly date: CivilDate
    readonly mark: string
  }[]
  readonly notOnTheList: readonly {
    readonly edition: string
    readonly name: string
    readonly date: CivilDate
    readonly mark: string
  }[]
}

/**
 * Figures of a month. Of the running month only the days until today count; of any other all of them do, so that a
 * month closed late, or by a clock that is wrong, has the same figures.
 */
export async function monthReport(look: Look, month: CivilMonth): Promise<MonthReport> {
  const span = { from: firstDayOf(month), to: lastDayOf(month) }
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, monthOf(look.today) === month ? look.today : span.to)
  const editions = (await repo.listEditions(look.db, span)).map((edition) => {
    const sessions = facts.sessions.filter((session) => session.editionId === edition.id)
    const women = cells.women(edition.id)
    return {
      code: edition.code,
      title: edition.title,
      enrolled: women.length,
      sessions: sessions.length,
      cancelled: sessions.filter((session) => session.cancelledCause !== null).length,
      marks: monthMarks(cells, sessions, women),
    }
  })
  const doubts = await doubtRepo.listDoubts(look.db, span)
  const below = await doubtRepo.listUnlisted(look.db, { span })
  return {
    editions,
    unmarkedSessions: facts.sessions
      .filter((session) => isWithoutRoll(cells, session))
      .map((session) => ({ edition: session.code, date: session.day })),
    unknownMarks: doubts.map((each) => ({
      edition: each.code,
      file: each.fileNumber,
      date: each.day,
      mark: each.written,
    })),
    notOnTheList: below.map((each) => ({ edition: each.code, name: each.name, date: each.day, mark: each.mark })),
  }
}

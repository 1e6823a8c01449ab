/** The day as it ended, for the shift leader: each session with who came, absences by reason; and what is only in words. */
import type { Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { cellsOf, tally } from './attendance.rules'
import { hiddenEditions } from './attendance.service'
import { daySummaryPaper } from './day-summary.pdf'
import * as repo from './attendance.repo'
import * as dayRepo from './day.repo'
import * as toolRepo from './tools.repo'

/** Figures of all groups: they name nobody. */
export async function day(look: Look, input: { day: CivilDate }): Promise<Outcome<Output<'attendance.day'>, never>> {
  const span = { from: input.day, to: input.day }
  const facts = await repo.gatherRolls(look.db, span)
  const cells = cellsOf(facts, span, look.today)
  const open = new Set((await toolRepo.listOpenDifferences(look.db)).map((each) => each.sessionId))
  const sessions = facts.sessions.map((session) => {
    const { id, code, title, instructor, room, startsAt, endsAt, cancelledCause, cancelledNote } = session
    const all = cells.roll(session).map((woman) => cells.of(session, woman))
    const count = (...of: readonly string[]) => all.filter((each) => of.includes(each)).length
    return {
      ...{ id, code, title, instructor, room, startsAt, endsAt, cancelledCause, cancelledNote },
      onRoll: all.length,
      attended: tally(all).attended,
      late: count('R'),
      absent: tally(all).absent,
      excused: count('JM', 'JA', 'JV', 'JH'),
      notBrought: count('C'),
      unmarked: count('unmarked', '?', 'ahead'),
      toolsOpen: open.has(id),
    }
  })
  return done({ sessions, reasons: await dayRepo.countReasons(look.db, input.day) })
}

/** The steps that print the day's summary. */
export const printSummary = (tools: Tools) =>
  paperSteps(daySummaryPaper, tools.render, (input: { day: CivilDate }, look) => summary(look, input))

async function summary(look: Look, input: { day: CivilDate }): Promise<Outcome<PaperWish, 'nothing-that-day'>> {
  const found = await day(look, input)
  if (!found.ok || found.value.sessions.length === 0) return refuse('nothing-that-day')
  const words = wordsIn(PAPER_LANGUAGE)
  return done({
    title: `${words('paper.attendance.summary')} · ${formatDay(input.day, PAPER_LANGUAGE)}`,
    subjectId: null,
    facts: {
      day: input.day,
      sessions: found.value.sessions.map(({ id: _id, cancelledNote: _note, room: _room, ...session }) => session),
      reasons: found.value.reasons,
    },
  })
}

export async function otherReasons(
  look: Look,
  input: { from: CivilDate; until: CivilDate },
): Promise<Outcome<Output<'attendance.otherReasons'>, never>> {
  const hidden = await hiddenEditions(look)
  const rows = await dayRepo.listOthers(look.db, input.from, input.until)
  return done(
    rows
      .filter((row) => !hidden.has(row.editionId))
      .map(({ editionId: _group, note, ...row }) => ({ ...row, note: note ?? '' })),
  )
}

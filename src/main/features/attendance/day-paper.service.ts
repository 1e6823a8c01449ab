/** The day roster of one session: printed, and found again by its folio when it comes back from the workshop. */
import type { Output } from '../../../shared/contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatDay } from '../../../shared/i18n/format'
import { atCenter } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { listName } from '../../../shared/kernel/text'
import { folioFrom } from '../../../shared/kernel/typed-folio'
import { newerFolioOf } from '../../platform/documents/editions'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { hiddenEditions } from './attendance.service'
import { dayRosterPaper } from './day-roster.pdf'
import { proposalsFor } from './excuses.rules'
import { rollFacts } from './roll.service'
import * as repo from './attendance.repo'
import * as rosters from './day-roster.repo'
import * as excuseRepo from './excuses.repo'
import * as rollRepo from './roll.repo'
import * as toolRepo from './tools.repo'

/** The steps that print the roster of one session. */
export const printDay = (tools: Tools) =>
  paperSteps(dayRosterPaper, tools.render, (input: { id: string }, look) => dayRoster(look, input))

type Refusal = 'unknown-session' | 'sensitive-group' | 'session-cancelled' | 'nobody-that-day'

/** The women of that day in the order of the roll, with the marks that stand: excuses known ahead above all. */
export async function dayRoster(look: Look, input: { id: string }): Promise<Outcome<PaperWish, Refusal>> {
  const session = await repo.findSession(look.db, input.id)
  if (!session) return refuse('unknown-session')
  if ((await hiddenEditions(look)).has(session.editionId)) return refuse('sensitive-group')
  if (session.cancelledCause !== null) return refuse('session-cancelled')
  const { facts, cells } = await rollFacts(look, session)
  const women = await repo.listWomen(look.db, cells.roll(session))
  if (women.length === 0) return refuse('nobody-that-day')
  const { code, title, instructor, room, day, startsAt, endsAt } = session
  const words = wordsIn(PAPER_LANGUAGE)
  const proposals = proposalsFor(session, await excuseRepo.gatherKnown(look.db, day, day))
  const newcomers = await rollRepo.listNewcomers(look.db, session)
  const track = await rollRepo.findTrack(look.db, session.id)
  return done({
    title: `${words('paper.attendance.day')} · ${code} · ${formatDay(day, PAPER_LANGUAGE)}`,
    subjectId: session.id,
    // Also where the session was moved to another day meanwhile: the sheet of the old day is void.
    about: session.id,
    facts: {
      code,
      title,
      instructor,
      room,
      day,
      startsAt,
      endsAt,
      changedToday: track.changedAt !== null && atCenter(track.changedAt, track.timezone).day === look.today,
      kit: (await toolRepo.listKit(look.db, session.id)).map(({ tool, quantity }) => ({ tool, quantity })),
      women: women.map((woman) => ({
        name: listName(woman),
        fileNumber: woman.fileNumber,
        told: proposals.get(woman.personId)?.mark ?? null,
        isNew: newcomers.has(woman.personId),
        mark:
          facts.marks.find((each) => each.sessionId === session.id && each.personId === woman.personId)?.mark ?? null,
      })),
    },
  })
}

/** Which session's roll a sheet belongs to, by the folio on it. */
export async function byFolio(
  look: Look,
  input: { folio: string },
): Promise<Outcome<Output<'attendance.byFolio'>, 'folio-mistyped' | 'unknown-folio'>> {
  const folio = folioFrom(input.folio)
  if (!folio) return refuse('folio-mistyped', { folio: input.folio }, 'folio')
  const sessionId = await rosters.findSessionOfFolio(look.db, folio)
  if (!sessionId) return refuse('unknown-folio', { folio }, 'folio')
  return done({ sessionId, newerFolio: await newerFolioOf(look.db, folio) })
}

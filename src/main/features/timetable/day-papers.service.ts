/** Gathers the facts of the arrival list and of the passes. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import { SENSITIVE_READERS, type timetableContract } from '../../../shared/contract/timetable.contract'
import { PAPER_LANGUAGE, wordsIn } from '../../../shared/i18n'
import { formatLongDay } from '../../../shared/i18n/format'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { inOrder, listName } from '../../../shared/kernel/text'
import { paperSteps, type PaperWish } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { arrivalsPaper } from './arrivals.pdf'
import { passPaper } from './pass.pdf'
import { groupBy } from './timetable.rules'
import { findSession } from './sessions.repo'
import { findDormitoryWord } from './timetable.repo'
import { listExpected } from './day-papers.repo'

type Parsed<Name extends keyof typeof timetableContract> = ParsedInputOf<(typeof timetableContract)[Name]>
type Wish<More extends string = never> = Outcome<PaperWish, 'nothing-to-print' | More>

/** The steps that print who is expected in each place of a day. */
export const printArrivals = (tools: Tools) =>
  paperSteps(arrivalsPaper, tools.render, (input: Parsed<'timetable.printArrivals'>, look) => wishArrivals(look, input))

/** The steps that print passes: of one woman's day, or of everybody in one session. */
export const printPass = (tools: Tools) =>
  paperSteps(passPaper, tools.render, (input: Parsed<'timetable.printPass'>, look) => wishPass(look, input))

const dayTitle = (key: string, day: string): string =>
  `${wordsIn(PAPER_LANGUAGE)(key)} · ${formatLongDay(day, PAPER_LANGUAGE)}`

/** By room and hour. Two groups that share a room at one hour make one list: whoever receives them needs no more. */
async function wishArrivals(look: Look, input: Parsed<'timetable.printArrivals'>): Promise<Wish> {
  const rows = await listExpected(look.db, input)
  if (rows.length === 0) return refuse('nothing-to-print')
  const rooms = [...groupBy(rows, (row) => row.room)].sort(([a], [b]) => inOrder(a, b))
  const facts = {
    day: input.day,
    rooms: rooms.map(([room, of]) => ({
      room,
      hours: [...groupBy(of, (row) => `${row.startsAt} ${row.endsAt}`).values()].map((group) => ({
        startsAt: group[0]?.startsAt ?? '',
        endsAt: group[0]?.endsAt ?? '',
        women: group.map((row) => ({ name: listName(row), dormitory: row.dormitory })),
      })),
    })),
  }
  return done({ title: dayTitle('paper.timetable.arrivals', input.day), subjectId: null, facts })
}

/** The passes of one session name the women of its group: of a sensitive one, only for those who may know them. */
async function wishPass(look: Look, input: Parsed<'timetable.printPass'>): Promise<Wish<'sensitive-group'>> {
  const session = input.sessionId && (await findSession(look.db, input.sessionId))
  if (session && session.sensitive && !SENSITIVE_READERS.includes(look.actor.role)) return refuse('sensitive-group')
  const rows = await listExpected(look.db, input)
  if (rows.length === 0) return refuse('nothing-to-print')
  const facts = {
    day: input.day,
    dormitoryWord: await findDormitoryWord(look.db),
    passes: rows.map((row) => ({
      name: listName(row),
      dormitory: row.dormitory,
      room: row.room,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
    })),
  }
  // Not the session: the list of issued papers would tell which group a pass was for.
  return done({ title: dayTitle('paper.timetable.pass', input.day), subjectId: input.personId ?? null, facts })
}

/** The morning's papers of a day as one job, in the order in which custody wants them; each is its own slice's. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Output } from '../../../shared/contract'
import { MORNING_KINDS, type morningContract, type MorningKind } from '../../../shared/contract/morning.contract'
import { atCenter, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { lastIssued } from '../../platform/documents/editions'
import { papersJob } from '../../platform/documents/papers-job'
import { aboutOf } from '../../platform/documents/paper-steps'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { dayRoster, dayRosterPaper } from '../attendance'
import {
  dayOfTimetable,
  findTimezone,
  morningArrivals,
  morningMovements,
  morningPasses,
  type MorningWish,
} from '../timetable'

interface Morning {
  readonly papers: readonly (MorningWish & { readonly kind: MorningKind })[]
  readonly withheld: number
}

/** Rosters in the order in which their groups begin. Those that she may not see are counted, not printed. */
async function rostersOf(look: Look, day: CivilDate): Promise<{ papers: MorningWish[]; withheld: number }> {
  const found = await dayOfTimetable(look, { day })
  const sessions = found.ok ? found.value.sessions.filter((session) => session.cancelledCause === null) : []
  const papers: MorningWish[] = []
  let withheld = 0
  for (const session of sessions) {
    const wished = await dayRoster(look, { id: session.id })
    if (!wished.ok) {
      withheld += Number(wished.refusals.some((refusal) => refusal.code === 'sensitive-group'))
      continue
    }
    const of = [`${session.startsAt}–${session.endsAt}`, session.room, session.title].filter(Boolean).join(' · ')
    papers.push({ paper: dayRosterPaper, wish: wished.value, of, women: session.places })
  }
  return { papers, withheld }
}

async function morningOf(look: Look, day: CivilDate, kinds: readonly MorningKind[]): Promise<Morning> {
  const rosters = kinds.includes('rosters') ? await rostersOf(look, day) : { papers: [], withheld: 0 }
  const of: Readonly<Record<MorningKind, () => Promise<readonly MorningWish[]>>> = {
    movements: () => morningMovements(look, day),
    arrivals: () => morningArrivals(look, day),
    rosters: () => Promise.resolve(rosters.papers),
    passes: () => morningPasses(look, day),
  }
  const papers: (MorningWish & { kind: MorningKind })[] = []
  for (const kind of MORNING_KINDS)
    if (kinds.includes(kind)) papers.push(...(await of[kind]()).map((each) => ({ ...each, kind })))
  return { papers, withheld: rosters.withheld }
}

/** What the day needs, and which of it was printed already. */
export async function morning(look: Look, input: { day: CivilDate }): Promise<Outcome<Output<'today.morning'>, never>> {
  const { papers, withheld } = await morningOf(look, input.day, MORNING_KINDS)
  const timezone = await findTimezone(look.db)
  const listed = await Promise.all(
    papers.map(async ({ kind, of, women, paper, wish }) => {
      const last = await lastIssued(look.db, paper.type, aboutOf(wish))
      return { kind, of, women, printed: last && { ...last, time: atCenter(last.at, timezone).time } }
    }),
  )
  return done({ papers: listed, withheld })
}

type Asked = ParsedInputOf<(typeof morningContract)['today.printMorning']>

/** The steps that print them all. */
export const printMorning = (tools: Tools) =>
  papersJob(
    tools.render,
    async (
      input: Asked,
      look,
    ): Promise<Outcome<{ papers: readonly MorningWish[]; told: { withheld: number } }, 'nothing-to-print'>> => {
      const { papers, withheld } = await morningOf(look, input.day, input.kinds)
      return papers.length > 0 ? done({ papers, told: { withheld } }) : refuse('nothing-to-print')
    },
  )

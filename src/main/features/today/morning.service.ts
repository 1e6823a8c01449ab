/** The morning's papers of a day as one job, in the order in which custody wants them; each is its own slice's. */
import type { ParsedInputOf } from '../../../shared/contract/define'
import type { Output } from '../../../shared/contract'
import { MORNING_KINDS, type morningContract, type MorningKind } from '../../../shared/contract/morning.contract'
import { atCenter, type CivilDate } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { lastIssued } from '../../platform/documents/editions'
import { papersJob } from '../../platform/documents/papers-job'
import type { Look } from '../../platform/seam/act'
import type { Tools } from '../../platform/tools'
import { dayRoster, dayRosterPaper, hiddenEditions } from '../attendance'
import { gateDayPaper, morningGate } from '../outings'
import {
  dayOfTimetable,
  findTimezone,
  morningArrivals,
  morningMovements,
  morningPasses,
  morningSheets,
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
    papers.push({ paper: dayRosterPaper, wish: wished.value, of: hoursAndGroup(session), women: session.places })
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
    gate: () => gateOf(look, day),
  }
  const papers: (MorningWish & { kind: MorningKind })[] = []
  for (const kind of MORNING_KINDS)
    if (kinds.includes(kind)) papers.push(...(await of[kind]()).map((each) => ({ ...each, kind })))
  return { papers, withheld: rosters.withheld }
}

/** The outings of the day for a gate without a computer; nothing for roles that may not know the children. */
async function gateOf(look: Look, day: CivilDate): Promise<readonly MorningWish[]> {
  const wish = await morningGate(look, day)
  return wish ? [{ paper: gateDayPaper, wish, of: null, women: wish.facts.lines.length }] : []
}

const hoursAndGroup = (session: { startsAt: string; endsAt: string; room: string; title: string | null }): string =>
  [`${session.startsAt}–${session.endsAt}`, session.room, session.title].filter(Boolean).join(' · ')

/** What the day needs, and which of it was printed already. Nothing is made for it: it is asked at each opening. */
export async function morning(look: Look, input: { day: CivilDate }): Promise<Outcome<Output<'today.morning'>, never>> {
  const found = await dayOfTimetable(look, input)
  const held = found.ok ? found.value.sessions.filter((each) => each.cancelledCause === null && each.places > 0) : []
  const hidden = await hiddenEditions(look)
  const rosters = held
    .filter((session) => !hidden.has(session.editionId))
    .map((session) => ({
      kind: 'rosters' as const,
      type: dayRosterPaper.type,
      about: session.id,
      of: hoursAndGroup(session),
      women: session.places,
    }))
  const gates = (await gateOf(look, input.day)).map(({ wish, of, women }) => ({
    kind: 'gate' as const,
    type: gateDayPaper.type,
    about: wish.about ?? wish.title,
    of,
    women,
  }))
  const sheets = [...(await morningSheets(look, input.day)), ...rosters, ...gates]
  const timezone = await findTimezone(look.db)
  const listed = await Promise.all(
    MORNING_KINDS.flatMap((kind) => sheets.filter((each) => each.kind === kind)).map(
      async ({ kind, type, about, of, women }) => {
        const last = await lastIssued(look.db, type, about)
        return { kind, of, women, printed: last && { ...last, time: atCenter(last.at, timezone).time } }
      },
    ),
  )
  return done({ papers: listed, withheld: held.length - rosters.length })
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

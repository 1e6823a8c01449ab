/** The list in turn: who stands where for each workshop, by points that anybody may have explained. */
import type { PointWeights } from '../../../shared/contract/settings'
import type { Wait } from '../../../shared/contract/waits.contract'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { fold } from '../../../shared/kernel/text'
import { settingsOn } from '../../platform/settings/settings'
import type { Look } from '../../platform/seam/act'
import { compareStanding, monthsUntil, pointsOf, waitingDays, type PointFacts, type Points } from './points.rules'
import { readTurnFacts, type TurnFacts } from './turn-facts.repo'
import { listOpenWaits, type WaitRow } from './wait.repo'

/** A request with its points and its turn. */
export interface Turn extends WaitRow {
  readonly points: Points
  readonly neverServed: boolean
  readonly daysWaiting: number
  readonly position: number | null
}

/** Everybody on the list, or on that of one workshop: those with a turn first, in turn. */
export async function turns(look: Look, of: { readonly workshopId?: string } = {}): Promise<readonly Turn[]> {
  const { points: weights } = await settingsOn(look.db, look.today)
  const facts = await readTurnFacts(look.db, look.today)
  const rows = (await listOpenWaits(look.db, of)).map((wait) => withPoints(wait, facts, weights, look.today))
  rows.sort((a, b) => Number(b.state === 'approved') - Number(a.state === 'approved') || compareStanding(a, b))
  const last = new Map<string, number>()
  return rows.map((row) => {
    if (row.state !== 'approved') return { ...row, position: null }
    const position = (last.get(row.workshopId) ?? 0) + 1
    last.set(row.workshopId, position)
    return { ...row, position }
  })
}

function withPoints(wait: WaitRow, facts: TurnFacts, weights: PointWeights, today: CivilDate) {
  const hers = factsOf(wait, facts, today)
  return { ...wait, points: pointsOf(hers, weights), neverServed: hers.neverServed, daysWaiting: hers.waitingDays }
}

/** A refusal counts until she has had a place since. */
function factsOf(wait: WaitRow, facts: TurnFacts, today: CivilDate): PointFacts {
  const servedOn = facts.servedOn.get(wait.personId)
  const intake = facts.intakes.get(wait.personId)
  const wanted = fold(wait.workshop)
  return {
    waitingDays: waitingDays(wait.requestedOn, today),
    neverServed: servedOn === undefined,
    monthsToRelease: monthsUntil(intake?.leavesAbout ?? null, today),
    childInside: facts.mothers.has(wait.personId),
    refusals: (facts.refusals.get(wait.personId) ?? []).filter(
      (down) =>
        (servedOn === undefined || down.day > servedOn) &&
        (down.sensitive === 0 || down.workshopId === wait.workshopId),
    ).length,
    wantsTrade: (intake?.trades ?? []).some((trade) => trade === wait.workshopId || fold(trade) === wanted),
  }
}

/** A turn as pages and other channels show it: the sum of her points, not their lines. */
export const toWait = ({ points, ...turn }: Turn): Wait => ({ ...turn, points: points.sum })

/** All that one woman waits for. Her turn counts those before her, so whole lists are put in order first. */
export const turnsOf = async (look: Look, personId: string): Promise<readonly Wait[]> =>
  (await turns(look)).filter((row) => row.personId === personId).map(toWait)

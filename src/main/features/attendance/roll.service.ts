/** One roll as it is read: in the order of its paper, with what is known ahead of each woman and what stood before. */
import type { Output } from '../../../shared/contract'
import type { HeldSession } from '../../../shared/contract/attendance-roll'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { isMonthClosed } from '../../platform/db/closed-months'
import type { Look } from '../../platform/seam/act'
import { settingsOn } from '../../platform/settings/settings'
import { cellsOf, type Cells } from './attendance.rules'
import { proposalsFor } from './excuses.rules'
import { windowOf } from './marks.rules'
import { sessionStateOf } from './session-state.rules'
import { isUncounted } from './tools.rules'
import { toolsOf } from './tools.service'
import * as repo from './attendance.repo'
import * as rosters from './day-roster.repo'
import * as doubtRepo from './doubts.repo'
import * as excuseRepo from './excuses.repo'
import * as markRepo from './marks.repo'
import * as rollRepo from './roll.repo'

/** The facts of one session's day, for its roll. */
export async function rollFacts(look: Look, session: HeldSession) {
  const span = { editionId: session.editionId, from: session.day, to: session.day }
  const facts = await repo.gatherRolls(look.db, span)
  return { facts, cells: cellsOf(facts, span, look.today) }
}

/** Where a session stands in its life. */
export function stateOf(
  session: HeldSession,
  cells: Cells,
  about: { readonly madeUp: boolean; readonly toolsUncounted: boolean },
  now: Pick<Look, 'today' | 'time'>,
) {
  const women = cells.roll(session)
  const open = women.filter((woman) => ['unmarked', '?', 'ahead'].includes(cells.of(session, woman)))
  return sessionStateOf(
    {
      ...session,
      ...about,
      cancelled: session.cancelledCause !== null,
      onRoll: women.length,
      unmarked: open.length,
    },
    { day: now.today, time: now.time },
  )
}

/** One roll, unless its group is of a sensitive axis: that is asked for apart, and each look written down. */
export async function roll(look: Look, input: { id: string }) {
  const session = await repo.findSession(look.db, input.id)
  if (session && (await repo.listSensitiveEditions(look.db)).has(session.editionId)) return refuse('sensitive-group')
  return sensitiveRoll(look, input)
}

/** One roll in the order of its paper: by surnames. */
export async function sensitiveRoll(
  look: Look,
  input: { id: string },
): Promise<Outcome<Output<'attendance.roll'>, 'unknown-session'>> {
  const session = await repo.findSession(look.db, input.id)
  if (!session) return refuse('unknown-session')
  const { facts, cells } = await rollFacts(look, session)
  const keyed = await repo.findRoll(look.db, session.id)
  const monthClosed = await isMonthClosed(look.db, session.day)
  const track = await rollRepo.findTrack(look.db, session.id)
  const tools = await toolsOf(look.db, session.id)
  const below = await doubtRepo.listUnlisted(look.db, { sessionId: session.id })
  return done({
    session,
    sessionVersion: track.version,
    state: stateOf(session, cells, { madeUp: track.madeUp, toolsUncounted: isUncounted(tools.state) }, look),
    version: keyed?.version ?? 0,
    paper: keyed ? { attended: keyed.attended, absent: keyed.absent } : null,
    monthClosed,
    women: await womenOf(look, session, { cells, monthClosed, places: facts.places }),
    off: [...(await rollRepo.listOffRoll(look.db, session.id))],
    unlisted: below.map(({ id, name, mark }) => ({ id, name, mark })),
    tools,
    scans: await rollRepo.listScans(look.db, session.id),
    graceMinutes: (await settingsOn(look.db, session.day)).lateGraceMinutes,
    folio: await rosters.findLastFolio(look.db, session.id),
    ...(await repo.findNeighbours(look.db, session)),
    isAhead: session.day > look.today,
  })
}

interface Around {
  readonly cells: Cells
  readonly monthClosed: boolean
  readonly places: readonly { readonly personId: string }[]
}

async function womenOf(look: Look, session: HeldSession, { cells, monthClosed, places }: Around) {
  const written = (await doubtRepo.listDoubts(look.db)).filter((each) => each.sessionId === session.id)
  const standing = new Map((await markRepo.listStanding(look.db, session.id)).map((each) => [each.personId, each]))
  const past = await markRepo.listChanges(look.db, session.id)
  const proposals = proposalsFor(session, await excuseRepo.gatherKnown(look.db, session.day, session.day))
  const newcomers = await rollRepo.listNewcomers(look.db, session)
  return (await repo.listWomen(look.db, cells.roll(session))).map((woman) => {
    const own = standing.get(woman.personId)
    const doubt = written.find((each) => each.personId === woman.personId)
    return {
      ...woman,
      mark: own?.mark ?? null,
      detail: own
        ? {
            mark: own.mark,
            reason: own.reason,
            minutesLate: own.minutesLate,
            minutesEarly: own.minutesEarly,
            note: own.note,
          }
        : null,
      window: windowOf(own, monthClosed, look.today),
      doubt: doubt ? { id: doubt.id, written: doubt.written } : null,
      extra: !places.some((place) => place.personId === woman.personId),
      isNew: newcomers.has(woman.personId),
      proposal: proposals.get(woman.personId) ?? null,
      history: past.filter((each) => each.personId === woman.personId).map(({ personId: _whose, ...each }) => each),
    }
  })
}

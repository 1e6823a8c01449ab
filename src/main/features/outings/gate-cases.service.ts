/** An outing as the gate judges it: the permission's reasons, what was seen, and where the child is at this moment. */
import { LATE_RETURNS_FLAG, type GateLine, type GateReason } from '../../../shared/contract/gate-line'
import { atCenter, type Instant, type At } from '../../../shared/kernel/civil-date'
import { done, refuse, type Outcome } from '../../../shared/kernel/outcome'
import { CHILDREN, type Role } from '../../../shared/kernel/roles'
import { listName } from '../../../shared/kernel/text'
import type { ReadDb } from '../../platform/db/types'
import type { Act, Look } from '../../platform/seam/act'
import { reasonsOfReturner } from './adult.rules'
import * as gateRepo from './gate.repo'
import type { Seen } from './gate.repo'
import { mayLeave } from './may-leave.rules'
import { dueSteps, isFresh, isOutside, movementOf, type MovementStanding } from './movement.rules'
import * as repo from './outings.repo'
import { judge, nowOf, reasonOut, type Judged } from './judge.service'
import { findRules } from './surroundings.repo'

/** Minutes by which a clock may stand behind the last entry before it is taken to be wrong. */
const CLOCK_TOLERANCE = 5

export interface GateCase extends Judged {
  readonly seen: Seen
  readonly movement: MovementStanding
}

/** Reads all that the gate needs of these outings at once. */
export async function casesOf(db: ReadDb, ids: readonly string[], now: At): Promise<readonly GateCase[]> {
  if (ids.length === 0) return []
  const records = await repo.listById(db, ids)
  const judged = await judge(db, records, now)
  const seen = await gateRepo.listSeen(db, ids)
  const { graceMinutes } = await findRules(db)
  return judged.flatMap((each) => {
    const own = seen.get(each.record.id)
    if (!own) return []
    return [{ ...each, seen: own, movement: movementOf(movementFacts(each, own), graceMinutes, now) }]
  })
}

const movementFacts = ({ record }: Judged, seen: Seen) => ({
  leavesOn: record.leavesOn,
  leavesAt: record.leavesAt,
  returnsOn: record.returnsOn,
  returnsAt: record.returnsAt,
  cancelledOn: record.cancelledOn,
  notMade: seen.notMade !== null,
  out: seen.out,
  back: seen.back,
  end: seen.end?.kind ?? null,
})

/** The cases of these lines, if none of them has changed since the page was read. */
export async function casesToDo(
  act: Act,
  lines: readonly { readonly id: string; readonly version: number }[],
): Promise<Outcome<readonly GateCase[], 'outing-unknown' | 'stale'>> {
  const found = await casesOf(
    act.db,
    lines.map((line) => line.id),
    nowOf(act),
  )
  if (new Set(lines.map((line) => line.id)).size !== found.length) return refuse('outing-unknown')
  if (lines.some((line) => found.find((each) => each.record.id === line.id)?.record.version !== line.version))
    return refuse('stale')
  return done(lines.flatMap((line) => found.filter((each) => each.record.id === line.id)))
}

/** The last entry, if the computer's clock stands behind it: then no hour that it gives can be relied upon. */
export async function clockBehind(look: Look): Promise<At | null> {
  const last = await gateRepo.lastEntryAt(look.db)
  if (last === null || Date.parse(last) - Date.parse(look.now) <= CLOCK_TOLERANCE * 60_000) return null
  const { timezone } = await findRules(look.db)
  return atCenter(last, timezone)
}

/** Every reason against leaving at a moment: the permission's, then the gate's own. */
export function reasonsAt(each: GateCase, at: At, behind: At | null): readonly GateReason[] {
  const reasons: GateReason[] = mayLeave(each.facts, at, true).reasons.map(reasonOut)
  if (each.seen.notMade !== null) reasons.push({ code: 'outing-not-made', facts: {} })
  if (behind) reasons.push({ code: 'gate-clock-behind', facts: { day: behind.day, time: behind.time } })
  return reasons
}

/**
 * Reasons as whoever looks may read them: why a permission was paused or denied may speak of an illness or a court, so the
 * gate is told that it was, and since when, and no more.
 */
export const reasonsFor = (role: Role, reasons: readonly GateReason[]): GateReason[] =>
  reasons.map(({ code, facts }) => ({ code, facts: role === 'gate' ? withoutWords(facts) : facts }))

/** The figures of a reason without the words in which somebody explained it. */
export const withoutWords = ({ reason: _words, ...facts }: GateReason['facts']): GateReason['facts'] => facts

/** Who may take back what, and until when: whoever sits at the gate her own fresh mistake, the office's keepers any. */
export function undoOf(each: GateCase, role: Role, now: Instant, today: string): GateLine['undo'] {
  const keeper = role === 'director' || role === 'coordinator'
  const { seen } = each
  if (seen.back) return keeper || isFresh(seen.back.recordedAt, now) ? 'back' : null
  if (seen.end) return CHILDREN.includes(role) ? seen.end.kind : null
  if (seen.out) return keeper || isFresh(seen.out.recordedAt, now) ? 'out' : null
  return seen.notMade !== null && (keeper || each.record.leavesOn === today) ? 'not-made' : null
}

/** The gate's line of an outing. */
export function toLine(each: GateCase, look: Look, behind: At | null, timezone: string): GateLine {
  const { record, seen, movement } = each
  const outside = isOutside(movement.state)
  const reasons = reasonsAt(each, nowOf(look), behind)
  return {
    id: record.id,
    version: record.version,
    permissionId: seen.permissionId,
    folio: record.folio,
    child: listName(record),
    kind: record.kind,
    leavesOn: record.leavesOn,
    leavesAt: record.leavesAt,
    returnsOn: record.returnsOn,
    returnsAt: record.returnsAt,
    adult: record.adultName,
    adultDocument: record.adultDocument,
    returner: each.facts.returner?.name ?? null,
    phone: movement.lateMinutes > 0 && outside ? seen.phone : null,
    state: movement.state,
    lateMinutes: movement.lateMinutes,
    out: seen.out && { day: seen.out.day, time: seen.out.time },
    back: seen.back && { day: seen.back.day, time: seen.back.time },
    backdated: Boolean(seen.out?.backdatedReason ?? seen.back?.backdatedReason),
    lateReturns: seen.lateReturns >= LATE_RETURNS_FLAG ? seen.lateReturns : 0,
    belongings: seen.belongings,
    mayLeave: reasons.length === 0,
    reasons: reasonsFor(look.actor.role, reasons),
    others: outside ? othersOf(each, look.today) : [],
    due: [
      ...dueSteps(
        movement,
        seen.calls.map((call) => call.step),
      ),
    ],
    calls: seen.calls.map(({ step, note, at }) => ({ step, note, time: atCenter(at, timezone).time })),
    undo: undoOf(each, look.actor.role, look.now, look.today),
  }
}

/** Others of her grid who may bring her back today. */
const othersOf = ({ facts, record }: GateCase, today: string): GateLine['others'] =>
  facts.grid.flatMap(({ adultId, name, document }) => {
    const returner = { name, adultId, fromHouse: null, suspended: false }
    const against = reasonsOfReturner({ ...facts, returner, outing: { ...facts.outing, returnsOn: today } }, today)
    return adultId === record.adultId || against.length > 0 ? [] : [{ id: adultId, name, document }]
  })

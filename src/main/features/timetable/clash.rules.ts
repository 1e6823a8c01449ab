/**
 * Pure rules of clashes: one engine over women, children, care, rooms, instructors, tools, dormitories and pairs kept
 * apart. Who asks (a place, a move, an appointment, an outing) only brings the uses; what collides is decided here.
 */
import type { ClashKind, ClashLevel, ClashReason } from '../../../shared/contract/clash-facts'
import { NO_WALK, type Use, type Walks } from './clash-use.rules'
import { verdictOn, type Verdict } from './clash-verdict.rules'

/** Two uses that collide; `a` begins first. Both sides are named, so that either page can show it. */
export interface Clash<U extends Use = Use> {
  readonly kind: ClashKind
  readonly resource: string
  readonly level: ClashLevel
  readonly why: ClashReason
  readonly a: U
  readonly b: U
  /** What they share; of a walk that is too short, the time there is for it. */
  readonly from: number
  readonly until: number
  readonly asks: number | null
  readonly has: number | null
}

const DAY = 1440
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const inTimeOrder = (a: Use, b: Use): number => a.from - b.from || a.until - b.until || compare(a.thing, b.thing)

/** Kinds in which somebody has to walk from one to the next. */
const WALKS: ReadonlySet<ClashKind> = new Set(['woman', 'instructor', 'child'])
const TWO_CAMPS: ReadonlySet<ClashKind> = new Set(['care', 'dormitory', 'keep-apart'])

/**
 * All pairs of things that collide. Intervals are half-open: touching is no clash unless there is a walk between.
 * Cancelled and empty uses never clash, nor does a thing with itself (but for two women kept apart in one session).
 * Each resource's uses are sorted once and looked at only as far as the next can still reach: O(n log n + clashes).
 */
export function findClashes<U extends Use>(uses: readonly U[], walks: Walks = NO_WALK): Clash<U>[] {
  const found: Clash<U>[] = []
  for (const group of groupsOf(uses)) if (group.length > 1) sweep(group, walks, found)
  return found
}

/** The uses of each resource of each kind, cancelled and empty ones left out. */
function groupsOf<U extends Use>(uses: readonly U[]): U[][] {
  const kinds = new Map<ClashKind, Map<string, U[]>>()
  const groups: U[][] = []
  for (const use of uses) {
    if (use.cancelled || use.from >= use.until) continue
    let resources = kinds.get(use.kind)
    if (!resources) kinds.set(use.kind, (resources = new Map<string, U[]>()))
    const group = resources.get(use.resource)
    if (group) group.push(use)
    else {
      const begun = [use]
      resources.set(use.resource, begun)
      groups.push(begun)
    }
  }
  return groups
}

/** Minutes beyond its end that a use of this group can still collide with another. */
function reachOf(group: readonly Use[], walks: Walks): number {
  const kind = group[0]?.kind
  if (kind === 'keep-apart') return walks.usual
  if (kind === undefined || !WALKS.has(kind)) return 0
  return group.some((use) => use.leaves) ? Math.max(DAY, walks.most) : walks.most
}

function sweep<U extends Use>(group: U[], walks: Walks, found: Clash<U>[]): void {
  group.sort(inTimeOrder)
  const reach = reachOf(group, walks)
  const kind = group[0]?.kind
  const camps = kind !== undefined && TWO_CAMPS.has(kind)
  for (let i = 0; i < group.length; i++) {
    const a = group[i] as U
    const end = a.until + reach
    for (let j = i + 1; j < group.length; j++) {
      const b = group[j] as U
      if (b.from >= end) break
      if (camps ? a.camp === b.camp : a.thing === b.thing) continue
      const verdict = kind === 'kit' ? kitVerdict(a, b, group) : verdictOn(a, b, walks)
      if (verdict) found.push(clashOf(a, b, verdict))
    }
  }
}

function clashOf<U extends Use>(a: U, b: U, verdict: Verdict): Clash<U> {
  const meet = b.from < a.until
  return {
    kind: b.kind,
    resource: b.resource,
    level: verdict.level,
    why: verdict.why,
    a,
    b,
    from: meet ? b.from : a.until,
    until: meet ? Math.min(a.until, b.until) : b.from,
    asks: verdict.asks ?? null,
    has: verdict.has ?? null,
  }
}

/**
 * Two things that take pieces of one kit collide if, at some moment that both go on, more are asked for than exist.
 * What is asked for grows only when something begins, so only those moments are looked at.
 */
export function kitVerdict(a: Use, b: Use, group: readonly Use[]): Verdict | null {
  const exist = Math.min(a.exist ?? 0, b.exist ?? 0)
  const from = Math.max(a.from, b.from)
  const until = Math.min(a.until, b.until)
  let most = 0
  for (const at of group) {
    if (at.from < from && at !== a && at !== b) continue
    if (at.from >= until) break
    const moment = Math.max(at.from, from)
    most = Math.max(most, askedFor(group, moment))
  }
  return from < until && most > exist ? { level: 'warn', why: 'kit-short', asks: most, has: exist } : null
}

/** Pieces asked for at a moment; a thing that is written twice takes them once. */
function askedFor(group: readonly Use[], moment: number): number {
  const taken = new Map<string, number>()
  for (const use of group)
    if (!use.cancelled && use.from <= moment && moment < use.until)
      taken.set(use.thing, Math.max(taken.get(use.thing) ?? 0, use.pieces ?? 0))
  let sum = 0
  for (const pieces of taken.values()) sum += pieces
  return sum
}

/** The clashes of things that are not there yet (a place, a move, an appointment) with what is. */
export function clashesWith<U extends Use>(standing: readonly U[], own: readonly U[], walks: Walks): Clash<U>[] {
  const wanted = new Set(own.map((use) => `${use.kind} ${use.resource}`))
  const things = new Set(own.map((use) => use.thing))
  const others = standing.filter((use) => wanted.has(`${use.kind} ${use.resource}`) && !things.has(use.thing))
  return findClashes([...others, ...own], walks).filter(({ a, b }) => things.has(a.thing) || things.has(b.thing))
}

/** The two sides in the other order, where they begin together and `before` says so. */
export const inSteadyOrder = <U extends Use>(clash: Clash<U>, isBefore: (a: U, b: U) => boolean): Clash<U> =>
  clash.a.from === clash.b.from && isBefore(clash.b, clash.a) ? { ...clash, a: clash.b, b: clash.a } : clash

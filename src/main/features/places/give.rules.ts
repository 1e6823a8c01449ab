/** What stands against giving a place: hard reasons that refuse it, and warnings that somebody may go on despite. */
import type { ClashFacts, ClashSide } from '../../../shared/contract/clash-facts'
import type { PlaceWarning } from '../../../shared/contract/place-states'
import { weekdayOf, type CivilDate } from '../../../shared/kernel/civil-date'
import type { Refusal } from '../../../shared/kernel/outcome'
import type { Role } from '../../../shared/kernel/roles'

export interface GiveFacts {
  readonly capacity: number
  readonly taken: number
  readonly endsOn: CivilDate
  readonly closed: boolean
  readonly hasPlace: boolean
  readonly isHere: boolean
  /** Somebody asked for her and the office has not approved it yet: that is decided first. */
  readonly isPending: boolean
}

export type GiveRefusal =
  | 'edition-over'
  | 'edition-closed'
  | 'person-not-here'
  | 'wait-is-pending'
  | 'place-taken-already'
  | 'edition-full'
  | 'place-clash'
  | 'keep-apart-blocks'
  | 'place-needs-reason'

/** Every reason that nobody can lift, so that the office hears all of them at once. */
export function hardReasons(facts: GiveFacts, openedOn: CivilDate): readonly Refusal<GiveRefusal>[] {
  const reasons: Refusal<GiveRefusal>[] = []
  if (facts.closed) reasons.push({ code: 'edition-closed' })
  else if (openedOn > facts.endsOn) reasons.push({ code: 'edition-over', facts: { day: facts.endsOn } })
  if (!facts.isHere) reasons.push({ code: 'person-not-here' })
  if (facts.isPending) reasons.push({ code: 'wait-is-pending' })
  if (facts.hasPlace) reasons.push({ code: 'place-taken-already' })
  if (facts.taken >= facts.capacity) reasons.push({ code: 'edition-full', facts: { capacity: facts.capacity } })
  return reasons
}

/** Who may go on despite a block: the director alone, with a reason (features: waiver with reason). */
export const liftsBlocks = (role: Role): boolean => role === 'director'

/**
 * The refusals that warnings amount to, unless they were shown and somebody who may goes on despite them. What is only
 * good to know asks nothing.
 */
export function unliftedReasons(
  warnings: readonly PlaceWarning[],
  accepted: ReadonlySet<string>,
  role: Role,
): readonly Refusal<GiveRefusal>[] {
  const reasons: Refusal<GiveRefusal>[] = []
  const open = warnings.filter(
    (each) => each.level !== 'info' && (!accepted.has(each.key) || (each.level === 'block' && !liftsBlocks(role))),
  )
  const blocks = open.filter((each) => each.level === 'block')
  if (blocks.some((each) => each.kind === 'keep-apart')) reasons.push({ code: 'keep-apart-blocks' })
  const clashes = blocks.filter((each) => each.kind !== 'keep-apart')
  if (clashes.length > 0) {
    const titles = [...new Set(clashes.map((each) => String(each.facts['title'] ?? '—')))]
    reasons.push({ code: 'place-clash', facts: { with: titles.join(', ') } })
  }
  const asking = open.length - blocks.length
  if (asking > 0) reasons.push({ code: 'place-needs-reason', facts: { count: asking } })
  return reasons
}

/** How an act stands that nobody has decided yet. */
export const groupOf = (warnings: readonly PlaceWarning[], role: Role): 'ready' | 'decide' | 'impossible' => {
  if (warnings.some((each) => each.level === 'block') && !liftsBlocks(role)) return 'impossible'
  return warnings.some((each) => each.level !== 'info') ? 'decide' : 'ready'
}

/**
 * Sessions at the same time block a place only if they are a quarter or more of those she would have: a pattern. One
 * moved session or one visit to the court is settled on its day, and may not cost her a place.
 */
const PATTERN = 4

const otherSide = (clash: ClashFacts, editionId: string): ClashSide =>
  clash.a.editionId === editionId ? clash.b : clash.a

/** What the other side is: one group, one appointment, one outing, or all days of a kind. */
const whatOf = (clash: ClashFacts, editionId: string): string => {
  const other = otherSide(clash, editionId)
  return other.editionId ?? other.appointmentId ?? other.outingId ?? other.is
}

/** Clashes of many days said once each: with what, on which weekday, how often, since when. The gravest first. */
export function clashWarnings(
  clashes: readonly ClashFacts[],
  editionId: string,
  sessions: number,
): readonly PlaceWarning[] {
  const groups = new Map<string, ClashFacts[]>()
  const daysWith = new Map<string, number>()
  for (const clash of clashes) {
    const other = otherSide(clash, editionId)
    const what = whatOf(clash, editionId)
    const key = `clash:${clash.kind}:${clash.why}:${what}:${String(weekdayOf(clash.day))}:${other.startsAt}`
    const group = groups.get(key)
    if (group) group.push(clash)
    else groups.set(key, [clash])
    if (clash.level === 'block') daysWith.set(what, (daysWith.get(what) ?? 0) + 1)
  }
  const isPattern = (clash: ClashFacts): boolean => (daysWith.get(whatOf(clash, editionId)) ?? 0) * PATTERN >= sessions
  const found = [...groups].map(([key, group]) => warningOf(key, group, editionId, isPattern))
  // Two women whom she may not meet are one sentence: how many they are is nobody's business.
  const once = new Map(found.map((warning) => [warning.key, warning]))
  return [...once.values()].sort((a, b) => RANK[a.level] - RANK[b.level])
}

const RANK = { block: 0, warn: 1, info: 2 } as const

function warningOf(
  key: string,
  group: readonly ClashFacts[],
  editionId: string,
  isPattern: (clash: ClashFacts) => boolean,
): PlaceWarning {
  const first = group.reduce((one, each) => (each.day < one.day ? each : one))
  const other = otherSide(first, editionId)
  const gravest = group.reduce((one, each) => (RANK[each.level] < RANK[one.level] ? each : one)).level
  if (first.kind === 'keep-apart')
    // SECURITY: never whom, where or when: that would be the other name told in another way.
    return {
      key: `keep-apart:${gravest}`,
      kind: 'keep-apart',
      level: gravest,
      says: gravest,
      facts: {},
    }
  const level = gravest === 'block' && !isPattern(first) ? 'warn' : gravest
  return {
    key,
    kind: 'clash',
    level,
    says: first.why,
    facts: {
      is: other.is,
      title: other.title ?? '—',
      weekday: weekdayOf(first.day),
      hours: `${other.startsAt}–${other.endsAt}`,
      count: group.length,
      day: first.day,
      ...(other.editionId ? { editionId: other.editionId } : {}),
    },
  }
}

interface OtherFacts {
  readonly unmet: readonly {
    readonly kind: string
    readonly value: string
    readonly known: boolean
    readonly has: number | null
  }[]
  /** How what a requirement points at is called. */
  readonly titles: ReadonlyMap<string, string>
  readonly awaySince: CivilDate | null
  readonly consent: 'yes' | 'no' | 'withdrawn' | null
  /** How many wait for the workshop before her and would go without. */
  readonly passes: number
  /** Offers to others hold all seats that are left. */
  readonly offered: number
}

/** What besides clashes stands against it. What nothing on file tells is said, and asks no reason. */
export function otherWarnings(facts: OtherFacts): readonly PlaceWarning[] {
  const found: PlaceWarning[] = facts.unmet.map((each) => ({
    key: `requirement:${each.kind}:${each.value}`,
    kind: 'requirement',
    level: each.known ? 'warn' : 'info',
    says: each.kind,
    facts: { value: facts.titles.get(each.value) ?? each.value, has: each.has ?? 0 },
  }))
  const warn = (key: string, kind: PlaceWarning['kind'], says: string, more: PlaceWarning['facts'] = {}): void => {
    found.push({ key, kind, level: 'warn', says, facts: more })
  }
  if (facts.awaySince) warn(`away:${facts.awaySince}`, 'away', 'away', { day: facts.awaySince })
  if (facts.consent === 'no' || facts.consent === 'withdrawn')
    warn(`consent:${facts.consent}`, 'consent', facts.consent)
  if (facts.passes > 0) warn('turn', 'turn', 'turn', { count: facts.passes })
  if (facts.offered > 0) warn('offered', 'turn', 'offered', { count: facts.offered })
  return found
}

/**
 * How many go without if the chosen ones come in: those who stand before them in turn, unless seats remain for all of
 * them. Giving out of turn while there is room for everybody passes nobody over.
 */
export function passesOver(
  inTurn: readonly { readonly personId: string }[],
  chosen: ReadonlySet<string>,
  personId: string,
  free: number,
): readonly string[] {
  const at = inTurn.findIndex((row) => row.personId === personId)
  const before = (at < 0 ? inTurn : inTurn.slice(0, at)).map((row) => row.personId).filter((id) => !chosen.has(id))
  return before.length > free - chosen.size ? before : []
}

/** Pure: a clash as she who looks may see it. What she may not know becomes neutral; that two things collide stays. */
import {
  CLASH_KINDS,
  CLASH_LEVELS,
  type ClashFacts,
  type ClashKind,
  type ClashLevel,
  type ClashSide,
} from '../../../shared/contract/clash-facts'
import type { CivilDate } from '../../../shared/kernel/civil-date'
import { inOrder } from '../../../shared/kernel/text'
import { inSteadyOrder, type Clash } from './clash.rules'
import type { NamedUse, Thing } from './clash-world.rules'
import { timeOfMinute } from './timetable.rules'

/** She who looks: what she may not know beside a woman's name, and when. */
export interface Hides {
  /** Which group of a sensitive axis a session is. */
  session(session: { readonly sensitive: boolean }): boolean
  /** What concerns a child. */
  readonly children: boolean
  /** Whom a woman may not meet. */
  readonly pairs: boolean
  /** The day on which she looks: an outing whose day has passed unused collides with nothing. Null: no matter. */
  readonly today: CivilDate | null
}

/** For what main itself decides. */
export const HIDES_NOTHING: Hides = { session: () => false, children: false, pairs: false, today: null }

/** Names of the women and children who are in a clash, by id. */
export type Names = ReadonlyMap<string, string>

/** In what stands beside a woman's or a child's name a sensitive group is not named. */
const OF_WOMEN: ReadonlySet<ClashKind> = new Set(['woman', 'child', 'care', 'keep-apart', 'dormitory'])
const NEUTRAL = '—'

const isOfSecretGroup = (of: Thing, kind: ClashKind): boolean =>
  OF_WOMEN.has(kind) && of.sensitive && of.sessionId !== null

function sideOf(of: Thing, kind: ClashKind, hides: Hides): ClashSide {
  const care = of.ofChild && hides.children
  const secret = isOfSecretGroup(of, kind) && hides.session(of)
  const hidden = care || secret
  return {
    is: care ? 'care' : of.is,
    // The session leads to its group as surely as its name.
    sessionId: secret ? null : of.sessionId,
    editionId: hidden ? null : of.editionId,
    appointmentId: care ? null : of.appointmentId,
    outingId: care ? null : of.outingId,
    code: hidden ? null : of.code || null,
    title: hidden ? null : of.title,
    room: care ? null : of.room,
    startsAt: of.startsAt,
    endsAt: of.endsAt,
    endGuessed: of.endGuessed,
  }
}

/** The record that both sides share, and how it is called. */
function resourceOf(clash: Clash<NamedUse>, names: Names, hides: Hides): { id: string | null; label: string } {
  const { a, b } = clash
  const name = (id: string | null): string => (id && names.get(id)) || NEUTRAL
  switch (clash.kind) {
    case 'woman':
      return { id: clash.resource, label: name(clash.resource) }
    case 'child':
      return { id: clash.resource, label: name(clash.resource) }
    case 'care':
      return hides.children
        ? { id: a.personId, label: name(a.personId) }
        : { id: a.personId, label: `${name(a.personId)} · ${name(a.childId)}` }
    case 'keep-apart':
      return hides.pairs
        ? { id: null, label: NEUTRAL }
        : { id: null, label: [name(a.personId), name(b.personId)].sort(inOrder).join(' · ') }
    case 'dormitory': {
      const own = a.camp === 'own' ? a : b
      return own.personId
        ? { id: own.personId, label: name(own.personId) }
        : { id: null, label: a.name ?? b.name ?? NEUTRAL }
    }
    case 'kit':
      return { id: null, label: a.name ?? NEUTRAL }
    case 'room':
    case 'instructor':
      return { id: clash.resource, label: a.name ?? b.name ?? NEUTRAL }
  }
}

/** Two that begin together stand in the order of their codes, not of their random ids. */
const inCodeOrder = (a: NamedUse, b: NamedUse): boolean => inOrder(a.of.code ?? '', b.of.code ?? '') < 0

/**
 * The keys under which acts name what was seen: the kind, whom it concerns, and both sides whatever their order. Never a
 * pair's id: asked of the one woman and then of the other, it would tell who may not know that the two belong together.
 * Nor, beside a woman, the id of a session of a sensitive group: its hours and room stand for it, whoever looks, so that
 * what one role has seen is what main weighs.
 */
export const keyOf = ({ kind, resource, a, b }: Clash<NamedUse>): string =>
  [
    kind,
    kind === 'kit' || kind === 'keep-apart' ? '' : resource,
    ...[a, b]
      .map(({ thing, of }) =>
        isOfSecretGroup(of, kind) ? `session:${of.day} ${of.startsAt}–${of.endsAt} ${of.room ?? ''}` : thing,
      )
      .sort(),
  ].join(' ')

/** A clash as it is shown. */
export function toFacts(found: Clash<NamedUse>, names: Names, hides: Hides): ClashFacts {
  const clash = inSteadyOrder(found, inCodeOrder)
  const { id, label } = resourceOf(clash, names, hides)
  const own = clash.a.camp === 'own' ? clash.a : clash.b
  const day = clash.b.of.is === 'beside' ? clash.a.of.day : clash.b.of.day
  return {
    key: keyOf(clash),
    kind: clash.kind,
    level: clash.level,
    why: clash.why,
    resourceId: id,
    resource: label,
    day,
    from: timeOfMinute(clash.from),
    until: timeOfMinute(clash.until),
    asks: clash.asks,
    has: clash.kind === 'dormitory' ? (own.women ?? null) : clash.has,
    a: sideOf(clash.a.of, clash.kind, hides),
    b: sideOf(clash.b.of, clash.kind, hides),
  }
}

/** Clashes of a child with itself are its own file's; who may not read it hears of none. */
export const mayHearOf = (clash: Pick<Clash, 'kind'>, hides: Hides): boolean =>
  clash.kind !== 'child' || !hides.children

const KIND_ORDER = new Map(CLASH_KINDS.map((kind, i) => [kind, i]))
const LEVEL_ORDER = new Map<ClashLevel, number>(CLASH_LEVELS.map((level, i) => [level, i]))

/** By day and hour; at one hour rooms first, then instructors, then women. */
export const inReadingOrder = (a: ClashFacts, b: ClashFacts): number =>
  inOrder(a.day, b.day) ||
  inOrder(a.from, b.from) ||
  (KIND_ORDER.get(a.kind) ?? 0) - (KIND_ORDER.get(b.kind) ?? 0) ||
  (LEVEL_ORDER.get(a.level) ?? 0) - (LEVEL_ORDER.get(b.level) ?? 0) ||
  inOrder(a.resource, b.resource)

/**
 * Each clash once: several tools of one kit missing at once are one line, and so is a child that is beside its mother
 * in two stretches of one session.
 */
export function onceEach(all: readonly ClashFacts[]): ClashFacts[] {
  const once = new Map<string, ClashFacts>()
  for (const clash of all) {
    const before = once.get(clash.key)
    if (!before) once.set(clash.key, clash)
    else if (clash.kind === 'kit' && !before.resource.split(', ').includes(clash.resource))
      once.set(clash.key, { ...before, resource: `${before.resource}, ${clash.resource}`, asks: null, has: null })
  }
  return [...once.values()].sort(inReadingOrder)
}

/** How grave it is that two uses of one resource come together, and why: one small rule for each kind. Symmetric. */
import type { ClashKind, ClashLevel, ClashReason } from '../../../shared/contract/clash-facts'
import type { Use, Walks } from './clash-use.rules'

export interface Verdict {
  readonly level: ClashLevel
  readonly why: ClashReason
  readonly asks?: number
  readonly has?: number
}

type Rule = (a: Use, b: Use, walks: Walks) => Verdict | null

/** Null if the two may stand beside each other. In whatever order they come. */
export function verdictOn(a: Use, b: Use, walks: Walks): Verdict | null {
  const first = a.from <= b.from ? a : b
  return RULES[a.kind](first, first === a ? b : a, walks)
}

const meet = (first: Use, second: Use): boolean => second.from < first.until

/** Two things at once. What nobody knows the end of may be over by then: that is asked, not forbidden. */
function atOnce(first: Use, second: Use): Verdict {
  if (first.endGuessed && second.from > first.from) return { level: 'warn', why: 'no-end' }
  return first.rank === second.rank ? { level: 'block', why: 'same-time' } : { level: 'warn', why: 'gives-way' }
}

/** She cannot be in two places, nor get from one to the other in no time. */
const whoWalks: Rule = (first, second, walks) => {
  if (meet(first, second)) return atOnce(first, second)
  const has = second.from - first.until
  const asks = walks.between(first.place, second.place)
  if (has < asks) return { level: 'warn', why: 'walk', asks, has }
  const sameDay = Math.floor(first.from / 1440) === Math.floor(second.from / 1440)
  return (first.leaves || second.leaves) && sameDay ? { level: 'info', why: 'same-day' } : null
}

/** A room holds one thing, or as many appointments as people come to it: a locutory has many windows. */
const room: Rule = (first, second) => {
  if (!meet(first, second) || (first.nature === 'errand' && second.nature === 'errand')) return null
  return first.endGuessed && second.from > first.from
    ? { level: 'warn', why: 'no-end' }
    : { level: 'block', why: 'same-time' }
}

/** Her child needs her, or somebody else, while she is expected elsewhere. */
const care: Rule = (first, second) => {
  if (!meet(first, second)) return null
  const [child, hers] = first.camp === 'other' ? [first, second] : [second, first]
  if (child.nature === 'beside') return hers.nature === 'mother-arranges' ? { level: 'warn', why: 'arrange' } : null
  if (child.nature === 'errand') return { level: 'warn', why: 'care' }
  // An outing asks for her when the child is handed over and received; in between it has her hands free.
  const handedOver = child.from >= hers.from || child.until < hers.until
  return handedOver ? { level: 'warn', why: 'hand-over' } : { level: 'info', why: 'away' }
}

/** The dormitory's own hours: locked up nobody comes; a count, a meal, a visit interrupts. */
const dormitory: Rule = (first, second) => {
  if (!meet(first, second)) return null
  const shuts = first.nature === 'shuts' || second.nature === 'shuts'
  return { level: shuts ? 'block' : 'warn', why: 'dormitory' }
}

/** How near two women come who are kept apart: in one group, in one room, or on the way. */
const keepApart: Rule = (first, second, walks) => {
  const [level, scope] = (first.nature ?? 'block:session').split(':') as [ClashLevel, string]
  if (first.thing === second.thing) return { level, why: 'together' }
  if (scope === 'session') return null
  if (meet(first, second) && first.place === second.place) return { level, why: 'same-room' }
  if (scope !== 'corridor') return null
  const ways = (use: Use): number[] => [use.from, use.until]
  const sameWay = ways(first).some((at) => ways(second).some((other) => Math.abs(at - other) < walks.usual))
  return sameWay ? { level, why: 'same-way' } : null
}

const RULES: Readonly<Record<ClashKind, Rule>> = {
  woman: whoWalks,
  instructor: whoWalks,
  child: whoWalks,
  room,
  care,
  dormitory,
  'keep-apart': keepApart,
  // Whether a kit suffices is a question about all who use it: `kitVerdict`.
  kit: () => null,
}

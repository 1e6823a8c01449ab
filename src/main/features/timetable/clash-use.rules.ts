/** What the clash engine is told: who needs what, when and where; and how far it is from one place to the next. */
import type { ClashKind } from '../../../shared/contract/clash-facts'

/** Where two things that collide differ in weight, the higher rank gives way. Sessions give way to everything else. */
export const SESSION_RANK = 9

/** That a thing needs a resource for a while: minutes on any one scale, half-open. */
export interface Use {
  readonly kind: ClashKind
  readonly resource: string
  /** What needs it: one thing never clashes with itself. */
  readonly thing: string
  readonly from: number
  readonly until: number
  readonly cancelled: boolean
  /** Where; the walk between two places is asked of these. Rooms by id, anything else by a name of its own. */
  readonly place: string
  /** 1 the gravest … 9 a session. */
  readonly rank: number
  /** Nobody knows when it ends: `until` is the usual length. */
  readonly endGuessed?: boolean
  /** It takes her out of the center: what else that day holds is worth a word. */
  readonly leaves?: boolean
  /**
   * Of kinds with two camps only uses of different camps meet: a mother's and her child's (care), a group's and the
   * dormitory's own hours, one woman's and the other's who may not meet her.
   */
  readonly camp?: 'own' | 'other'
  /** What the verdict of such kinds hangs on. */
  readonly nature?: Nature
  /** Pieces it takes of a kit that has so many. */
  readonly pieces?: number
  readonly exist?: number
}

/**
 * Care: a child's `errand` needs somebody with it, an `outing` is handed over and received, a child `beside` its mother
 * matters only where the session says `mother-arranges`. Dormitory: what its hours do. Kept apart: how far from each other.
 */
export type Nature =
  | 'errand'
  | 'outing'
  | 'beside'
  | 'mother-arranges'
  | 'shuts'
  | 'interrupts'
  | `${'block' | 'warn'}:${'session' | 'room' | 'corridor'}`

/** Minutes on foot between two places: one place takes none, a pair with a row of its own its minutes, any other the usual. */
export interface Walks {
  readonly usual: number
  readonly most: number
  between(a: string, b: string): number
}

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

export function walksOf(
  usual: number,
  pairs: readonly { readonly a: string; readonly b: string; readonly minutes: number }[] = [],
): Walks {
  const own = new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair.minutes]))
  return {
    usual,
    most: Math.max(usual, ...own.values()),
    between: (a, b) => (a === b ? 0 : own.size === 0 ? usual : (own.get(pairKey(a, b)) ?? usual)),
  }
}

/** No walk at all: for weekly patterns, which say nothing of the places before and after. */
export const NO_WALK = walksOf(0)
